/** What may be asked about consents, choices and marketing segments. */
import { z } from 'zod';
import { CustomerId } from '#shared/domains/customers/model';
import { languages } from '#shared/content/words';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import {
  ConsentFact,
  ConsentId,
  ProofDraft,
  Said,
  Segment,
  SegmentCount,
  SegmentDraft,
  SegmentId,
  Standing,
  Topic,
  TopicCount,
  UnprovenList,
  Wording,
  WordingDraft,
} from './model';

/** The day where the person is; main's own when it is not said. */
const Today = Day.optional();
const file = z.string().max(4_096).optional();

export const consents = {
  /** What one person said, and what holds now for every topic. */
  of: query({
    may: 'read',
    input: z.strictObject({ customer: CustomerId, today: Today }),
    output: z.strictObject({
      standing: z.array(Standing),
      /** Every fact, newest first. */
      facts: z.array(ConsentFact),
    }),
  }),
  overview: query({
    may: 'read',
    input: z.strictObject({ today: Today }),
    output: z.strictObject({
      topics: z.array(TopicCount),
      unproven: z.array(UnprovenList),
      /** Yeses that run out within the next 60 days. */
      ending: z.int(),
    }),
  }),
  wordings: query({ may: 'read', input: z.strictObject({}), output: z.array(Wording) }),
  addWording: command({
    may: 'write',
    records: 'wording-added',
    input: WordingDraft,
    output: Wording,
    about: (_input, output) => [output.id],
    facts: (_input, output) => ({ topic: output.topic, language: output.language, version: output.version }),
  }),
  /** Adds what somebody said about one or more topics. Nothing that was said before is changed. */
  record: command({
    may: 'write',
    records: 'recorded',
    input: z.strictObject({
      customer: CustomerId,
      said: Said,
      topics: z.array(Topic).min(1).max(20),
      proof: ProofDraft,
      today: Today,
    }),
    output: z.array(ConsentFact),
    about: (input) => [input.customer],
    facts: (input, output) => ({ said: input.said, facts: output.length }),
  }),
  /** Gives everybody of one list, whom nobody has asked since, the same proof: the form they filled, the export of the double opt-in. */
  proveList: task({
    may: 'write',
    records: 'list-proved',
    input: z.strictObject({
      import: z.string().max(40).nullable(),
      topics: z.array(Topic).min(1).max(8),
      proof: ProofDraft,
      today: Today,
    }),
    output: z.strictObject({ people: z.int(), facts: z.int() }),
    facts: (_input, output) => ({ people: output.people, facts: output.facts }),
  }),
  /** A page or a JSON file that shows, without Steward, that this was said. */
  receipt: task({
    may: 'export',
    records: 'receipt-written',
    input: z.strictObject({
      id: ConsentId,
      format: z.enum(['json', 'pdf']).default('json'),
      language: z.enum(languages).default('en'),
      file,
    }),
    output: z.strictObject({ file: z.string(), entry: z.int(), size: z.int() }),
    about: (input) => [input.id],
    facts: (_input, output) => ({ entry: output.entry, size: output.size }),
  }),
  /** The fact that held on a day about a topic, or null: "prove that X consented on 12 January" begins here. */
  heldOn: query({
    may: 'read',
    input: z.strictObject({ customer: CustomerId, topic: Topic, on: Day }),
    output: ConsentFact.nullable(),
  }),
  segments: query({ may: 'read', input: z.strictObject({}), output: z.array(Segment) }),
  saveSegment: command({
    may: 'write',
    records: 'segment-saved',
    input: z.strictObject({ id: SegmentId.nullable(), revision: z.int().min(0), segment: SegmentDraft }),
    output: Segment,
    about: (_input, output) => [output.id],
    facts: (_input, output) => ({ purpose: output.purpose, channel: output.channel }),
  }),
  removeSegment: command({
    may: 'write',
    records: 'segment-removed',
    input: z.strictObject({ id: SegmentId, revision: z.int().positive() }),
    output: z.strictObject({}),
    about: (input) => [input.id],
  }),
  /** Who is in a segment, and who is left out and why. */
  countSegment: task({
    may: 'read',
    records: null,
    input: z.strictObject({ id: SegmentId, today: Today }),
    output: SegmentCount,
  }),
  /** Only people who may be written to: name and the one address of the segment's channel. */
  exportSegment: task({
    may: 'export',
    proof: 'recent',
    records: 'segment-exported',
    input: z.strictObject({ id: SegmentId, format: z.enum(['csv', 'xlsx']), file, today: Today }),
    output: SegmentCount.extend({ file: z.string(), bytes: z.int() }),
    about: (input) => [input.id],
    facts: (_input, output) => ({ found: output.found, included: output.included }),
  }),
};
