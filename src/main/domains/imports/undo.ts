/** Takes an import back: its customers go, merged ones return to what they were; what people changed since then stays. */
import { brokenRule, notFound } from '#shared/kernel/failures';
import type { WriteDb } from '../../db/handles';
import { contentColumns } from './columns';

/** From so many on, indexes and search are rebuilt instead of being told of every row. */
const largeRemoval = 20_000;

/** The search is emptied and built from what is left when most of it would go; indexes cost little to keep while rows go in order. */
async function removeOwn(db: WriteDb, id: string, rows: number): Promise<void> {
  const remove = () => db.driver.run('delete from customers where import = ?1 and revision = 1', [id]);
  if (rows < largeRemoval) {
    await remove();
    return;
  }
  const trigger = "select sql from sqlite_master where type = 'trigger' and name = 'customers_search_removed'";
  const [found] = await db.driver.all(trigger);
  await db.driver.exec('drop trigger customers_search_removed');
  await remove();
  await db.driver.exec("insert into customers_search (customers_search) values ('rebuild')");
  await db.driver.exec(String(found?.['sql']));
}

export type Undone = { removed: number; restored: number; keptBecauseChanged: number };

export async function undoImport(
  db: WriteDb,
  id: string,
  facts: { actor: string; at: string },
  step: () => void,
): Promise<Undone> {
  const { driver } = db;
  const count = async (sql: string): Promise<number> =>
    Number(Object.values((await driver.all(sql, [id]))[0] ?? {})[0] ?? 0);
  const [found] = await driver.all('select undone_at from imports where id = ?1', [id]);
  if (!found) throw notFound('import');
  if (found['undone_at'] !== null) throw brokenRule('imports.undone');

  // Customers that were there before, with the first thing this import found them as. Each logged row counted the revision up by one.
  await driver.exec(
    'create temp table if not exists undone_merges (customer integer primary key, before text not null, untouched integer not null)',
  );
  await driver.exec('delete from temp.undone_merges');
  await driver.run(
    `insert into temp.undone_merges (customer, before, untouched)
     select first.customer, log.before, customers.revision = json_extract(log.before, '$.revision') + first.rows
     from (select customer, min(id) as id, count(*) as rows from import_merges where import = ?1 group by customer) as first
     join import_merges as log on log.id = first.id
     join customers on customers.number = first.customer
     where customers.import is not ?1`,
    [id],
  );
  step();
  const set = [...contentColumns, 'revision', 'changed_at'].map(
    (column) => `${column} = json_extract(log.before, '$.${column}')`,
  );
  await driver.run(
    `insert into customer_changes (customer, at, actor, event, changes)
     select history.customer, ?2, ?3, 'import-undone', json_group_object(change.key, json_array(json_extract(change.value, '$[1]'), json_extract(change.value, '$[0]')))
     from customer_changes as history, json_each(history.changes) as change
     where history.event = 'import-merged' and history.customer in (select customer from temp.undone_merges where untouched)
       and history.at in (select started_at from imports where id = ?1)
     group by history.customer`,
    [id, facts.at, facts.actor],
  );
  const { changes: restored } = await driver.run(
    `update customers set ${set.join(', ')} from temp.undone_merges as log where customers.number = log.customer and log.untouched`,
  );
  const keptMerged = Number(
    (await driver.all('select count(*) as kept from temp.undone_merges where not untouched'))[0]?.['kept'] ?? 0,
  );
  step();

  const own = await count('select count(*) from customers where import = ?1');
  const kept = await count('select count(*) from customers where import = ?1 and revision > 1');
  await removeOwn(db, id, own - kept);
  step();

  await driver.exec(`
    delete from duplicate_clusters where (select count(*) from duplicate_members where cluster = duplicate_clusters.id) < 2;
    update duplicate_clusters set survivor = (select min(customer) from duplicate_members where cluster = duplicate_clusters.id)
      where not exists (select 1 from duplicate_members where cluster = duplicate_clusters.id and customer = duplicate_clusters.survivor);
    drop table temp.undone_merges;
  `);
  // Both hold people's data that has no further use.
  await driver.run('delete from import_merges where import = ?1', [id]);
  await driver.run('delete from import_quarantine where import = ?1', [id]);
  await driver.run('update imports set undone_at = ?2 where id = ?1', [id, facts.at]);
  return { removed: own - kept, restored, keptBecauseChanged: kept + keptMerged };
}
