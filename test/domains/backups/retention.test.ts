/** Retention against a slow reference over random histories: gaps, clocks that jump, future dates, backups nobody verified. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kept, mayGo, type Retention, usualRetention, weekOf } from '#shared/domains/backups/retention';
import type { Day } from '#shared/kernel/time';

const runs = Number(process.env['STEWARD_RETENTION_HISTORIES'] ?? 10_000);

const made = (sequence: number, at: string, verified = true): Kept => ({
  sequence,
  at,
  day: at.slice(0, 10) as Day,
  verified,
});

/** The rule as a person would say it, one backup at a time and without any cleverness. */
function slowly(all: readonly Kept[], rule: Retention, now: string): Set<number> {
  const newer = (one: Kept): Kept[] => all.filter((other) => other.sequence > one.sequence);
  const newest = all.find((one) => newer(one).length === 0);
  if (newest === undefined || !newest.verified || newest.at > now) return new Set();
  const past = all.filter(({ at }) => at <= now);
  const stands = (one: Kept, period: (day: string) => string): boolean => {
    const same = past.filter((other) => period(other.day) === period(one.day));
    const good = same.filter(({ verified }) => verified);
    const candidates = good.length > 0 ? good : same;
    return candidates.every((other) => other.sequence <= one.sequence) && candidates.includes(one);
  };
  const laterPeriods = (one: Kept, period: (day: string) => string): number =>
    new Set(past.map(({ day }) => period(day)).filter((other) => other > period(one.day))).size;
  const month = (day: string) => day.slice(0, 7);
  const year = (day: string) => day.slice(0, 4);
  return new Set(
    past
      .filter(
        (one) =>
          newer(one).length >= Math.max(3, rule.newest) &&
          Date.parse(now) - Date.parse(one.at) >= rule.atLeastDays * 86_400_000 &&
          !(stands(one, (day) => day) && laterPeriods(one, (day) => day) < rule.days) &&
          !(stands(one, weekOf) && laterPeriods(one, weekOf) < rule.weeks) &&
          !(stands(one, month) && laterPeriods(one, month) < rule.months) &&
          !(stands(one, year) && laterPeriods(one, year) < rule.years),
      )
      .map(({ sequence }) => sequence),
  );
}

const history = fc
  .array(
    fc.record({
      /** Hours since the one before; now and then the clock jumps, in both directions. */
      step: fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: 0, max: 80 }) },
        { weight: 2, arbitrary: fc.integer({ min: -9_000, max: 90_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: 400, max: 9_000 }) },
      ),
      verified: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
    }),
    { minLength: 0, maxLength: 60 },
  )
  .map((steps) => {
    let at = Date.parse('2026-01-30T17:00:00.000Z');
    return steps.map(({ step, verified }, index) => {
      at += step * 3_600_000;
      return made(index + 1, new Date(at).toISOString(), verified);
    });
  });
const rule = fc.record({
  newest: fc.integer({ min: 3, max: 6 }),
  days: fc.integer({ min: 0, max: 8 }),
  weeks: fc.integer({ min: 0, max: 5 }),
  months: fc.integer({ min: 0, max: 4 }),
  years: fc.integer({ min: 0, max: 3 }),
  atLeastDays: fc.integer({ min: 0, max: 9 }),
});
const later = fc.integer({ min: -2_000, max: 20_000 });

describe('retention', () => {
  test(`agrees with a slow reference over ${runs} random histories, and never lets the last good one go`, () => {
    fc.assert(
      fc.property(history, rule, later, fc.integer({ min: 1, max: 5 }), (all, retention, hours, most) => {
        const last = all.at(-1)?.at ?? '2026-11-24T09:00:00.000Z';
        const now = new Date(Date.parse(last) + hours * 3_600_000).toISOString();
        const going = mayGo(all, retention, now, Number.POSITIVE_INFINITY);
        const expected = slowly(all, retention, now);
        const lastGood = all.filter(({ verified, at }) => verified && at <= now).at(-1)?.sequence;
        expected.delete(lastGood ?? 0);
        expect(new Set(going)).toEqual(expected);
        expect(mayGo(all, retention, now, most)).toEqual(going.slice(0, most));
        const staying = all.filter(({ sequence }) => !going.includes(sequence));
        expect(staying.length).toBeGreaterThanOrEqual(Math.min(3, all.length));
        if (all.some(({ verified }) => verified)) expect(staying.some(({ verified }) => verified)).toBe(true);
        expect(going.every((sequence) => (all[sequence - 1]?.at ?? '') <= now)).toBe(true);
      }),
      { numRuns: runs, seed: 6 },
    );
  });

  const daily = Array.from({ length: 40 }, (_, index) =>
    made(index + 1, new Date(Date.parse('2026-10-01T18:00:00.000Z') + index * 86_400_000).toISOString()),
  );

  test('keeps the last of each day, week and month', () => {
    const going = new Set(mayGo(daily, { ...usualRetention, atLeastDays: 0 }, '2026-11-09T20:00:00.000Z', 100));
    const staying = daily.filter(({ sequence }) => !going.has(sequence)).map(({ day }) => day);
    expect(staying).toEqual([
      '2026-10-18',
      '2026-10-25',
      '2026-10-31',
      '2026-11-01',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
      '2026-11-06',
      '2026-11-07',
      '2026-11-08',
      '2026-11-09',
    ]);
  });

  test('lets nothing go while the newest is not verified, or the clock stands before it', () => {
    const doubtful = daily.map((one) => (one.sequence === 40 ? { ...one, verified: false } : one));
    expect(mayGo(doubtful, usualRetention, '2026-12-09T20:00:00.000Z', 100)).toEqual([]);
    expect(mayGo(daily, usualRetention, '2026-11-01T20:00:00.000Z', 100)).toEqual([]);
  });

  test('a clock that jumps ahead by years lets go no more than the right one', () => {
    const right = mayGo(daily, { ...usualRetention, atLeastDays: 0 }, '2026-11-09T20:00:00.000Z', 100);
    expect(mayGo(daily, { ...usualRetention, atLeastDays: 0 }, '2047-01-01T00:00:00.000Z', 100)).toEqual(right);
  });
});
