/** Words of the pages about documents in English. */
import type { CheckedList, DocumentRow, DocumentState, SectionDetail } from '#shared/domains/documents/model';

type ItemState = CheckedList['items'][number]['state'];
type SectionState = Exclude<SectionDetail['state'], 'current'>;

export const documents = {
  title: 'Documents',
  lead: 'Policies, standards and notices made of what Steward knows. When a fact changes, you see here what is no longer true.',
  empty: 'There are no documents yet',
  emptyLines: [
    'Rules that are written down can be read, kept and shown. Steward writes first drafts from your answers and from what you hold; you change them as you like.',
    'Each keeps watching its facts: a new purpose, field or person marks the documents that no longer say what is true.',
  ],
  makeAll: (count: number) =>
    count === 1 ? 'Make the one document that applies' : `Make the ${count} documents that apply`,
  make: 'Make',
  makeOne: (title: string) => `Make: ${title}`,
  templates: 'What can be made',
  templatesLead: 'Written in plain language by us; no lawyer has reviewed them. Read each before you approve it.',
  applies: {
    no: 'The laws that ask for it do not apply to you.',
    open: 'Whether you need it depends on an open question.',
  },
  toRead: 'For you to read',
  kinds: { policy: 'Policies', standard: 'Standards', notice: 'Notices for the public' } satisfies Record<
    DocumentRow['kind'],
    string
  > as Record<DocumentRow['kind'], string>,
  states: { draft: 'draft', approved: 'approved', published: 'published', withdrawn: 'withdrawn' } satisfies Record<
    DocumentState,
    string
  > as Record<DocumentState, string>,
  versionNumber: (number: number) => `version ${number}`,
  outOfDate: (count: number) => (count === 1 ? '1 section out of date' : `${count} sections out of date`),
  missing: (count: number) => (count === 1 ? '1 fact missing' : `${count} facts missing`),
  changedSince: 'changed since that version',
  read: (read: number, all: number) => `read by ${read} of ${all}`,
  written: (file: string) => `Written to ${file}, opened again and compared.`,
  save: 'Save as …',
  formats: { pdf: 'PDF', docx: 'Word (DOCX)', html: 'Web page (HTML)', md: 'Markdown' },
  approve: 'Approve this text',
  publish: (number: number) => `Publish version ${number}`,
  pleaseRead: 'Please read this',
  pleaseReadLead: (number: number) => `Version ${number} holds for everybody. Say so here when you have read it.`,
  acknowledge: 'I have read it',
  oldTitle: (count: number) =>
    count === 1 ? 'One section no longer says what is true' : `${count} sections no longer say what is true`,
  oldLead:
    'Something they repeat has changed. Bringing the document up to date renews what nobody has touched; where you wrote yourself, you decide.',
  bringUpToDate: 'Bring up to date',
  undecided: (count: number) =>
    count === 1
      ? 'One section you wrote in waits for your decision.'
      : `${count} sections you wrote in wait for your decision.`,
  text: 'The text',
  edited: 'written by hand',
  sectionStates: {
    changed: 'out of date',
    new: 'new, not in the text yet',
    gone: 'no longer asked for',
  } satisfies Record<SectionState, string> as Record<SectionState, string>,
  lacks: (facts: string) => `missing: ${facts}`,
  otherwise: 'The wording of the template, or what the laws ask, has changed.',
  write: 'Write',
  writeOne: (title: string) => `Write: ${title}`,
  takeBack: 'Undo my words',
  takeBackOne: (title: string) => `Undo my words: ${title}`,
  decideShort: 'Decide …',
  decideOne: (title: string) => `Decide: ${title}`,
  decide: {
    title: (title: string) => `Yours or the new text: ${title}`,
    lead: 'You wrote in this section, and since then something it repeats has changed. Differences from the old text are marked.',
    was: 'The old text',
    is: 'The new text',
    mine: 'Yours',
    later: 'Later',
    takeNew: 'Take the new text',
    keepMine: 'Keep mine',
    close: 'Close',
  },
  editor: {
    text: (title: string) => `Text of: ${title}`,
    save: 'Save',
    cancel: 'Cancel',
    labels: {
      boldControlLabel: 'Bold',
      h3ControlLabel: 'Heading',
      h4ControlLabel: 'Small heading',
      bulletListControlLabel: 'Bullets',
      orderedListControlLabel: 'Numbered list',
      blockquoteControlLabel: 'Note',
      linkControlLabel: 'Link',
      unlinkControlLabel: 'Remove link',
      undoControlLabel: 'Undo',
      redoControlLabel: 'Redo',
      linkEditorInputLabel: 'Address',
      linkEditorInputPlaceholder: 'https://example.com',
      linkEditorExternalLink: 'Open link in a new window',
      linkEditorInternalLink: 'Open link in the same window',
      linkEditorSave: 'Take over',
    },
  },
  readers: 'Who has read it',
  notRead: 'not yet',
  readOn: (day: string) => `on ${day}`,
  versions: 'Versions',
  noVersion: 'No version has been approved yet.',
  approvedBy: (who: string, day: string) => `approved by ${who} on ${day}`,
  publishedOn: (day: string) => `published on ${day}`,
  digest: (digest: string) => `digest ${digest}…`,
  compare: 'Compare',
  compareOne: (number: number) => `Compare version ${number} with the text as it stands`,
  compareTitle: (number: number) => `Version ${number} and the text as it stands`,
  noDifference: 'There is no difference.',
  serves: 'What it is evidence for',
  servesLead: 'Once published, and read by everybody who must, it counts for these obligations until its next review.',
  checklist: {
    sum: (missing: number) =>
      missing === 0 ? 'Nothing is missing.' : missing === 1 ? 'One item is missing.' : `${missing} items are missing.`,
    states: {
      there: 'there',
      missing: 'missing',
      unclear: 'depends on an open question',
      'not-needed': 'not needed',
    } satisfies Record<ItemState, string> as Record<ItemState, string>,
    lacks: (facts: string) => `needs: ${facts}`,
    note: 'This says what is there. Whether it is right, only you can judge.',
  },
  plan: {
    title: 'Who looks after it, and when',
    owner: 'Looks after it',
    nobody: 'nobody yet',
    next: 'Next review',
    dayNeeded: 'Please give a day.',
    save: 'Save',
    reviewLead: 'Read it through once a year, even when nothing seems to have changed.',
    reviewed: 'I have read it through today',
    withdraw: 'Take out of use',
  },
  preference: {
    title: 'A page for people’s choices',
    lead: 'One file you can put on your website: opt-outs, the browser signal, tracker choices. It needs no server; people answer with an e-mail or a file.',
    save: 'Save the page …',
  },
  facts: {
    title: 'Facts for documents',
    lead: 'Said once here, repeated in every document. Leave empty what there is not.',
    isFor: (business: string) => `Name, address and contact of ${business} are said with the record of processing.`,
    nobody: 'It is not said yet who the business is.',
    toBusiness: 'Go there',
    groups: {
      contact: 'Who answers',
      authorities: 'Authorities and insurance',
      web: 'On the web',
      emergency: 'In an emergency',
    },
    notSo: (isAddress: boolean): string =>
      isAddress
        ? 'Please give a web address that begins with https://, or nothing.'
        : 'This cannot be so; please look again.',
    save: 'Save the facts',
    saved: (changed: number, outOfDate: number) =>
      changed === 0
        ? 'Nothing has changed.'
        : `Saved. ${outOfDate === 0 ? 'Every document still says what is true.' : outOfDate === 1 ? 'One document is now out of date.' : `${outOfDate} documents are now out of date.`}`,
  },
};
