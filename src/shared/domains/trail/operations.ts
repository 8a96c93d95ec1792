/** What may be asked about the audit trail. */
import { z } from 'zod';
import { query } from '#shared/kernel/operations';
import { TrailEntry, TrailVerdict } from './model';

export const trail = {
  /** Newest first; `before` is the number to continue below. */
  list: query({
    may: 'read',
    input: z.strictObject({
      before: z.int().positive().optional(),
      event: z.string().max(80).optional(),
      about: z.string().max(80).optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ total: z.int(), entries: z.array(TrailEntry) }),
  }),
  /** Recomputes every digest, every link and the root. */
  verify: query({ may: 'read', input: z.strictObject({}), output: TrailVerdict }),
};
