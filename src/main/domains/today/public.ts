/** What others may use of Today: everything that looks at dates, and the calendar file. */
export { writeCalendar } from './calendar-file';
export { dueSources } from './sources';
