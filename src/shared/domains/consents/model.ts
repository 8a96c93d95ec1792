/** What a person said about the use of their data: consents and choices as facts that are added and never edited. */
import { z } from 'zod';
import { CustomerFilter, CustomerId } from '#shared/domains/customers/model';
import { EvidenceId } from '#shared/domains/evidence/model';
import { PurposeId } from '#shared/domains/fields/model';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';
import { someLines } from '#shared/kernel/typed-text';

export const channels = ['email', 'sms', 'post', 'phone'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/** Uses a person may object to whatever the basis: sale or sharing, use of sensitive data, profiling, personalisation. */
export const choices = ['sale-sharing', 'sensitive-use', 'profiling', 'personalisation'] as const;

/** What it is about: `purpose/send-news`, `channel/email`, `choice/sale-sharing`. */
export const Topic = z
  .string()
  .regex(
    /^(?:purpose\/[a-z][a-z0-9-]{1,40}|channel\/(?:email|sms|post|phone)|choice\/(?:sale-sharing|sensitive-use|profiling|personalisation))$/,
  )
  .brand<'Topic'>();
export type Topic = z.infer<typeof Topic>;

/** `yes` allows, `no` refuses, withdraws, objects or opts out; which of these follows from the topic and what was said before. */
export const Said = z.enum(['yes', 'no']);
export type Said = z.infer<typeof Said>;

/** How it reached the business. `gpc` is a browser's Global Privacy Control signal. */
export const ways = [
  'web-form',
  'double-opt-in',
  'paper-form',
  'in-person',
  'phone',
  'email',
  'letter',
  'gpc',
  'list',
] as const;
export const Way = z.enum(ways);
export type Way = z.infer<typeof Way>;

export const WordingId = idOf('wrd');
export type WordingId = z.infer<typeof WordingId>;
export const ConsentId = idOf('cns');
export type ConsentId = z.infer<typeof ConsentId>;
export const SegmentId = idOf('seg');
export type SegmentId = z.infer<typeof SegmentId>;

/** The text people were shown. A new version is a new record: what somebody agreed to never changes. */
export const Wording = z.strictObject({
  id: WordingId,
  topic: Topic,
  language: z.enum(['en', 'de', 'fr', 'es']),
  version: z.int().positive(),
  text: z.string(),
  since: Day,
  addedBy: z.string(),
});
export type Wording = z.infer<typeof Wording>;
export const WordingDraft = z.strictObject({
  topic: Topic,
  language: Wording.shape.language,
  text: someLines(4_000).min(3),
  since: Day,
});
export type WordingDraft = z.infer<typeof WordingDraft>;

/** What shows that somebody said it; at least one of wording, file or note where it is a yes. */
export const ProofDraft = z.strictObject({
  how: Way,
  on: Day,
  wording: WordingId.nullable().default(null),
  evidence: z.array(EvidenceId).max(20).default([]),
  /** Of the call or the conversation. */
  note: someLines(2_000).default(''),
  /** Who agreed for a child or somebody who cannot decide alone. */
  guardian: someLines(200).default(''),
  expiresOn: Day.nullable().default(null),
});
export type ProofDraft = z.infer<typeof ProofDraft>;

export const ConsentFact = z.strictObject({
  id: ConsentId,
  customer: CustomerId,
  topic: Topic,
  said: Said,
  on: Day,
  recordedAt: Instant,
  by: z.string(),
  how: Way,
  wording: WordingId.nullable(),
  evidence: z.array(EvidenceId),
  note: z.string(),
  guardian: z.string(),
  expiresOn: Day.nullable(),
});
export type ConsentFact = z.infer<typeof ConsentFact>;

/** What holds now. `unproven`: a list said so, and nobody has shown it. */
export const StandingState = z.enum(['yes', 'no', 'expired', 'unproven', 'not-asked']);
export type StandingState = z.infer<typeof StandingState>;

export const Standing = z.strictObject({
  topic: Topic,
  state: StandingState,
  /** The fact it follows from. */
  fact: ConsentFact.nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** One topic with how many people said what. */
export const TopicCount = z.strictObject({ topic: Topic, yes: z.int(), no: z.int(), expired: z.int() });
export type TopicCount = z.infer<typeof TopicCount>;

/** People whom a list calls subscribed and of whom no proof is there, by the import they came with. */
export const UnprovenList = z.strictObject({
  import: z.string().nullable(),
  fileName: z.string().nullable(),
  importedAt: Instant.nullable(),
  people: z.int(),
});
export type UnprovenList = z.infer<typeof UnprovenList>;

export const SegmentDraft = z.strictObject({
  name: someLines(120).min(1),
  purpose: PurposeId,
  channel: Channel,
  filter: CustomerFilter.default({}),
});
export type SegmentDraft = z.infer<typeof SegmentDraft>;
export const Segment = SegmentDraft.extend({ id: SegmentId, revision: z.int().positive(), filter: CustomerFilter });
export type Segment = z.infer<typeof Segment>;

/** Why somebody whom the filter finds is not in a segment; the first that holds, in this order. */
export const leftOutReasons = [
  'said-no',
  'opted-out-of-channel',
  'unsubscribed',
  'objects-to-profiling',
  'no-address',
  'expired',
  'no-proof',
  'never-asked',
  'not-a-customer',
] as const;
export const LeftOutReason = z.enum(leftOutReasons);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export const SegmentCount = z.strictObject({
  found: z.int(),
  included: z.int(),
  leftOut: z.array(z.strictObject({ reason: LeftOutReason, people: z.int() })),
});
export type SegmentCount = z.infer<typeof SegmentCount>;
