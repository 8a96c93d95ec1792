/** Finding people by any part of any word: trigrams narrow the table down, the text itself decides. */
import type { CustomerFilter } from '#shared/domains/customers/model';
import { packedRows, type ReadDb } from '../../db/handles';
import { type Commonness, matchOf, wordsOf } from './search-words';
import { conditionOf, lastNumber, type Range } from './selection';

/** So many rows at the beginning of an index are looked at for words too short for trigrams. */
const mostLooked = 400;
/** Up to this size everybody is looked at at once when the index cannot help. */
const smallStore = 50_000;

export const isSmall = async (db: ReadDb): Promise<boolean> => (await lastNumber(db)) <= smallStore;

/** Numbers of people whose text holds every word and whom the rest of the filter finds, lowest first from `after` on: everybody in the end, however long that takes. */
export async function findNumbers(
  db: ReadDb,
  words: readonly string[],
  filter: CustomerFilter,
  { after = 0, limit }: Range,
  commonness: Commonness = null,
): Promise<number[]> {
  if (words.length === 0) return [];
  const match = matchOf(words, commonness);
  const { sql, values } = conditionOf(filter);
  const holds = holdsOf(words);
  if (match === null) {
    return packedRows<number>(
      db,
      `select number as value from customers where number > ?${holds}${sql} order by number limit ?`,
      [after, ...words, ...values, limit],
    );
  }
  return packedRows<number>(
    db,
    `select customers.number as value from customers_search cross join customers on customers.number = customers_search.rowid
      where customers_search match ? and customers_search.rowid > ?${holds}${sql}
      order by customers_search.rowid limit ?`,
    [match, after, ...words, ...values, limit],
  );
}

/** Those of `numbers` whose text holds every word. */
export async function holdingNumbers(
  db: ReadDb,
  words: readonly string[],
  numbers: readonly number[],
): Promise<number[]> {
  return packedRows<number>(
    db,
    `select number as value from customers where number in (select value from json_each(?))${holdsOf(words)}`,
    [JSON.stringify(numbers), ...words],
  );
}

const holdsOf = (words: readonly string[]): string =>
  words.map(() => ' and instr(customers.search_text, ?) > 0').join('');

/** Whom a search shows; `more` when there may be others. */
export type Found = { readonly numbers: number[]; readonly more: boolean };

/** So many people are looked at in one statement, so that nobody waits long behind it. */
const lookedPerRead = 500;

/**
 * Like `findNumbers`, but at once: no more than `mostSeen` people are looked at, and in a large store words too short for
 * trigrams are looked for only at the beginnings of names and addresses. `more` says when there may be others.
 */
export async function findSoon(
  db: ReadDb,
  words: readonly string[],
  { limit, mostSeen }: { readonly limit: number; readonly mostSeen: number },
  commonness: Commonness,
): Promise<Found> {
  const [first] = words;
  if (first === undefined) return { numbers: [], more: false };
  const match = matchOf(words, commonness);
  if (match !== null) {
    const numbers: number[] = [];
    let after = 0;
    for (let seen = 0; seen < mostSeen; seen += lookedPerRead) {
      const looked = await lookAt(db, words, match, { after, limit: limit + 1 - numbers.length });
      numbers.push(...looked.numbers);
      if (numbers.length > limit) return { numbers: numbers.slice(0, limit), more: true };
      if (looked.last === null) return { numbers, more: false };
      after = looked.last;
    }
    return { numbers, more: true };
  }
  if (await isSmall(db)) {
    const numbers = await findNumbers(db, words, {}, { limit: limit + 1 });
    return { numbers: numbers.slice(0, limit), more: numbers.length > limit };
  }
  const beginning = [first, `${first}\u{10ffff}`];
  const most = words.length === 1 ? limit : mostLooked;
  const numbers = await packedRows<number>(
    db,
    `select number as value from (
       select number from (select number from customers where sort_name >= ? and sort_name < ? order by sort_name, number limit ${most})
       union select number from (select number from customers where email_key >= ? and email_key < ? order by email_key, number limit ${most}))
     join customers using (number) where true${holdsOf(words)} order by number limit ?`,
    [...beginning, ...beginning, ...words, limit],
  );
  return { numbers, more: true };
}

/** Looks at the next people the index names: who of them holds every word, and the last one looked at when there may be further ones. */
async function lookAt(
  db: ReadDb,
  words: readonly string[],
  match: string,
  { after = 0, limit }: Range,
): Promise<{ numbers: number[]; last: number | null }> {
  const [looked] = await packedRows<{ numbers: number[]; last: number | null }>(
    db,
    `with named as materialized (
       select rowid as number from customers_search where customers_search match ? and rowid > ? order by rowid limit ${lookedPerRead})
     select json_object(
       'last', iif((select count(*) from named) < ${lookedPerRead}, null, (select max(number) from named)),
       'numbers', (select json_group_array(number) from (
         select customers.number from named cross join customers on customers.number = named.number
          where true${holdsOf(words)} limit ?))) as value`,
    [match, after, ...words, limit],
  );
  return looked ?? { numbers: [], last: null };
}

/** A search for words that are rare only together gives up after so many people, and says that there may be others. */
const mostSeenInSearch = 10_000;

/** The best first: whose name or address begins with what was typed, then all others that hold it. */
export async function searchPeople(
  db: ReadDb,
  typed: string,
  limit: number,
  commonness: Commonness = null,
): Promise<Found> {
  const words = wordsOf(typed);
  if (words.length === 0) return { numbers: [], more: false };
  const found = new Set(await leadingNumbers(db, words, limit + 1));
  let more = found.size > limit;
  if (!more) {
    const others = await findSoon(db, words, { limit: limit + 1, mostSeen: mostSeenInSearch }, commonness);
    for (const number of others.numbers) found.add(number);
    more = others.more || found.size > limit;
  }
  return { numbers: [...found].slice(0, limit), more };
}

/** Names are kept family name first, and people type them either way. Only the indexes are read before the text is looked at. */
async function leadingNumbers(db: ReadDb, words: readonly string[], limit: number): Promise<number[]> {
  const orders = [words, [...words.slice(-1), ...words.slice(0, -1)], [...words.slice(1), ...words.slice(0, 1)]];
  const beginnings = [...new Set(orders.map((order) => order.join(' ')))];
  const values = beginnings.flatMap((beginning) => [beginning, `${beginning}\u{10ffff}`]);
  const range = (key: string, place: number, at: number): string =>
    `select number, ${place} as place, ${key} as key from (
       select number, ${key} from customers where ${key} >= ?${at} and ${key} < ?${at + 1} order by ${key}, number limit ${limit})`;
  const ranges = beginnings.map((_, index) => range('sort_name', 0, index * 2 + 1));
  if (words.length === 1) ranges.push(range('email_key', 1, 1));
  const holds = words.map((_, at) => ` and instr(customers.search_text, ?${values.length + at + 1}) > 0`).join('');
  return packedRows<number>(
    db,
    `select number as value from (select * from (${ranges.join(' union all ')}) order by place, key, number)
       cross join customers using (number) where true${holds}`,
    [...values, ...words],
  );
}
