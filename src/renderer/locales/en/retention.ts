/** How long things are kept, in English. */
import type { RetentionPeriod, Thought } from '#shared/domains/retention/model';

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);

export const retention = {
  title: 'How long we keep it',
  lead: 'Rules say how long; Steward counts who can go and who stays and why. Nobody is removed before a person says so.',
  rules: {
    title: 'Rules',
    lead: 'Everybody stays as long as any rule keeps them. A class without a rule removes nobody.',
    none: 'No rule yet: it keeps nobody and removes nobody.',
    set: 'Set the rule',
    setOf: (name: string) => `Set the rule: ${name}`,
    change: 'Change',
    changeOf: (name: string) => `Change: ${name}`,
    after: (period: string, starts: string) => `${period}, counted from: ${starts}`,
  },
  form: {
    title: (name: string) => name,
    starts: 'The period begins with the latest of',
    startsNeeded: 'Choose at least one.',
    amount: 'How long',
    amountNeeded: 'Enter a number from 0 to 120.',
    unit: 'Unit',
    units: { days: 'days', months: 'months', years: 'years' } satisfies Record<
      RetentionPeriod['unit'],
      string
    > as Record<RetentionPeriod['unit'], string>,
    yearEnd: 'It begins at the end of that calendar year',
    because: 'Why so long',
    becauseHelp: 'The law, the contract, or the decision. It stands in the certificate.',
    noRule: 'No rule',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
  },
  starts: { created: 'day it was entered', changed: 'last change of the record' } as Readonly<Record<string, string>>,
  simulation: {
    title: 'Who could go today',
    lead: 'Nothing is changed by counting.',
    count: 'Count',
    canGo: (count: number) => `${people(count)} could go`,
    nobody: 'Nobody can go today.',
    stay: 'Who stays, and why',
    reasons: { hold: 'a legal hold', 'no-start': 'no day is known from which a period would run' } as Readonly<
      Record<string, string>
    >,
    until: (from: string, until: string) =>
      from === until ? `until ${from}` : `until ${from} at the earliest, ${until} at the latest`,
    people,
    show: 'Show them',
    showStaying: 'Show who stays',
    who: 'Who',
    why: 'Why',
    kept: 'Kept until',
    more: 'Show more',
    go: (count: number) => `Remove ${people(count)}`,
  },
  remove: {
    title: (count: number) => `Remove ${people(count)} for good?`,
    text: 'Their records, their history, what they said about the use of their data, and their words in the search are removed. This cannot be undone. Older backups hold them until they run out; when one is put back, the removal is applied again.',
    go: 'Remove for good',
    progress: (done: number) => `${people(done)} so far`,
    done: (count: number) => `${people(count)} removed. The certificate is below.`,
  },
  runs: {
    title: 'Certificates',
    none: 'Nothing has been removed by rule yet.',
    one: (day: string, removed: number, stayed: number) =>
      `${day}: ${people(removed)} removed, ${people(stayed)} stayed`,
    save: 'Save the certificate',
    saveOf: (day: string) => `Save the certificate: ${day}`,
    saved: (file: string) => `Written to ${file} and read back.`,
  },
  holds: {
    title: 'Legal holds',
    lead: 'A lawsuit, an inquiry, an open claim: whoever is held stays, whatever the rules say.',
    none: 'No hold.',
    add: 'Add a hold',
    name: 'Name',
    nameNeeded: 'Give it a name.',
    reason: 'Reason',
    reasonNeeded: 'Say why.',
    ids: 'Customer numbers',
    idsHelp: 'Such as C-1042, separated by commas. Or leave empty and name a tag.',
    tag: 'Everybody with this tag',
    whoNeeded: 'Name customers or a tag.',
    save: 'Hold',
    release: 'Release',
    releaseOf: (name: string) => `Release: ${name}`,
    since: (day: string) => `since ${day}`,
    released: (day: string) => `released on ${day}`,
    about: (count: number) => people(count),
    tagged: (tag: string) => `everybody tagged ${tag}`,
  },
  review: {
    title: 'Where less would do',
    lead: 'Looks through the store for what may not be needed at all.',
    look: 'Look',
    fine: 'Nothing stood out.',
    kinds: {
      'empty-field': (field: string, _people: string, _of: string) =>
        `${field} holds nothing for anybody. Does it need to be asked?`,
      'rare-field': (field: string, held: string, of: string) =>
        `${field} is known of ${held} of ${of}. Is it worth keeping?`,
      'birth-date': (_field: string, held: string, of: string) =>
        `The whole birth date is known of ${held} of ${of}. Often an age band, or the year, would do.`,
      'health-words': (_field: string, held: string, of: string) =>
        `The notes of ${held} of ${of} have words that may be about health. Read them, and remove what does not belong there.`,
      stale: (_field: string, held: string, of: string) => `${held} of ${of} have not been heard of for five years.`,
    } satisfies Record<Thought['kind'], (field: string, people: string, of: string) => string> as Record<
      Thought['kind'],
      (field: string, people: string, of: string) => string
    >,
  },
};
