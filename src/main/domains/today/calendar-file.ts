/** What is due as a calendar file with alarms, for whatever calendar a person uses; opened again by another reader and counted. */
import { readFile, writeFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import ical, { ICalAlarmType } from 'ical-generator';
import type { DueItem } from '#shared/domains/today/model';
import { assert } from '#shared/kernel/assert';
import type { Instant } from '#shared/kernel/time';
import { publish } from '../../files/publish';

/** Calendars remind a week and a day before. */
const alarmsBefore = [7 * 86_400, 86_400];

export async function writeCalendar(
  file: string,
  items: readonly DueItem[],
  name: string,
  storeId: string,
  now: Instant,
): Promise<{ events: number; bytes: number }> {
  const dated = items.filter((item) => item.on !== null);
  const calendar = ical({ name, prodId: { company: 'Steward', product: 'Steward', language: 'EN' } });
  for (const item of dated) {
    const event = calendar.createEvent({
      id: `${item.id}@${storeId}.steward`,
      start: new Date(`${item.on}T00:00:00Z`),
      allDay: true,
      summary: item.title,
      stamp: new Date(now),
      ...(item.owner === null ? {} : { description: item.owner }),
    });
    for (const trigger of alarmsBefore)
      event.createAlarm({ type: ICalAlarmType.display, trigger, description: item.title });
  }
  const { found, bytes } = await publish(
    file,
    (temporary) => writeFile(temporary, calendar.toString(), { mode: 0o600, flag: 'wx' }),
    async (temporary) => {
      const read = new ICAL.Component(ICAL.parse(await readFile(temporary, 'utf8')) as [string, unknown[], unknown[]]);
      const events = read.getAllSubcomponents('vevent');
      assert(events.length === dated.length, 'every dated item is an event');
      assert(
        events.every((event) => event.getAllSubcomponents('valarm').length === alarmsBefore.length),
        'every event has its alarms',
      );
      return events.length;
    },
  );
  return { events: found, bytes };
}
