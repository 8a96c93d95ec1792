/** The believable demo organisation, seeded through the same operations a person would use, in a vault folder (default: .steward-demo). */
import { build } from './build.mjs';
import { nodeBinary, run } from './paths.mjs';
import { setUp } from './setup.mjs';

await setUp();
await build('cli');
process.exitCode = await run(nodeBinary, [
  '--import',
  './scripts/run-typescript.mjs',
  'test/support/demo.ts',
  ...process.argv.slice(2),
]);
