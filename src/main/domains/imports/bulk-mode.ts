/** Large loads: indexes are put aside and built in one go from all rows once these are in; the search is fed in large pieces. */
import type { WriteDb } from '../../db/handles';
import { usualCacheKib } from '../../db/settings';
import { SearchFeed } from './search-feed';
import type { Blob } from './worker-messages';

/** Fewer new rows than this, or less than a fifth of what is there, are entered one by one as usual. */
const largeRows = 20_000;

export const isLarge = (newRows: number, there: number): boolean => newRows >= largeRows && newRows * 5 >= there;

/** Rows go in at the end and are read from end to end, so pages need not be kept; the search grows in memory meanwhile. */
const cacheKib = 16_384;

/** The trigger that enters new customers in the search. Those for changes and removals stay while the search grows in the store. */
const additions = 'customers_search_added';

type SchemaObject = { readonly type: 'index' | 'trigger'; readonly name: string; readonly sql: string };

export class BulkMode {
  readonly #db: WriteDb;
  readonly #aside: readonly SchemaObject[];
  readonly #search: SearchFeed;

  private constructor(db: WriteDb, aside: readonly SchemaObject[], search: SearchFeed) {
    this.#db = db;
    this.#aside = aside;
    this.#search = search;
  }

  /** `columns` are those of the packed rows, `there` how many customers there are. */
  static async start(db: WriteDb, columns: readonly string[], there: number): Promise<BulkMode> {
    await db.driver.exec(`pragma cache_size = -${cacheKib}`);
    const search = await SearchFeed.start(db, columns, there === 0);
    const aside = (await db.driver.all(
      "select type, name, sql from sqlite_master where tbl_name = 'customers' and sql is not null and type in ('index', 'trigger') order by type, length(sql), name",
    )) as SchemaObject[];
    const ours = aside.filter(({ type, name }) => type === 'index' || name === additions || search.beside);
    for (const { type, name } of ours) await db.driver.exec(`drop ${type} "${name}"`);
    return new BulkMode(db, ours, search);
  }

  /** Takes a batch of new customers that was entered. Gives memory for another one, if there is any. */
  entered(blob: Blob): Promise<ArrayBuffer | undefined> {
    return this.#search.entered(blob);
  }

  /** Customers are about to be changed to what the packed `updates` hold. */
  change(updates: Blob): Promise<void> {
    return this.#search.change(updates);
  }

  /** Brings the search up to date and puts indexes and triggers back. */
  async end(step: (done: number, total: number) => void): Promise<void> {
    const indexes = this.#aside.filter(({ type }) => type === 'index');
    const triggers = this.#aside.filter(({ type }) => type === 'trigger');
    const total = indexes.length + 2;
    step(0, total);
    // A search beside the store is joined while the first, narrow index is built, and gone from memory before the wide one.
    const joined = this.#search.join();
    joined.catch(() => undefined);
    const [first, ...others] = indexes;
    if (first !== undefined) await this.#db.driver.exec(first.sql);
    step(1, total);
    await joined;
    await this.#search.move();
    await this.#search.close();
    for (const [index, { sql }] of others.entries()) {
      step(index + 2, total);
      await this.#db.driver.exec(sql);
    }
    for (const { sql } of triggers) await this.#db.driver.exec(sql);
    step(total, total);
  }

  async close(): Promise<void> {
    await this.#db.driver.exec(`pragma cache_size = -${usualCacheKib}`);
    await this.#search.close();
  }
}
