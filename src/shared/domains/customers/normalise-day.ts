/** Days in the shapes people and programs write them. What could mean two days is left as typed. */
import { isRealDay } from '#shared/kernel/time';
import { fold } from '#shared/kernel/text';
import { remembering, trimmed } from './normalise-text';

/** Which comes first in `3/4/2021` in one column of a file; `unclear` when its values do not tell. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ]\d{1,2}:)/;
const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:$|[T ,]\s*\d)/;
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:$|[ ,T]\s*\d)/;
const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:$|[ ,T]\s*\d)/;
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th|er)?[. -]*(?:de |of )?(\p{L}+)\.?[, -]*(?:de |del )?(\d{4})(?:$|[ ,T])/u;
const monthNameDay = /^(\p{L}+)\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?[, -]+(\d{4})(?:$|[ ,T])/u;

/** English, German, French and Spanish months, by their first letters as far as these tell them apart. */
const months: readonly (readonly string[])[] = [
  ['jan', 'januar', 'january', 'janner', 'janvier', 'janv', 'enero', 'ene'],
  ['feb', 'februar', 'february', 'fevrier', 'fev', 'fevr', 'febrero'],
  ['mar', 'march', 'marz', 'mrz', 'mars', 'marzo'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['jun', 'june', 'juni', 'juin', 'junio'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio'],
  ['aug', 'august', 'aout', 'agosto', 'ago'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'december', 'dez', 'dezember', 'decembre', 'diciembre', 'dic'],
];
const monthByName = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

function dayOf(year: string, month: string | number, day: string): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(text) ? text : null;
}

function readDay(text: string, order: DayOrder): string | null {
  let match = iso.exec(text) ?? yearFirst.exec(text) ?? compact.exec(text);
  if (match) return dayOf(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  match = dotted.exec(text);
  if (match) return dayOf(match[3] ?? '', match[2] ?? '', match[1] ?? '');
  match = slashed.exec(text);
  if (match) {
    const [, first = '', second = '', year = ''] = match;
    if (Number(first) > 12 || first === second) return dayOf(year, second, first);
    if (Number(second) > 12) return dayOf(year, first, second);
    if (order === 'day-first') return dayOf(year, second, first);
    return order === 'month-first' ? dayOf(year, first, second) : null;
  }
  match = dayMonthName.exec(text);
  if (match) {
    const month = monthByName.get(fold(match[2] ?? ''));
    return month === undefined ? null : dayOf(match[3] ?? '', month, match[1] ?? '');
  }
  match = monthNameDay.exec(text);
  if (match) {
    const month = monthByName.get(fold(match[1] ?? ''));
    return month === undefined ? null : dayOf(match[3] ?? '', month, match[2] ?? '');
  }
  return null;
}

const readers: Readonly<Record<DayOrder, (text: string) => { day: string | null }>> = {
  'day-first': remembering((text) => ({ day: readDay(trimmed(text), 'day-first') })),
  'month-first': remembering((text) => ({ day: readDay(trimmed(text), 'month-first') })),
  unclear: remembering((text) => ({ day: readDay(trimmed(text), 'unclear') })),
};

/** `YYYY-MM-DD`, or null when the text is no day or could be two. A time after the day is left out; the day stays the one written. */
export const normaliseDay = (text: string, order: DayOrder = 'unclear'): string | null =>
  isPlainDay(text) ? text : readers[order](text).day;

/** The quick answer for what most programs write: `2024-03-05` up to the 28th is a day in any month of any year. */
function isPlainDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const digit = (index: number): number => text.charCodeAt(index) - 48;
  for (let index = 0; index < 4; index += 1) if (!(digit(index) >= 0 && digit(index) <= 9)) return false;
  const month = digit(5) * 10 + digit(6);
  const day = digit(8) * 10 + digit(9);
  return (
    digit(5) <= 1 &&
    digit(5) >= 0 &&
    digit(6) >= 0 &&
    digit(6) <= 9 &&
    month >= 1 &&
    month <= 12 &&
    digit(8) >= 0 &&
    digit(8) <= 2 &&
    digit(9) >= 0 &&
    digit(9) <= 9 &&
    day >= 1 &&
    day <= 28
  );
}

/** Looks at all values of one column that have the shape `3/4/2021`. One value above twelve decides for the whole column. */
export class DayOrderFinder {
  #dayFirst = 0;
  #monthFirst = 0;

  add(text: string): void {
    const match = slashed.exec(trimmed(text));
    if (!match) return;
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (first > 12 && second <= 12) this.#dayFirst += 1;
    else if (second > 12 && first <= 12) this.#monthFirst += 1;
  }

  /** `unclear` also when the values contradict each other. */
  order(): DayOrder {
    if (this.#dayFirst > 0 && this.#monthFirst === 0) return 'day-first';
    if (this.#monthFirst > 0 && this.#dayFirst === 0) return 'month-first';
    return 'unclear';
  }
}

/** A spreadsheet's day number (1900 system) as a day; null outside 1901–2199, where it is more likely another number. */
export function dayOfSerial(serial: number): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 367 || whole > 109_574) return null;
  return new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000).toISOString().slice(0, 10);
}
