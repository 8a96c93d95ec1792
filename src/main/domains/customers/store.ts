/** Customers in the store: adding, changing, joining, removing, their history and their likely duplicates. */
import type { ChangeEvent, CustomerChange, CustomerFields, DuplicateCluster } from '#shared/domains/customers/model';
import { customerIdOf } from '#shared/domains/customers/model';
import { storedColumns, storedFields } from '#shared/domains/customers/normalise';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';
import { customerOf, readCustomers, recordOf } from './rows';

/** A customer's content before it has a number. */
export type Content = {
  readonly fields: CustomerFields;
  readonly custom: Readonly<Record<string, string>>;
  readonly originals: Readonly<Record<string, string>>;
};

const columnsOf = ({ fields, custom, originals }: Content) => storedColumns(fields, custom, originals);

export async function insertCustomer(db: WriteDb, content: Content, at: Instant): Promise<number> {
  const { insertId } = await db.query
    .insertInto('customers')
    .values({ ...columnsOf(content), created_at: at, changed_at: at, import: null })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** False when the customer is not at `revision` any more. */
export async function updateCustomer(
  db: WriteDb,
  number: number,
  revision: number,
  content: Content,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('customers')
    .set({ ...columnsOf(content), changed_at: at, revision: revision + 1 })
    .where('number', '=', number)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  // The search index is kept by a trigger whose own changes are not counted here.
  return numUpdatedRows >= 1n;
}

/** Removes customers with everything that hangs on them: history, merge records, places in clusters, the search index. */
export async function deleteCustomers(db: WriteDb, numbers: readonly number[]): Promise<number> {
  const list = JSON.stringify(numbers);
  await db.driver.run('delete from import_merges where customer in (select value from json_each(?))', [list]);
  // The quarantined row they came from holds the same data.
  await db.driver.run('delete from import_quarantine where customer in (select value from json_each(?))', [list]);
  await leaveClusters(db, list);
  const [before] = await db.driver.all(
    'select count(*) as there from customers where number in (select value from json_each(?))',
    [list],
  );
  await db.driver.run('delete from customers where number in (select value from json_each(?))', [list]);
  return Number(before?.['there']);
}

/** Takes back a yes to marketing. Gives how many people had said one. */
export async function stopMarketing(db: WriteDb, numbers: readonly number[], at: Instant): Promise<number> {
  const { changes } = await db.driver.run(
    `update customers set marketing = 'unsubscribed', marketing_on = ?2, changed_at = ?2, revision = revision + 1
       where number in (select value from json_each(?1)) and marketing = 'subscribed'`,
    [JSON.stringify(numbers), at],
  );
  return changes;
}

/** Takes customers out of all clusters; a cluster of fewer than two is gone. Only the clusters they were in are looked at. */
async function leaveClusters(db: WriteDb, list: string): Promise<void> {
  const clusters = JSON.stringify(
    await packedRows<number>(
      db,
      'select distinct cluster as value from duplicate_members where customer in (select value from json_each(?))',
      [list],
    ),
  );
  await db.driver.run('delete from duplicate_members where customer in (select value from json_each(?))', [list]);
  await db.driver.run(
    `delete from duplicate_clusters where id in (select value from json_each(?))
        and (select count(*) from duplicate_members where cluster = duplicate_clusters.id) < 2`,
    [clusters],
  );
  await db.driver.run(
    `update duplicate_clusters set survivor = (select min(customer) from duplicate_members where cluster = duplicate_clusters.id)
      where id in (select value from json_each(?))
        and survivor not in (select customer from duplicate_members where cluster = duplicate_clusters.id)`,
    [clusters],
  );
}

/** A joined customer's history and its corrected import rows go on under the survivor. */
export async function handOver(db: WriteDb, survivor: number, others: readonly number[]): Promise<void> {
  const list = JSON.stringify(others);
  await db.driver.run('update customer_changes set customer = ? where customer in (select value from json_each(?))', [
    survivor,
    list,
  ]);
  await db.driver.run('update import_quarantine set customer = ? where customer in (select value from json_each(?))', [
    survivor,
    list,
  ]);
}

export async function insertChange(
  db: WriteDb,
  number: number,
  change: { at: Instant; actor: string; event: ChangeEvent; changes: CustomerChange['changes'] },
): Promise<void> {
  await db.query
    .insertInto('customer_changes')
    .values({
      customer: number,
      at: change.at,
      actor: change.actor,
      event: change.event,
      changes: JSON.stringify(change.changes),
    })
    .execute();
}

const longestHistory = 1_000;

/** Newest first. */
export async function historyOf(db: ReadDb, number: number): Promise<CustomerChange[]> {
  const rows = await db.query
    .selectFrom('customer_changes')
    .select(['at', 'actor', 'event', 'changes'])
    .where('customer', '=', number)
    .orderBy('id', 'desc')
    .limit(longestHistory)
    .execute();
  return rows.map(({ at, actor, event, changes }) => ({
    at: at as Instant,
    actor,
    event: event as ChangeEvent,
    changes: JSON.parse(changes) as CustomerChange['changes'],
  }));
}

/** Open clusters after an id, with their members as people see them; with `of`, only those this customer is in. */
export async function listClusters(
  db: ReadDb,
  { after, limit, of }: { readonly after: number; readonly limit: number; readonly of: number | null },
): Promise<{ open: number; clusters: DuplicateCluster[] }> {
  const [counted] = await db.driver.all("select count(*) as open from duplicate_clusters where state = 'open'");
  const rows = await packedRows<[number, DuplicateCluster['reason'], number, number, number[]]>(
    db,
    `select json_array(id, reason, likeness, survivor, (select json_group_array(customer) from duplicate_members where cluster = duplicate_clusters.id)) as value
       from duplicate_clusters where state = 'open' and id > ?1${of === null ? '' : ' and id in (select cluster from duplicate_members where customer = ?3)'} order by id limit ?2`,
    of === null ? [after, limit] : [after, limit, of],
  );
  const people = new Map(
    (
      await readCustomers(
        db,
        rows.flatMap(([, , , , members]) => members),
      )
    ).map((row) => [row.number, customerOf(row)]),
  );
  return {
    open: Number(counted?.['open']),
    clusters: rows.map(([id, reason, likeness, survivor, members]) => ({
      id,
      reason,
      likeness,
      survivor: customerIdOf(survivor),
      members: members.flatMap((member) => people.get(member) ?? []),
    })),
  };
}

/** False when there is no such open cluster. */
export async function closeCluster(db: WriteDb, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('duplicate_clusters')
    .set({ state: 'apart' })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The business's own fields by name, for checking values against. */
export async function customFields(db: ReadDb): Promise<{ name: string; label: string; kind: string }[]> {
  return db.query
    .selectFrom('fields')
    .select(['name', 'label', 'kind'])
    .where('custom', '=', 1)
    .orderBy('position')
    .execute();
}

export type ExportRow = {
  readonly id: string;
  readonly cells: readonly (string | null)[];
  readonly custom: Record<string, string>;
};

/** A batch of people for a file: number and the standard fields in their order, the business's own beside them. */
export async function exportBatch(db: ReadDb, numbers: readonly number[]): Promise<ExportRow[]> {
  const rows = await packedRows<(string | number | null)[]>(
    db,
    `select json_array(number, ${storedFields.join(', ')}, custom) as value from customers
      where number in (select value from json_each(?)) order by number`,
    [JSON.stringify(numbers)],
  );
  return rows.map((row) => ({
    id: customerIdOf(Number(row[0])),
    cells: row.slice(1, 1 + storedFields.length) as (string | null)[],
    custom: recordOf((row.at(-1) as string | null | undefined) ?? null),
  }));
}
