/** The calendars against lists of days we are sure of. */
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { formatDay, isWeekend, parseDay } from '#shared/content/day';
import { createHolidayCalendar } from '#main/content/holidays';
import { engine, holidays, packs } from './harness';

function weekdayHolidays(calendar: string, year: number): string {
  const first = parseDay(`${year}-01-01`) ?? 0;
  return Array.from({ length: 366 }, (_, index) => first + index)
    .map((day) => ({ day, text: formatDay(day) }))
    .filter(
      ({ day, text }) =>
        text.startsWith(String(year)) && !isWeekend(day) && holidays.holidayOn(calendar, text) !== null,
    )
    .map(({ text }) => text.slice(5))
    .join(' ');
}

describe('American calendars', () => {
  it.each([
    ['US_FED', 2025, '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
    ['US_FED', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    ['US_FED', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    ['US_FED', 2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    ['US_FED', 2029, '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25'],
    ['CA_STATE', 2025, '01-01 01-20 02-17 03-31 05-26 07-04 09-01 11-11 11-27 11-28 12-25'],
    ['CA_STATE', 2026, '01-01 01-19 02-16 03-31 05-25 09-07 11-11 11-26 11-27 12-25'],
    ['CA_STATE', 2027, '01-01 01-18 02-15 03-31 05-31 07-05 09-06 11-11 11-25 11-26'],
    ['CA_STATE', 2028, '01-17 02-21 03-31 05-29 07-04 09-04 11-10 11-23 11-24 12-25'],
    ['CA_STATE', 2029, '01-01 01-15 02-19 05-28 07-04 09-03 11-12 11-22 11-23 12-25'],
    ['WEEKENDS_ONLY', 2026, ''],
  ])('%s %i', (calendar, year, days) => {
    expect(weekdayHolidays(calendar, year)).toBe(days);
  });
});

describe('European calendars', () => {
  it.each([
    ['IE', '2027-02-01', true],
    ['IE', '2030-02-01', true],
    ['IE', '2030-02-04', false],
    ['CY', '2026-02-23', true],
    ['CY', '2026-02-24', false],
    ['CY', '2026-06-01', true],
    ['LI', '2026-05-15', false],
    ['LI', '2025-08-15', true],
    ['BG', '2026-05-25', true],
    ['BG', '2026-12-28', true],
    ['BG', '2027-12-27', true],
    ['BG', '2027-12-28', true],
    ['RO', '2026-01-02', true],
    ['IS', '2026-12-24', false],
    ['SE', '2026-06-19', false],
    ['DE', '2027-01-06', false],
    ['PL', '2026-12-24', true],
    ['DK', '2026-05-01', false],
    ['IT', '2026-06-02', true],
    ['GB-SCT', '2026-04-06', false],
    ['GB-ENG', '2026-04-06', true],
    ['GB', '2026-04-06', false],
    ['GB', '2026-12-28', true],
    ['GB-SCT', '2026-06-15', true],
    ['GB-SCT', '2026-11-30', true],
    ['GB-NIR', '2026-07-13', true],
  ])('%s %s', (calendar, day, isHoliday) => {
    expect(holidays.holidayOn(calendar, day) !== null).toBe(isHoliday);
  });

  it('takes only days that are holidays in every Member State for the Union', () => {
    const members = engine.places.filter(
      ({ code, groups }) => code.length === 2 && groups.includes('eu') && !['EU', 'IS', 'LI', 'NO'].includes(code),
    );
    expect(members).toHaveLength(27);
    for (const day of ['2026-01-01', '2026-12-25']) {
      for (const { code } of members) expect(holidays.holidayOn(code, day), `${code} ${day}`).not.toBeNull();
    }
    expect(members.every(({ code }) => holidays.holidayOn(code, '2026-04-06') !== null)).toBe(false);
  });

  it('knows every country and state the definitions name', () => {
    const library = new Holidays();
    const unknown = packs
      .flatMap((pack) => pack.calendars?.calendars ?? [])
      .filter(({ library: wanted }) => {
        if (!wanted) return false;
        if (!Object.hasOwn(library.getCountries(), wanted.country)) return true;
        return wanted.state !== undefined && !Object.hasOwn(library.getStates(wanted.country), wanted.state);
      });
    expect(unknown).toEqual([]);
  });
});

it("takes the user's own edits over everything else", () => {
  const calendars = packs.flatMap((pack) => pack.calendars?.calendars ?? []);
  const edited = createHolidayCalendar({ calendars, holidayNames: [] }, [
    { calendar: 'FR', rule: { on: 'day', day: '2026-07-14', name: 'we work', strike: true } },
    { calendar: 'FR', rule: { on: 'day', day: '2026-07-15', name: 'village feast' } },
  ]);
  expect(edited.holidayOn('FR', '2026-07-14')).toBeNull();
  expect(edited.holidayOn('FR', '2026-07-15')).toBe('village feast');
  expect(holidays.holidayOn('FR', '2026-07-15')).toBeNull();
});
