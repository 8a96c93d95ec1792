/** Cases next to the given ones, worked out from the text of the rules: other countries, both sides of a threshold, both clock changes, days before a rule began. */
import { describe, expect, it } from 'vitest';
import { engine } from './harness';

type Row = readonly [clock: string, place: string, start: string, facts: Record<string, unknown>, due: string | null];

const access = { right: 'access' };
const monthRows: Row[] = [
  ['gdpr.request.respond', 'DE', '2026-09-03', access, '2026-10-05'],
  ['gdpr.request.respond', 'EU', '2027-01-31', access, '2027-03-01'],
  ['gdpr.request.respond', 'EU', '2027-01-29', access, '2027-03-01'],
  ['gdpr.request.respond', 'EU', '2026-08-31', access, '2026-09-30'],
  ['gdpr.request.respond', 'EU', '2026-12-01', access, '2027-01-04'],
  ['gdpr.request.respond', 'EU', '2026-05-16', access, '2026-06-16'],
  ['gdpr.request.respond', 'EU', '2026-01-31', { ...access, extended: true }, '2026-04-30'],
  ['gdpr.request.respond', 'DE', '2026-12-31', access, '2027-02-01'],
  ['gdpr.request.respond', 'NL', '2026-03-27', access, '2026-04-28'],
  ['gdpr.request.respond', 'PL', '2025-11-24', access, '2025-12-29'],
  ['gdpr.request.respond', 'CY', '2026-01-23', access, '2026-02-24'],
  ['gdpr.request.respond', 'LI', '2025-07-15', access, '2025-08-18'],
  ['gdpr.request.respond', 'RO', '2025-12-02', access, '2026-01-05'],
  ['gdpr.request.respond', 'BG', '2026-08-06', access, '2026-09-08'],
  ['gdpr.request.respond', 'IT', '2026-05-02', access, '2026-06-03'],
  // A suspension for identity: answer minus question.
  [
    'gdpr.request.respond',
    'EU',
    '2026-03-02',
    { ...access, identityAskedOn: '2026-03-03', identityReceivedOn: '2026-03-16' },
    '2026-04-15',
  ],
  // Identity and clarification at once: a day drops out only once.
  [
    'gdpr.request.respond',
    'EU',
    '2026-03-02',
    {
      identityAskedOn: '2026-03-03',
      identityReceivedOn: '2026-03-13',
      clarificationAskedOn: '2026-03-03',
      clarificationAnsweredOn: '2026-03-16',
    },
    '2026-04-15',
  ],
  // The fee starts no period in the Union.
  ['gdpr.request.respond', 'EU', '2026-05-11', { ...access, feePaidOn: '2026-05-29' }, '2026-06-11'],
  ['gdpr.request.extension-notice', 'EU', '2026-11-30', access, '2026-12-30'],
  ['gdpr.notice.indirect', 'EU', '2026-10-31', { firstContactOn: '2026-11-10' }, '2026-11-10'],
  ['gdpr.notice.indirect', 'EU', '2026-10-31', { firstContactOn: '2026-12-24' }, '2026-11-30'],
  ['gdpr.consultation.advice', 'EU', '2026-09-01', { extended: true }, '2026-12-08'],
  ['gdpr.consultation.advice', 'IE', '2026-09-01', {}, '2026-10-27'],
  // The authority's own question stops its period.
  [
    'gdpr.consultation.advice',
    'EU',
    '2026-09-01',
    { clarificationAskedOn: '2026-09-10', clarificationAnsweredOn: '2026-09-14' },
    '2026-11-02',
  ],
  ['gdpr.consultation.advice', 'IE', '2026-08-31', {}, '2026-10-27'],
];

const ukRows: Row[] = [
  ['uk.request.respond', 'GB-ENG', '2026-11-25', access, '2026-12-29'],
  ['uk.request.respond', 'GB-SCT', '2026-03-05', access, '2026-04-06'],
  ['uk.request.respond', 'GB-NIR', '2026-02-17', access, '2026-03-18'],
  ['uk.request.respond', 'GB-ENG', '2026-02-17', access, '2026-03-17'],
  ['uk.request.respond', 'GB-SCT', '2026-12-02', access, '2027-01-05'],
  ['uk.request.respond', 'GB-SCT', '2026-07-03', access, '2026-08-04'],
  ['uk.request.respond', 'GB-ENG', '2026-07-31', access, '2026-09-01'],
  ['uk.request.respond', 'GB-SCT', '2026-05-15', access, '2026-06-16'],
  [
    'uk.request.respond',
    'GB-ENG',
    '2026-03-02',
    { ...access, clarificationAskedOn: '2026-03-09', clarificationAnsweredOn: '2026-03-13' },
    '2026-04-07',
  ],
  [
    'uk.request.respond',
    'GB-ENG',
    '2026-03-02',
    { right: 'erasure', clarificationAskedOn: '2026-03-09', clarificationAnsweredOn: '2026-03-13' },
    '2026-04-02',
  ],
  ['uk.request.respond', 'GB-ENG', '2026-03-02', { ...access, extended: true }, '2026-06-02'],
  [
    'uk.request.respond',
    'GB-ENG',
    '2026-05-11',
    { ...access, feePaidOn: '2026-05-29', identityAskedOn: '2026-05-12', identityReceivedOn: '2026-06-01' },
    '2026-07-01',
  ],
  ['uk.request.respond', 'GB-ENG', '2026-05-11', { ...access, feePaidOn: '2026-05-29', extended: true }, '2026-09-01'],
  // Clarified before the identity arrived: the days before the fresh start do not count twice.
  [
    'uk.request.respond',
    'GB-ENG',
    '2026-03-02',
    {
      ...access,
      identityAskedOn: '2026-03-03',
      identityReceivedOn: '2026-03-16',
      clarificationAskedOn: '2026-03-09',
      clarificationAnsweredOn: '2026-03-13',
    },
    '2026-04-16',
  ],
  // The last day under the old text, and the first under the new.
  [
    'uk.request.respond',
    'GB-ENG',
    '2026-02-04',
    { ...access, clarificationAskedOn: '2026-02-09', clarificationAnsweredOn: '2026-02-13' },
    '2026-03-04',
  ],
  [
    'uk.request.respond',
    'GB-ENG',
    '2026-02-05',
    { ...access, clarificationAskedOn: '2026-02-09', clarificationAnsweredOn: '2026-02-13' },
    '2026-03-10',
  ],
  [
    'uk.request.extension-notice',
    'GB-ENG',
    '2026-03-02',
    { ...access, clarificationAskedOn: '2026-03-09', clarificationAnsweredOn: '2026-03-13' },
    '2026-04-07',
  ],
  // Waiting for the identity: the month has not begun.
  ['uk.request.respond', 'GB-ENG', '2026-03-02', { ...access, identityAskedOn: '2026-03-03' }, null],
  ['uk.complaint.acknowledge', 'GB', '2026-06-18', {}, null],
  ['uk.complaint.acknowledge', 'GB', '2026-06-19', {}, '2026-07-18'],
];

const hourRows: Row[] = [
  ['gdpr.breach.authority', 'DE', '2026-10-23T18:30+02:00', { timeZone: 'Europe/Berlin' }, '2026-10-26T17:30+01:00'],
  ['gdpr.breach.authority', 'DE', '2026-11-24T10:20', { timeZone: 'Europe/Berlin' }, '2026-11-27T10:20+01:00'],
  ['gdpr.breach.authority', 'IE', '2026-03-27T23:00+00:00', { risk: 'high' }, '2026-03-31T00:00+01:00'],
  ['gdpr.breach.authority', 'EU', '2026-11-24T10:20+01:00', { risk: 'high' }, '2026-11-27T10:20+01:00'],
  ['gdpr.breach.authority', 'EU', '2026-11-24T10:20:30Z', {}, '2026-11-27T10:20:30+00:00'],
  ['uk.breach.authority', 'GB', '2026-08-28T16:00+01:00', { risk: 'unlikely' }, null],
  ['uk.breach.authority', 'GB', '2026-03-27T12:00+00:00', { timeZone: 'Europe/London' }, '2026-03-30T13:00+01:00'],
  ['uk.pecr.breach', 'GB', '2025-08-19T12:00+01:00', {}, null],
  [
    'breach.agencies',
    'US-MN',
    '2026-03-07T09:00-06:00',
    { affected: 501, timeZone: 'America/Chicago' },
    '2026-03-09T10:00-05:00',
  ],
  ['breach.agencies', 'US-MN', '2026-03-07T09:00-06:00', { affected: 500 }, null],
  ['breach.vendor', 'US-GA', '2026-10-31T20:00-04:00', {}, '2026-11-01T19:00-05:00'],
];

const californiaRows: Row[] = [
  ['ccpa.request.confirm', 'US-CA', '2026-11-13', { calendar: 'US_FED' }, '2026-11-30'],
  ['ccpa.request.confirm', 'US-CA', '2026-11-13', { calendar: 'WEEKENDS_ONLY' }, '2026-11-27'],
  ['ccpa.request.confirm', 'US-CA', '2026-11-13', {}, '2026-11-30'],
  ['ccpa.request.confirm', 'US-CA', '2026-07-02', { calendar: 'US_FED' }, '2026-07-17'],
  ['ccpa.request.confirm', 'US-CA', '2026-03-23', { calendar: 'CA_STATE' }, '2026-04-07'],
  ['ccpa.request.confirm', 'US-CA', '2026-06-12', { calendar: 'CA_STATE' }, '2026-06-26'],
  ['ccpa.request.confirm', 'US-CA', '2027-12-20', { calendar: 'US_FED' }, '2028-01-05'],
  ['ccpa.request.respond', 'US-CA', '2028-01-15', {}, '2028-02-29'],
  ['ccpa.request.respond', 'US-CA', '2026-11-20', { extended: true }, '2027-02-18'],
  ['ccpa.admt-optout.cease', 'US-CA', '2026-11-08', {}, null],
  ['ccpa.admt-optout.cease', 'US-CA', '2027-11-08', { calendar: 'CA_STATE' }, '2027-12-02'],
  ['ccpa.optout.resolicit-after', 'US-CA', '2028-02-29', {}, '2029-03-01'],
  ['ccpa.correction.refusal-through', 'US-CA', '2027-08-31', {}, '2028-02-29'],
  ['ccpa.request.retain-until', 'US-CA', '2028-02-29', {}, '2030-03-01'],
  ['ccpa.request.retain-until', 'US-CA', '2026-02-10', { respondedOn: '2026-03-20' }, '2028-03-20'],
  ['ccpa.policy.review', 'US-CA', '2028-02-29', {}, '2029-02-28'],
  ['ccpa.metrics.publish', 'US-CA', '2026-01-01', {}, '2027-07-01'],
  ['ccpa.risk.review', 'US-CA', '2028-02-29', {}, '2031-02-28'],
  ['ccpa.risk.submit', 'US-CA', '2026-05-01', {}, '2028-04-01'],
  ['ccpa.risk.submit', 'US-CA', '2028-05-01', {}, '2029-04-01'],
  ['ccpa.audit.first-report', 'US-CA', '2027-01-01', { revenue: 100_000_000 }, '2029-04-01'],
  ['ccpa.audit.first-report', 'US-CA', '2027-01-01', { revenue: 100_000_001 }, '2028-04-01'],
  ['ccpa.audit.first-report', 'US-CA', '2027-01-01', { revenue: 49_999_999 }, '2030-04-01'],
  ['ccpa.preservation.hold-until', 'US-CA', '2026-09-10', { extended: true }, '2027-03-09'],
];

const hipaaRows: Row[] = [
  ['hipaa.access.act', 'US', '2026-01-30', { extended: true }, '2026-03-31'],
  ['hipaa.amendment.act', 'US-TX', '2026-11-15', { extended: true }, '2027-02-13'],
  ['hipaa.breach.hhs', 'US', '2027-06-01', { affected: 40 }, '2028-02-29'],
  ['hipaa.breach.hhs', 'US', '2026-04-01', { affected: 499 }, '2027-03-01'],
  ['hipaa.breach.hhs', 'US', '2026-04-01', { affected: 600, largestStateAffected: 300 }, '2026-05-31'],
  ['hipaa.breach.hhs', 'US', '2026-04-01', { affected: 600, individualsNotifiedOn: '2026-05-04' }, '2026-05-04'],
  ['hipaa.breach.media', 'US', '2026-04-01', { affected: 501, largestStateAffected: 501 }, '2026-05-31'],
  ['hipaa.breach.media', 'US', '2026-04-01', { affected: 600, largestStateAffected: 300 }, null],
  [
    'hipaa.breach.individuals',
    'US',
    '2026-05-01',
    { affected: 1, occurredOn: '2026-03-01', privacyOfficerInformedOn: '2026-05-20' },
    '2026-06-30',
  ],
  ['hipaa.document.retain-until', 'US', '2024-02-29', {}, '2030-03-01'],
];

const stateRows: Row[] = [
  ['breach.regulator', 'US-CA', '2026-03-02', { individualsNotifiedOn: '2026-03-02', affected: 500 }, null],
  ['breach.regulator', 'US-WA', '2026-08-01', { affected: 501 }, '2026-08-31'],
  ['breach.regulator', 'US-TX', '2026-05-20', { affected: 250 }, '2026-06-19'],
  ['breach.regulator', 'US-CO', '2026-05-20', { affected: 499 }, null],
  ['breach.regulator', 'US-CO', '2026-05-20', { affected: 500 }, '2026-06-19'],
  ['breach.regulator', 'US-FL', '2026-05-20', { affected: 500 }, '2026-06-19'],
  ['breach.regulator', 'US-AZ', '2026-05-20', { affected: 1000 }, null],
  ['breach.regulator', 'US-AZ', '2026-05-20', { affected: 1001 }, '2026-07-04'],
  ['breach.regulator', 'US-VT', '2026-08-20', {}, '2026-09-10'],
  ['breach.regulator', 'US-VT', '2026-08-20', { individualsNotifiedOn: '2026-08-25' }, '2026-08-25'],
  ['breach.regulator', 'US-LA', '2026-05-01', { individualsNotifiedOn: '2026-06-10' }, '2026-06-20'],
  ['breach.regulator', 'US-IA', '2026-05-01', { individualsNotifiedOn: '2026-05-20', affected: 501 }, '2026-05-28'],
  ['breach.regulator', 'US-IA', '2026-05-01', { individualsNotifiedOn: '2026-05-20', affected: 500 }, null],
  ['breach.regulator', 'US-PR', '2026-05-01', {}, '2026-05-11'],
  ['breach.regulator', 'US-CT', '2026-05-01', {}, '2026-06-30'],
  ['breach.regulator', 'US-CT', '2026-05-01', { individualsNotifiedOn: '2026-05-20' }, '2026-05-20'],
  ['breach.regulator', 'US-DE', '2026-05-01', { affected: 500 }, null],
  ['breach.regulator', 'US-DE', '2026-05-01', { affected: 501 }, '2026-06-30'],
  ['breach.regulator', 'US-AR', '2026-05-01', { affected: 1001 }, '2026-06-15'],
  ['breach.regulator', 'US-OK', '2026-05-01', { affected: 500, individualsNotifiedOn: '2026-05-20' }, '2026-07-19'],
  ['breach.regulator', 'US-OK', '2025-12-31', { affected: 5000, individualsNotifiedOn: '2026-01-20' }, null],
  ['breach.regulator', 'US-KY', '2026-05-01', { affected: 5000 }, null],
  ['breach.regulator', 'US-ID', '2026-05-01', { affected: 5000 }, null],
  ['breach.regulator', 'US-NY', '2026-03-10', {}, '2026-04-09'],
  ['breach.individuals', 'US-FL', '2026-05-20', {}, '2026-06-19'],
  ['breach.individuals', 'US-FL', '2026-05-20', { extended: true }, '2026-07-04'],
  ['breach.individuals', 'US-CA', '2025-12-31', {}, null],
  ['breach.individuals', 'US-NY', '2024-12-20', {}, null],
  ['breach.individuals', 'US-NY', '2024-12-21', {}, '2025-01-20'],
  ['breach.individuals', 'US-WY', '2026-05-20', {}, null],
  ['breach.agencies', 'US-AZ', '2026-05-20', { affected: 1001 }, '2026-07-04'],
  ['us-privacy.request.respond', 'US-IA', '2026-12-10', { extended: true }, '2027-04-24'],
  ['us-privacy.request.respond', 'US-FL', '2026-03-15', { extended: true }, '2026-05-14'],
  ['us-privacy.request.respond', 'US-VA', '2026-03-15', { extended: true }, '2026-06-13'],
  ['us-privacy.request.respond', 'US-LA', '2026-12-31', {}, null],
  ['us-privacy.request.respond', 'US-LA', '2027-01-01', {}, '2027-02-15'],
  ['us-privacy.request.respond', 'US-WY', '2026-12-31', {}, null],
  ['us-privacy.appeal.decide', 'US-CO', '2026-07-10', {}, '2026-08-24'],
  ['us-privacy.appeal.decide', 'US-UT', '2026-07-10', {}, null],
  ['us-privacy.appeal.decide', 'US-MN', '2026-07-10', { extended: true }, '2026-10-23'],
  ['us-privacy.appeal.decide', 'US-VA', '2026-07-10', { extended: true }, '2026-09-08'],
];

const delayRows: Row[] = [
  ['hipaa.law-enforcement.written-delay', 'US', '2026-07-01', { delayUntil: '2026-09-15' }, '2026-09-15'],
  ['hipaa.law-enforcement.written-delay', 'US', '2026-07-01', {}, null],
  ['hipaa.accounting.suspension-written', 'US', '2026-07-01', { delayUntil: '2027-01-04' }, '2027-01-04'],
  ['hipaa.breach.individuals', 'US', '2026-05-01', { delayUntil: '2026-09-15' }, '2026-06-30'],
  ['breach.law-enforcement.delay', 'US-CA', '2026-07-01', { delayUntil: '2026-08-20' }, '2026-08-20'],
  ['breach.law-enforcement.delay', 'US-PR', '2026-07-01', {}, null],
  ['breach.after-clearance', 'US-ME', '2026-06-30', {}, '2026-07-10'],
  ['breach.after-clearance', 'US-TX', '2026-06-30', {}, null],
];

describe('what could not be confirmed', () => {
  const said = (clock: string, place: string) =>
    engine
      .answer({ clock, place, start: '2026-07-01', facts: {} })
      .because.some(({ step }) => step.includes('check the statute'));
  it('says so in its reasons, and what was read does not', () => {
    expect(said('breach.law-enforcement.delay', 'US-TX')).toBe(true);
    expect(said('breach.after-clearance', 'US-TX')).toBe(true);
    expect(said('breach.vendor', 'US-WY')).toBe(true);
    expect(said('breach.law-enforcement.delay', 'US-ME')).toBe(false);
    expect(said('breach.law-enforcement.delay', 'US-CA')).toBe(false);
    expect(said('breach.individuals', 'US-TX')).toBe(false);
  });

  it('knows a delay for law enforcement in every State of the breach laws, and holds the notice there', () => {
    for (const place of new Set(
      engine.places.filter(({ groups }) => groups.includes('us-state')).map(({ code }) => code),
    )) {
      const facts = { delayUntil: '2026-12-31' };
      const delay = engine.answer({ clock: 'breach.law-enforcement.delay', place, start: '2026-07-01', facts });
      expect([place, delay.due]).toEqual([place, '2026-12-31']);
      const notice = engine.answer({ clock: 'breach.individuals', place, start: '2026-07-01', facts });
      expect([place, notice.because.some(({ step }) => step.includes('holds this notice'))]).toEqual([place, true]);
    }
  });
});

describe.each([
  ['months', monthRows],
  ['United Kingdom', ukRows],
  ['hours', hourRows],
  ['California', californiaRows],
  ['HIPAA', hipaaRows],
  ['States', stateRows],
  ['law enforcement', delayRows],
])('neighbours: %s', (_, rows) => {
  it.each(rows)('%s %s from %s with %j', (clock, place, start, facts, due) => {
    expect(engine.answer({ clock, place, start, facts }).due).toBe(due);
  });
});
