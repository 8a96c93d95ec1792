/** Words of the Today page in English. */
import type { DueItem, DueKind } from '#shared/domains/today/model';
import type { NextAction } from '#shared/domains/obligations/model';

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);

export const today = {
  title: 'Today',
  lead: (day: string) => `${day}. What is due, what waits, and the one thing that helps most.`,
  nextTitle: 'The next best thing',
  next: {
    'answer-question': () => 'Answer a question, so that Steward knows which laws apply to you.',
    renew: () => 'Look at this again: it has run out.',
    start: (serves: number) => (serves > 1 ? `Start here: it serves ${serves} obligations at once.` : 'Start here.'),
    evidence: () => 'It is in place. Add something that shows it.',
    none: () => 'Nothing is waiting. Well done; look in again next week.',
  } satisfies Record<NextAction['kind'], (serves: number) => string> as Record<
    NextAction['kind'],
    (serves: number) => string
  >,
  firstCustomers: 'Bring in your customer list, so that Steward can show what you hold.',
  halfDone: 'They came in with an import and wait until you decide.',
  go: { question: 'Answer', obligation: 'Open', decide: 'Look at them', import: 'Import a customer list' },
  due: 'Due and waiting',
  nothingDue: 'Nothing is due.',
  nothingDueLead:
    'Dates appear here when obligations have a review date, evidence expires, or something waits for a decision.',
  states: { overdue: 'Overdue', today: 'Today', soon: 'Soon', later: 'Later', waiting: 'Waiting' } satisfies Record<
    DueItem['state'],
    string
  > as Record<DueItem['state'], string>,
  kinds: {
    'question-again': (title: string, count: number) =>
      `Your customer store now holds ${people(count)} there. Is this still right? ${title}`,
    'obligation-due': (title: string) => `Review: ${title}`,
    'obligation-expired': (title: string) => `Run out: ${title}`,
    'evidence-expires': (title: string) => `Evidence expires: ${title}`,
    'evidence-expired': (title: string) => `Evidence has expired: ${title}`,
    'approvals-waiting': (_title: string, count: number) =>
      count === 1
        ? 'One thing waits for a second person to approve it'
        : `${count} things wait for a second person to approve them`,
    'approvals-ready': (_title: string, count: number) =>
      count === 1 ? 'One thing was approved and can be done now' : `${count} things were approved and can be done now`,
    'access-review': () => 'Look through who may do what',
    'glass-breaks-open': (_title: string, count: number) =>
      count === 1
        ? 'One look at masked data wants to be read through'
        : `${count} looks at masked data want to be read through`,
    'quarantine-open': (_title: string, count: number) =>
      count === 1
        ? 'One imported row waits to be corrected'
        : `${count.toLocaleString('en')} imported rows wait to be corrected`,
    'backup-missed': (title: string) => `Backup missed: ${title}`,
    'backup-drill-due': (title: string) => `Rehearse a restore: ${title}`,
    'other-backup-test-due': (title: string) => `Backup to be tested: ${title}`,
    'audit-check-due': (title: string) => `Check due: ${title}`,
    'record-not-recorded': (_title: string, count: number) =>
      count === 1
        ? 'The store holds data for a purpose that is not in the record'
        : `The store holds data for ${count} purposes that are not in the record`,
    'record-gaps': (_title: string, count: number) =>
      count === 1
        ? 'One thing is missing in the record of processing'
        : `${count} things are missing in the record of processing`,
    'vendor-review-due': (title: string) => `Look at this vendor again: ${title}`,
    'vendor-contract-ends': (title: string) => `Decide about the contract: ${title}`,
    'vendor-gaps': (_title: string, count: number) =>
      count === 1 ? 'Something is missing about one vendor' : `Something is missing about ${count} vendors`,
    'integration-rotate': (title: string) => `Change the key: ${title}`,
    'integration-test': (title: string) => `Test the connection: ${title}`,
    'record-review-due': (title: string) => `Look at this activity again: ${title}`,
    'audit-finding-open': (title: string) => `Finding to be settled: ${title}`,
    'document-out-of-date': (title: string, count: number) =>
      count === 1 ? `No longer true in one section: ${title}` : `No longer true in ${count} sections: ${title}`,
    'document-review': (title: string) => `Read through again: ${title}`,
    'document-unread': (title: string, count: number) =>
      count === 1 ? `One person has not read it yet: ${title}` : `${count} people have not read it yet: ${title}`,
    'responsibility-gap': (title: string) => `Nobody looks after it: ${title}`,
    'management-review': () => 'Hold the management review',
    'risk-review': (title: string) => `Look at a risk again: ${title}`,
    'risk-action': (title: string) => `Against a risk: ${title}`,
    'assessment-review': (title: string) => `Look at an assessment again: ${title}`,
    'assessment-open': (title: string) => `Assessment not signed yet: ${title}`,
    'training-due': (title: string) => `Training: ${title}`,
    'attendance-refused': (_title: string, count: number) =>
      count === 1
        ? 'One row of an attendance list could not be taken'
        : `${count} rows of attendance lists could not be taken`,
    'joining-item': (title: string) => `Joining: ${title}`,
    'leaving-item': (title: string) => `Leaving: ${title}`,
    'device-check-due': (title: string) => `Check this device: ${title}`,
    'device-end': (title: string) => `Security updates end: ${title}`,
    'device-past-end': (title: string) => `No security updates any more: ${title}`,
    'alerts-open': (_title: string, count: number) =>
      count === 1 ? 'Something was out of the ordinary' : `${count} things were out of the ordinary`,
    'consents-unproven': (_title: string, count: number) =>
      count === 1
        ? 'One person is called subscribed, and nobody has shown it'
        : `${count.toLocaleString('en')} people are called subscribed, and nobody has shown it`,
    'consents-ending': (_title: string, count: number) =>
      count === 1 ? 'One consent runs out soon' : `${count.toLocaleString('en')} consents run out soon`,
    'retention-due': (_title: string, count: number) =>
      count === 1 ? 'One person can go' : `${count.toLocaleString('en')} people can go: their time has come`,
    'duplicates-open': (_title: string, count: number) =>
      count === 1
        ? 'One likely duplicate waits for your decision'
        : `${count.toLocaleString('en')} likely duplicates wait for your decision`,
  } satisfies Record<DueKind, (title: string, count: number) => string> as Record<
    DueKind,
    (title: string, count: number) => string
  >,
  forWhom: (owner: string) => `for ${owner}`,
  calendar: 'Calendar',
  month: { before: 'Month before', after: 'Month after' },
  events: (count: number) => (count === 0 ? 'nothing due' : count === 1 ? '1 due' : `${count} due`),
  export: 'Put into my calendar (.ics)',
  exported: (events: number, file: string) =>
    `${events === 1 ? '1 date' : `${events} dates`} written to ${file} and read back.`,
  standing: 'Where you stand',
  toRegister: 'To the obligations',
  clockBack: 'The clock of this computer went back',
  clockBackLead: (seen: string) =>
    `Steward was last used on ${seen}, which is later than now. Dates may be wrong until the clock is set right.`,
};
