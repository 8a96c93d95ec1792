/** Which backups may go: grandfather, father, son by natural days, weeks, months and years, and never the last good one. */
import { z } from 'zod';
import type { Day } from '#shared/kernel/time';

const kept = z.int().min(0).max(1_000);
export const Retention = z.strictObject({
  /** How many of the newest stay whatever else is said; never fewer than three. */
  newest: z.int().min(3).max(1_000),
  /** So many days, weeks, months and years keep the last backup made in them. Those without one do not count. */
  days: kept,
  weeks: kept,
  months: kept,
  years: kept,
  /** Nothing younger than this goes. */
  atLeastDays: z.int().min(0).max(36_500),
});
export type Retention = z.infer<typeof Retention>;

export const usualRetention: Retention = { newest: 3, days: 7, weeks: 5, months: 12, years: 10, atLeastDays: 2 };

/** A backup as retention sees it. `at` is what its maker's clock said, `day` the same where the business is. */
export type Kept = { readonly sequence: number; readonly at: string; readonly day: Day; readonly verified: boolean };

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

const periods: readonly [keyof Retention, (day: string) => string][] = [
  ['days', (day) => day],
  ['weeks', weekOf],
  ['months', (day) => day.slice(0, 7)],
  ['years', (day) => day.slice(0, 4)],
];

/**
 * The numbers of the backups that may go now, the oldest first and at most `most`. A clock alone never deletes: the line
 * of numbers says what is newer, periods are counted by backups that are there, and nothing goes while the newest backup
 * is not verified, or when the clock is behind a backup that was made.
 */
export function mayGo(all: readonly Kept[], rule: Retention, now: string, most: number): number[] {
  const line = all.toSorted((one, other) => one.sequence - other.sequence);
  const newest = line.at(-1);
  if (newest === undefined || !newest.verified || newest.at > now) return [];
  const staying = new Set(line.slice(-Math.max(3, rule.newest)).map(({ sequence }) => sequence));
  // Dated after now: the clock was wrong then or is wrong now. They stay, and stand for no period.
  const past = line.filter(({ at, sequence }) => at <= now || !staying.add(sequence));
  const youngest = new Date(Date.parse(now) - rule.atLeastDays * 86_400_000).toISOString();
  for (const { sequence, at } of past) if (at > youngest) staying.add(sequence);
  const lastVerified = past.findLast(({ verified }) => verified);
  if (lastVerified !== undefined) staying.add(lastVerified.sequence);
  for (const [name, periodOf] of periods) {
    const stand = new Map<string, number>();
    // A backup that was seen to be whole stands for its period before one that was not.
    for (const { day, sequence, verified } of past) {
      const period = periodOf(day);
      const there = stand.get(period);
      if (there === undefined || verified || !isVerified(past, there)) stand.set(period, sequence);
    }
    const newestPeriods = [...stand.keys()].sort().slice(-rule[name] || stand.size);
    if (rule[name] > 0) for (const period of newestPeriods) staying.add(stand.get(period) ?? 0);
  }
  return past
    .filter(({ sequence }) => !staying.has(sequence))
    .slice(0, most)
    .map(({ sequence }) => sequence);
}

const isVerified = (all: readonly Kept[], sequence: number): boolean =>
  all.find((one) => one.sequence === sequence)?.verified === true;
