/** Builds the clock engine from the packs in resources, as main does, for the tests of the content. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClockEngine, type ClockEngine } from '#shared/content/clock-engine';
import type { HolidayCalendar } from '#shared/content/holiday-calendar';
import { packParts, type Pack, type PackPart, wholeParts } from '#shared/content/pack';
import { createHolidayCalendar } from '#main/content/holidays';

export const contentFolder = join(import.meta.dirname, '../../resources/content');

export const regulations = [
  'gdpr',
  'uk-gdpr',
  'ccpa',
  'hipaa',
  'us-state-breach',
  'us-state-privacy',
  'calendars',
  'devices',
  'audits',
  'documents',
  'processing',
  'training',
  'risks',
] as const;

/** Parses every file of the newest edition, without looking at its signature. */
export function readPack(regulation: string): Pack {
  const folder = join(contentFolder, regulation);
  const edition = readdirSync(folder).toSorted().at(-1) ?? '';
  const part = (name: PackPart): unknown => {
    try {
      return packParts[name].parse(JSON.parse(readFileSync(join(folder, edition, `${name}.json`), 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return wholeParts.includes(name) ? null : [];
      throw error;
    }
  };
  return Object.fromEntries(Object.keys(packParts).map((name) => [name, part(name as PackPart)])) as unknown as Pack;
}

export const packs: readonly Pack[] = regulations.map(readPack);

const calendarContent = packs.find((pack) => pack.calendars)?.calendars ?? {
  places: [],
  calendars: [],
  holidayNames: [],
};
export const holidays: HolidayCalendar = createHolidayCalendar(calendarContent);
export const engine: ClockEngine = createClockEngine({ packs, places: calendarContent.places, holidays });
