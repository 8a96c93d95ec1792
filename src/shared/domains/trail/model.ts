/** An entry of the audit trail: who did what to which records and when; no personal data in it. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';

/** A leaf proved alone, for domains whose own papers hold one. */
export { checkProof, ProofFault, type ProofTools, TrailProof } from './trail-proof';

export const TrailEntry = z.strictObject({
  number: z.int().positive(),
  /** What a domain put here as a leaf of its own, by the name in leaf-kinds.ts; left out for what serve wrote. */
  kind: z.string().optional(),
  at: Instant,
  actor: z.string(),
  /** `page` or `terminal`: through which door it came; `itself` is what Steward does without being asked. */
  origin: z.enum(['page', 'terminal', 'itself']),
  event: z.string(),
  /** For tasks. */
  stage: z.enum(['started', 'finished', 'failed']).optional(),
  about: z.array(z.string()),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** Leaf hash of the entry before; 64 zeros for the first. */
  previous: z.string().length(64),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

/** An entry before it has its place in the trail. */
export type TrailDraft = Omit<TrailEntry, 'number' | 'previous'>;

/** How a checkpoint from elsewhere fits the trail. */
export const AgainstCheckpoint = z.strictObject({
  result: z.enum([
    'extends',
    /** The trail is shorter than it was. */
    'shorter',
    /** As long or longer, but its beginning is another. */
    'differs',
    'other-key',
    'forged',
    'other-vault',
    'unreadable',
  ]),
  size: z.int().nullable(),
});
export type AgainstCheckpoint = z.infer<typeof AgainstCheckpoint>;

export const TrailFault = z.strictObject({
  /** The first leaf that does not fit; for what concerns many, the first that may be concerned. */
  number: z.int(),
  code: z.enum([
    'changed',
    'out-of-order',
    'not-linked',
    'missing',
    'tree-differs',
    'node-differs',
    'index-differs',
    'checkpoint-differs',
    'checkpoint-forged',
    'key-changed',
  ]),
});
export type TrailFault = z.infer<typeof TrailFault>;

export const TrailVerdict = z.strictObject({
  /** True when there is no fault, and the trail extends the checkpoint it was compared with, if there was one. */
  sound: z.boolean(),
  entries: z.int(),
  /** RFC 6962 tree hash over all leaves, lower-case hex. */
  root: z.string(),
  fault: TrailFault.nullable(),
  /** Signed checkpoints of the vault itself that fit, and the oldest of them. */
  checkpoints: z.int(),
  against: AgainstCheckpoint.nullable(),
});
export type TrailVerdict = z.infer<typeof TrailVerdict>;

export const CheckpointReason = z.enum(['lock', 'export', 'asked', 'sheet', 'monthly']);
export type CheckpointReason = z.infer<typeof CheckpointReason>;

export const TrailCheckpoint = z.strictObject({
  size: z.int(),
  root: z.string().length(64),
  note: z.string(),
  madeAt: Instant,
  reason: CheckpointReason,
});
export type TrailCheckpoint = z.infer<typeof TrailCheckpoint>;

/** The first sixteen digits, in fours: enough to compare by eye, too many to find a second trail with the same. */
export const shortRoot = (root: string): string => root.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '';

/** What did not fit when the vault was opened. */
export const FoundAtStart = z.enum([
  /** The trail is shorter than an outside mark says: the newest work is missing. */
  'shorter',
  /** The trail is long enough, but it is not the one the mark was made of. */
  'differs',
  'mark-missing',
  'mark-unreadable',
  'key-changed',
]);
export type FoundAtStart = z.infer<typeof FoundAtStart>;

/** Where the knowledge came from: the mark beside the store, or a checkpoint kept elsewhere. */
export const MarkSource = z.enum(['mark', 'kept']);
export type MarkSource = z.infer<typeof MarkSource>;

export const TrailFinding = z.strictObject({
  id: z.int(),
  at: Instant,
  found: FoundAtStart,
  source: MarkSource,
  /** How long the trail once was, where that is known. */
  expected: z.int().nullable(),
  /** How long it was when the vault was opened. */
  size: z.int(),
});
export type TrailFinding = z.infer<typeof TrailFinding>;
/** What is recorded beside the events of the contract's operations, and with which facts. A test holds the words to it. */
export const otherEvents: Readonly<Record<string, readonly string[]>> = {
  'access.refused': ['operation'],
  'approvals.requested': ['kind'],
  'backups.erasures-reapplied': ['entries', 'erased', 'optedOut'],
  'backups.came-back': ['sequence', 'schema', 'entries', 'erased', 'optedOut'],
};

/** The fact that somebody decided alone what normally needs two. */
export const aloneFact = 'alone';
