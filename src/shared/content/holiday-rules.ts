/** Works out on which days of a year the holidays of a rule fall. */
import type { HolidayRule } from './calendar-data';
import { civilDay, dayNumber, daysInMonth, parseDay, weekday } from './day';

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus gives it). */
export function westernEaster(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Orthodox Easter Sunday: Meeus' Julian algorithm, moved to the Gregorian calendar. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const century = Math.floor(year / 100);
  const julianLag = century - Math.floor(century / 4) - 2;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1) + julianLag;
}

/** The day the rule's holiday falls on for `year`, moved off a weekend where the rule says so; null in years it is not for. */
export function holidayDay(rule: HolidayRule, year: number): number | null {
  if (rule.on === 'day') {
    const day = parseDay(rule.day);
    return day !== null && civilDay(day).year === year ? day : null;
  }
  if (year < (rule.from ?? year) || year > (rule.until ?? year)) return null;
  switch (rule.on) {
    case 'easter':
      return (rule.church === 'western' ? westernEaster(year) : orthodoxEaster(year)) + rule.plus;
    case 'weekday-of-month':
      return nthWeekday(year, rule.month, rule.weekday, rule.nth) + (rule.plus ?? 0);
    case 'date': {
      const day = dayNumber(year, rule.month, rule.day);
      if (weekday(day) === 6) return day + (rule.saturday ?? 0);
      if (weekday(day) === 0) return day + (rule.sunday ?? 0);
      return day;
    }
  }
}

function nthWeekday(year: number, month: number, wanted: number, nth: number): number {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayNumber(year, month, daysInMonth(year, month));
  return last - ((weekday(last) - wanted + 7) % 7) + (nth + 1) * 7;
}
