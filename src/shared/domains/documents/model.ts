/** Documents of the business: policies, standards and notices made of templates and facts, with hand edits, versions and readers. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { languages } from '#shared/content/words';
import { PersonId } from '#shared/domains/access/model';
import { idOf } from '#shared/kernel/ids';
import { isStorable, longestText } from '#shared/kernel/text';
import { Day, Instant } from '#shared/kernel/time';
import type { Block } from '#shared/papers/paper';

export const DocumentId = idOf('doc');
export type DocumentId = z.infer<typeof DocumentId>;
export const TemplateName = z.string().regex(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]{0,60}$/);
export type TemplateName = z.infer<typeof TemplateName>;
export const SectionId = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
export const DocumentLanguage = z.enum(languages);
export type DocumentLanguage = z.infer<typeof DocumentLanguage>;

const text = z.string().max(longestText).refine(isStorable, { error: 'unstorable_characters' });
const Inline = z.union([
  text,
  z.strictObject({ text, strong: z.boolean().exactOptional(), link: z.string().max(2_000).exactOptional() }),
]);
const Line = z.union([text, z.array(Inline).max(2_000)]);

/** What a section is made of: the blocks of papers that can be written in an editor. */
export const SectionBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(3), z.literal(4)]), text }),
  z.strictObject({ kind: z.literal('paragraph'), text: Line }),
  z.strictObject({ kind: z.literal('note'), text: Line }),
  z.strictObject({ kind: z.literal('list'), items: z.array(Line).max(500), ordered: z.boolean().exactOptional() }),
  z.strictObject({
    kind: z.literal('table'),
    name: text,
    headers: z.array(text).min(1).max(12),
    rows: z.array(z.array(text).max(12)).max(2_000),
    numbers: z.array(z.int()).max(0),
    widths: z.array(z.number().positive()).max(12),
  }),
]);
export type SectionBlock = z.infer<typeof SectionBlock> & Block;
export const SectionBlocks = z.array(SectionBlock).max(400);

export const Section = z.strictObject({ id: SectionId, title: z.string(), blocks: SectionBlocks });
export type Section = z.infer<typeof Section>;

/** `out-of-date`: facts, laws or the template have changed since the text was made. */
export const DocumentState = z.enum(['draft', 'approved', 'published', 'withdrawn']);
export type DocumentState = z.infer<typeof DocumentState>;

export const DocumentRow = z.strictObject({
  id: DocumentId,
  template: TemplateName,
  kind: z.enum(['policy', 'standard', 'notice']),
  title: z.string(),
  language: DocumentLanguage,
  state: DocumentState,
  owner: z.string().nullable(),
  nextReviewOn: Day,
  /** How many sections no longer say what the facts say. */
  outOfDate: z.int(),
  /** Facts it needs and does not have. */
  missing: z.int(),
  /** The newest approved version, 0 before the first, and whether the text has changed since. */
  version: z.int(),
  changedSince: z.boolean(),
  /** Who still has to read the newest published version; empty for notices. */
  unread: z.array(z.string()),
  readers: z.int(),
  revision: z.int(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const AvailableTemplate = z.strictObject({
  name: TemplateName,
  kind: z.enum(['policy', 'standard', 'notice']),
  title: z.string(),
  purpose: z.string(),
  applies: z.enum(['yes', 'no', 'open']),
});
export type AvailableTemplate = z.infer<typeof AvailableTemplate>;

export const Overview = z.strictObject({
  documents: z.array(DocumentRow),
  /** Templates of which there is no document in this language yet. */
  templates: z.array(AvailableTemplate),
  /** Published and not yet acknowledged by whoever asks. */
  toRead: z.array(z.strictObject({ id: DocumentId, title: z.string(), version: z.int() })),
});
export type Overview = z.infer<typeof Overview>;

export const ChangedFact = z.strictObject({
  fact: z.string(),
  label: z.string(),
  removed: z.array(z.string()),
  added: z.array(z.string()),
});

export const SectionDetail = Section.extend({
  /** `gone`: the template or the conditions have it no longer; `new`: not in the document yet. */
  state: z.enum(['current', 'changed', 'new', 'gone']),
  edited: z.boolean(),
  /** The text as it was made, and as it would be made today; null where there is none. */
  generated: Section.nullable(),
  fresh: Section.nullable(),
  changes: z.array(ChangedFact),
  /** The wording or the law changed, not a fact. */
  otherwise: z.boolean(),
  missing: z.array(z.strictObject({ fact: z.string(), label: z.string() })),
});
export type SectionDetail = z.infer<typeof SectionDetail>;

export const CheckedItem = z.strictObject({
  item: z.string(),
  words: z.string(),
  citation: z.string(),
  /** `unclear`: a question decides whether it is needed, and is open. */
  state: z.enum(['there', 'missing', 'unclear', 'not-needed']),
  section: z.string().nullable(),
  missing: z.array(z.string()),
});
export const CheckedList = z.strictObject({ name: z.string(), title: z.string(), items: z.array(CheckedItem) });
export type CheckedList = z.infer<typeof CheckedList>;

export const Version = z.strictObject({
  number: z.int(),
  title: z.string(),
  /** SHA-256 of the canonical JSON (RFC 8785) of language, title and sections. */
  digest: Digest,
  edition: z.string(),
  approvedBy: z.string(),
  approvedAt: Instant,
  publishedAt: Instant.nullable(),
});
export type Version = z.infer<typeof Version>;

export const Reader = z.strictObject({ person: PersonId, name: z.string(), at: Instant.nullable() });

export const DocumentDetail = DocumentRow.extend({
  purpose: z.string(),
  edition: z.string(),
  sections: z.array(SectionDetail),
  checklists: z.array(CheckedList),
  versions: z.array(Version),
  /** Of the newest published version. */
  readBy: z.array(Reader),
  obligations: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

/** What a version says, and nothing that could change later. */
export const VersionContent = z.strictObject({
  language: DocumentLanguage,
  title: z.string(),
  sections: z.array(Section),
});
export type VersionContent = z.infer<typeof VersionContent>;
