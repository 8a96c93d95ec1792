/** Evidence: a file that shows something, encrypted in the vault, with its revisions, its expiry, and what it is evidence for. */
import { z } from 'zod';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';

export const EvidenceId = idOf('evi');
export type EvidenceId = z.infer<typeof EvidenceId>;

/** What is accepted; each is recognised by its content, not by its name. */
export const EvidenceKind = z.enum(['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'text', 'csv', 'eml']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** An obligation's stable name, or `measure:training`. */
export const EvidenceTarget = z
  .string()
  .regex(/^(measure:[a-z][a-z-]{1,40}|[a-z][a-z0-9-]*:[a-zA-Z0-9][a-zA-Z0-9.-]*)$/)
  .max(100);

/** One line that storage and calendars keep as it is. */
export const EvidenceTitle = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { error: 'unstorable_characters' });

export const Evidence = z.strictObject({
  id: EvidenceId,
  title: z.string(),
  fileName: z.string(),
  kind: EvidenceKind,
  bytes: z.int(),
  sha256: z.string(),
  addedAt: Instant,
  addedBy: z.string(),
  expiresOn: Day.nullable(),
  expired: z.boolean(),
  replaces: EvidenceId.nullable(),
  targets: z.array(z.string()),
  /** Goes up with every change of links or expiry; a change names the one it was made on. */
  revision: z.int(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Files larger than this are kept elsewhere and named in a note. */
export const largestEvidence = 67_108_864;
