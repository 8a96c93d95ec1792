/** Whom the list's text finds: some of them at once, everybody soon after, looked for beside everything else. */
import type { ReadDb } from '../../db/handles';
import { Kept } from './kept';
import { marked } from './orders';
import { findNumbers, findSoon, holdingNumbers, isSmall } from './search';
import type { Commonness } from './search-words';
import { lastNumber } from './selection';

/** So many are shown at once, out of so many looked at. */
const atOnce = { limit: 500, mostSeen: 1_500 };
const numbersPerRead = 5_000;

export type TextSources = {
  readonly read: () => ReadDb;
  /** For long look-ups that nobody waits for. */
  readonly behind: () => ReadDb;
  readonly commonness: () => Commonness;
};

/** One text's people; what is read from it is of this moment. */
export type TextFound = {
  /** 1 at the number of each who is found. */
  readonly marks: Uint8Array;
  /** False while there may be more. */
  readonly isWhole: boolean;
};

export type TextFinder = {
  find(words: readonly string[]): Promise<TextFound>;
  /** What has to follow changes. */
  kept(): Iterable<Kept<Uint8Array>>;
  forget(): void;
};

type Search = TextFound & { readonly key: string; readonly kept: Kept<Uint8Array>; stop(): void };

/** Only the last text is remembered: a list shows one. */
export function createTextFinder(
  sources: TextSources & { readonly inTurn: (work: (db: ReadDb) => Promise<() => void>) => Promise<void> },
  large: number,
  moved: (late: boolean) => void,
): TextFinder {
  let last: (Search & { readonly haveSome: Promise<void> }) | null = null;

  const start = (words: readonly string[]): NonNullable<typeof last> => {
    let some: Uint8Array | null = null;
    let isStopped = false;
    const { promise: haveSome, resolve: thereAreSome } = Promise.withResolvers<void>();
    const kept = new Kept<Uint8Array>({
      read: async () => {
        const commonness = sources.commonness();
        if (await isSmall(sources.read())) return everybody(sources.read(), words, commonness, () => false);
        const soon = await findSoon(sources.read(), words, atOnce, commonness);
        if (!soon.more) return marked(soon.numbers);
        some = marked(soon.numbers);
        thereAreSome();
        return everybody(sources.behind(), words, commonness, () => isStopped);
      },
      follow: async (db, value, numbers) => {
        const holding = await holdingNumbers(db, words, numbers);
        return () => changed(value, numbers, holding);
      },
      mayServeLate: (value) => value.length > large,
      inTurn: sources.inTurn,
      moved: (late) => {
        const wereSome = some !== null;
        some = null;
        moved(late || wereSome);
      },
    });
    return {
      key: words.join(' '),
      kept,
      haveSome,
      stop: () => (isStopped = true),
      get marks() {
        return kept.value ?? some ?? new Uint8Array();
      },
      get isWhole() {
        return kept.value !== null;
      },
    };
  };

  return {
    find: async (words) => {
      if (last?.key !== words.join(' ')) {
        last?.stop();
        last = start(words);
      }
      const search = last;
      await Promise.race([search.kept.ready(), search.haveSome]);
      return search;
    },
    kept: () => (last === null ? [] : [last.kept]),
    forget: () => {
      last?.stop();
      last = null;
    },
  };
}

/** 1 at the number of each whose text holds every word. Throws when it is stopped. */
async function everybody(
  db: ReadDb,
  words: readonly string[],
  commonness: Commonness,
  isStopped: () => boolean,
): Promise<Uint8Array> {
  const marks = new Uint8Array((await lastNumber(db)) + 1);
  let after = 0;
  for (;;) {
    const numbers = await findNumbers(db, words, {}, { after, limit: numbersPerRead }, commonness);
    for (const number of numbers) if (number < marks.length) marks[number] = 1;
    if (numbers.length < numbersPerRead) return marks;
    if (isStopped()) throw new Error('Another text is looked for.');
    after = numbers.at(-1) ?? after;
  }
}

function changed(marks: Uint8Array, numbers: readonly number[], holding: readonly number[]): Uint8Array {
  let next = marks;
  const last = Math.max(0, ...holding);
  if (last >= next.length) {
    next = new Uint8Array(last + 1_000);
    next.set(marks);
  }
  for (const number of numbers) if (number < next.length) next[number] = 0;
  for (const number of holding) next[number] = 1;
  return next;
}
