/** What a trail entry counts for, and a person's day as numbers. */
import { type Day, wentBackBy } from '#shared/kernel/time';
import type { Feature } from './model';

/** What is read of a trail entry. */
export type WatchedEntry = {
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly stage?: string | undefined;
  readonly about: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
};

/** A moment where the computer stands. */
export type Local = { readonly day: Day; readonly hour: number; readonly time: string };

export type Peak = { at: string; volume: number; entry: number; moment: string };

export type DayFeatures = Record<Feature, number> & {
  day: Day;
  entries: number;
  /** The farthest the clock went back, in minutes. */
  clockBack: number;
  /** Records touched in each hour. */
  hours: number[];
  /** Bit h is set when there was any entry in hour h. */
  active: number;
  /** Records touched at hours unusual for the person, as it was judged when it happened. */
  off: number;
  /** Watched actions done for the first time ever, with their volume. */
  firsts: Record<string, number>;
  /** When most of it happened. */
  peaks: Partial<Record<Feature | 'clockBack' | 'any' | 'firsts', Peak>>;
  /** Records seen, while the day may still go on. */
  readonly seen: Set<string>;
};

export const emptyDay = (day: Day): DayFeatures => ({
  day,
  exported: 0,
  viewed: 0,
  searched: 0,
  removed: 0,
  failed: 0,
  refused: 0,
  settings: 0,
  entries: 0,
  clockBack: 0,
  hours: Array.from({ length: 24 }, () => 0),
  active: 0,
  off: 0,
  firsts: {},
  peaks: {},
  seen: new Set(),
});

/** The most records of one day that are told apart; beyond, each view counts. */
const mostSeen = 5_000;

/** Counts as facts name them, whichever of the names a domain chose. */
const countNames = ['rows', 'people', 'customers', 'records', 'removed', 'count', 'attempts', 'times'] as const;

function countOf({ facts, about }: WatchedEntry): number {
  for (const name of countNames) {
    const fact = facts[name];
    if (typeof fact === 'number' && Number.isFinite(fact) && fact >= 0) return fact;
  }
  return Math.max(1, about.length);
}

/** What an entry counts for. `settings` are the events of operations that need the right to configure. */
export function featureOf({ event, stage }: WatchedEntry, settings: ReadonlySet<string>): Feature | null {
  if (stage === 'started' || stage === 'failed') return null;
  switch (event) {
    case 'customers.exported':
      return 'exported';
    case 'customers.viewed':
      return 'viewed';
    case 'customers.searched':
      return 'searched';
    case 'customers.removed':
    case 'imports.undone':
      return 'removed';
    case 'access.sign-in-failed':
      return 'failed';
    case 'access.refused':
      return 'refused';
    default:
      return settings.has(event) ? 'settings' : null;
  }
}

/** These touch records of people: their hours matter. */
const touching: ReadonlySet<Feature | null> = new Set<Feature | null>(['exported', 'viewed', 'removed']);
/** Doing these for the first time ever is looked at. */
const watchedFirsts: ReadonlySet<Feature | null> = new Set<Feature | null>(['exported', 'removed']);

export type CountContext = {
  readonly settings: ReadonlySet<string>;
  /** Everything this person ever did; entered here. */
  readonly known: Set<string>;
  /** The moment of the entry before, whoever made it. */
  readonly before: string | null;
};

/** Adds an entry to its day. */
export function countEntry(day: DayFeatures, entry: WatchedEntry, local: Local, context: CountContext): void {
  day.entries += 1;
  day.active |= 1 << local.hour;
  const peak = (name: keyof DayFeatures['peaks'], volume: number): void => {
    const before = day.peaks[name];
    if (before === undefined || volume > before.volume)
      day.peaks[name] = { at: local.time, volume, entry: entry.number, moment: entry.at };
  };
  peak('any', 0);
  const back = Math.ceil(wentBackBy(entry.at, context.before) / 60_000);
  if (back > 0) {
    day.clockBack = Math.max(day.clockBack, back);
    peak('clockBack', back);
  }
  const feature = featureOf(entry, context.settings);
  if (feature === null) return;
  const volume = feature === 'viewed' ? newlySeen(day, entry) : countOf(entry);
  day[feature] += volume;
  peak(feature, volume);
  if (touching.has(feature)) day.hours[local.hour] = (day.hours[local.hour] ?? 0) + volume;
  if (!context.known.has(entry.event)) {
    context.known.add(entry.event);
    if (watchedFirsts.has(feature)) day.firsts[entry.event] = 0;
  }
  if (day.firsts[entry.event] !== undefined) {
    day.firsts[entry.event] = (day.firsts[entry.event] ?? 0) + volume;
    peak('firsts', volume);
  }
}

/** Looking at the same person ten times is one record seen. */
function newlySeen(day: DayFeatures, entry: WatchedEntry): number {
  if (entry.about.length === 0 || day.seen.size >= mostSeen) return countOf(entry);
  const before = day.seen.size;
  for (const one of entry.about) day.seen.add(one);
  return day.seen.size - before;
}
