/** When a check is due, and what a record must say. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { AuditRecord, CheckName, RecordDraft } from '#shared/domains/audits/model';
import { brokenBy, firstDue, nextDue } from '#shared/domains/audits/rules';
import { type Day, daysLater } from '#shared/kernel/time';

const day = (text: string): Day => text as Day;
const done = (on: string, result: AuditRecord['result'] = 'fine') => ({ on: day(on), result });
const monthly = { on: true, everyDays: 30, firstOn: day('2026-12-01') };
const today = day('2026-12-10');

describe('the next day of a check', () => {
  it.each([
    ['never done', monthly, [], '2026-12-01'],
    ['done once', monthly, [done('2026-12-02')], '2027-01-01'],
    ['done before it was first due', monthly, [done('2026-10-01')], '2026-12-01'],
    ['done with findings', monthly, [done('2026-12-02', 'findings')], '2027-01-01'],
    ['could not be done', monthly, [done('2026-12-02', 'could-not')], '2026-12-01'],
    ['an older record added late', monthly, [done('2026-12-09'), done('2026-12-02')], '2027-01-08'],
    ['today', monthly, [done('2026-12-10')], '2027-01-09'],
    ['a clock that ran ahead', monthly, [done('2026-12-02'), done('2099-01-01')], '2027-01-01'],
    ['over a leap day', { ...monthly, firstOn: day('2028-01-01') }, [done('2028-02-10')], '2028-03-11'],
  ])('%s', (_, choice, records, expected) => {
    const now = records.some(({ on }) => on.startsWith('2028')) ? day('2028-02-20') : today;
    expect(nextDue(choice, records, now)).toBe(expected);
  });
  it('is nothing while the check is off', () => {
    expect(nextDue({ ...monthly, on: false }, [done('2026-12-02')], today)).toBeNull();
  });

  const someDay = fc.integer({ min: -2_000, max: 2_000 }).map((days) => daysLater(today, days));
  const record = fc.record({
    on: someDay,
    result: fc.constantFrom('fine' as const, 'findings' as const, 'could-not' as const),
  });
  property.prop([fc.array(record), record, fc.integer({ min: 1, max: 1_100 }), someDay, someDay])(
    'is never brought back by one more record, whatever the clock says',
    (records, more, everyDays, firstOn, now) => {
      const choice = { on: true, everyDays, firstOn };
      const before = nextDue(choice, records, now) ?? '';
      const after = nextDue(choice, [...records, more], now) ?? '';
      expect(after >= before).toBe(true);
      expect(after >= firstOn).toBe(true);
      const counts = more.result !== 'could-not' && more.on <= now;
      expect(after >= daysLater(more.on, everyDays) || !counts).toBe(true);
    },
  );
  property.prop([fc.array(record), fc.integer({ min: 1, max: 1_100 }), someDay, someDay, fc.nat(2_000)])(
    'is never postponed by setting the clock back',
    (records, everyDays, firstOn, now, back) => {
      const choice = { on: true, everyDays, firstOn };
      const there = nextDue(choice, records, now) ?? '';
      expect((nextDue(choice, records, daysLater(now, -back)) ?? '') <= there).toBe(true);
    },
  );
});

it('spreads the starter list over the first month', () => {
  expect([7, 30, 365].map((every) => firstDue(day('2026-12-01'), every))).toEqual([
    '2026-12-08',
    '2026-12-31',
    '2026-12-31',
  ]);
});

describe('a record', () => {
  const plain: RecordDraft = {
    check: 'audits:trail' as CheckName,
    on: today,
    result: 'fine',
    words: '',
    evidence: [],
    findings: [],
  };
  const finding = { words: 'No sheet', severity: 'low', responsible: null, dueOn: day('2026-12-24') } as const;
  it.each([
    ['in order', plain, null],
    ['tomorrow', { ...plain, on: day('2026-12-11') }, 'audits.not-yet'],
    ['could not, without words', { ...plain, result: 'could-not' as const }, 'audits.reason-needed'],
    ['could not, with words', { ...plain, result: 'could-not' as const, words: 'No backup here' }, null],
    ['findings, none named', { ...plain, result: 'findings' as const }, 'audits.findings-needed'],
    ['findings', { ...plain, result: 'findings' as const, findings: [finding] }, null],
    ['fine, with findings', { ...plain, findings: [finding] }, 'audits.findings-unexpected'],
  ])('%s', (_, draft, expected) => {
    expect(brokenBy(draft, today)).toBe(expected);
  });
});
