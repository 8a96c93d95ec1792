/** Imports in the store: their account, packed batches of rows, merges and what was kept back. */
import type {
  Encoding,
  ImportReport,
  ProfileName,
  QuarantinedRow,
  RowProblem,
  WarningCode,
  Delimiter,
} from '#shared/domains/imports/model';
import { customerIdOf } from '#shared/domains/customers/model';
import type { Instant } from '#shared/kernel/time';
import type { ImportPlan } from '#shared/domains/imports/plan';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';
import { bytesOf } from '../../db/jsonb';
import { contentColumns, pathOf } from './columns';
import type { Blob, Opened } from './worker-messages';

export async function startImport(db: WriteDb, id: string, opened: Opened, at: string): Promise<void> {
  await db.driver.run(
    `insert into imports (id, file_name, file_hash, profile, encoding, delimiter, mapping, dropped, rows, imported, merged, quarantined, skipped, warnings, started_at, finished_at)
     values (?1, ?2, '', ?3, ?4, ?5, ?6, ?7, 0, 0, 0, 0, 0, '{}', ?8, ?8)`,
    [
      id,
      opened.fileName,
      opened.profile,
      opened.encoding,
      opened.delimiter,
      JSON.stringify(opened.plan),
      JSON.stringify(opened.dropped),
      at,
    ],
  );
}

export type Account = {
  readonly rows: number;
  readonly imported: number;
  readonly merged: number;
  readonly quarantined: number;
  readonly skipped: number;
};

/** The table's check holds the account to rows = imported + merged + quarantined + skipped once more. */
export async function finishImport(
  db: WriteDb,
  id: string,
  account: Account,
  about: {
    hash: string;
    warnings: Readonly<Partial<Record<WarningCode, number>>>;
    first: number;
    last: number;
    at: string;
  },
): Promise<void> {
  await db.driver.run(
    `update imports set rows = ?2, imported = ?3, merged = ?4, quarantined = ?5, skipped = ?6, file_hash = ?7, warnings = ?8, first_number = ?9, last_number = ?10,
     finished_at = ?11 where id = ?1`,
    [
      id,
      account.rows,
      account.imported,
      account.merged,
      account.quarantined,
      account.skipped,
      about.hash,
      JSON.stringify(about.warnings),
      about.first,
      about.last,
      about.at,
    ],
  );
}

export async function lastCustomerNumber(db: ReadDb): Promise<number> {
  const [row] = await db.driver.all(
    "select max(coalesce((select seq from sqlite_sequence where name = 'customers'), 0), coalesce((select max(number) from customers), 0)) as last",
  );
  return Number(row?.['last'] ?? 0);
}

export async function countCustomers(db: ReadDb): Promise<number> {
  const [row] = await db.driver.all('select count(*) as there from customers');
  return Number(row?.['there'] ?? 0);
}

/** All e-mail keys in packed pages of `[number, key]`. */
export async function* emailKeys(db: ReadDb, page = 20_000): AsyncGenerator<string> {
  let after: [string, number] = ['', 0];
  for (;;) {
    const [row] = await db.driver.all(
      `select json_group_array(json_array(number, email_key)) as packed, count(*) as rows, max(email_key) as last from (
         select number, email_key from customers where email_key is not null and (email_key, number) > (?1, ?2) order by email_key, number limit ?3)`,
      [after[0], after[1], page],
    );
    const rows = Number(row?.['rows'] ?? 0);
    if (rows === 0) return;
    yield String(row?.['packed']);
    if (rows < page) return;
    const last = String(row?.['last']);
    const [greatest] = await db.driver.all(
      'select max(number) as number from (select number, email_key from customers where email_key is not null and (email_key, number) > (?1, ?2) order by email_key, number limit ?3) where email_key = ?4',
      [after[0], after[1], page, last],
    );
    after = [last, Number(greatest?.['number'] ?? 0)];
  }
}

/** Unpacks a batch of new customers; what `columns` does not name stays empty. */
export async function insertPacked(
  db: WriteDb,
  blob: Blob,
  columns: readonly string[],
  importId: string,
  at: string,
): Promise<number> {
  const cells = columns.map((_, index) => `json_extract(value, '${pathOf(index + 1)}')`);
  const { changes } = await db.driver.run(
    `insert into customers (number, ${columns.join(', ')}, created_at, changed_at, import)
     select json_extract(value, '${pathOf(0)}'), ${cells.join(', ')}, ?2, ?2, ?3 from jsonb_each(?1)`,
    [bytesOf(blob), at, importId],
  );
  return changes;
}

/** Writes merged customers over what they were. Those of the import that is under way keep their instant. */
export async function updatePacked(db: WriteDb, blob: Blob, importId: string | null, at: string): Promise<void> {
  const set = contentColumns.map((column, index) => `${column} = json_extract(packed.value, '${pathOf(index + 2)}')`);
  await db.driver.run(
    `update customers set revision = json_extract(packed.value, '${pathOf(1)}'), ${set.join(', ')},
       changed_at = case when import = ?3 then changed_at else ?2 end
     from jsonb_each(?1) as packed where customers.number = json_extract(packed.value, '${pathOf(0)}')`,
    [bytesOf(blob), at, importId],
  );
}

export async function insertQuarantine(db: WriteDb, blob: Blob, importId: string): Promise<void> {
  await db.driver.run(
    `insert into import_quarantine (import, row, cells, problems)
     select ?2, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') from jsonb_each(?1)`,
    [bytesOf(blob), importId],
  );
}

export async function insertMergeLog(db: WriteDb, blob: Blob, importId: string): Promise<void> {
  await db.driver.run(
    `insert into import_merges (import, row, customer, before, incoming)
     select ?2, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') from jsonb_each(?1)`,
    [bytesOf(blob), importId],
  );
}

export async function insertHistory(db: WriteDb, blob: Blob, event: string, actor: string, at: string): Promise<void> {
  await db.driver.run(
    `insert into customer_changes (customer, at, actor, event, changes)
     select json_extract(value, '$[0]'), ?2, ?3, ?4, json_extract(value, '$[1]') from jsonb_each(?1)`,
    [bytesOf(blob), at, actor, event],
  );
}

/** Whole customers by number (a JSON array of numbers), packed as an array of objects. */
export async function packedCustomers(db: ReadDb, numbers: string): Promise<string> {
  const members = ['number', 'revision', 'import', 'changed_at', ...contentColumns].map(
    (column) => `'${column}', ${column}`,
  );
  const [row] = await db.driver.all(
    `select json_group_array(json_object(${members.join(', ')})) as packed from customers where number in (select value from json_each(?1))`,
    [numbers],
  );
  return row === undefined ? '[]' : String(row['packed']);
}

type ImportRow = Record<
  'id' | 'file_name' | 'profile' | 'encoding' | 'delimiter' | 'dropped' | 'warnings' | 'started_at' | 'finished_at',
  string
> &
  Record<'rows' | 'imported' | 'merged' | 'quarantined' | 'skipped', number> & { undone_at: string | null };

const reportColumns =
  'id, file_name, profile, encoding, delimiter, dropped, warnings, started_at, finished_at, rows, imported, merged, quarantined, skipped, undone_at';

const reportOf = (row: ImportRow): ImportReport => ({
  id: row.id as ImportReport['id'],
  fileName: row.file_name,
  rows: row.rows,
  imported: row.imported,
  merged: row.merged,
  quarantined: row.quarantined,
  skipped: row.skipped,
  profile: row.profile as ProfileName,
  encoding: row.encoding as Encoding,
  delimiter: row.delimiter as Delimiter,
  dropped: JSON.parse(row.dropped) as string[],
  warnings: JSON.parse(row.warnings) as ImportReport['warnings'],
  startedAt: row.started_at as Instant,
  finishedAt: row.finished_at as Instant,
  undoneAt: row.undone_at as Instant | null,
});

export async function listImports(db: ReadDb): Promise<ImportReport[]> {
  const rows = await db.driver.all(`select ${reportColumns} from imports order by started_at desc, id desc limit 1000`);
  return (rows as ImportRow[]).map(reportOf);
}

export async function findImport(db: ReadDb, id: string): Promise<ImportReport | null> {
  const [row] = await db.driver.all(`select ${reportColumns} from imports where id = ?1`, [id]);
  return row ? reportOf(row as ImportRow) : null;
}

export async function planOfImport(db: ReadDb, id: string): Promise<ImportPlan> {
  const [row] = await db.driver.all('select mapping from imports where id = ?1', [id]);
  return JSON.parse(String(row?.['mapping'])) as ImportPlan;
}

export const importOfRow = async (db: ReadDb, id: number): Promise<string> =>
  String((await db.driver.all('select import from import_quarantine where id = ?', [id]))[0]?.['import']);

export type QuarantineRow = {
  readonly id: number;
  readonly import: string;
  readonly row: number;
  readonly cells: [string, string][];
  readonly problems: RowProblem[];
  readonly state: QuarantinedRow['state'];
  readonly customer: number | null;
};

const quarantineJson =
  "json_object('id', id, 'import', import, 'row', row, 'cells', json(cells), 'problems', json(problems), 'state', state, 'customer', customer) as value";

export const quarantinedRowOf = ({ id, row, cells, problems, state, customer }: QuarantineRow): QuarantinedRow => ({
  id,
  row,
  cells,
  problems,
  state,
  customer: customer === null ? null : customerIdOf(customer),
});

export async function listQuarantine(
  db: ReadDb,
  id: string,
  { state, after, limit }: { state: 'open' | 'all'; after: number; limit: number },
): Promise<{ open: number; rows: QuarantinedRow[] }> {
  const [counted] = await db.driver.all(
    "select count(*) as open from import_quarantine where import = ?1 and state = 'open'",
    [id],
  );
  const rows = await packedRows<QuarantineRow>(
    db,
    `select ${quarantineJson} from import_quarantine where import = ?1 and id > ?2 ${state === 'open' ? "and state = 'open'" : ''} order by id limit ?3`,
    [id, after, limit],
  );
  return { open: Number(counted?.['open'] ?? 0), rows: rows.map(quarantinedRowOf) };
}

export async function findQuarantined(db: ReadDb, id: number): Promise<QuarantineRow | null> {
  const [row] = await packedRows<QuarantineRow>(db, `select ${quarantineJson} from import_quarantine where id = ?1`, [
    id,
  ]);
  return row ?? null;
}

export async function updateQuarantined(db: WriteDb, row: QuarantineRow): Promise<void> {
  await db.driver.run(
    'update import_quarantine set cells = ?2, problems = ?3, state = ?4, customer = ?5 where id = ?1',
    [row.id, JSON.stringify(row.cells), JSON.stringify(row.problems), row.state, row.customer],
  );
}

/** Moves rows of the account from quarantine to where they went. */
export async function moveFromQuarantine(
  db: WriteDb,
  id: string,
  to: 'imported' | 'merged' | 'skipped',
  rows: number,
): Promise<void> {
  await db.driver.run(`update imports set quarantined = quarantined - ?2, ${to} = ${to} + ?2 where id = ?1`, [
    id,
    rows,
  ]);
}

/** Discards open rows; gives how many of which import. */
export async function discardRows(db: WriteDb, ids: readonly number[]): Promise<{ import: string; rows: number }[]> {
  const asked = JSON.stringify(ids);
  const found = await db.driver.all(
    `select import, count(*) as rows from import_quarantine
     where id in (select value from json_each(?1)) and state = 'open' and import in (select id from imports where undone_at is null) group by import`,
    [asked],
  );
  await db.driver.run(
    `update import_quarantine set state = 'discarded'
     where id in (select value from json_each(?1)) and state = 'open' and import in (select id from imports where undone_at is null)`,
    [asked],
  );
  return found.map((row) => ({ import: String(row['import']), rows: Number(row['rows']) }));
}
