/** What the clock engine needs to know about holidays; the calendars themselves are kept by main, from a library and dated corrections. */

export interface HolidayCalendar {
  /** The name of the holiday on `day` (`YYYY-MM-DD`) in the named calendar, or null on an ordinary day. Weekends are not holidays. */
  readonly holidayOn: (calendar: string, day: string) => string | null;
}
