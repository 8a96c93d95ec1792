/** What may be asked about documents. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { PersonId } from '#shared/domains/access/model';
import { MoreFacts } from './more-facts';
import {
  DocumentDetail,
  DocumentId,
  DocumentLanguage,
  Overview,
  SectionBlocks,
  SectionId,
  TemplateName,
  Version,
  VersionContent,
} from './model';

const Language = DocumentLanguage.default('en');
const Today = Day.optional();
const which = { id: DocumentId, revision: z.int().positive() };
const Changed = z.strictObject({ id: DocumentId, template: TemplateName, revision: z.int() });
const aboutIt = (_input: unknown, output: { readonly id: string; readonly template: string }): string[] => [
  output.id,
  output.template,
];

export const documents = {
  /** `language` is that of titles and of the templates offered. */
  overview: query({ may: 'read', input: z.strictObject({ language: Language, today: Today }), output: Overview }),
  open: query({
    may: 'read',
    input: z.strictObject({ id: DocumentId, language: Language, today: Today }),
    output: DocumentDetail,
  }),
  /** What documents know beyond who the business is, and its name where it was said. */
  facts: query({
    may: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ facts: MoreFacts, business: z.string().nullable() }),
  }),
  /** Says such facts; what is not named stays as it is. */
  setFacts: command({
    may: 'write',
    records: 'facts-changed',
    input: z.strictObject({ facts: MoreFacts.partial() }),
    output: z.strictObject({ facts: MoreFacts, changed: z.array(MoreFacts.keyof()), outOfDate: z.int() }),
    facts: (_input, output) => ({ names: output.changed, outOfDate: output.outOfDate }),
  }),
  /** Makes documents of these templates, or of all that apply and are not there yet. */
  create: command({
    may: 'write',
    records: 'made',
    input: z.strictObject({
      templates: z.array(TemplateName).min(1).max(100).optional(),
      language: Language,
      today: Today,
    }),
    output: z.strictObject({ made: z.array(Changed) }),
    about: (_input, { made }) => made.flatMap(({ id, template }) => [id, template]),
    facts: (_input, { made }) => ({ documents: made.length }),
  }),
  /** Writes a section by hand; null takes the hand's words back. */
  editSection: command({
    may: 'write',
    records: 'edited',
    input: z.strictObject({ ...which, section: SectionId, blocks: SectionBlocks.nullable() }),
    output: Changed,
    about: aboutIt,
    facts: (input) => ({ section: input.section }),
  }),
  /** Follows facts, laws and template; edited sections only as `choices` say. */
  bringUpToDate: command({
    may: 'write',
    records: 'brought-up-to-date',
    input: z.strictObject({
      ...which,
      choices: z
        .array(z.strictObject({ section: SectionId, take: z.enum(['mine', 'new']) }))
        .max(100)
        .default([]),
    }),
    output: Changed.extend({ renewed: z.int(), undecided: z.array(SectionId) }),
    about: aboutIt,
    facts: (_input, output) => ({ renewed: output.renewed, undecided: output.undecided.length }),
  }),
  /** Freezes the text as the next version. */
  approve: command({
    may: 'approve',
    records: 'approved',
    input: z.strictObject(which),
    output: Changed.extend({ version: Version }),
    about: aboutIt,
    facts: (_input, { version }) => ({ version: version.number, digest: version.digest }),
  }),
  /** From now on the newest approved version holds; policies and standards are to be read by everybody. */
  publish: command({
    may: 'write',
    records: 'published',
    input: z.strictObject({ ...which, today: Today }),
    output: Changed.extend({ version: Version }),
    about: aboutIt,
    facts: (_input, { version }) => ({ version: version.number, digest: version.digest }),
  }),
  /** Whoever has signed in says that they have read a published version. */
  acknowledge: command({
    may: 'self',
    records: 'acknowledged',
    input: z.strictObject({ id: DocumentId, version: z.int().positive() }),
    output: Changed.extend({ version: z.int() }),
    about: aboutIt,
    facts: (_input, output) => ({ version: output.version }),
  }),
  /** Who looks after it and when it is looked at again; `reviewed` says that it was looked at today. */
  plan: command({
    may: 'write',
    records: 'planned',
    input: z.strictObject({
      ...which,
      owner: PersonId.nullable(),
      nextReviewOn: Day.nullable(),
      reviewed: z.boolean().default(false),
      today: Today,
    }),
    output: Changed.extend({ nextReviewOn: Day }),
    about: aboutIt,
    facts: (input, output) => ({ nextReviewOn: output.nextReviewOn, reviewed: input.reviewed }),
  }),
  withdraw: command({
    may: 'write',
    records: 'withdrawn',
    input: z.strictObject(which),
    output: Changed,
    about: aboutIt,
  }),
  /** What a version said; `version` null is the text as it stands. */
  version: query({
    may: 'read',
    input: z.strictObject({ id: DocumentId, version: z.int().positive().nullable() }),
    output: VersionContent,
  }),
  /** Writes a version, or the text as it stands, to a file that is opened again before it counts. */
  export: task({
    may: 'export',
    records: 'exported',
    input: z.strictObject({
      id: DocumentId,
      version: z.int().positive().nullable().default(null),
      format: z.enum(['pdf', 'docx', 'html', 'md']),
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({ file: z.string(), bytes: z.int(), digest: Digest }),
    about: (input) => [input.id],
    facts: (input, output) => ({ format: input.format, digest: output.digest }),
  }),
  /** A page people can host: opt-outs, browser signals, tracker choices; it answers with a file or an e-mail. */
  preferencePage: task({
    may: 'export',
    records: 'preference-page-exported',
    input: z.strictObject({ language: Language, file: z.string().max(4_096).optional() }),
    output: z.strictObject({ file: z.string(), bytes: z.int(), digest: Digest }),
    facts: (input, output) => ({ language: input.language, digest: output.digest }),
  }),
};
