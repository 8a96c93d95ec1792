/** A million customers from a CSV file, beside what the sqlite3 shell needs for the database part alone. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { openStore } from '#main/db/open';
import { runImport } from '#main/domains/imports/run';
import type { TaskContext } from '#main/ipc/context';
import { ImportOptions, type ImportReport } from '#shared/domains/imports/model';
import { instantOf } from '#shared/kernel/time';
import { benchFields, writeCustomerFile } from './customer-file';

const targets = { whole: 2, rows: 1.3, memoryMb: 500, stallMs: 50 };

type Ours = {
  report: ImportReport;
  rows: number;
  whole: number;
  stall: number;
  peak: number;
  stages: Record<string, number>;
};
type Shell = { rows: number; whole: number };

/** The import runs in a process of its own, so that its memory is its own. */
const measureHere = process.argv[2] === '--measure';

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
    const shell: Shell[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(measureApart(folder, file));
      shell.push(importByShell(folder, file));
    }
    const last = ours.at(-1);
    const wholeRatio = median(ours.map(({ whole }, index) => whole / (shell[index]?.whole ?? 1)));
    const rowsRatio = median(ours.map(({ rows: time }, index) => time / (shell[index]?.rows ?? 1)));
    const peak = Math.max(...ours.map((one) => one.peak));
    const stall = median(ours.map((one) => one.stall));
    say(
      `  steward   rows ${seconds(median(ours.map((one) => one.rows)))}, whole ${seconds(median(ours.map((one) => one.whole)))}  ${JSON.stringify(last?.stages)}`,
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

function measureApart(folder: string, file: string): Ours {
  const answer = execFileSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), '--measure', folder, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(String(answer)) as Ours;
}

async function importFile(folder: string, file: string): Promise<Ours> {
  const vault = join(folder, 'vault');
  rmSync(vault, { recursive: true, force: true });
  mkdirSync(vault);
  const store = await openStore(vault, new Uint8Array(32).fill(7), 'create');
  const { writer } = store;
  const stages: Record<string, number> = {};
  let since = performance.now();
  let stage = 'open';
  let rowsDone = 0;
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
      if (stage === 'rows') rowsDone = now - start;
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
  return { report, rows: rowsDone, whole: end - start, stall: delay.max / 1e6 - 5, peak: peak / 1e6, stages };
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

if (measureHere) process.stdout.write(JSON.stringify(await importFile(process.argv[3] ?? '', process.argv[4] ?? '')));
if (process.argv[2] === '--write') writeCustomerFile(process.argv[3] ?? '', Number(process.argv[4]));
