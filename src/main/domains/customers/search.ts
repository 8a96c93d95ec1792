/** Finding people by any part of any word: trigrams narrow the table down, the text itself decides. */
import { fold } from '#shared/kernel/text';
import type { CustomerFilter } from '#shared/domains/customers/model';
import type { SqlValue } from '../../db/driver';
import { packedRows, type ReadDb } from '../../db/handles';

/** More trigrams than this narrow nothing down that the check of the text would not decide anyway; they only cost time. */
const mostTrigrams = 14;
/** So many rows at the beginning of an index are looked at for words too short for trigrams. */
const mostLooked = 400;
/** Up to this size a text of one or two characters is looked for everywhere; above, at the beginnings of names and addresses. */
const smallStore = 50_000;

/** What a person typed, as folded words. Text that cannot be stored cannot be found, and harms nothing. */
export function wordsOf(typed: string): string[] {
  if (!typed.isWellFormed()) return [];
  return fold(typed)
    .split(/[\s\u0000]+/)
    .filter((word) => word !== '');
}

/** The words as a match expression: trigrams spread over every word, each quoted so that nothing in it is an operator. Null when no word is long enough. */
export function matchOf(words: readonly string[]): string | null {
  const trigrams = new Set<string>();
  for (const word of words) {
    // By code point, as the index's tokenizer counts them.
    const characters = Array.from(word);
    for (let start = 0; start + 3 <= characters.length; start += 1)
      trigrams.add(characters.slice(start, start + 3).join(''));
  }
  if (trigrams.size === 0) return null;
  return spread([...trigrams], mostTrigrams)
    .map((trigram) => `"${trigram.replaceAll('"', '""')}"`)
    .join(' AND ');
}

/** At most so many of a list, evenly over its length, first and last included. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, index) => list[Math.round((index * (list.length - 1)) / (most - 1))] as T);
}

type Condition = { readonly sql: string; readonly values: SqlValue[] };

/** The filter's other parts as SQL on the row itself, for searches that read the row anyway. */
export function conditionOf(filter: CustomerFilter): Condition {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const oneOf = (column: string, choices: readonly string[] | undefined): void => {
    if (choices === undefined || choices.length === 0) return;
    parts.push(`coalesce(${column}, '') in (select value from json_each(?))`);
    values.push(JSON.stringify(choices));
  };
  oneOf('customers.country', filter.country);
  oneOf('customers.marketing', filter.marketing);
  oneOf('customers.source', filter.source);
  oneOf('customers.language', filter.language);
  if (filter.tag !== undefined && filter.tag.length > 0) {
    parts.push(
      `exists (select 1 from json_each(customers.tags) as tag where tag.value in (select value from json_each(?)))`,
    );
    values.push(JSON.stringify(filter.tag));
  }
  if (filter.import !== undefined) {
    parts.push('customers.import = ?');
    values.push(filter.import);
  }
  return { sql: parts.map((part) => ` and ${part}`).join(''), values };
}

/** How many people a filter without text finds. */
export async function countCustomers(db: ReadDb, filter: CustomerFilter): Promise<number> {
  const { sql, values } = conditionOf(filter);
  const [row] = await db.driver.all(`select count(*) as total from customers where true${sql}`, values);
  return Number(row?.['total']);
}

type Range = { readonly after?: number; readonly limit: number };

/** Numbers of people a filter without text finds, lowest first from `after` on. */
export async function filteredNumbers(
  db: ReadDb,
  filter: CustomerFilter,
  { after = 0, limit }: Range,
): Promise<number[]> {
  const { sql, values } = conditionOf(filter);
  return packedRows<number>(
    db,
    `select number as value from customers where number > ?${sql} order by number limit ?`,
    [after, ...values, limit],
  );
}

/** Numbers of people whose text holds every word, lowest first from `after` on, at most `limit`. */
export async function findNumbers(db: ReadDb, filter: CustomerFilter, { after = 0, limit }: Range): Promise<number[]> {
  const words = wordsOf(filter.text ?? '');
  if (words.length === 0) return [];
  const match = matchOf(words);
  const { sql, values } = conditionOf(filter);
  const holds = words.map(() => ' and instr(customers.search_text, ?) > 0').join('');
  if (match !== null) {
    return packedRows<number>(
      db,
      `select customers.number as value from customers_search join customers on customers.number = customers_search.rowid
        where customers_search match ? and customers_search.rowid > ?${holds}${sql}
        order by customers_search.rowid limit ?`,
      [match, after, ...words, ...values, limit],
    );
  }
  if (await isSmall(db)) {
    return packedRows<number>(
      db,
      `select number as value from customers where number > ?${holds}${sql} order by number limit ?`,
      [after, ...words, ...values, limit],
    );
  }
  const [first = ''] = words;
  const beginning = [first, `${first}\u{10ffff}`];
  // Words this short say little: the beginnings of names and addresses answer, in the order of the indexes.
  const most = words.length === 1 && sql === '' ? limit : mostLooked;
  return packedRows<number>(
    db,
    `select number as value from (
       select number from (select number from customers where sort_name >= ? and sort_name < ? order by sort_name, number limit ${most})
       union select number from (select number from customers where email_key >= ? and email_key < ? order by email_key, number limit ${most}))
     join customers using (number) where number > ?${holds}${sql} order by number limit ?`,
    [...beginning, ...beginning, after, ...words, ...values, limit],
  );
}

/** Numbers are never used twice, so the highest says how large the store can be. */
async function isSmall(db: ReadDb): Promise<boolean> {
  const [row] = await db.driver.all('select max(number) as last from customers');
  return Number(row?.['last'] ?? 0) <= smallStore;
}

/** The best first: whose name or address begins with what was typed, then all others that hold it. */
export async function searchPeople(
  db: ReadDb,
  typed: string,
  limit: number,
): Promise<{ numbers: number[]; more: boolean }> {
  const words = wordsOf(typed);
  const [first] = words;
  if (first === undefined) return { numbers: [], more: false };
  const holds = words.map(() => ' and instr(search_text, ?) > 0').join('');
  const looked = limit + mostLooked;
  const leading = await packedRows<number>(
    db,
    `select number as value from (
       select * from (select number, search_text from customers where sort_name >= ? and sort_name < ? order by sort_name, number limit ${looked})
       union all select * from (select number, search_text from customers where email_key >= ? and email_key < ? order by email_key, number limit ${looked}))
     where true${holds} limit ?`,
    [first, `${first}\u{10ffff}`, first, `${first}\u{10ffff}`, ...words, limit + 1],
  );
  const found = new Set(leading);
  if (found.size <= limit) {
    for (const number of await findNumbers(db, { text: typed }, { limit: limit + 1 + found.size })) found.add(number);
  }
  const numbers = [...found];
  return { numbers: numbers.slice(0, limit), more: numbers.length > limit };
}
