/** What may be asked about long work that is under way. */
import { z } from 'zod';
import { task } from '#shared/kernel/operations';

export const tasks = {
  /** Asks a running task to stop. It stops at the next safe point and undoes what it began. */
  cancel: task({
    may: 'anyone',
    records: null,
    input: z.strictObject({ task: z.string().max(80) }),
    output: z.strictObject({ found: z.boolean() }),
  }),
};
