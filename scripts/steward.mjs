/**
 * The terminal program: sets up and builds when needed (speaking on stderr only), then becomes out/cli/index.js
 * with the caller's arguments, stdin, stdout and exit code.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { nodeBinary, root, run } from './paths.mjs';
import { setUp } from './setup.mjs';

await setUp();
await build('cli');
const program = join(root, 'out/cli/index.js');
const wanted = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8')).version;
if (process.versions.node === wanted) {
  // npm already started us on the project's Node: one process fewer.
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
} else {
  process.exitCode = await run(nodeBinary, [program, ...process.argv.slice(2)]);
}
