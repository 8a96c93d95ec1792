/** A million customers from a CSV file, beside what the sqlite3 shell needs for the database part alone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleProgram } from '#test/support/bundle';
import { benchFields, writeCustomerFile } from './customer-file';
import type { Cost, Job, Whole } from './import-measured';

const targets = { whole: 2, rows: 1.3, memoryMb: 500, stallMs: 50 };

/** What stands against what, so that nobody has to guess it from the figures. */
const compared = `  compared  steward: SQLCipher, WAL, synchronous=FULL, one transaction, until the commit has returned and everything is safe in the log.
            sqlite3: the plain shell as it comes (rollback journal, synchronous=FULL), the same two indexes, the same trigram search.
            whole = read, validated, normalised, originals kept, deduplicated, history and account written, indexed, searchable | .import, indexes, search
            rows alone = the cells of the file as they are into a table of 24 texts (our reader, JSONB batches, driver, cipher) | .import
            rows normalised = those of an import, validated, with originals, keys and search text, without search and indexes | .import`;

type Shell = { readonly rows: Cost; readonly whole: Cost };

export async function run(rows = 1_000_000, rounds = 3): Promise<void> {
  const folder = mkdtempSync(join(process.env['STEWARD_BENCH_FOLDER'] ?? tmpdir(), 'steward-import-'));
  const bundle = await bundleProgram('test/bench/import-measured.ts', 'import-bench');
  const measure = <T extends Cost>(job: Job): T =>
    JSON.parse(
      String(
        execFileSync(process.execPath, [bundle.program, job, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] }),
      ),
    ) as T;
  const file = join(folder, 'customers.csv');
  try {
    writeCustomerFile(file, rows);
    say(
      `import: ${rows.toLocaleString('en')} rows, ${benchFields.length} columns, ${Math.round(statSync(file).size / 1e6)} MB, Node ${process.version}, ${cpus().length} cores, ${rounds} rounds; medians, ratios within each round`,
    );
    say(compared);
    const whole: Whole[] = [];
    const bare: Cost[] = [];
    const normalised: Cost[] = [];
    const shell: Shell[] = [];
    for (let round = 0; round < rounds; round += 1) {
      whole.push(measure<Whole>('whole'));
      bare.push(measure('bare'));
      shell.push(importByShell(folder, file));
      normalised.push(measure('normalised'));
      const now = whole.at(-1);
      const beside = shell.at(-1)?.whole;
      say(
        `  round ${round + 1}   whole ${now?.wall.toFixed(1)} s, cpu ${now?.cpu.toFixed(1)} s, peak ${now?.peak.toFixed(0)} MB; sqlite3 ${beside?.wall.toFixed(1)} s, cpu ${beside?.cpu.toFixed(1)} s; ${JSON.stringify(now?.stages)}`,
      );
    }
    const shellWhole = shell.map((one) => one.whole);
    const shellRows = shell.map((one) => one.rows);
    say(`  ${''.padEnd(26)} wall     cpu`);
    cost('steward whole', whole);
    cost('steward rows alone', bare);
    cost('steward rows normalised', normalised);
    cost('sqlite3 whole', shellWhole);
    cost('sqlite3 rows', shellRows);
    say(
      `  log moved into the store ${median(whole.map(({ moved }) => moved)).toFixed(1)} s after the answer, while readers go on`,
    );
    const report = whole.at(-1)?.report;
    say(
      `  account   ${report?.rows} = ${report?.imported} imported + ${report?.merged} merged + ${report?.quarantined} quarantined + ${report?.skipped} skipped`,
    );
    verdict('whole, times the shell', ratio(whole, shellWhole, 'wall'), targets.whole);
    verdict('rows alone, times .import', ratio(bare, shellRows, 'wall'), targets.rows);
    verdict('peak memory, MB', median(whole.map(({ peak }) => peak)), targets.memoryMb);
    verdict('longest main-loop stall, ms', median(whole.map(({ stall }) => stall)), targets.stallMs);
    say(
      `  besides   cpu: whole ${ratio(whole, shellWhole, 'cpu').toFixed(2)}, rows alone ${ratio(bare, shellRows, 'cpu').toFixed(2)}, rows normalised ${ratio(normalised, shellRows, 'cpu').toFixed(2)}; wall: rows normalised ${ratio(normalised, shellRows, 'wall').toFixed(2)}`,
    );
  } finally {
    bundle.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same file into a plain table, the same indexes and the same kind of search index; nothing checked, nothing encrypted. */
function importByShell(folder: string, file: string): Shell {
  const database = join(folder, 'plain.db');
  rmSync(database, { force: true });
  const script = join(folder, 'plain.sql');
  const shell = (sql: string): Cost => {
    writeFileSync(script, sql);
    const start = performance.now();
    // `times` tells what the processes of this shell have used, theirs in the second line.
    const times = execFileSync('sh', ['-c', 'sqlite3 "$0" ".read $1" > /dev/null && times', database, script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const wall = (performance.now() - start) / 1e3;
    const used = [...String(times).matchAll(/(\d+)m([\d.]+)s/g)].slice(2);
    return { wall, cpu: used.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0) };
  };
  const rows = shell(
    `create table customers (${benchFields.map((field) => `${field} text`).join(', ')});\n.import --csv --skip 1 '${file}' customers\n`,
  );
  const rest = shell(`
    create index customers_by_name on customers (full_name);
    create index customers_by_email on customers (email, phone, family_name || '/' || postal_code);
    create virtual table customers_search using fts5 (search_text, content = '', tokenize = 'trigram', detail = none, columnsize = 0);
    insert into customers_search (customers_search, rank) values ('hashsize', ${64 * 1024 * 1024});
    insert into customers_search (rowid, search_text)
      select rowid, lower(full_name || char(10) || email || char(10) || phone || char(10) || mobile || char(10) || company || char(10) || notes) from customers;
  `);
  return { rows, whole: { wall: rows.wall + rest.wall, cpu: rows.cpu + rest.cpu } };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
const ratio = (ours: readonly Cost[], theirs: readonly Cost[], of: keyof Cost): number =>
  median(ours.map((one, round) => one[of] / (theirs[round]?.[of] ?? 1)));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const cost = (name: string, costs: readonly Cost[]): void =>
  void say(
    `  ${name.padEnd(24)} ${(['wall', 'cpu'] as const).map((of) => `${median(costs.map((one) => one[of])).toFixed(1)} s`.padStart(7)).join(' ')}`,
  );
const verdict = (name: string, value: number, target: number): void =>
  void say(`  ${value <= target ? 'ok  ' : 'OVER'}  ${name}: ${value.toFixed(2)} (target ${target})`);
