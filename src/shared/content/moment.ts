/** Reads the moments people write down (with or without a clock time, with or without an offset) and counts elapsed hours. */
import { Temporal } from 'temporal-polyfill';
import { parseDay } from './day';

const momentPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A moment as written. `day` is the local calendar day in the text; `offset` and `time` are null where the text has none. */
export type WrittenMoment = {
  readonly text: string;
  readonly day: number;
  readonly hasTime: boolean;
  readonly offset: string | null;
};

/** Null when the text is neither `YYYY-MM-DD` nor an ISO date-time that exists. */
export function parseMoment(text: string): WrittenMoment | null {
  const match = momentPattern.exec(text);
  if (!match) return null;
  const day = parseDay(match[1] ?? '');
  if (day === null) return null;
  const hasTime = match[2] !== undefined;
  if (hasTime && (Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59)) return null;
  const offset = match[5] ?? null;
  if (offset !== null && offset !== 'Z' && (Number(offset.slice(1, 3)) > 18 || Number(offset.slice(4)) > 59))
    return null;
  return { text, day, hasTime, offset };
}

const zones = new Map<string, boolean>();

/** True when the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    known = /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name) && resolvesAsZone(name);
    if (zones.size < 1000) zones.set(name, known);
  }
  return known;
}

function resolvesAsZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The local calendar day of the moment: in `zone` when both an offset and a zone are known, otherwise as written. */
export function localDay(moment: WrittenMoment, zone: string | null): number {
  if (!moment.hasTime || moment.offset === null || zone === null) return moment.day;
  const local = Temporal.Instant.from(moment.text).toZonedDateTimeISO(zone).toPlainDate().toString();
  return parseDay(local) ?? moment.day;
}

/**
 * The moment `hours` elapsed hours later, counted in UTC and shown in local time with its offset. Null when the text has
 * no time, or neither an offset nor a zone to place it with. `startOfDay` and others are never guessed.
 */
export function addElapsedHours(moment: WrittenMoment, hours: number, zone: string | null): string | null {
  if (!moment.hasTime) return null;
  if (moment.offset === null && zone === null) return null;
  const instant =
    moment.offset === null
      ? Temporal.PlainDateTime.from(moment.text)
          .toZonedDateTime(zone ?? 'UTC')
          .toInstant()
      : Temporal.Instant.from(moment.text);
  const showIn = zone ?? (moment.offset === 'Z' || moment.offset === null ? 'UTC' : moment.offset);
  const end = instant.add({ hours }).toZonedDateTimeISO(showIn);
  const precise = end.second !== 0 || end.millisecond !== 0;
  return end.toString({ timeZoneName: 'never', smallestUnit: precise ? 'second' : 'minute' });
}
