/** What may be asked about the record of processing. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { languages } from '#shared/content/words';
import { TradeName } from '#shared/domains/business/model';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import {
  Activity,
  ActivityDraft,
  ActivityId,
  KeptVersion,
  ProcessingRecord,
  Proposal,
  ProposedName,
  RecordContent,
  RecordFormat,
  RecordPart,
} from './model';

const Language = z.enum(languages).default('en');
const Named = z.strictObject({ name: ProposedName, words: z.string() });

export const processing = {
  record: query({ may: 'read', input: z.strictObject({}), output: ProcessingRecord }),
  /** What may be chosen: activities that are usual in a trade, measures, tools for transfers. */
  choices: query({
    may: 'read',
    input: z.strictObject({ trade: TradeName.nullable().default(null), language: Language }),
    output: z.strictObject({
      activities: z.array(Proposal),
      measures: z.array(Named),
      tools: z.array(Named.extend({ cite: z.string(), needsAssessment: z.boolean() })),
    }),
  }),
  /** Every version of one activity, newest first. */
  history: query({ may: 'read', input: z.strictObject({ id: ActivityId }), output: z.array(Activity) }),
  versions: query({ may: 'read', input: z.strictObject({}), output: z.array(KeptVersion) }),
  /** The newest version that was kept on that day or before; null when there was none. */
  asOf: query({
    may: 'read',
    input: z.strictObject({ on: Day }),
    output: KeptVersion.extend({ content: RecordContent }).nullable(),
  }),
  /** Takes proposed activities into the record, and makes the purposes they need. */
  take: command({
    may: 'write',
    records: 'taken',
    input: z.strictObject({ names: z.array(ProposedName).min(1).max(100), language: Language }),
    output: z.strictObject({ activities: z.array(Activity), purposes: z.array(z.string()) }),
    about: (_input, output) => output.activities.map(({ id }) => id),
    facts: (input) => ({ activities: input.names }),
  }),
  add: command({
    may: 'write',
    records: 'added',
    input: ActivityDraft,
    output: Activity,
    about: (_input, output) => [output.id],
  }),
  change: command({
    may: 'write',
    records: 'changed',
    input: z.strictObject({ id: ActivityId, revision: z.int().positive(), activity: ActivityDraft }),
    output: Activity,
    about: (input) => [input.id],
  }),
  /** The activity is no longer done, or done again; its history stays. */
  end: command({
    may: 'write',
    records: 'ended',
    input: z.strictObject({ id: ActivityId, revision: z.int().positive(), ended: z.boolean() }),
    output: Activity,
    about: (input) => [input.id],
    facts: (input) => ({ ended: input.ended }),
  }),
  /** Keeps the record as it stands now, for good. */
  keep: command({
    may: 'write',
    records: 'kept',
    input: z.strictObject({}),
    output: KeptVersion,
    facts: (_input, output) => ({ version: output.number, digest: output.digest, entries: output.entries }),
  }),
  /** The record as a paper or a table. Of a version that was kept, or as it stands now, which is kept by this. */
  export: task({
    may: 'export',
    records: 'exported',
    input: z.strictObject({
      format: RecordFormat,
      part: RecordPart.default('all'),
      version: z.int().positive().nullable().default(null),
      language: Language,
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({ file: z.string(), bytes: z.int(), version: z.int(), entries: z.int(), digest: Digest }),
    facts: (input, output) => ({ format: input.format, version: output.version, digest: output.digest }),
  }),
  /** The picture of where data go, as an SVG file. */
  exportFlow: task({
    may: 'export',
    records: 'flow-exported',
    input: z.strictObject({ language: Language, file: z.string().max(4_096).optional() }),
    output: z.strictObject({ file: z.string(), bytes: z.int(), nodes: z.int() }),
    facts: (_input, output) => ({ bytes: output.bytes }),
  }),
};
