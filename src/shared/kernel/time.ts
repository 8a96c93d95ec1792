/** Moments and days. A moment is an instant in UTC; a day is a calendar date that never becomes a moment by itself. */
import { z } from 'zod';

/** An instant as RFC 3339 text in UTC with milliseconds, e.g. `2026-11-24T08:13:48.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDay, { error: 'not_a_day' })
  .brand<'Day'>();
export type Day = z.infer<typeof Day>;

export const instantOf = (date: Date): Instant => date.toISOString() as Instant;

/** The calendar day of an instant where this computer is. */
export function localDay(instant: Instant): Day {
  const date = new Date(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

/** The day so many days after; before, when `days` is negative. */
export function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** The same day so many months later, or the last day of a shorter month. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return target.toISOString().slice(0, 10) as Day;
}

/** True when `text` (`YYYY-MM-DD`) names a day of the proleptic Gregorian calendar. */
export function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Where the present comes from: the real one, or a fixed one in tests. */
export type Clock = { readonly now: () => Instant };
export const systemClock: Clock = { now: () => instantOf(new Date()) };

/** More than this and it is no correction of a clock that drifts. */
const clockTolerance = 120_000;

/** By how many milliseconds the clock went back from `lastSeen` to `now`; 0 where it is no more than clocks drift. */
export function wentBackBy(now: string, lastSeen: string | null): number {
  // Instants sort as texts; mostly there is nothing to work out.
  if (lastSeen === null || now >= lastSeen) return 0;
  const back = Date.parse(lastSeen) - Date.parse(now);
  return back > clockTolerance ? back : 0;
}
