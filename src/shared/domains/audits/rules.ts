/** When a check is due, and what a record of it must say. */
import { type Day, daysLater } from '#shared/kernel/time';
import type { AuditRecord, CheckChoice, RecordDraft } from './model';

/** The whole starter list is not due on one day: nothing before its own interval, and everything once within a month. */
export const firstDue = (begun: Day, everyDays: number): Day => daysLater(begun, Math.min(everyDays, 30));

/**
 * The day a check is due next; null while it is off. Only records that say it was done move it, and only forward: an
 * older record added late does not bring it back. A record from a day that has not come was made under a wrong clock;
 * it postpones nothing until its day is there.
 */
export function nextDue(
  { on, everyDays, firstOn }: Pick<CheckChoice, 'on' | 'everyDays' | 'firstOn'>,
  records: readonly Pick<AuditRecord, 'on' | 'result'>[],
  today: Day,
): Day | null {
  if (!on) return null;
  return records
    .filter((record) => record.result !== 'could-not' && record.on <= today)
    .map((record) => daysLater(record.on, everyDays))
    .reduce((latest, day) => (day > latest ? day : latest), firstOn);
}

/** The rule that a record breaks, or null. */
export function brokenBy({ on, result, words, findings }: RecordDraft, today: Day): string | null {
  if (on > today) return 'audits.not-yet';
  if (result === 'could-not' && words === '') return 'audits.reason-needed';
  if (result === 'findings' && findings.length === 0) return 'audits.findings-needed';
  if (result !== 'findings' && findings.length > 0) return 'audits.findings-unexpected';
  return null;
}
