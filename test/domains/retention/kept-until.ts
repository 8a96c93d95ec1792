/** When a period ends, in plain steps: what the store's statement is compared with. */
import type { RetentionPeriod } from '#shared/domains/retention/model';
import { Day } from '#shared/kernel/time';

/**
 * The last day on which the record is kept, from the days that its start fields hold; null where none does. Where the last
 * month has no such day the period ends as many days later, never earlier: 31 January and a month is 3 March.
 */
export function keptUntil({ amount, unit, yearEnd }: RetentionPeriod, starts: readonly (string | null)[]): Day | null {
  const latest = starts
    .filter((day): day is string => day !== null && day !== '')
    .toSorted()
    .at(-1);
  if (latest == null) return null;
  const [year = 0, month = 1, day = 1] = (yearEnd ? `${latest.slice(0, 4)}-12-31` : latest.slice(0, 10))
    .split('-')
    .map(Number);
  const add = { years: 0, months: 0, days: 0, [unit]: amount };
  const end = new Date(Date.UTC(year + add.years, month - 1 + add.months, day + add.days));
  return Day.parse(end.toISOString().slice(0, 10));
}
