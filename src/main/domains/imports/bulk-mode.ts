/** Large loads: indexes are put aside and built in one go from all rows once these are in; search entries are made in large portions. */
import type { WriteDb } from '../../db/handles';

/** Fewer new rows than this, or less than a fifth of what is there, are entered one by one as usual. */
const largeRows = 20_000;

export const isLarge = (newRows: number, there: number): boolean => newRows >= largeRows && newRows * 5 >= there;

/** The search writes what it has gathered at the end of every statement, so a statement should bring many rows. */
const searchPortion = 40_000;
/** While it lasts memory for the search may be larger, so that it is written in few large pieces. */
const searchMemory = 48 * 1024 * 1024;
const usualSearchMemory = 1024 * 1024;

/** The trigger that enters new customers in the search; those for changes and removals stay. */
const additions = 'customers_search_added';

type SchemaObject = { readonly type: 'index' | 'trigger'; readonly name: string; readonly sql: string };

export class BulkMode {
  readonly #db: WriteDb;
  readonly #aside: readonly SchemaObject[];
  #searched: number;
  #waiting = 0;

  private constructor(db: WriteDb, aside: readonly SchemaObject[], lastBefore: number) {
    this.#db = db;
    this.#aside = aside;
    this.#searched = lastBefore;
  }

  /** `lastBefore` is the last customer number there was. */
  static async start(db: WriteDb, lastBefore: number): Promise<BulkMode> {
    const aside = (await db.driver.all(
      `select type, name, sql from sqlite_master where tbl_name = 'customers' and sql is not null and (type = 'index' or name = '${additions}') order by type, name`,
    )) as SchemaObject[];
    for (const { type, name } of aside) await db.driver.exec(`drop ${type} "${name}"`);
    await db.driver.exec(`insert into customers_search (customers_search, rank) values ('hashsize', ${searchMemory})`);
    return new BulkMode(db, aside, lastBefore);
  }

  /** Tells that rows were entered; now and then the search catches up, while the worker is still reading. */
  async entered(rows: number): Promise<void> {
    this.#waiting += rows;
    if (this.#waiting >= searchPortion) await this.#search();
  }

  /** Before customers are changed the search must hold them, or its trigger would take out what is not in. */
  async catchUp(): Promise<void> {
    if (this.#waiting > 0) await this.#search();
  }

  async #search(): Promise<void> {
    const [row] = await this.#db.driver.all('select max(number) as last from customers');
    const last = Number(row?.['last'] ?? 0);
    await this.#db.driver.run(
      'insert into customers_search (rowid, search_text) select number, search_text from customers where number > ?1 and number <= ?2',
      [this.#searched, last],
    );
    this.#searched = last;
    this.#waiting = 0;
  }

  /** Brings the search up to date and puts indexes and trigger back. */
  async end(step: (done: number, total: number) => void): Promise<void> {
    const total = this.#aside.length + 1;
    step(0, total);
    await this.catchUp();
    await this.#db.driver.exec(
      `insert into customers_search (customers_search, rank) values ('hashsize', ${usualSearchMemory})`,
    );
    for (const [index, { sql }] of this.#aside.entries()) {
      step(index + 1, total);
      await this.#db.driver.exec(sql);
    }
  }
}
