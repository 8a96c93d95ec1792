/** What a person typed as words, and which pieces of them the index is asked for. */
import { fold } from '#shared/kernel/text';
import { packedRows, type ReadDb } from '../../db/handles';
import { lastNumber } from './selection';

/** More trigrams than this narrow nothing down that the check of the text would not decide anyway; they only cost time. */
const mostTrigrams = 12;
/** A trigram that a larger part of the people has costs more to read than it saves. */
const tooCommon = 0.2;
/** Looking at one person costs as much as reading so many places of a trigram's list. */
const lookingOverReading = 1_000;
/** What part of the people with a trigram are left by its neighbour in the word, about. */
const overlapping = 0.7;

/** What a person typed, as folded words. Text that cannot be stored cannot be found, and harms nothing. */
export function wordsOf(typed: string): string[] {
  if (!typed.isWellFormed()) return [];
  return fold(typed)
    .split(/[\s\u0000]+/)
    .filter((word) => word !== '');
}

/** By code point, as the index's tokenizer counts them. */
export function trigramsOf(texts: readonly string[]): string[] {
  const trigrams = new Set<string>();
  for (const text of texts) {
    const characters = Array.from(text);
    for (let start = 0; start + 3 <= characters.length; start += 1)
      trigrams.add(characters.slice(start, start + 3).join(''));
  }
  return [...trigrams];
}

/** In what part of the people a trigram is, 0 to 1; null where that is not known. */
export type Commonness = { readonly parts: ReadonlyMap<string, number>; readonly unseen: number } | null;

/** The words as a match expression: some of their trigrams, each quoted so that nothing in it is an operator. Null when no word is long enough. */
export function matchOf(words: readonly string[], commonness: Commonness): string | null {
  const trigrams = trigramsOf(words);
  if (trigrams.length === 0) return null;
  const chosen = commonness === null ? spread(trigrams, mostTrigrams) : rarest(trigrams, commonness);
  return chosen.map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(' AND ');
}

/**
 * The rarest first, as long as reading the list of a further one costs less than looking at the people it rules out: long
 * lists of common trigrams are what makes a search slow, and so are many people to look at.
 */
function rarest(trigrams: readonly string[], { parts, unseen }: NonNullable<Commonness>): string[] {
  const part = (trigram: string): number => parts.get(trigram) ?? unseen;
  const [first = '', ...others] = trigrams.toSorted((a, b) => part(a) - part(b));
  const chosen = [first];
  let left = part(first);
  for (const trigram of others.slice(0, mostTrigrams - 1)) {
    if (part(trigram) > Math.min(tooCommon, left * lookingOverReading)) break;
    left *= chosen.some((one) => overlap(one, trigram)) ? overlapping : part(trigram);
    chosen.push(trigram);
  }
  return chosen;
}

/** Neighbours in a word: where the one is, the other often is too. */
const overlap = (one: string, other: string): boolean =>
  one.slice(1) === other.slice(0, -1) || other.slice(1) === one.slice(0, -1);

/** At most so many of a list, evenly over its length, first and last included. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, index) => list[Math.round((index * (list.length - 1)) / (most - 1))] as T);
}

/** So many people, all over the store, say which trigrams are common. */
const sampled = 1_000;
/** Multiples of it are spread evenly and in no rhythm: every thousandth row of a file may well be like the others. */
const golden = (Math.sqrt(5) - 1) / 2;
const perRead = 50;
/** In a smaller store every choice of trigrams is fast. */
const worthSampling = 20_000;

/** Looks at some people to learn which trigrams are common. */
export async function sampleCommonness(db: ReadDb): Promise<Commonness> {
  const last = await lastNumber(db);
  if (last < worthSampling) return null;
  const counts = new Map<string, number>();
  let texts = 0;
  for (let start = 0; start < sampled; start += perRead) {
    const numbers = Array.from(
      { length: perRead },
      (_, index) => 1 + Math.floor((((start + index) * golden) % 1) * last),
    );
    const some = await packedRows<string>(
      db,
      'select json_quote(search_text) as value from customers where number in (select value from json_each(?))',
      [JSON.stringify(numbers)],
    );
    for (const text of some)
      for (const trigram of trigramsOf([text.slice(0, 2_000)])) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
    texts += some.length;
  }
  if (texts === 0) return null;
  return { parts: new Map([...counts].map(([trigram, count]) => [trigram, count / texts])), unseen: 0.5 / texts };
}
