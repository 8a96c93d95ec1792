/** Words of the page What we hold, in English. */
import { holdingsWords } from '#shared/domains/reports/words';

export const reports = {
  holdings: holdingsWords.en,
  lead: 'Every field in which something about a person can be kept: about how many people, what for, on which basis, and for how long.',
  fieldsPage: 'What fields are for',
  export: 'Save the report',
  exported: (fields: number, people: string, file: string) => `${fields} fields of ${people} written to ${file}, opened again and counted.`,
  counted: (at: string) => `Counted ${at}.`,
  sensitive: 'needs care',
  unused: 'empty for everybody',
  showUnused: (count: number) => `Show ${count === 1 ? 'one empty field' : `${count} empty fields`}`,
  hideUnused: 'Hide empty fields',
  none: 'Nothing is held yet',
  noneLines: ['As soon as customers are in the store, this page shows what you hold about them and why.'],
  goTo: { quarantine: 'Correct them', duplicates: 'Decide', fields: 'Look at the fields' },
  import: 'Import a customer list',
};
