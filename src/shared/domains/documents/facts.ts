/** Facts: what the business says once and every document repeats. Each has a name like `business.phone`; values are text, yes or no, or rows. */
import type { Words } from '#shared/content/words';

export type FactRow = Readonly<Record<string, string>>;
export type FactValue = string | boolean | readonly FactRow[];
export type Facts = Readonly<Record<string, FactValue>>;

/** Names of facts in words, for people who are told that one is missing or has changed. */
export type FactWords = Readonly<Record<string, Words>>;

/** Whether there is something to say: an empty text, *no* and an empty list are nothing. */
export const isKnown = (value: FactValue | undefined): boolean =>
  value !== undefined && value !== false && value !== '' && (!Array.isArray(value) || value.length > 0);

export type FactChange = {
  readonly fact: string;
  /** What was there before, and what is there now; rows in one line each. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
};

/** What differs between the facts a text was made of and those of today, by name. */
export function factChanges(before: Facts, now: Facts): FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
  return names.flatMap((fact) => {
    const [was, is] = [linesOf(before[fact]), linesOf(now[fact])];
    const removed = was.filter((line) => !is.includes(line));
    const added = is.filter((line) => !was.includes(line));
    return removed.length + added.length === 0 ? [] : [{ fact, removed, added }];
  });
}

function linesOf(value: FactValue | undefined): string[] {
  if (value === undefined || value === '' || value === false) return [];
  if (value === true) return ['✓'];
  if (typeof value === 'string') return [value];
  return value.map((row) =>
    Object.values(row)
      .filter((text) => text !== '')
      .join(' · '),
  );
}
