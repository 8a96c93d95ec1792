/** Words of the page What we hold, in English. */
import type { LawfulBasis } from '#shared/domains/fields/model';
import { holdingsWords } from '#shared/domains/reports/words';

export const reports = {
  holdings: holdingsWords.en,
  lead: 'Every field in which something about a person can be kept: about how many people, what for, on which basis, and for how long.',
  fieldsPage: 'What fields are for',
  export: 'Save the report',
  exported: (fields: number, people: string, file: string) =>
    `${fields} fields of ${people} written to ${file}, opened again and counted.`,
  counted: (at: string) => `Counted ${at}.`,
  basisMeans: {
    consent: 'the person said yes and can take it back',
    contract: 'needed for what the person ordered or asked for',
    'legal-obligation': 'a law says it must be kept',
    'vital-interests': 'somebody’s life or health depends on it',
    'public-task': 'a task in the public interest',
    'legitimate-interests': 'the business has a good reason that does not weigh less than the person’s',
  } satisfies Record<LawfulBasis, string> as Record<LawfulBasis, string>,
  kept: (rule: string) => `Kept: ${rule}`,
  others: (count: number) => (count === 1 ? 'one more' : `${count} more`),
  unused: 'empty for everybody',
  showUnused: (count: number) => `Show ${count === 1 ? 'one empty field' : `${count} empty fields`}`,
  hideUnused: 'Hide empty fields',
  none: 'Nothing is held yet',
  noneLines: ['As soon as customers are in the store, this page shows what you hold about them and why.'],
  goTo: { quarantine: 'Correct them', duplicates: 'Decide', fields: 'Look at the fields' },
  import: 'Import a customer list',
};
