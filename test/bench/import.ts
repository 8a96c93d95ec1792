/** A million customers from a CSV file, beside what the sqlite3 shell needs for the database part alone. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type OpenStore, openStore } from '#main/db/open';
import { insertPacked } from '#main/domains/imports/store';
import { startWorker } from '#main/domains/imports/worker-link';
import { batchesAhead, runImport } from '#main/domains/imports/run';
import type { TaskContext } from '#main/ipc/context';
import { ImportOptions, type ImportReport } from '#shared/domains/imports/model';
import { instantOf } from '#shared/kernel/time';
import { benchFields, writeCustomerFile } from './customer-file';

const targets = { whole: 2, rows: 1.3, memoryMb: 500, stallMs: 50 };

type Ours = { report: ImportReport; whole: number; stall: number; peak: number; stages: Record<string, number> };
type Shell = { rows: number; whole: number };

type Rows = { rows: number };

export async function run(rows = 1_000_000, rounds = 3): Promise<void> {
  const folder = mkdtempSync(join(process.env['STEWARD_BENCH_FOLDER'] ?? tmpdir(), 'steward-import-'));
  try {
    const file = join(folder, 'customers.csv');
    execFileSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), '--write', file, String(rows)],
      { stdio: 'inherit' },
    );
    say(
      `import: ${rows.toLocaleString('en')} rows, ${benchFields.length} columns, ${Math.round(statSync(file).size / 1e6)} MB, Node ${process.version}, ${cpus().length} cores, ${rounds} rounds`,
    );
    const ours: Ours[] = [];
    const rowsAlone: Rows[] = [];
    const shell: Shell[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(measureApart('--whole', folder, file));
      rowsAlone.push(measureApart('--rows', folder, file));
      shell.push(importByShell(folder, file));
    }
    const last = ours.at(-1);
    const wholeRatio = median(ours.map(({ whole }, index) => whole / (shell[index]?.whole ?? 1)));
    const rowsRatio = median(rowsAlone.map(({ rows: time }, index) => time / (shell[index]?.rows ?? 1)));
    const peak = median(ours.map((one) => one.peak));
    const stall = median(ours.map((one) => one.stall));
    say(
      `  steward   rows ${seconds(median(rowsAlone.map((one) => one.rows)))}, whole ${seconds(median(ours.map((one) => one.whole)))}  ${JSON.stringify(last?.stages)}`,
    );
    say(
      `  sqlite3   rows ${seconds(median(shell.map((one) => one.rows)))}, whole ${seconds(median(shell.map((one) => one.whole)))}`,
    );
    const { report } = last ?? {};
    say(
      `  account   ${report?.rows} = ${report?.imported} imported + ${report?.merged} merged + ${report?.quarantined} quarantined + ${report?.skipped} skipped`,
    );
    verdict('whole, times the shell', wholeRatio, targets.whole);
    verdict('rows alone, times .import', rowsRatio, targets.rows);
    verdict('peak memory, MB', peak, targets.memoryMb);
    verdict('longest main-loop stall, ms', stall, targets.stallMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, so that its memory is its own. */
function measureApart<T>(what: '--whole' | '--rows', folder: string, file: string): T {
  const answer = execFileSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), what, folder, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(String(answer)) as T;
}

async function freshStore(folder: string): Promise<OpenStore> {
  const vault = join(folder, 'vault');
  rmSync(vault, { recursive: true, force: true });
  mkdirSync(vault);
  return openStore(vault, new Uint8Array(32).fill(7), 'create');
}

async function importFile(folder: string, file: string): Promise<Ours> {
  const store = await freshStore(folder);
  const { writer } = store;
  const stages: Record<string, number> = {};
  let since = performance.now();
  let stage = 'open';
  const start = since;
  const context = {
    signal: new AbortController().signal,
    now: () => instantOf(new Date()),
    newId: (prefix: string) => `${prefix}_00000000000000000000`,
    caller: { actor: { id: 'owner', role: 'owner' }, origin: 'terminal' },
    progress: ({ stage: next, done }: { stage: string; done: number }) => {
      const name = next === 'index' ? `index ${done}` : next;
      if (name === stage) return;
      const now = performance.now();
      stages[stage] = Math.round(now - since);
      [stage, since] = [name, now];
    },
  } as unknown as TaskContext;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  await writer.driver.exec('begin immediate');
  const report = await runImport(context, writer, {
    file,
    columns: benchFields.map((field, index) => ({ index, field })),
    options: ImportOptions.parse({}),
  });
  await writer.driver.exec('commit');
  const end = performance.now();
  stages[stage] = Math.round(end - since);
  clearInterval(watch);
  delay.disable();
  await store.close();
  // The monitor's own step is part of what it measures.
  return { report, whole: end - start, stall: delay.max / 1e6 - 5, peak: peak / 1e6, stages };
}

/**
 * Rows alone: the same worker reads, normalises and packs, the same driver enters, but search, indexes and the merging of
 * rows with one e-mail address are left out, as `.import` knows none of them. Until they are safe on the disk.
 */
async function enterRows(folder: string, file: string): Promise<Rows> {
  const store = await freshStore(folder);
  const { driver } = store.writer;
  const start = performance.now();
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
    columns: benchFields.map((field, index) => ({ index, field })),
    importId: 'imp_00000000000000000000',
    actor: 'owner',
    at,
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
      if (message.customers)
        await insertPacked(store.writer, message.customers, columns, 'imp_00000000000000000000', at);
      if (message.kind === 'batch') worker.send({ kind: 'credit' });
    } else if (message.kind === 'find') worker.send({ kind: 'found', packed: '[]' });
    else entering = false;
  }
  await worker.end();
  await driver.exec('commit');
  const rows = performance.now() - start;
  await store.close();
  return { rows };
}

/** The same file into a plain table, the same indexes and the same kind of search index; nothing checked, nothing encrypted. */
function importByShell(folder: string, file: string): Shell {
  const database = join(folder, 'plain.db');
  if (existsSync(database)) rmSync(database);
  const script = join(folder, 'plain.sql');
  const shell = (sql: string): number => {
    writeFileSync(script, sql);
    const start = performance.now();
    execFileSync('sqlite3', [database], { input: `.read '${script}'\n`, stdio: ['pipe', 'ignore', 'inherit'] });
    return performance.now() - start;
  };
  const rows = shell(
    `create table customers (${benchFields.map((field) => `${field} text`).join(', ')});\n.import --csv --skip 1 '${file}' customers\n`,
  );
  const rest = shell(`
    create index customers_by_name on customers (full_name);
    create index customers_by_email on customers (email) where email is not null;
    create index customers_by_phone on customers (phone) where phone is not null;
    create index customers_by_match on customers (family_name, postal_code, street) where family_name is not null;
    create virtual table customers_search using fts5 (search_text, content = '', tokenize = 'trigram', detail = none, columnsize = 0);
    insert into customers_search (customers_search, rank) values ('hashsize', ${64 * 1024 * 1024});
    insert into customers_search (rowid, search_text)
      select rowid, lower(full_name || char(10) || email || char(10) || phone || char(10) || mobile || char(10) || company || char(10) || notes) from customers;
  `);
  return { rows, whole: rows + rest };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const verdict = (name: string, value: number, target: number): void =>
  void say(`  ${value <= target ? 'ok  ' : 'OVER'}  ${name}: ${value.toFixed(2)} (target ${target})`);

const [, , job, first = '', second = ''] = process.argv;
if (job === '--whole') process.stdout.write(JSON.stringify(await importFile(first, second)));
if (job === '--rows') process.stdout.write(JSON.stringify(await enterRows(first, second)));
if (job === '--write') writeCustomerFile(first, Number(second));
