/** Watching as rules: steady people never alarm, more is never less suspicious, planted attacks are found, and why is said. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type DayFeatures, emptyDay } from '#shared/domains/watching/features';
import type { Absence } from '#shared/domains/watching/model';
import { features, isLearned, judge, oddHoursOf, usualHours } from '#shared/domains/watching/rules';
import { median, robustLimit } from '#shared/domains/watching/statistics';
import { count, judgeTouched, localBy, newWatch, type Standout } from '#shared/domains/watching/watch';
import type { Day } from '#shared/kernel/time';
import {
  asTrail,
  attacks,
  copyingNewcomer,
  dayAfter,
  type Draft,
  habits,
  type HabitName,
  honestWork,
  randomOf,
  startDay,
} from '#test/support/office-work';

const people = 8_000;
const settings = { settings: new Set(['fields.declared', 'vault.passphrase-changed']), local: localBy(() => 0) };

function watched(drafts: readonly Draft[], absences: readonly Absence[] = [], batch = 500): Standout[] {
  const watch = newWatch();
  const entries = asTrail(drafts);
  const best = new Map<string, Standout>();
  for (let at = 0; at < entries.length; at += batch)
    for (const one of judgeTouched(count(watch, entries.slice(at, at + batch), settings), people, absences))
      best.set(`${one.actor} ${one.finding.day} ${one.finding.kind}`, one);
  return [...best.values()];
}

const names = Object.keys(habits) as HabitName[];
const year = (name: HabitName, seed: number, days = 365): Draft[] =>
  honestWork(randomOf(seed), name, name, days, people);

/** A day of somebody steady: some views at ten. */
function dayOf(day: string, values: Partial<DayFeatures> = {}): DayFeatures {
  const made = { ...emptyDay(day as Day), ...values, entries: 5, active: values.active ?? 0b1111111 << 9 };
  const peak = { at: '10:00', volume: 1, entry: 1, moment: `${day}T10:00:00.000Z` };
  return { ...made, peaks: values.peaks ?? { any: peak, exported: peak, viewed: peak } };
}
const steady = (days: number, values: Partial<DayFeatures>): DayFeatures[] =>
  Array.from({ length: days }, (_, index) => dayOf(dayAfter(startDay, index), values));
const context = (history: readonly DayFeatures[], isAway = false) => ({ history, people, isAway });

describe('somebody steady', () => {
  test.prop([
    fc.record({
      exported: fc.nat(400),
      viewed: fc.nat(200),
      searched: fc.nat(250),
      removed: fc.nat(40),
      failed: fc.nat(4),
      refused: fc.nat(7),
      settings: fc.nat(30),
    }),
    fc.integer({ min: 10, max: 120 }),
  ])('never alarms, whatever the habit is', (habit, days) => {
    expect(judge(dayOf(dayAfter(startDay, days), habit), context(steady(days, habit)))).toEqual([]);
  });

  test.prop([
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 30, max: 90 }),
    fc.integer({ min: 1, max: 1_000_000 }),
  ])('never alarms when the days go up and down by a third', (viewed, days, seed) => {
    const random = randomOf(seed);
    const varied = (): number => Math.round(viewed * (1 + (random() - 0.5) * 0.6));
    const history = Array.from({ length: days }, (_, index) => dayOf(dayAfter(startDay, index), { viewed: varied() }));
    expect(judge(dayOf(dayAfter(startDay, days), { viewed: varied() }), context(history))).toEqual([]);
  });
});

it('lets somebody do three times the usual, and calls out ten times', () => {
  const kinds = (exported: number) =>
    judge(dayOf(dayAfter(startDay, 40), { exported }), context(steady(40, { exported: 100 }))).map(({ kind }) => kind);
  expect(kinds(300)).toEqual([]);
  expect(kinds(1_000)).toContain('bulk-export');
});

describe('more of anything', () => {
  const amounts = fc.record(Object.fromEntries(features.map((name) => [name, fc.nat(2_000)])));
  test.prop([
    fc.array(amounts, { maxLength: 40 }),
    amounts,
    amounts,
    fc.array(fc.nat(500), { minLength: 24, maxLength: 24 }),
  ])('is never less suspicious', (history, less, more, hours) => {
    const days = history.map((values, index) => dayOf(dayAfter(startDay, index), values));
    const day = dayAfter(startDay, history.length);
    const small = dayOf(day, { ...less, hours });
    const large = dayOf(day, {
      ...Object.fromEntries(features.map((name) => [name, (less[name] ?? 0) + (more[name] ?? 0)])),
      hours: hours.map((volume) => volume + (more['viewed'] ?? 0)),
    });
    const worst = new Map(judge(large, context(days)).map(({ kind, score }) => [kind, score]));
    for (const { kind, score } of judge(small, context(days)))
      expect(worst.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(score);
  });
});

describe('planted among a year of honest work', () => {
  const expected: Readonly<Record<keyof typeof attacks, string>> = {
    'bulk export at night': 'bulk-export',
    'slow drip over days': 'slow-drip',
    'mass deletion': 'bulk-removal',
    'guessing a password': 'failed-sign-ins',
    'clock set back': 'clock-back',
    'copying by hand on a Sunday': 'odd-hour',
  };

  it.each(Object.keys(attacks) as (keyof typeof attacks)[])('finds: %s', (name) => {
    const random = randomOf(7);
    const day = dayAfter(startDay, 250);
    const found = watched([...year('clerk', 5), ...attacks[name](random, 'clerk', day)]).filter(
      ({ finding }) => finding.day >= day && finding.day <= dayAfter(day, 20),
    );
    expect(found.map(({ finding }) => finding.kind)).toContain(expected[name]);
  });

  it('finds a newcomer who copies everything, day by day below every daily limit', () => {
    const day = dayAfter(startDay, 200);
    const found = watched([...year('clerk', 5), ...copyingNewcomer(randomOf(3), 'new', day)]).filter(
      ({ actor }) => actor === 'new',
    );
    expect(found.map(({ finding }) => finding.kind)).toEqual(['newcomer-copying']);
  });

  it('finds whoever uses the account of somebody who is away, be it ever so little', () => {
    const [from, until] = [dayAfter(startDay, 300), dayAfter(startDay, 314)];
    const away = [{ actor: 'owner', from, until } as Absence];
    const honest = year('owner', 11).filter(({ at }) => at.slice(0, 10) < from || at.slice(0, 10) > until);
    const one = {
      actor: 'owner',
      at: `${dayAfter(from, 3)}T11:00:00.000Z`,
      event: 'customers.viewed',
      facts: {},
      about: ['C-9'],
    };
    const alarms = watched([...honest, one], away).filter(({ finding }) => finding.day >= from && finding.day <= until);
    expect(alarms.map(({ finding }) => finding.kind)).toEqual(['while-away']);
  });
});

it('raises few false alarms in years of honest office work', () => {
  const alarms = names.flatMap((name) => [1, 2, 3].flatMap((seed) => watched(year(name, seed * 31, 730))));
  // Twelve people, two years each.
  expect(alarms.length / 24).toBeLessThan(1.5);
});

it('says when, how much, what is usual, and between which hours', () => {
  const night = {
    actor: 'clerk',
    at: `${dayAfter(startDay, 300)}T02:13:00.000Z`,
    event: 'customers.exported',
    facts: { rows: 4_000 },
    about: [],
  };
  const small = Array.from({ length: 60 }, (_, index) => ({
    ...night,
    at: `${dayAfter(startDay, index * 4)}T14:00:00.000Z`,
    facts: { rows: 5 },
  }));
  const [first] = watched([...year('clerk', 5), ...small, night])
    .filter(({ finding }) => finding.day === dayAfter(startDay, 300))
    .toSorted((a, b) => b.finding.score - a.finding.score);
  expect(first?.finding).toMatchObject({ kind: 'odd-hour' });
  const all = watched([...year('clerk', 5), ...small, night]);
  const bulk = all.find(({ finding }) => finding.kind === 'bulk-export' && finding.day === dayAfter(startDay, 300));
  expect(bulk?.finding.numbers).toMatchObject({
    value: 4_000,
    usual: 5,
    most: 5,
    at: '02:13',
    hours: [8, 17],
    days: 90,
  });
});

it('counts the same in one go and entry by entry', () => {
  const drafts = [
    ...year('clerk', 5, 60),
    ...attacks['slow drip over days'](randomOf(1), 'clerk', dayAfter(startDay, 40)),
  ];
  const keyed = (batch: number) =>
    watched(drafts, [], batch).map(
      ({ actor, finding }) => `${actor} ${finding.day} ${finding.kind} ${finding.numbers.value}`,
    );
  expect(keyed(1).toSorted()).toEqual(keyed(100_000).toSorted());
});

describe('what was dismissed', () => {
  const [finding] = judge(dayOf(dayAfter(startDay, 40), { exported: 900 }), context(steady(40, { exported: 5 })));
  const lesson = { actor: 'a', kind: 'bulk-export', upTo: 900, until: '2026-12-31', revokedAt: null } as never;
  it('stays quiet for the same person, kind and amount, until its day, while not taken back', () => {
    if (finding === undefined) throw new Error('nothing stood out');
    expect(isLearned(finding, 'a', [lesson])).toBe(true);
    expect(isLearned(finding, 'b', [lesson])).toBe(false);
    expect(isLearned(finding, 'a', [{ ...(lesson as object), upTo: 899 } as never])).toBe(false);
    expect(isLearned(finding, 'a', [{ ...(lesson as object), kind: 'odd-hour' } as never])).toBe(false);
    expect(isLearned(finding, 'a', [{ ...(lesson as object), until: '2025-01-31' } as never])).toBe(false);
    expect(isLearned(finding, 'a', [{ ...(lesson as object), revokedAt: '2026-01-01T00:00:00.000Z' } as never])).toBe(
      false,
    );
  });
});

describe('hours', () => {
  it('are the night for whoever is new, then what the person never worked, with an hour’s grace', () => {
    const odd = (history: DayFeatures[]) =>
      oddHoursOf(history, dayAfter(startDay, 3)).flatMap((is, hour) => (is ? [hour] : []));
    expect(odd([])).toEqual([0, 1, 2, 3, 4, 5, 22, 23]);
    // Worked from nine to sixteen.
    expect(odd(steady(12, {}))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 17, 18, 19, 20, 21, 22, 23]);
    expect(usualHours(steady(12, {}))).toEqual([9, 16]);
  });
  it('are all odd on a weekday that is always free', () => {
    const weekdays = steady(60, {}).filter(({ day }) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(oddHoursOf(weekdays, '2025-03-09' as Day).every(Boolean)).toBe(true);
    expect(oddHoursOf(weekdays, '2025-03-10' as Day).every(Boolean)).toBe(false);
  });
});

describe('robust statistics', () => {
  it('are not moved by a few wild days', () => {
    expect(median([])).toBe(0);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    const calm = Array.from({ length: 30 }, () => 10);
    const caution = { floor: 1, times: 0, spread: 0.35 };
    expect(robustLimit([...calm, 90_000], caution)).toBeCloseTo(robustLimit(calm, caution), 6);
    expect(robustLimit([], { ...caution, floor: 7 })).toBe(7);
    expect(robustLimit(calm, { floor: 1, times: 20, spread: 0.35 })).toBe(200);
  });
});
