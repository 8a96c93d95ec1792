/** What is due as a calendar file with alarms, for whatever calendar a person uses; opened again by another reader and counted. */
import { readFile, writeFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { DueItem, DueKind } from '#shared/domains/today/model';
import { assert } from '#shared/kernel/assert';
import type { Instant } from '#shared/kernel/time';
import { publish } from '../../files/publish';

/** Calendars remind a week and a day before. */
const alarmsBefore = [7 * 86_400, 86_400];

/** What is due about the title, for whoever reads it in a calendar far from Steward. */
const kindWords: Readonly<Record<'en' | 'de', Readonly<Partial<Record<DueKind, string>>>>> = {
  en: {
    'obligation-due': 'Review due in Steward',
    'obligation-expired': 'Has run out in Steward',
    'evidence-expires': 'Evidence expires in Steward',
    'evidence-expired': 'Evidence has expired in Steward',
    'access-review': 'Review due in Steward',
    'device-check-due': 'Check of a device due in Steward',
    'device-end': 'Security updates end, says Steward',
    'device-past-end': 'Security updates have ended, says Steward',
    'backup-missed': 'Backup missed, says Steward',
    'backup-drill-due': 'Restore to be rehearsed in Steward',
    'other-backup-test-due': 'Backup to be tested, says Steward',
    'audit-check-due': 'Check of the audit programme due in Steward',
    'vendor-review-due': 'Vendor to be reviewed in Steward',
    'vendor-contract-ends': 'Contract can be given notice of until today, says Steward',
    'integration-rotate': 'Key to be changed, says Steward',
    'integration-test': 'Connection to be tested, says Steward',
    'record-review-due': 'Activity of the record to be reviewed in Steward',
    'audit-finding-open': 'Finding of a check to be settled in Steward',
    'training-due': 'Training due in Steward',
    'management-review': 'Management review due in Steward',
    'risk-review': 'Risk to be looked at again in Steward',
    'risk-action': 'Action against a risk due in Steward',
    'assessment-review': 'Assessment to be looked at again in Steward',
    'joining-item': 'Joining checklist in Steward',
    'leaving-item': 'Leaving checklist in Steward',
  },
  de: {
    'obligation-due': 'Überprüfung fällig in Steward',
    'obligation-expired': 'Abgelaufen in Steward',
    'evidence-expires': 'Nachweis läuft ab in Steward',
    'evidence-expired': 'Nachweis abgelaufen in Steward',
    'access-review': 'Überprüfung fällig in Steward',
    'device-check-due': 'Prüfung eines Geräts fällig in Steward',
    'device-end': 'Sicherheitsupdates enden laut Steward',
    'device-past-end': 'Sicherheitsupdates haben geendet laut Steward',
    'backup-missed': 'Sicherung versäumt laut Steward',
    'backup-drill-due': 'Wiederherstellung zu proben in Steward',
    'other-backup-test-due': 'Sicherung zu prüfen laut Steward',
    'audit-check-due': 'Prüfung des Prüfprogramms fällig in Steward',
    'vendor-review-due': 'Dienstleister zu überprüfen in Steward',
    'vendor-contract-ends': 'Vertrag kann laut Steward bis heute gekündigt werden',
    'integration-rotate': 'Schlüssel zu wechseln laut Steward',
    'integration-test': 'Verbindung zu prüfen laut Steward',
    'record-review-due': 'Tätigkeit im Verzeichnis zu überprüfen in Steward',
    'audit-finding-open': 'Mangel aus einer Prüfung zu beheben in Steward',
    'training-due': 'Schulung fällig in Steward',
    'management-review': 'Bewertung durch die Leitung fällig in Steward',
    'risk-review': 'Risiko neu anzusehen in Steward',
    'risk-action': 'Maßnahme gegen ein Risiko fällig in Steward',
    'assessment-review': 'Einschätzung neu anzusehen in Steward',
    'joining-item': 'Checkliste fürs Kommen in Steward',
    'leaving-item': 'Checkliste fürs Gehen in Steward',
  },
};

export type CalendarOf = {
  readonly name: string;
  readonly language: 'en' | 'de';
  readonly storeId: string;
  readonly now: Instant;
};

/** Every item with a day becomes one whole-day event; the same item has the same name in every file, so a calendar updates it. */
export async function writeCalendar(
  file: string,
  items: readonly DueItem[],
  { name, language, storeId, now }: CalendarOf,
): Promise<{ events: number; bytes: number }> {
  const dated = items.filter((item) => item.on !== null);
  const calendar = ical({ name, prodId: { company: 'Steward', product: 'Steward', language: language.toUpperCase() } });
  for (const item of dated) {
    const event = calendar.createEvent({
      id: `${item.id}@${storeId}.steward`,
      start: new Date(`${item.on}T00:00:00Z`),
      allDay: true,
      summary: item.title,
      stamp: new Date(now),
      description: [kindWords[language][item.kind], item.owner].filter(Boolean).join(' · '),
      // A day on which something is due is not a day on which nobody can be invited.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const trigger of alarmsBefore) {
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: item.title });
    }
  }
  const { found, bytes } = await publish(
    file,
    (temporary) => writeFile(temporary, calendar.toString(), { mode: 0o600, flag: 'wx' }),
    async (temporary) => eventsIn(await readFile(temporary, 'utf8'), dated),
  );
  return { events: found, bytes };
}

/** Counts the events by another library than the one that wrote them, and compares each with what was meant. */
function eventsIn(text: string, dated: readonly DueItem[]): number {
  const read = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const events = read.getAllSubcomponents('vevent');
  assert(events.length === dated.length, 'every dated item is an event');
  for (const [index, event] of events.entries()) {
    assert(String(event.getFirstPropertyValue('dtstart')) === dated[index]?.on, 'the event is on its day');
    assert(event.getFirstPropertyValue('summary') === dated[index]?.title, 'the event says what is due');
    assert(event.getAllSubcomponents('valarm').length === alarmsBefore.length, 'every event has its alarms');
  }
  return events.length;
}
