/** When a place is due: plain schedules, worked out where the business is, and what was missed. */
import { Cron } from 'croner';
import { z } from 'zod';
import { Retention } from './retention';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const Schedule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), at: Time }),
  z.strictObject({ every: z.literal('working-day'), at: Time }),
  /** 0 is Sunday. */
  z.strictObject({ every: z.literal('week'), day: z.int().min(0).max(6), at: Time }),
  z.strictObject({ every: z.literal('never') }),
]);
export type Schedule = z.infer<typeof Schedule>;

/** How one place is kept. */
export const Plan = z.strictObject({
  schedule: Schedule,
  /** Also when it appears: a drive that was plugged in. */
  whenThere: z.boolean(),
  /** Not while the computer runs on its battery. */
  notOnBattery: z.boolean(),
  retention: Retention,
});
export type Plan = z.infer<typeof Plan>;

function patternOf(schedule: Exclude<Schedule, { every: 'never' }>): string {
  const [hour = '0', minute = '0'] = schedule.at.split(':').map((part) => String(Number(part)));
  const days = schedule.every === 'day' ? '*' : schedule.every === 'working-day' ? '1-5' : String(schedule.day);
  return `${minute} ${hour} * * ${days}`;
}

const cronOf = (schedule: Schedule, zone: string | undefined): Cron | null =>
  schedule.every === 'never'
    ? null
    : new Cron(patternOf(schedule), zone === undefined ? { paused: true } : { paused: true, timezone: zone });

/** The first time due after a moment, or null. `zone` is the computer's own where none is said. */
export const nextDue = (schedule: Schedule, after: string, zone?: string): string | null =>
  cronOf(schedule, zone)?.nextRun(new Date(after))?.toISOString() ?? null;

/** The last time due at or before a moment, or null. */
export const lastDue = (schedule: Schedule, now: string, zone?: string): string | null =>
  // A second later, because what is due at this very moment is due.
  cronOf(schedule, zone)
    ?.previousRuns(1, new Date(Date.parse(now) + 1_000))[0]
    ?.toISOString() ?? null;

/**
 * Whether a backup should be made now: something was due since the last good one (sleep, holidays and a computer that was
 * off are caught up with once, not once for each time), or there is none yet.
 */
export function isDue(
  schedule: Schedule,
  lastGood: string | null,
  madeAt: string,
  now: string,
  zone?: string,
): boolean {
  const due = lastDue(schedule, now, zone);
  return due !== null && due > (lastGood ?? madeAt);
}

/** After so many hours what is due counts as missed. */
export const missedAfterHours = 24;

/** Since when a place is behind its schedule, or null. */
export function missedSince(
  schedule: Schedule,
  lastGood: string | null,
  madeAt: string,
  now: string,
  zone?: string,
): string | null {
  const since = lastGood ?? madeAt;
  const due = nextDue(schedule, since, zone);
  if (due === null || Date.parse(now) - Date.parse(due) < missedAfterHours * 3_600_000) return null;
  return due;
}
