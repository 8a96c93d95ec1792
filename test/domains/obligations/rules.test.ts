/** The states of an obligation, by example and by property. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { nextAction, nextReview, type Standing, stateOn } from '#shared/domains/obligations/rules';
import { type Day, monthsLater } from '#shared/kernel/time';

const day = (text: string): Day => text as Day;
const today = day('2026-11-24');
const base: Standing = {
  applies: 'yes',
  recorded: null,
  measureInPlace: false,
  evidence: [],
  reviewedOn: null,
  reviewMonths: 12,
};

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const standings = fc.record({
  applies: fc.constantFrom('yes', 'no', 'open'),
  recorded: fc.constantFrom('not-started', 'in-place', 'not-applicable', null),
  measureInPlace: fc.boolean(),
  evidence: fc.array(fc.option(days), { maxLength: 3 }),
  reviewedOn: fc.option(days),
  reviewMonths: fc.option(fc.integer({ min: 1, max: 60 })),
}) as fc.Arbitrary<Standing>;

describe('the state', () => {
  it.each([
    [{}, 'not-started'],
    [{ applies: 'open' }, 'unknown'],
    [{ applies: 'open', recorded: 'not-started' }, 'not-started'],
    [{ applies: 'no' }, 'not-applicable'],
    [{ applies: 'no', recorded: 'in-place' }, 'in-place'],
    [{ applies: 'no', recorded: 'not-started' }, 'not-applicable'],
    [{ applies: 'no', recorded: 'not-started', evidence: [null] }, 'not-applicable'],
    [{ applies: 'no', measureInPlace: true, evidence: [null] }, 'not-applicable'],
    [{ recorded: 'not-applicable', evidence: [null] }, 'not-applicable'],
    [{ measureInPlace: true }, 'in-place'],
    [{ evidence: [null] }, 'evidenced'],
    [{ evidence: [day('2026-11-24')] }, 'evidenced'],
    [{ evidence: [day('2026-11-23')] }, 'expired'],
    [{ evidence: [day('2026-11-23'), day('2027-01-01')] }, 'evidenced'],
    [{ recorded: 'in-place', reviewedOn: day('2025-11-24') }, 'in-place'],
    [{ recorded: 'in-place', reviewedOn: day('2025-11-23') }, 'expired'],
    [{ recorded: 'in-place', reviewedOn: day('2020-01-01'), reviewMonths: null }, 'in-place'],
  ] as const)('%j is %s', (standing, state) => {
    expect(stateOn(today, { ...base, ...standing })).toBe(state);
  });

  test.prop([standings, days])(
    'is evidenced only with evidence that still counts, and never gets better by waiting',
    (standing, on) => {
      const state = stateOn(on, standing);
      if (state === 'evidenced') expect(standing.evidence.some((until) => until === null || until >= on)).toBe(true);
      if (state === 'expired') expect(stateOn(monthsLater(on, 1), standing)).toBe('expired');
    },
  );
});

describe('the state, by property', () => {
  const rank = { 'not-started': 0, unknown: 0, 'not-applicable': 0, expired: 1, 'in-place': 2, evidenced: 3 } as const;

  test.prop([standings, days])('is the same every time, and for evidence in any order', (standing, on) => {
    expect(stateOn(on, { ...standing, evidence: standing.evidence.toReversed() })).toBe(stateOn(on, standing));
  });

  test.prop([standings, days])('never falls when evidence that counts is added', (standing, on) => {
    const [before, after] = [
      stateOn(on, standing),
      stateOn(on, { ...standing, evidence: [...standing.evidence, null] }),
    ];
    expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
  });

  test.prop([standings, days])(
    'does not apply when the questions say so, unless somebody recorded it as in place',
    (standing, on) => {
      const state = stateOn(on, { ...standing, applies: 'no' });
      if (standing.recorded !== 'in-place') expect(state).toBe('not-applicable');
      else expect(state).not.toBe('not-applicable');
    },
  );

  test.prop([standings, days])('is unknown only while nothing is decided, recorded or done', (standing, on) => {
    if (stateOn(on, standing) !== 'unknown') return;
    expect(standing).toMatchObject({ applies: 'open', recorded: null, measureInPlace: false, evidence: [] });
  });

  test.prop([days, fc.integer({ min: 1, max: 60 })])(
    'runs out the day after its review was due, not before',
    (reviewedOn, reviewMonths) => {
      const standing: Standing = { ...base, recorded: 'in-place', reviewedOn, reviewMonths };
      const due = monthsLater(reviewedOn, reviewMonths);
      const after = new Date(Date.parse(`${due}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as Day;
      expect([stateOn(due, standing), stateOn(after, standing)]).toEqual(['in-place', 'expired']);
    },
  );

  test.prop([days, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 })])(
    'counts months that never run backwards',
    (from, fewer, more) => {
      const [a, b] = [Math.min(fewer, more), Math.max(fewer, more)];
      expect(monthsLater(from, a) <= monthsLater(from, b)).toBe(true);
    },
  );
});

describe('months', () => {
  it('end on the last day of a shorter month', () => {
    expect(monthsLater(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(monthsLater(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(nextReview(day('2026-11-30'), 3)).toBe('2027-02-28');
    expect(nextReview(null, 3)).toBeNull();
  });
});

describe('the next action', () => {
  const one = (name: string, more: object) => ({
    name,
    title: name,
    state: 'not-started' as const,
    core: false,
    overdue: false,
    inForceFrom: null,
    measures: [],
    ...more,
  });
  it('is an open question, then what ran out, then the start that serves most', () => {
    const rows = [
      one('a', { state: 'in-place' }),
      one('b', { measures: ['training'] }),
      one('c', { measures: ['training'] }),
      one('d', { core: true }),
    ];
    expect(nextAction({ name: 'q', words: 'Q?' }, rows)).toMatchObject({ kind: 'answer-question', name: 'q' });
    expect(nextAction(null, [...rows, one('z', { state: 'expired' })])).toMatchObject({ kind: 'renew', name: 'z' });
    expect(nextAction(null, rows)).toMatchObject({ kind: 'start', name: 'd' });
    expect(nextAction(null, rows.slice(0, 3))).toMatchObject({ kind: 'start', name: 'b', serves: 2 });
    expect(nextAction(null, rows.slice(0, 1))).toMatchObject({ kind: 'evidence', name: 'a' });
    expect(nextAction(null, [])).toMatchObject({ kind: 'none' });
    const future = one('d', { core: true, inForceFrom: day('2027-01-01') });
    expect(nextAction(null, [future, one('b', {})])).toMatchObject({ kind: 'start', name: 'b' });
    expect(nextAction(null, [future])).toMatchObject({ kind: 'start', name: 'd' });
  });
});
