/** Large loads: search entries and indexes are put aside, and built in one go from all rows once these are in. */
import type { WriteDb } from '../../db/handles';

/** Fewer new rows than this, or less than a fifth of what is there, are entered one by one as usual. */
const largeRows = 20_000;

export const isLarge = (newRows: number, there: number): boolean => newRows >= largeRows && newRows * 5 >= there;

export type BulkMode = {
  /** Puts indexes and triggers back and enters the new rows in the search. `lastBefore` is the last number there was. */
  restore(lastBefore: number, step: (done: number, total: number) => void): Promise<void>;
};

type SchemaObject = { readonly type: 'index' | 'trigger'; readonly name: string; readonly sql: string };

/** While it lasts memory for the search index may be larger, so that it is written in few large pieces. */
const searchMemory = 64 * 1024 * 1024;
const usualSearchMemory = 1024 * 1024;

export async function startBulkMode(db: WriteDb): Promise<BulkMode> {
  const { driver } = db;
  const objects = (await driver.all(
    "select type, name, sql from sqlite_master where tbl_name = 'customers' and type in ('index', 'trigger') and sql is not null order by type, name",
  )) as SchemaObject[];
  for (const { type, name } of objects) await driver.exec(`drop ${type} "${name}"`);
  return {
    restore: async (lastBefore, step) => {
      const indexes = objects.filter(({ type }) => type === 'index');
      const total = indexes.length + 1;
      let done = 0;
      for (const { sql } of indexes) {
        step(done, total);
        await driver.exec(sql);
        done += 1;
      }
      step(done, total);
      await driver.exec(`insert into customers_search (customers_search, rank) values ('hashsize', ${searchMemory})`);
      await driver.run('insert into customers_search (rowid, search_text) select number, search_text from customers where number > ?1', [lastBefore]);
      await driver.exec(`insert into customers_search (customers_search, rank) values ('hashsize', ${usualSearchMemory})`);
      for (const { type, sql } of objects) if (type === 'trigger') await driver.exec(sql);
    },
  };
}

/** Changes customers that are already in the search while its triggers are away. */
export async function aroundSearch(db: WriteDb, numbers: string, change: () => Promise<void>): Promise<void> {
  const { driver } = db;
  await driver.run(
    `insert into customers_search (customers_search, rowid, search_text)
     select 'delete', number, search_text from customers where number in (select value from json_each(?1))`,
    [numbers],
  );
  await change();
  await driver.run(
    'insert into customers_search (rowid, search_text) select number, search_text from customers where number in (select value from json_each(?1))',
    [numbers],
  );
}
