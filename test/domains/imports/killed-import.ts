/** A program for the kill test: opens the store in a folder with a test key and imports a file, announcing what it is about to do. */
import { openStore } from '#main/db/open';
import { runImport } from '#main/domains/imports/run';
import type { TaskContext } from '#main/ipc/context';
import { ImportOptions } from '#shared/domains/imports/model';
import { instantOf } from '#shared/kernel/time';

const [folder = '', file = '', id = ''] = process.argv.slice(2);
const store = await openStore(folder, new Uint8Array(32).fill(9), 'open');
process.stdout.write('open\n');
const context = {
  signal: new AbortController().signal,
  now: () => instantOf(new Date()),
  newId: () => id,
  caller: { actor: { id: 'owner', role: 'owner' }, origin: 'terminal' },
  progress: () => undefined,
} as unknown as TaskContext;
await store.writer.driver.exec('begin immediate');
const report = await runImport(context, store.writer, { file, options: ImportOptions.parse({}) });
await store.writer.driver.exec('commit');
process.stdout.write(`done ${report.imported}\n`);
await store.close();
