/** Large loads: indexes are put aside and built in one go from all rows once these are in; search entries are made in large portions. */
import type { WriteDb } from '../../db/handles';

/** Fewer new rows than this, or less than a fifth of what is there, are entered one by one as usual. */
const largeRows = 20_000;

export const isLarge = (newRows: number, there: number): boolean => newRows >= largeRows && newRows * 5 >= there;

/**
 * The search writes a piece of its own at the end of every statement. Sixteen pieces would be joined at once, so a million
 * rows come in fewer; more rows than the cache holds would have to be read and decrypted again.
 */
const searchPortion = (newRows: number): number => Math.min(Math.max(Math.ceil(newRows / 14), 20_000), 120_000);
/** While it lasts memory for the search may be larger, so that it is written in few large pieces. */
const searchMemory = 48 * 1024 * 1024;
const usualSearchMemory = 1024 * 1024;
/** FTS5's own: from so many pieces of one size on it joins them while it writes. */
const usualJoining = 4;

/** The trigger that enters new customers in the search; those for changes and removals stay. */
const additions = 'customers_search_added';

type SchemaObject = { readonly type: 'index' | 'trigger'; readonly name: string; readonly sql: string };

export class BulkMode {
  readonly #db: WriteDb;
  readonly #aside: readonly SchemaObject[];
  readonly #portion: number;
  #searched: number;
  #waiting = 0;

  private constructor(db: WriteDb, aside: readonly SchemaObject[], lastBefore: number, newRows: number) {
    this.#db = db;
    this.#aside = aside;
    this.#portion = searchPortion(newRows);
    this.#searched = lastBefore;
  }

  /** `lastBefore` is the last customer number there was, `newRows` about how many come. */
  static async start(db: WriteDb, lastBefore: number, newRows: number): Promise<BulkMode> {
    const aside = (await db.driver.all(
      `select type, name, sql from sqlite_master where tbl_name = 'customers' and sql is not null and (type = 'index' or name = '${additions}') order by type, name`,
    )) as SchemaObject[];
    for (const { type, name } of aside) await db.driver.exec(`drop ${type} "${name}"`);
    await configureSearch(db, { hashsize: searchMemory, automerge: 0 });
    return new BulkMode(db, aside, lastBefore, newRows);
  }

  /** Tells that rows were entered; now and then the search catches up, while the worker is still reading. */
  async entered(rows: number): Promise<void> {
    this.#waiting += rows;
    if (this.#waiting >= this.#portion) await this.#search();
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
    const total = this.#aside.length + 2;
    step(0, total);
    await this.catchUp();
    await configureSearch(this.#db, { hashsize: usualSearchMemory, automerge: usualJoining });
    step(1, total);
    // One piece is searched fastest, and the next customer that is typed does not have to wait until many are joined.
    await this.#db.driver.exec("insert into customers_search (customers_search) values ('optimize')");
    for (const [index, { sql }] of this.#aside.entries()) {
      step(index + 2, total);
      await this.#db.driver.exec(sql);
    }
  }
}

async function configureSearch(db: WriteDb, settings: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await db.driver.run('insert into customers_search (customers_search, rank) values (?1, ?2)', [name, value]);
}
