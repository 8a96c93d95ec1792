/** The measured figures: every test/bench/*.bench.ts in turn, on a fresh build; a name as argument runs only the files that contain it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { nodeBinary, root, run } from './paths.mjs';
import { setUp } from './setup.mjs';

await setUp({ browser: true, bench: true });
await build('app');
await build('cli');
const [only = '', ...rest] = process.argv.slice(2);
const folder = 'test/bench';
const files = readdirSync(join(root, folder), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.bench.ts') && file.includes(only))
  .toSorted();
if (files.length === 0) process.stderr.write(`bench: no file in test/bench matches "${only}"\n`);
for (const file of files) {
  const code = await run(nodeBinary, [
    '--expose-gc',
    '--import',
    './scripts/run-typescript.mjs',
    join(folder, file),
    ...rest,
  ]);
  if (code !== 0) process.exitCode = 1;
}
