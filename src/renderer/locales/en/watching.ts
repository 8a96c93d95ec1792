/** Words of the watching page in English. The sentence of an alert is in shared/domains/watching/words. */
import type { AlertKind } from '#shared/domains/watching/model';

export const watching = {
  title: 'Watching',
  lead: 'What was out of the ordinary, why, and what was decided about it. Everything is worked out on this computer from the audit trail.',
  look: 'Look now',
  looked: (entries: string, raised: number) =>
    raised === 0
      ? `${entries} new entries looked at; nothing stands out.`
      : `${entries} new entries looked at; ${raised === 1 ? 'one alert is' : `${raised} alerts are`} new.`,
  state: (entries: string, people: string, when: string) =>
    `${entries} entries of the trail by ${people} looked at, the last time on ${when}.`,
  people: (count: number) => (count === 1 ? '1 account' : `${count} accounts`),
  shown: 'Show',
  filters: { open: 'To look at', all: 'Decided as well' },
  none: 'Nothing stands out',
  noneLines: [
    'Steward compares each day of a person with that person’s own days: how many customers were exported, looked at, searched for or removed, at which hours, how many sign-ins failed, what was refused, and whether the clock went back.',
    'For somebody new there is no habit yet; fixed limits apply for the first ten days.',
    'When something stands out, you find it here with the reason and the numbers. You report it as an incident, or dismiss it and say why.',
  ],
  kinds: {
    'bulk-export': 'Many customers exported',
    'bulk-view': 'Many customers looked at',
    'bulk-search': 'Many searches',
    'bulk-removal': 'Many customers removed',
    'failed-sign-ins': 'Sign-ins that failed',
    refusals: 'Many things refused',
    'settings-changed': 'Many settings changed',
    'odd-hour': 'At an unusual time',
    'slow-drip': 'A little every day, much together',
    'newcomer-copying': 'Somebody new takes a lot',
    'first-time': 'For the first time, and much',
    'clock-back': 'The clock went back',
    'while-away': 'Used while away',
    'unusual-mix': 'Several things at once',
  } satisfies Record<AlertKind, string> as Record<AlertKind, string>,
  byOn: (who: string, when: string) => `${who} · ${when}`,
  entry: (number: string) => `Entry ${number} of the audit trail shows most of it.`,
  report: 'Report as an incident',
  reported: (who: string, when: string) => `Reported as an incident by ${who} on ${when}.`,
  dismiss: 'It is nothing …',
  dismissed: (who: string, when: string, reason: string) => `Dismissed by ${who} on ${when}: ${reason}`,
  dismissTitle: 'Why is it nothing?',
  dismissLead: (value: string) =>
    `Your reason is kept. If you want, as much of the same by the same person (up to ${value}) is then no alert for a time; you can take that back.`,
  reason: 'Reason',
  reasonNeeded: 'Please say why in a few words.',
  quiet: 'Keep the same quiet for',
  quietFor: { '0': 'not at all', '30': '30 days', '180': '6 months', '365': 'one year' },
  save: 'Dismiss',
  cancel: 'Cancel',
  close: 'Close',
  picture: {
    title: 'This day beside the others',
    counted: {
      exported: 'customers exported',
      viewed: 'customers looked at',
      searched: 'searches',
      removed: 'customers removed',
      failed: 'failed sign-ins',
      refused: 'refusals',
      settings: 'settings changed',
      'odd-hour': 'records at unusual times',
      week: 'records within seven days',
    } as Record<string, string>,
    says: (counted: string, days: number, low: string, high: string, value: string) =>
      `${counted}: ${value} on this day; on ${days === 1 ? '1 other day' : `nine of ten of ${days} other days`} between ${low} and ${high}.`,
    usual: 'usual',
    scale: 'Each bar is a day of this person; tall ones are drawn shorter than they are.',
  },
  lessons: {
    title: 'What Steward has learned',
    none: 'Nothing yet. When you dismiss an alert, what you teach stands here.',
    line: (kind: string, who: string, upTo: string, until: string) =>
      `${kind}, ${who}: quiet up to ${upTo} until ${until}`,
    because: (reason: string, who: string) => `${reason} (${who})`,
    revoke: 'Take back',
    revoked: 'taken back',
  },
  away: {
    title: 'Who is away',
    lead: 'Whatever an account does while its owner is on holiday is an alert.',
    none: 'Nobody was entered.',
    who: 'Account',
    from: 'From',
    until: 'Until',
    add: 'Enter',
    line: (who: string, from: string, until: string) => `${who}: ${from} to ${until}`,
    remove: 'Remove',
    removeOne: (who: string, from: string) => `Remove: ${who}, ${from}`,
  },
};
