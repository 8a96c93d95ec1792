/** What the clock engine needs to know about holidays; the calendars themselves are kept by main, from a library and dated corrections. */
import type { Language } from './words';

export interface HolidayCalendar {
  /** The name of the holiday on `day` (`YYYY-MM-DD`) in the named calendar, or null on an ordinary day. Weekends are not holidays. */
  readonly holidayOn: (calendar: string, day: string) => string | null;
  /** The name as `holidayOn` gives it, in `language`; a name somebody gave a day of their own stays as it is. */
  readonly nameIn: (name: string, language: Language) => string;
}
