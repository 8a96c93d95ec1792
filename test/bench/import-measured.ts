/** One measured import in a process of its own, so that its memory and its processor time are its own; the answer is JSON on stdout. */
import { closeSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { type OpenStore, openStore } from '#main/db/open';
import { bytesOf, JsonbRows } from '#main/db/jsonb';
import { leavingLog, moveLog } from '#main/db/log';
import { PieceReader } from '#main/domains/imports/piece-reader';
import { insertPacked } from '#main/domains/imports/store';
import { startWorker } from '#main/domains/imports/worker-link';
import { batchesAhead, runImport } from '#main/domains/imports/run';
import type { TaskContext } from '#main/ipc/context';
import { ImportOptions, type ImportReport } from '#shared/domains/imports/model';
import { instantOf } from '#shared/kernel/time';
import { benchFields } from './customer-file';

/** Seconds by the clock, and of all processors together. */
export type Cost = { readonly wall: number; readonly cpu: number };
export type Whole = Cost & {
  readonly report: ImportReport;
  /** Seconds until the pages have moved from the log into the store, after the answer. */
  readonly moved: number;
  readonly stall: number;
  readonly peak: number;
  readonly stages: Record<string, number>;
};

const importId = 'imp_00000000000000000000';

function clock(): () => Cost {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
  };
}

async function freshStore(folder: string): Promise<OpenStore> {
  const vault = join(folder, 'vault');
  rmSync(vault, { recursive: true, force: true });
  mkdirSync(vault);
  return openStore(vault, new Uint8Array(32).fill(7), 'create');
}

const columnsOfFile = benchFields.map((field, index) => ({ index, field }));

/** All of an import, from the order to the commit that makes it safe. */
async function importWhole(folder: string, file: string): Promise<Whole> {
  const store = await freshStore(folder);
  const { writer } = store;
  const stages: Record<string, number> = {};
  const taken = clock();
  let since = 0;
  let stage = 'open';
  const enter = (next: string): void => {
    const { wall } = taken();
    stages[stage] = Math.round((wall - since) * 1_000);
    [stage, since] = [next, wall];
  };
  const context = {
    signal: new AbortController().signal,
    now: () => instantOf(new Date()),
    newId: () => importId,
    caller: { actor: { id: 'owner', role: 'owner' }, origin: 'terminal' },
    progress: ({ stage: next, done }: { stage: string; done: number }) => {
      const name = next === 'index' ? `index ${done}` : next;
      if (name !== stage) enter(name);
    },
  } as unknown as TaskContext;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  // As serve does for a task.
  const report = await leavingLog(writer, async () => {
    await writer.driver.exec('begin immediate');
    const done = await runImport(context, writer, { file, columns: columnsOfFile, options: ImportOptions.parse({}) });
    enter('commit');
    await writer.driver.exec('commit');
    return done;
  });
  enter('end');
  const cost = taken();
  await moveLog(writer);
  const moved = taken();
  clearInterval(watch);
  delay.disable();
  await store.close();
  // The monitor's own step is part of what it measures.
  return { ...cost, moved: moved.wall - cost.wall, report, stall: delay.max / 1e6 - 5, peak: peak / 1e6, stages };
}

/** The file's cells as they are into a table of 24 texts in the encrypted store, by our reader, JSONB batches and driver; until they are safe on the disk. */
async function enterBare(folder: string, file: string): Promise<Cost> {
  const store = await freshStore(folder);
  const { driver } = store.writer;
  await driver.exec('pragma wal_autocheckpoint = 0');
  const taken = clock();
  await driver.exec('begin immediate');
  await driver.exec(`create table bare (${benchFields.map((field) => `${field} text`).join(', ')}) strict`);
  const cells = benchFields.map((_, index) => `json_extract(value, '$[${Math.floor(index / 6)}][${index % 6}]')`);
  const enter = `insert into bare select ${cells.join(', ')} from jsonb_each(?1)`;
  const reader = new PieceReader('utf-8', ',');
  const rows = new JsonbRows(1 << 21);
  const handle = openSync(file, 'r');
  const memory = Buffer.allocUnsafe(1 << 18);
  // Two batches are on their way while the next one is read.
  const running: Promise<unknown>[] = [];
  let header = true;
  for (let last = false; !last;) {
    const length = readSync(handle, memory, 0, memory.length, null);
    last = length === 0;
    for (const row of reader.read(memory.subarray(0, length), last).rows) {
      if (header) {
        header = false;
        continue;
      }
      rows.startRow();
      for (let at = 0; at < benchFields.length; at += 6) {
        const group = rows.startArray();
        for (let index = at; index < at + 6; index += 1) rows.addText(row[index] ?? '');
        rows.endArray(group);
      }
      rows.endRow();
    }
    // The driver's answers are taken between the pieces; otherwise its thread would wait for the next order.
    await setImmediate();
    if (rows.size < 1_000_000 && !last) continue;
    if (running.length >= 3) await running.shift();
    running.push(driver.run(enter, [bytesOf(rows.take())]));
  }
  await Promise.all(running);
  closeSync(handle);
  await driver.exec('commit');
  const cost = taken();
  await store.close();
  return cost;
}

/** The rows of an import: validated, normalised, with originals and keys, without search, indexes and merging. */
async function enterNormalised(folder: string, file: string): Promise<Cost> {
  const store = await freshStore(folder);
  const { driver } = store.writer;
  await driver.exec('pragma wal_autocheckpoint = 0');
  const taken = clock();
  await driver.exec('begin immediate');
  const aside = await driver.all(
    "select type, name from sqlite_master where tbl_name = 'customers' and sql is not null and type in ('index', 'trigger')",
  );
  for (const { type, name } of aside) await driver.exec(`drop ${String(type)} "${String(name)}"`);
  const worker = startWorker(null);
  const at = instantOf(new Date());
  worker.send({
    kind: 'run',
    file,
    options: ImportOptions.parse({}),
    columns: columnsOfFile,
    importId,
    actor: 'owner',
    at,
    sealing: null,
    firstNumber: 1,
    customers: 0,
  });
  let columns: readonly string[] = [];
  for (let entering = true; entering;) {
    const message = await worker.next();
    if (message.kind === 'opened') {
      columns = message.columns;
      worker.send({ kind: 'known', packed: '' });
      for (let credit = 0; credit < batchesAhead; credit += 1) worker.send({ kind: 'credit' });
    } else if (message.kind === 'batch' || message.kind === 'merges') {
      if (message.customers) await insertPacked(store.writer, message.customers, columns, importId, at);
      if (message.kind === 'batch') worker.send({ kind: 'credit' });
    } else if (message.kind === 'find') worker.send({ kind: 'found', packed: '[]' });
    else entering = false;
  }
  await worker.end();
  await driver.exec('commit');
  const cost = taken();
  await store.close();
  return cost;
}

const jobs = { whole: importWhole, bare: enterBare, normalised: enterNormalised } as const;
export type Job = keyof typeof jobs;

const [, , job = '', folder = '', file = ''] = process.argv;
process.stdout.write(JSON.stringify(await jobs[job as Job](folder, file)));
