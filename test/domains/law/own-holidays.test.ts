/** The business's own days in the holiday calendars: every date follows them, from the moment they are kept. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

/** Received on 7 July 2026 in Germany: one month ends on Friday 7 August; from the 8th on it would be Monday the 10th. */
const due = async (): Promise<string | null> =>
  (await bench.ask('law', 'compute', { clock: 'gdpr.request.respond', place: 'DE', start: '2026-07-07', facts: {} }))
    .due;
const add = (more: object = {}) =>
  bench.ask('law', 'addHoliday', {
    calendar: 'DE',
    month: 8,
    day: 7,
    year: null,
    name: 'Town feast',
    strike: false,
    ...more,
  });

it('move what is due, and stop doing so when they are taken out', async () => {
  const before = await due();
  expect(before).toContain('2026-08-07');
  const { id } = await add();
  expect(await due()).toContain('2026-08-10');
  await bench.ask('law', 'removeHoliday', { id });
  expect(await due()).toBe(before);
});

it('are there again after the vault was closed, and in no other vault', async () => {
  await add();
  await bench.reopen(async () => {
    expect(bench.workbench.law.current().holidays.holidayOn('DE', '2026-08-07')).toBeNull();
  });
  await bench.ask('law', 'ownHolidays', {});
  expect(await due()).toContain('2026-08-10');
  const other = await testBench();
  expect(other.workbench.law.current().holidays.holidayOn('DE', '2026-08-07')).toBeNull();
  await other.end();
});

it('can be of one year, of another calendar, or a day that is worked', async () => {
  await add({ year: 2027 });
  await add({ calendar: 'FR' });
  expect(await due()).toContain('2026-08-07');
  const holidays = () => bench.workbench.law.current().holidays;
  expect(holidays().holidayOn('DE', '2027-08-07')).toBe('Town feast');
  expect(holidays().holidayOn('DE', '2026-12-25')).not.toBeNull();
  await add({ month: 12, day: 25, strike: true, name: 'We work' });
  expect(holidays().holidayOn('DE', '2026-12-25')).toBeNull();
});

it('must be days that exist in a calendar that is there', async () => {
  expect(await failureOf(add({ month: 2, day: 30 }))).toMatchObject({ code: 'invalid' });
  expect(await failureOf(add({ month: 2, day: 29, year: 2027 }))).toMatchObject({ code: 'invalid' });
  expect(await failureOf(add({ calendar: 'XX-NO' }))).toMatchObject({ code: 'not-found' });
});
