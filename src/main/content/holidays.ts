/** The holiday calendars: the library's public holidays, our dated corrections from the calendar pack, and the user's own edits on top. */
import Holidays from 'date-holidays';
import type { CalendarContent, CalendarDefinition, HolidayRule } from '#shared/content/calendar-data';
import { formatDay } from '#shared/content/day';
import type { HolidayCalendar } from '#shared/content/holiday-calendar';
import { holidayDay } from '#shared/content/holiday-rules';
import { wordsIn } from '#shared/content/words';

/** A change the user made to a calendar: a day that is, or is not, a holiday for them. */
export type HolidayEdit = { readonly calendar: string; readonly rule: HolidayRule };

const hour = 3_600_000;
/** Half-day holidays (Iceland's Christmas Eve from 13:00) leave the day a working day; the change to summer time shortens a whole one to 23 hours. */
const wholeDay = 20 * hour;

/**
 * Looks holidays up by calendar and year, working each year out once. A calendar nobody defined has no holidays: whoever
 * names one has checked the name. The library is asked only for calendars that are used.
 */
export function createHolidayCalendar(
  { calendars, holidayNames }: Pick<CalendarContent, 'calendars' | 'holidayNames'>,
  edits: readonly HolidayEdit[] = [],
): HolidayCalendar {
  const byName = new Map(calendars.map((definition) => [definition.name, definition]));
  const names = new Map(holidayNames.map((words) => [words.en, words]));
  const years = new Map<string, Map<string, ReadonlyMap<string, string>>>();
  return {
    nameIn: (name, language) => {
      const words = names.get(name);
      return words === undefined ? name : wordsIn(words, language);
    },
    holidayOn: (calendar, day) => {
      let ofCalendar = years.get(calendar);
      if (!ofCalendar) years.set(calendar, (ofCalendar = new Map()));
      const year = day.slice(0, 4);
      let ofYear = ofCalendar.get(year);
      if (!ofYear) {
        const definition = byName.get(calendar);
        const own = edits.filter((edit) => edit.calendar === calendar).map(({ rule }) => rule);
        ofYear = definition ? holidaysOf(definition, own, Number(year)) : new Map<string, string>();
        ofCalendar.set(year, ofYear);
      }
      return ofYear.get(day) ?? null;
    },
  };
}

function holidaysOf(
  definition: CalendarDefinition,
  edits: readonly HolidayRule[],
  year: number,
): ReadonlyMap<string, string> {
  const holidays = new Map<string, string>();
  for (const { day, name } of fromLibrary(definition, year)) holidays.set(day, name);
  for (const rule of [...definition.rules, ...edits]) {
    // A holiday on a weekend may be moved across the turn of the year: 1 January to 31 December.
    for (const ruleYear of [year - 1, year, year + 1]) {
      const day = holidayDay(rule, ruleYear);
      if (day === null) continue;
      const text = formatDay(day);
      if (Number(text.slice(0, 4)) !== year) continue;
      if (rule.strike) holidays.delete(text);
      else if (!holidays.has(text)) holidays.set(text, rule.name);
    }
  }
  return holidays;
}

function fromLibrary({ library, strikeNames = [] }: CalendarDefinition, year: number): { day: string; name: string }[] {
  if (!library) return [];
  const calendar =
    library.state === undefined ? new Holidays(library.country) : new Holidays(library.country, library.state);
  return calendar
    .getHolidays(year, 'en')
    .filter(
      ({ type, name, start, end }) =>
        type === 'public' && !strikeNames.includes(name) && end.getTime() - start.getTime() >= wholeDay,
    )
    .flatMap(({ date, name, start, end }) => {
      // Romania's New Year is one entry of two days.
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / (24 * hour)));
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      return Array.from({ length }, (_, index) => ({
        day: new Date(first + index * 24 * hour).toISOString().slice(0, 10),
        name,
      }));
    });
}
