/** Makes a vault with nobody's data in it, for tests that begin where an owner begins after the recovery kit. */
import { resolve } from 'node:path';
import { testBench } from '#test/support/workbench';

const bench = await testBench('open', resolve(process.argv[2] ?? '.steward-empty'));
await bench.workbench.lock();
