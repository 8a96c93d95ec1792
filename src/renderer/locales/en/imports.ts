/** Words of the import pages in English. */
import type {
  ColumnFlag,
  Delimiter,
  Encoding,
  ImportReport,
  ProfileName,
  RowProblem,
  WarningCode,
} from '#shared/domains/imports/model';

const format = new Intl.NumberFormat('en');
const n = (count: number): string => format.format(count);
const rows = (count: number): string => (count === 1 ? '1 row' : `${n(count)} rows`);

const problems: Readonly<Record<RowProblem['code'], string>> = {
  'email-invalid': 'is not a complete e-mail address.',
  'nothing-to-identify': 'There is no name, company, e-mail address or phone number in this row.',
  'too-many-cells': 'This row has more cells than there are columns.',
  'too-few-cells': 'This row has fewer cells than there are columns.',
  'unstorable-characters': 'contains characters that cannot be stored.',
  'too-long': 'is longer than the field allows.',
  'quote-broken': 'A quotation mark in this row was never closed.',
};
const stages: Readonly<Record<string, string>> = {
  starting: 'Opening the file …',
  rows: 'Reading and checking rows …',
  index: 'Making everything findable …',
  duplicates: 'Looking for duplicates …',
};

export const imports = {
  title: 'Import',
  close: 'Close',
  cancel: 'Cancel',
  number: n,
  quoted: (text: string) => `“${text}”`,
  back: 'All imports',
  choose: 'Choose a file …',
  unfinished: (file: string) => `You were looking at “${file}”. Nothing of it has been kept yet.`,
  goOn: 'Go on',
  past: 'Past imports',
  columns: { file: 'File', when: 'When', rows: 'Rows', became: 'What became of them', state: 'State' },
  undone: 'Undone',
  complete: 'Complete',
  waiting: (count: number) => (count === 1 ? '1 row waits in quarantine' : `${n(count)} rows wait in quarantine`),
  empty: {
    title: 'Bring in your customer list',
    lines: [
      'Export your customers from your shop, CRM or mailing program as CSV, TSV or Excel, then choose the file here.',
      'Steward recognises Shopify, HubSpot, Salesforce, Zoho, Mailchimp, Square, WooCommerce, Google and Outlook, and reads any other list as well.',
      'You see every column and decide what it is for before anything is kept. A whole import can be undone.',
    ],
  },
  profiles: {
    'salesforce-contacts': 'Salesforce contacts',
    'salesforce-leads': 'Salesforce leads',
    'salesforce-accounts': 'Salesforce accounts',
    'hubspot-contacts': 'HubSpot contacts',
    'zoho-contacts': 'Zoho CRM contacts',
    'zoho-leads': 'Zoho CRM leads',
    'shopify-customers': 'Shopify customers',
    'mailchimp-audience': 'Mailchimp audience',
    'square-customers': 'Square customers',
    'google-contacts': 'Google Contacts',
    'outlook-contacts': 'Outlook contacts',
    'woocommerce-customers': 'WooCommerce customers',
    generic: 'Another list',
  } satisfies Record<ProfileName, string> as Record<ProfileName, string>,
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'utf-8-bom': 'Unicode (UTF-8 with a mark)',
    'utf-16le': 'Unicode (UTF-16, little-endian)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
    'windows-1252': 'Western European (Windows-1252)',
  } satisfies Record<Encoding, string> as Record<Encoding, string>,
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars', none: 'cells' } satisfies Record<
    Delimiter,
    string
  > as Record<Delimiter, string>,
  file: {
    label: 'The file',
    looksLike: (profile: string) => `This looks like an export of ${profile}.`,
    generic: 'This is not an export Steward knows; it goes by the column names.',
    rows,
    about: (count: number) => `about ${rows(count)}`,
    spreadsheet: 'Excel workbook',
    text: (encoding: string, delimiter: string) => `${encoding}, columns separated by ${delimiter}`,
    sheet: (name: string) => `sheet “${name}”`,
    wrong: 'Not right?',
    comesFrom: 'Comes from',
    findOut: 'Find out by looking',
    encoding: 'Characters',
    encodingHelp: 'If you see Ã© instead of é, choose another.',
    delimiter: 'Columns are separated by',
    delimiterHelp: 'If everything is in one column, choose another.',
    whichSheet: 'Sheet',
    country: 'Country of most customers',
    countryHelp: 'For phone numbers and postal codes in rows without a country.',
    noCountry: 'Do not assume one',
    sameEmail: 'Same e-mail address, other name',
    sameEmailHelp: 'Couples and offices share addresses.',
    keepApart: 'Keep as two people',
    mergeThem: 'Treat as one person',
  },
  mapping: {
    title: 'What is in this file?',
    lead: 'Nothing has been kept yet.',
    columns: 'Columns',
    rule: 'Every column either goes to a field that has a purpose, or is left out. What you do not need, leave out.',
    table: 'Columns of the file and where they go',
    column: 'Column',
    samples: 'For example',
    goesTo: 'Goes to',
    noHeader: (position: number) => `Column ${position}, without a name`,
    noSamples: 'empty',
    hidden: 'not shown',
    where: (header: string) => `Where “${header}” goes`,
    decide: 'Decide …',
    drop: 'Leave out',
    undecided: 'needs your decision',
    empty: 'Nothing in it.',
    because: { profile: 'known from this program', header: 'by its name', content: 'by what is in it' },
    flags: {
      'government-id': 'Looks like an official identity number.',
      health: 'Looks like health information.',
      'card-number': 'Looks like payment card numbers.',
      'bank-account': 'Looks like bank accounts.',
      'birth-date': 'Looks like dates of birth.',
      password: 'Looks like passwords.',
      'special-category': 'Looks like specially protected information, such as religion or origin.',
    } satisfies Record<ColumnFlag, string> as Record<ColumnFlag, string>,
    flagDropped: 'Left out unless you need it and may keep it.',
    flagKept: 'You have chosen to keep it. Be sure that you need it and may.',
    dropRest: (count: number) =>
      count === 1 ? 'Leave out the undecided column' : `Leave out all ${n(count)} undecided columns`,
    left: (count: number) =>
      count === 1 ? '1 column still needs your decision.' : `${n(count)} columns still need your decision.`,
    ready: (count: number, exact: boolean) =>
      `All columns are decided. ${exact ? rows(count) : `About ${rows(count)}`} will be brought in.`,
    nobody: 'No column goes to a name, company, e-mail address or phone number. Every row would end up in quarantine.',
    looking: 'Looking into the file',
    go: 'Bring it in',
  },
  preview: {
    title: 'The first rows, as they would be stored',
    row: 'Row',
    nothing: 'There are no rows to show.',
    toQuarantine: 'Would go to quarantine:',
  },
  problem: (code: RowProblem['code'], column: string) =>
    column !== '' && /^[a-z]/.test(problems[code])
      ? `“${column}” ${problems[code]}`
      : problems[code].replace(/^(is|contains) /, 'A cell $1 '),
  running: (file: string) => `Importing “${file}”`,
  stages: { starting: 'Opening the file …' },
  stage: (name: string) => stages[name] ?? 'Working …',
  stop: 'Cancel the import',
  stopping: 'Cancelling …',
  allOrNothing:
    'All of the file comes in, or nothing of it: cancelling leaves no half-imported rows. You may look at other pages meanwhile.',
  parts: { imported: 'Imported', merged: 'Merged', quarantined: 'In quarantine', skipped: 'Skipped' },
  meanings: {
    imported: 'new customers',
    merged: 'added to customers already there',
    quarantined: 'waiting for a correction',
    skipped: 'empty, exact repeats, or let go',
  },
  balance: (report: Pick<ImportReport, 'rows' | 'imported' | 'merged' | 'quarantined' | 'skipped'>) =>
    `${rows(report.rows)} = ${n(report.imported)} imported + ${n(report.merged)} merged + ${n(report.quarantined)} in quarantine + ${n(report.skipped)} skipped`,
  result: {
    showPeople: 'Show these customers',
    undo: 'Undo this import …',
    undoneTitle: 'This import was undone',
    undoneAt: (when: string) => `Its customers were taken out on ${when}. The numbers below are what it brought.`,
    balance: 'Every row accounted for',
    quarantineTitle: (count: number) => (count === 1 ? '1 row was not imported' : `${n(count)} rows were not imported`),
    quarantineText: 'Nothing is lost: each waits with its reason, to be corrected and tried again, or let go.',
    toQuarantine: 'Open the quarantine',
    warnings: 'Kept as written, but not understood',
    noWarnings: 'Everything was understood.',
    dropped: 'Columns left out',
    noneDropped: 'None.',
    howRead: 'How the file was read',
  },
  warnings: {
    'phone-not-understood': (count: number) => (count === 1 ? '1 phone number' : `${n(count)} phone numbers`),
    'country-not-understood': (count: number) => (count === 1 ? '1 country' : `${n(count)} countries`),
    'date-not-understood': (count: number) => (count === 1 ? '1 date' : `${n(count)} dates`),
    'language-not-understood': (count: number) => (count === 1 ? '1 language' : `${n(count)} languages`),
    'same-email-other-name': (count: number) =>
      count === 1
        ? '1 row has an e-mail address we hold under another name; it is offered as a possible duplicate'
        : `${n(count)} rows have an e-mail address we hold under another name; they are offered as possible duplicates`,
  } satisfies Record<WarningCode, (count: number) => string> as Record<WarningCode, (count: number) => string>,
  undo: {
    title: (file: string) => `Undo the import of “${file}”?`,
    goes: (count: number) =>
      count === 1 ? 'The customer it brought is taken out.' : `The ${n(count)} customers it brought are taken out.`,
    returns: (count: number): string =>
      count === 0
        ? 'It changed nobody who was there before.'
        : 'Where it completed customers, these return to what they were.',
    stays: 'Whoever you have changed by hand since then stays.',
    file: 'Your file is not touched; you can import it again.',
    go: 'Undo the import',
    done: ({
      removed,
      restored,
      keptBecauseChanged,
    }: {
      removed: number;
      restored: number;
      keptBecauseChanged: number;
    }) =>
      [
        removed === 1 ? '1 customer was taken out.' : `${n(removed)} customers were taken out.`,
        restored === 0
          ? ''
          : restored === 1
            ? '1 returned to what it was.'
            : `${n(restored)} returned to what they were.`,
        keptBecauseChanged === 0
          ? ''
          : keptBecauseChanged === 1
            ? '1 stays because it was changed since.'
            : `${n(keptBecauseChanged)} stay because they were changed since.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  quarantine: {
    back: 'The import',
    title: 'Quarantine',
    lead: 'These rows were not imported. Correct what is marked and try again, or let them go.',
    left: (count: number) => (count === 0 ? 'None left.' : count === 1 ? '1 row left.' : `${n(count)} rows left.`),
    rowTitle: (row: number) => `Row ${n(row)} of the file`,
    retry: 'Try again',
    discard: 'Let it go',
    discardThese: (count: number) => `Let these ${n(count)} go`,
    showAll: (count: number) => (count === 1 ? 'Show 1 empty cell' : `Show ${n(count)} empty cells`),
    imported: (row: number) => `Row ${n(row)} was imported.`,
    merged: (row: number) => `Row ${n(row)} was merged with a customer already there.`,
    discarded: (row: number) => `Row ${n(row)} was let go.`,
    discardedMany: (count: number) => `${rows(count)} let go.`,
    enterKey: 'tries again',
    discardKey: 'Ctrl+Shift+Backspace',
    discardKeyDoes: 'lets the row go',
    first: 'From the top',
    next: 'Next rows',
    doneTitle: 'Nothing in quarantine',
    doneLines: ['Every row of this import was imported, merged, skipped or let go.'],
  },
};

export type ImportsWords = typeof imports;
