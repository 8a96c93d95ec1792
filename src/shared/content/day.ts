/** Calendar days as whole numbers (days since 1 January 1970), so that counting days is plain addition. */

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days the month has; `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);

export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

/** Day number of a civil date of the proleptic Gregorian calendar (Howard Hinnant's days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number; the inverse of `dayNumber`. */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}

/** The day number of `YYYY-MM-DD`, or null when the text is not a day that exists. */
export function parseDay(text: string): number | null {
  const match = dayPattern.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

/** `YYYY-MM-DD`. */
export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** 0 is Sunday, 6 is Saturday. 1 January 1970 was a Thursday. */
export const weekday = (number: number): number => (((number + 4) % 7) + 7) % 7;

export const isWeekend = (number: number): boolean => {
  const day = weekday(number);
  return day === 0 || day === 6;
};

/**
 * The same day number `months` later. Where that month has no such day: its last day (a deadline must not be later), or
 * the first day of the month after (something to be kept must not end earlier).
 */
export function addMonths(number: number, months: number, overflow: 'last-day' | 'day-after'): number {
  const { year, month, day } = civilDay(number);
  const index = year * 12 + (month - 1) + months;
  const [endYear, endMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const length = daysInMonth(endYear, endMonth);
  if (day <= length) return dayNumber(endYear, endMonth, day);
  const last = dayNumber(endYear, endMonth, length);
  return overflow === 'last-day' ? last : last + 1;
}
