/** The search of a large import: fed from the packed rows, beside the store in memory where it can be. */
import { type Driver, openDriver } from '../../db/driver';
import type { WriteDb } from '../../db/handles';
import { bytesOf } from '../../db/jsonb';
import { contentColumns, pathOf } from './columns';
import type { Blob } from './worker-messages';

/** The search writes a piece of its own at the end of every statement; so many batches make one. */
const batchesInPiece = 6;
/** Batches that may wait for a search that is built beside, before the rows wait for it. */
const mostWaiting = batchesInPiece;
/** Pieces are joined once, when all are there. */
const whileFeeding = { automerge: 0, crisismerge: 1_999, hashsize: 8 * 1024 * 1024 };
/** FTS5's own. */
const usual = { automerge: 4, crisismerge: 16, hashsize: 1024 * 1024 };
/** So many blocks of the finished search move into the store in one step. */
const blocksAtOnce = 100;

const store = 'customers_search';

export class SearchFeed {
  readonly #db: WriteDb;
  /** Where the search grows: a database in memory, or the store itself. */
  readonly #driver: Driver;
  readonly #textPath: string;
  #waiting: Blob[] = [];
  #free: ArrayBuffer[] = [];
  #fed: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  #closed = false;

  private constructor(db: WriteDb, driver: Driver, textPath: string) {
    this.#db = db;
    this.#driver = driver;
    this.#textPath = textPath;
  }

  /**
   * `columns` are those of the packed rows. Where the store has no customers yet, the search is built in memory by a
   * connection of its own, at the same time as the rows go in, and moved into the store at the end.
   */
  static async start(db: WriteDb, columns: readonly string[], empty: boolean): Promise<SearchFeed> {
    const driver = empty ? await openDriver(':memory:', { mode: 'create' }) : db.driver;
    if (empty) {
      // What fails here fails the import, so there is nothing to take back.
      await driver.exec('pragma journal_mode = off; pragma secure_delete = off');
      // The store's own, but that it has no texts to look at.
      await driver.exec((await definition(db)).replace(/content = '\w+', content_rowid = '\w+'/, "content = ''"));
    }
    await configure(driver, whileFeeding);
    return new SearchFeed(db, driver, pathOf(columns.indexOf('search_text') + 1));
  }

  /** True when the search grows beside the store, whose triggers must then leave it alone. */
  get beside(): boolean {
    return this.#driver !== this.#db.driver;
  }

  /** Takes a batch that was entered. Gives memory of one that is done with, if there is any. */
  async entered(blob: Blob): Promise<ArrayBuffer | undefined> {
    this.#waiting.push(blob);
    if (this.#waiting.length >= batchesInPiece) {
      const fed = this.#feed();
      if (!this.beside || this.#underWay > mostWaiting) await fed;
    }
    return this.#free.pop();
  }

  #feed(): Promise<unknown> {
    const blobs = this.#waiting;
    this.#waiting = [];
    if (blobs.length === 0) return this.#fed;
    this.#underWay += blobs.length;
    const parts = blobs.map(
      (_, index) =>
        `select json_extract(value, '${pathOf(0)}'), json_extract(value, '${this.#textPath}') from jsonb_each(?${index + 1})`,
    );
    const sql = `insert into ${store} (rowid, search_text) ${parts.join(' union all ')}`;
    this.#fed = this.#fed.then(async () => {
      await this.#driver.run(sql, blobs.map(bytesOf));
      this.#underWay -= blobs.length;
      this.#free.push(...blobs.map(({ buffer }) => buffer));
    });
    // Whoever awaits it next learns of a failure; until then it is nobody's.
    this.#fed.catch(() => undefined);
    return this.#fed;
  }

  /**
   * Customers are about to be changed, to what `updates` holds (packed as `updatePacked` takes them). All that was entered
   * must be in the search first: the old text is taken out of it, here or by the store's trigger.
   */
  async change(updates: Blob): Promise<void> {
    await this.#feed();
    if (!this.beside) return;
    const text = pathOf(contentColumns.indexOf('search_text') + 2);
    const [row] = await this.#db.driver.all(
      `select json_group_array(json_array(number, was, now)) as packed from (
         select number, search_text as was, json_extract(packed.value, '${text}') as now
         from jsonb_each(?1) as packed join customers on number = json_extract(packed.value, '${pathOf(0)}')
         where was <> now order by number)`,
      [bytesOf(updates)],
    );
    const changed = String(row?.['packed']);
    await this.#driver.run(
      `insert into ${store} (${store}, rowid, search_text) select 'delete', json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?1)`,
      [changed],
    );
    await this.#driver.run(
      `insert into ${store} (rowid, search_text) select json_extract(value, '$[0]'), json_extract(value, '$[2]') from json_each(?1)`,
      [changed],
    );
  }

  /** Takes in what waits and joins the pieces: one is searched fastest, and the next customer that is typed need not wait for it. */
  async join(): Promise<void> {
    await this.#feed();
    await configure(this.#driver, usual);
    await this.#driver.exec(`insert into ${store} (${store}) values ('optimize')`);
  }

  /** Moves a search that grew beside into the store: its blocks as they are. */
  async move(): Promise<void> {
    if (!this.beside) return;
    // Made anew, because a search that has been used remembers its blocks, and would go on with those it remembers.
    const sql = await definition(this.#db);
    await this.#db.driver.exec(`drop table ${store}; ${sql}; delete from ${store}_data; delete from ${store}_idx`);
    let moved: Promise<unknown> = Promise.resolve();
    for (let after = -1; ;) {
      const [row] = await this.#driver.all(
        `select json_group_array(json_array(id, hex(block))) as packed, max(id) as last from (
           select id, block from ${store}_data where id > ?1 order by id limit ${blocksAtOnce})`,
        [after],
      );
      if (row?.['last'] == null) break;
      after = Number(row['last']);
      await moved;
      // The next blocks are read while these go in.
      moved = this.#db.driver.run(
        `insert into ${store}_data (id, block) select json_extract(value, '$[0]'), unhex(json_extract(value, '$[1]')) from json_each(?1)`,
        [String(row['packed'])],
      );
    }
    await moved;
    const [row] = await this.#driver.all(
      `select json_group_array(json_array(segid, hex(term), pgno)) as packed from ${store}_idx`,
    );
    await this.#db.driver.run(
      `insert into ${store}_idx (segid, term, pgno) select json_extract(value, '$[0]'), unhex(json_extract(value, '$[1]')), json_extract(value, '$[2]') from json_each(?1)`,
      [String(row?.['packed'])],
    );
  }

  /** Gives its memory back, however the import ended. */
  async close(): Promise<void> {
    if (!this.beside || this.#closed) return;
    this.#closed = true;
    this.#free = [];
    await this.#fed.catch(() => undefined);
    await this.#driver.close();
  }
}

async function definition(db: WriteDb): Promise<string> {
  const [row] = await db.driver.all('select sql from sqlite_master where name = ?1', [store]);
  return String(row?.['sql']);
}

async function configure(driver: Driver, settings: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await driver.run(`insert into ${store} (${store}, rank) values (?1, ?2)`, [name, value]);
}
