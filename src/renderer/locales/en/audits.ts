/** Words of the page about the audit programme in English. */
import type { CheckResult, Severity } from '#shared/domains/audits/model';

export const audits = {
  title: 'Audit programme',
  lead: 'What is checked, how often and by whom; what was found, and what is still to be settled.',
  record: 'Record a check',
  recordOne: (title: string) => `Record: ${title}`,
  recordShort: 'Record',
  add: 'Add your own check',
  empty: 'No check is planned yet',
  emptyLines: [
    'A rule that nobody checks is soon only a piece of paper. An audit programme says what is looked at, when, by whom, and keeps what was found.',
    'Start with ten checks that suit a small business: from the alerts each week to all obligations once a year. You can change or switch off each of them.',
  ],
  begin: (count: number) => (count === 1 ? 'Start with one proposed check' : `Start with ${count} checks`),
  planned: 'Checks, most urgent first',
  onDay: (day: string) => `due ${day}`,
  overdue: (day: string) => `overdue since ${day}`,
  dueToday: 'due today',
  every: (days: number) =>
    days === 1
      ? 'every day'
      : days === 7
        ? 'every week'
        : days === 365
          ? 'once a year'
          : days === 30
            ? 'every month'
            : days === 91
              ? 'every quarter'
              : `every ${days} days`,
  nobody: 'nobody named',
  gone: (name: string) => `${name} (left)`,
  how: 'How to check, and earlier results',
  keep: (words: string) => `Keep as evidence: ${words}`,
  never: 'Not done yet.',
  last: (result: string, day: string, who: string) => `${result} on ${day}, ${who}`,
  files: (count: number) => (count === 1 ? '1 file of evidence' : `${count} files of evidence`),
  earlier: 'Newest results',
  results: { fine: 'in order', findings: 'with findings', 'could-not': 'could not be done' } satisfies Record<
    CheckResult,
    string
  > as Record<CheckResult, string>,
  change: (title: string) => `Change: ${title}`,
  changeShort: 'Change',
  off: 'Not in the programme',
  offLead: 'Proposed checks you have not taken in, and checks that were switched off. Their results are kept.',
  takeIn: (title: string) => `Take in: ${title}`,
  takeInShort: 'Take in …',
  findings: 'Open findings',
  noFindings: 'No finding is open.',
  findingOf: (check: string, who: string) => `From “${check}”, responsible: ${who}`,
  severities: { low: 'low', middle: 'middle', high: 'high' } satisfies Record<Severity, string> as Record<
    Severity,
    string
  >,
  severityOf: (severity: string) => `severity: ${severity}`,
  assign: (words: string) => `Who and by when: ${words}`,
  assignShort: 'Who and by when …',
  assignTitle: 'Who sees to it, and by when',
  assignSave: 'Save',
  close: (words: string) => `Settle: ${words}`,
  closeShort: 'Settle …',
  closeTitle: 'Settle a finding',
  closing: 'What was done',
  closingNeeded: 'Please say in a few words what was done.',
  closeSave: 'Settle',
  form: {
    recordTitle: 'Record a check',
    check: 'Check',
    on: 'Done on',
    result: 'Result',
    resultChoices: {
      fine: 'Everything was in order',
      findings: 'Something was found',
      'could-not': 'It could not be done',
    } satisfies Record<CheckResult, string> as Record<CheckResult, string>,
    words: 'In your words',
    wordsHelp: 'Records are kept for good: name customers by their number only.',
    wordsNeeded: 'Please say why it could not be done.',
    evidence: 'Evidence',
    evidenceHelp: 'Files that are kept under “Evidence”.',
    finding: (number: number) => `Finding ${number}`,
    findingWords: 'What was found',
    findingNeeded: 'Please say what was found.',
    severity: 'Severity',
    responsible: 'Who settles it',
    dueOn: 'To be settled by',
    another: 'Another finding',
    less: (number: number) => `Remove finding ${number}`,
    saveRecord: 'Keep this record',
    addTitle: 'Add your own check',
    changeTitle: 'Change a check',
    title: 'What is checked',
    titleNeeded: 'Please say what is checked.',
    how: 'How to check',
    isOn: 'In the programme',
    everyDays: 'Days from one check to the next',
    everyDaysNeeded: 'Please give a whole number from 1 to 1100.',
    firstOn: 'First due on',
    firstOnHelp: 'It is never due before this day.',
    dayNeeded: 'Please give a day.',
    who: 'Responsible',
    nobody: 'nobody yet',
    save: 'Save',
    cancel: 'Cancel',
    closeDialog: 'Close',
  },
};
