/** What must hold for every start, checked against a second, slower way to count that shares nothing with the engine. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { engine, holidays } from './harness';

const day = fc
  .integer({ min: 0, max: 365 * 30 })
  .map((days) => Temporal.PlainDate.from('2019-01-01').add({ days }).toString());
const laterDays = fc.integer({ min: 0, max: 400 });
const monthPlaces = fc.constantFrom('IE', 'DE', 'FR', 'PL', 'EU', 'CY', 'BG', 'LV', 'GB-SCT');

const isOff = (calendar: string, date: Temporal.PlainDate): boolean =>
  date.dayOfWeek >= 6 || holidays.holidayOn(calendar, date.toString()) !== null;

/** The reference: Temporal's own month arithmetic, then one day at a time. */
function monthsThenRoll(calendar: string, start: string, months: number): string {
  let end = Temporal.PlainDate.from(start).add({ months }, { overflow: 'constrain' });
  while (isOff(calendar, end)) end = end.add({ days: 1 });
  return end.toString();
}

function businessDays(calendar: string, start: string, count: number): string {
  let end = Temporal.PlainDate.from(start);
  for (let left = count; left > 0;) {
    end = end.add({ days: 1 });
    if (!isOff(calendar, end)) left -= 1;
  }
  return end.toString();
}

const due = (clock: string, place: string, start: string, facts: Record<string, unknown> = {}): string => {
  const answer = engine.answer({ clock, place, start, facts });
  expect(answer.due, `${clock} ${place} ${start}`).not.toBeNull();
  return answer.due ?? '';
};

describe('every start', () => {
  it('counts months and rolls as the reference does', () => {
    fc.assert(
      fc.property(day, monthPlaces, fc.boolean(), (start, place, extended) => {
        expect(due('gdpr.request.respond', place, start, { extended })).toBe(
          monthsThenRoll(place, start, extended ? 3 : 1),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('counts business days as the reference does', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('US_FED', 'CA_STATE', 'WEEKENDS_ONLY'), (start, calendar) => {
        expect(due('ccpa.request.confirm', 'US-CA', start, { calendar })).toBe(businessDays(calendar, start, 10));
        expect(due('ccpa.optout.cease', 'US-CA', start, { calendar })).toBe(businessDays(calendar, start, 15));
      }),
      { numRuns: 300 },
    );
  });

  it('counts calendar days as the reference does', () => {
    fc.assert(
      fc.property(day, (start) => {
        expect(due('ccpa.request.respond', 'US-CA', start)).toBe(
          Temporal.PlainDate.from(start).add({ days: 45 }).toString(),
        );
        expect(due('hipaa.breach.individuals', 'US', start)).toBe(
          Temporal.PlainDate.from(start).add({ days: 60 }).toString(),
        );
      }),
    );
  });

  it('is never due earlier when it starts later', () => {
    const clocks = fc.constantFrom(
      ['gdpr.request.respond', 'IE'],
      ['gdpr.notice.indirect', 'PL'],
      ['gdpr.consultation.advice', 'FR'],
      ['ccpa.request.confirm', 'US-CA'],
      ['ccpa.optout.resolicit-after', 'US-CA'],
      ['ccpa.correction.refusal-through', 'US-CA'],
      ['ccpa.metrics.publish', 'US-CA'],
      ['hipaa.document.retain-until', 'US'],
      ['breach.individuals', 'US-TX'],
      ['breach.regulator', 'US-VT'],
    );
    fc.assert(
      fc.property(clocks, day, laterDays, ([clock = '', place = ''], start, days) => {
        const later = Temporal.PlainDate.from(start).add({ days }).toString();
        expect(due(clock, place, later) >= due(clock, place, start)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never makes a date earlier by extending, asking for more, or confirming later', () => {
    const extendable = fc.constantFrom(
      ['gdpr.request.respond', 'DE'],
      ['uk.request.respond', 'GB-ENG'],
      ['ccpa.request.respond', 'US-CA'],
      ['hipaa.access.act', 'US'],
      ['gdpr.consultation.advice', 'IE'],
    );
    fc.assert(
      fc.property(extendable, day, ([clock = '', place = ''], start) => {
        expect(due(clock, place, start, { extended: true }) >= due(clock, place, start)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (start, asked, answered) => {
        const from = Temporal.PlainDate.from(start);
        const identityAskedOn = from.add({ days: asked }).toString();
        const identityReceivedOn = from.add({ days: asked + answered }).toString();
        expect(
          due('uk.request.respond', 'GB-ENG', start, { identityAskedOn, identityReceivedOn }) >=
            due('uk.request.respond', 'GB-ENG', start),
        ).toBe(true);
        expect(
          due('gdpr.request.respond', 'FR', start, { identityAskedOn, identityReceivedOn }) >=
            due('gdpr.request.respond', 'FR', start),
        ).toBe(true);
      }),
    );
  });

  it('ends rolled periods on a working day, and gives a safe day that is not later', () => {
    fc.assert(
      fc.property(day, monthPlaces, (start, place) => {
        const clock = place.startsWith('GB') ? 'uk.request.extension-notice' : 'gdpr.request.extension-notice';
        const answer = engine.answer({ clock, place, start });
        expect(isOff(place, Temporal.PlainDate.from(answer.due ?? ''))).toBe(false);
        expect(answer.safe === undefined || answer.safe < (answer.due ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('counts elapsed hours whatever the clocks on the wall do', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'Europe/London',
      'Europe/Lisbon',
      'America/Chicago',
      'Atlantic/Azores',
      'Asia/Nicosia',
    );
    const instants = fc
      .integer({ min: 1_577_836_800, max: 2_208_988_800 })
      .map((seconds) => Math.floor(seconds / 60) * 60_000);
    fc.assert(
      fc.property(instants, zones, (milliseconds, timeZone) => {
        const local = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
        const start = local.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
        const end = due('gdpr.breach.authority', 'EU', start, { timeZone });
        expect(Date.parse(end) - milliseconds).toBe(72 * 3_600_000);
        expect(end).toBe(
          Temporal.Instant.from(end)
            .toZonedDateTimeISO(timeZone)
            .toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
        );
      }),
    );
  });
});
