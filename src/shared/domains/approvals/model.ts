/** Things that need two people: who asked for what, and what somebody else said. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';
import { DualKind, PersonId } from '../access/model';

export const ApprovalId = z
  .string()
  .regex(/^apr_[0-9a-hjkmnp-tv-z]{20}$/)
  .brand<'ApprovalId'>();
export type ApprovalId = z.infer<typeof ApprovalId>;

export const ApprovalState = z.enum(['waiting', 'approved', 'denied', 'withdrawn', 'used', 'expired']);
export type ApprovalState = z.infer<typeof ApprovalState>;

export const Approval = z.strictObject({
  id: ApprovalId,
  kind: DualKind,
  /** The operation that was asked for, and the input it will be asked with again. */
  domain: z.string(),
  operation: z.string(),
  input: z.unknown(),
  /** Counts and names that say what it is about. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  requestedBy: PersonId,
  requestedAt: Instant,
  state: ApprovalState,
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
  note: z.string(),
});
export type Approval = z.infer<typeof Approval>;

/** Days for which an approval may be used; after that the thing must be asked for again. */
export const approvalDays = 7;
