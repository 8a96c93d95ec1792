/** Words of the customer pages in English. */
import type { ChangeEvent, CustomerSort, MarketingStatus } from '#shared/domains/customers/model';
import type { LawfulBasis } from '#shared/domains/fields/model';

const format = new Intl.NumberFormat('en');
const n = (count: number): string => format.format(count);
const people = (count: number): string => (count === 1 ? '1 person' : `${n(count)} people`);
const customersIn = (count: number): string => (count === 1 ? '1 customer' : `${n(count)} customers`);

const problems: Readonly<Record<string, string>> = {
  'email-invalid': 'This is not a complete e-mail address. It needs a name, an @ and a place, like ana@example.com.',
  'too-long': 'This is longer than the field allows.',
  too_big: 'This is longer than the field allows.',
  'unstorable-characters': 'This contains characters that cannot be stored. Delete and type it again.',
  unstorable_characters: 'This contains characters that cannot be stored. Delete and type it again.',
  'nothing-to-identify':
    'Enter at least a name, a company, an e-mail address or a phone number, so that the customer can be found again.',
};

export const customers = {
  title: 'Customers',
  close: 'Close',
  cancel: 'Cancel',
  number: n,
  marketing: {
    subscribed: 'Subscribed',
    unsubscribed: 'Unsubscribed',
    never: 'Never contact',
    'not-asked': 'Not asked',
  } satisfies Record<MarketingStatus, string> as Record<MarketingStatus, string>,
  list: {
    label: 'Customers. Arrow keys move, Enter opens, space selects.',
    people: customersIn,
    found: (count: number) => (count === 1 ? '1 customer found' : `${n(count)} customers found`),
    foundSoFar: (count: number) =>
      count === 0 ? 'Nobody found so far, still looking' : `${n(count)} found so far, still looking`,
    selectAll: 'Select everybody in this list',
    select: (name: string) => `Select ${name}`,
    empty: 'nothing',
    masked: 'masked',
    columns: {
      name: 'Name',
      email: 'E-mail',
      phone: 'Phone',
      company: 'Company',
      city: 'City',
      country: 'Country',
      marketing: 'Marketing',
      tags: 'Tags',
    },
    import: 'Import a file',
    add: 'Add customer',
    sortBy: 'Sort by',
    sorts: {
      name: 'Name',
      email: 'E-mail',
      company: 'Company',
      city: 'City',
      added: 'Date added',
      changed: 'Last change',
    } satisfies Record<CustomerSort, string> as Record<CustomerSort, string>,
    sortedUp: 'Sorted upwards; sort downwards',
    sortedDown: 'Sorted downwards; sort upwards',
    keys: '/ searches · ↑ ↓ move · Enter opens · Space selects · Shift+Space selects a range',
    nobodyFound: 'Nobody found',
    nobodyFoundText:
      'The search looks for each word in names, e-mail addresses, phone numbers, companies and notes. Try fewer letters.',
    nobodyFoundFilters: 'Nobody fits all of these filters. Take one away.',
    showEverybody: 'Show everybody',
  },
  search: { label: 'Search customers', hint: 'Name, e-mail, phone, company, note …', clear: 'Clear the search' },
  filters: {
    title: 'Filters',
    titleWith: (count: number) => `Filters (${count})`,
    clear: 'Clear all',
    facets: { country: 'Country', marketing: 'Marketing', tag: 'Tag', source: 'Source', language: 'Language' },
    fewer: 'Show fewer',
    more: (count: number) => `Show ${n(count)} more`,
    active: 'Filters in use',
    remove: (what: string) => `Remove the filter ${what}`,
    removeImport: 'Remove the filter for one import',
    ofOneImport: 'From one import',
    counting: 'Counted so far; still looking',
  },
  bulk: {
    label: 'Selected customers',
    counting: 'Counting how many they are …',
    selected: (count: number) => (count === 1 ? '1 person selected' : `${n(count)} people selected`),
    selectAll: (count: number) => `Select all ${n(count)}`,
    tag: 'Tags …',
    export: 'Export',
    remove: 'Remove …',
    letGo: 'Clear selection',
    formats: { csv: 'CSV, for any program', xlsx: 'Excel workbook', json: 'JSON, for software' },
    tooManyToName: (most: number) =>
      `With more than ${n(most)} people selected, one person cannot be left out. Clear the selection and pick people, or narrow the list with a filter.`,
  },
  tag: {
    title: (count: number) => `Tags of ${people(count)}`,
    add: 'Tags to add',
    addHelp: 'Press Enter after each tag.',
    remove: 'Tags to take away',
    save: (count: number) => `Change ${people(count)}`,
    done: (count: number) => (count === 0 ? 'Nobody had to be changed.' : `The tags of ${people(count)} were changed.`),
  },
  remove: {
    title: (count: number) => (count === 1 ? 'Remove this customer?' : `Remove ${people(count)}?`),
    whatGoes: (count: number) =>
      count === 1
        ? 'The record goes, with its notes, tags and history.'
        : `${people(count)} go, with their notes, tags and histories.`,
    whatStays: 'The audit trail keeps the customer number and the fact of removal, no names or addresses.',
    noWayBack: 'This cannot be undone.',
    sure: (count: number) => `Yes, remove ${people(count)}`,
    progress: (done: number, total: number) => `${n(done)} of ${n(total)} removed`,
    stop: 'Stop',
    go: (count: number) => (count === 1 ? 'Remove' : `Remove ${n(count)}`),
    tooManyTitle: 'Too many at once',
    tooMany: (count: number, most: number) =>
      `${people(count)} are selected; at most ${n(most)} can be removed in one go. Narrow the list with a filter. If they came by mistake with a file, undo that import instead.`,
  },
  export: {
    title: (count: number) => `Export ${people(count)}`,
    what: {
      csv: 'One row for each person, with all their fields, as text that any program reads. Cells that a spreadsheet would run as a formula are made harmless.',
      xlsx: 'One row for each person, with all their fields, as an Excel workbook.',
      json: 'One object for each person, with all their fields, for other software.',
    },
    unprotected: 'The file is not encrypted. Keep it somewhere safe and delete it when you no longer need it.',
    choose: 'Choose where to save …',
    leftOut: (names: readonly string[]) => `Left out, because you do not see these fields: ${names.join(', ')}.`,
    progress: (done: number) => `${n(done)} rows written`,
    done: 'Saved and checked',
    counted: (count: number) =>
      `Steward opened the file again and counted ${count === 1 ? '1 row' : `${n(count)} rows`}.`,
  },
  empty: {
    title: 'Nobody here yet',
    lines: [
      'Bring in the customer list that your shop, CRM or mailing program exported, as CSV or Excel.',
      'Steward shows you every column first and asks what it is for. Nothing is kept before you say so.',
    ],
    import: 'Import a customer list',
    add: 'Add one by hand',
  },
  groups: {
    who: 'Who',
    contact: 'Contact',
    address: 'Address',
    marketing: 'Marketing',
    more: 'More',
    own: 'Your own fields',
  },
  detail: {
    back: 'All customers',
    changed: (when: string) => `changed ${when}`,
    fromImport: 'came with an import',
    edit: 'Edit',
    more: 'More',
    merge: 'Merge with another record …',
    remove: 'Remove …',
    explain: 'Show what each field is for',
    typed: (text: string) => `Originally: “${text}”`,
    nothing: 'Nothing stored',
    purpose: (purpose: string) => `For: ${purpose}`,
    basis: (basis: string) => `Basis: ${basis}`,
    kept: (rule: string) => `Kept: ${rule}`,
  },
  history: {
    title: 'History',
    nothing: 'Nothing has been changed yet.',
    owner: 'Owner',
    fewer: 'Show less',
    more: (count: number) => `Show ${n(count)} more`,
    events: {
      added: 'Added by hand',
      imported: 'Came with an import',
      changed: 'Changed',
      merged: 'Merged with another record',
      tagged: 'Tags changed',
      'import-merged': 'Completed by an import',
      'import-undone': 'An import was undone',
    } satisfies Record<ChangeEvent, string> as Record<ChangeEvent, string>,
    change: (label: string, before: string | null, after: string | null) =>
      before === null
        ? `${label}: “${after ?? ''}” added`
        : after === null
          ? `${label}: “${before}” taken away`
          : `${label}: “${before}” became “${after}”`,
  },
  form: {
    masked: 'Masked: what is stored here stays as it is.',
    standard: 'How records are written here:',
    addTitle: 'Add a customer',
    editTitle: (name: string) => `Edit ${name}`,
    add: 'Add customer',
    save: 'Save changes',
    notKnown: 'Not known',
    storedAs: (value: string) => `Will be stored as ${value}`,
    problem: (code: string) => problems[code] ?? 'This is not right yet.',
    notSaved: 'Not saved yet',
    lookAtBoxes: 'Nothing is lost. Look at the boxes marked above, then save again.',
    warnings: {
      'phone-not-understood':
        'Not understood as a phone number; kept as you typed it. With the country, or +1 in front, it can be checked.',
      'country-not-understood': 'No country goes by this name; kept as you typed it.',
      'date-not-understood':
        'Not clear which day this is; kept as you typed it. Year-month-day, like 2026-03-31, is always clear.',
      'language-not-understood': 'No language goes by this name; kept as you typed it.',
    },
    hints: {
      full_name: 'Leave empty to use first and last name.',
      birth_date: 'Only if you really need it.',
      source: 'For example: shop, fair, recommendation.',
      customer_since: 'Like 2026-03-31.',
      notes: 'Write nothing about health, religion or the like unless you must: it would need a stronger reason.',
      marketing: 'Only “Subscribed” is a yes.',
    },
  },
  leave: {
    title: 'Leave without saving?',
    text: 'What you typed has not been saved and would be lost.',
    go: 'Leave, lose my text',
    stay: 'Stay here',
  },
  conflict: {
    title: 'This customer was changed meanwhile',
    nothingLost: 'Nothing you typed is lost: it is still in the form below, not yet saved.',
    taken: (labels: readonly string[]) => `Taken over, because you had not touched it: ${labels.join(', ')}.`,
    both: (mine: string, theirs: string) => `you wrote “${mine}”, it now says “${theirs}”.`,
    keepMine: 'Keep mine',
    takeTheirs: 'Take the other',
    thenSave: 'Then save again.',
  },
  merge: {
    title: (name: string) => `Merge ${name} with …`,
    search: 'Find the other record',
    type: 'Type a name, an e-mail address or a number.',
    nobody: 'Nobody else found.',
    pick: 'Choose the record of the same person.',
    back: 'Choose another',
  },
  duplicates: {
    title: 'Possible duplicates',
    hint: (count: number) =>
      count === 1
        ? '1 group of records may be the same person.'
        : `${n(count)} groups of records may be the same person.`,
    look: 'Compare them',
    maybe: (others: number) =>
      others === 1 ? 'This person may be in the list twice' : `This person may be in the list ${n(others + 1)} times`,
    compare: 'Compare the records',
    find: 'Look for duplicates again',
    left: (count: number) =>
      count === 0 ? 'Nothing left to compare.' : count === 1 ? '1 group left.' : `${n(count)} groups left.`,
    reasons: { email: 'Same e-mail address', phone: 'Same phone number', name: 'Very similar name and place' },
    likeness: (percent: number) => `${percent} % alike`,
    how: 'Choose the record that stays. It keeps its values and takes what it lacks from the others. A no to marketing outweighs a yes.',
    table: 'Records side by side',
    field: 'Field',
    keep: (id: string) => `Keep ${id}`,
    since: (when: string) => `since ${when}`,
    after: 'After merging',
    differs: 'differs',
    merge: (id: string) => `Merge, keep ${id}`,
    different: 'These are different people',
    later: 'Decide later',
    merged: 'Merged.',
    keptApart: 'Kept apart; they will not be offered again.',
    endTitle: 'That was the last group. Some are waiting for a decision.',
    fromTop: 'Start again from the top',
    noneTitle: 'No duplicates waiting',
    noneLines: [
      'When two records share an e-mail address or a phone number, or look very much alike, they appear here for you to decide.',
    ],
  },
  fields: {
    bases: {
      consent: 'consent',
      contract: 'contract',
      'legal-obligation': 'legal obligation',
      'vital-interests': 'vital interests',
      'public-task': 'public task',
      'legitimate-interests': 'legitimate interests',
    } satisfies Record<LawfulBasis, string> as Record<LawfulBasis, string>,
    sensitivities: { confidential: 'confidential', 'special-category': 'specially protected' },
  },
};

export type CustomersWords = typeof customers;
