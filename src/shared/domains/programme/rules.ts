/** A year out of what is due: what slipped, and every date until then, also of what comes again. */
import { type Day, daysLater } from '#shared/kernel/time';
import type { YearItem } from './model';

export type Dated = Omit<YearItem, 'on' | 'again'> & { readonly on: Day | null; readonly everyDays?: number };

/** So many days are a year ahead. */
export const yearDays = 365;

/**
 * Every date from today until a year from now, in order. What comes again is planned from its next date; what is late is
 * planned from today, since nothing can be done in the past.
 */
export function yearOf(drafts: readonly Dated[], today: Day): { items: YearItem[]; slipped: YearItem[]; until: Day } {
  const until = daysLater(today, yearDays);
  const items: YearItem[] = [];
  const slipped: YearItem[] = [];
  for (const { on, everyDays, ...draft } of drafts) {
    if (on === null) continue;
    if (on < today) slipped.push({ ...draft, on, again: false });
    else if (on <= until) items.push({ ...draft, on, again: false });
    if (everyDays === undefined) continue;
    let next = daysLater(on < today ? today : on, everyDays);
    while (next <= until) {
      items.push({ ...draft, id: `${draft.id}:${next}`, on: next, again: true });
      next = daysLater(next, everyDays);
    }
  }
  const inOrder = (all: YearItem[]): YearItem[] =>
    all.toSorted((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title) || a.id.localeCompare(b.id));
  return { items: inOrder(items), slipped: inOrder(slipped), until };
}

/** Months in order, each with what falls into it. */
export function byMonth(items: readonly YearItem[]): { month: string; items: YearItem[] }[] {
  const months = Map.groupBy(items, ({ on }) => on.slice(0, 7));
  return [...months].map(([month, own]) => ({ month, items: own })).toSorted((a, b) => a.month.localeCompare(b.month));
}
