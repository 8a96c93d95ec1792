/** An entry of the audit trail: who did what to which records and when; no personal data in it. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';

export const TrailEntry = z.strictObject({
  number: z.int().positive(),
  at: Instant,
  actor: z.string(),
  /** `page` or `terminal`: through which door it came. */
  origin: z.enum(['page', 'terminal']),
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

export const TrailVerdict = z.strictObject({
  sound: z.boolean(),
  entries: z.int(),
  /** RFC 6962 tree hash over all entries, lower-case hex. */
  root: z.string(),
  /** The first entry that does not fit, and why, when it is not sound. */
  fault: z
    .strictObject({
      number: z.int(),
      code: z.enum(['changed', 'out-of-order', 'not-linked', 'missing', 'tree-differs']),
    })
    .nullable(),
});
export type TrailVerdict = z.infer<typeof TrailVerdict>;
