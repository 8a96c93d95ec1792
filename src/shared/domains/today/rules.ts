/** When something is soon, and in which order things are shown. */
import { type Day, daysLater, wentBackBy } from '#shared/kernel/time';
import type { DueItem } from './model';

/** So many days ahead something is "soon". */
const soonDays = 30;

export function dueState(today: Day, on: Day | null): DueItem['state'] {
  if (on === null) return 'waiting';
  if (on < today) return 'overdue';
  if (on === today) return 'today';
  return on <= daysLater(today, soonDays) ? 'soon' : 'later';
}

const rank = { overdue: 0, today: 1, waiting: 2, soon: 3, later: 4 } as const;

/** What people brought in and is not yet decided waits before questions about the law: it is their own data, half done. */
const halfDone: readonly DueItem['kind'][] = ['quarantine-open', 'duplicates-open'];
const kindRank = ({ kind }: DueItem): number => {
  const place = halfDone.indexOf(kind);
  return place === -1 ? halfDone.length : place;
};

/** Most urgent first, then by date, then what is half done, then by title. */
export const inOrder = (items: readonly DueItem[]): DueItem[] =>
  items.toSorted(
    (a, b) =>
      rank[a.state] - rank[b.state] ||
      (a.on ?? '').localeCompare(b.on ?? '') ||
      kindRank(a) - kindRank(b) ||
      a.title.localeCompare(b.title),
  );

/** What waits half done and comes before anything the register proposes: rows in quarantine, then possible duplicates. */
export const firstHalfDone = (items: readonly DueItem[]): DueItem | null =>
  halfDone.flatMap((kind) => items.filter((item) => item.kind === kind)).at(0) ?? null;

export const wentBack = (now: string, lastSeen: string | null): boolean => wentBackBy(now, lastSeen) > 0;
