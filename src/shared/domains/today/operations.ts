/** What may be asked about what is due. */
import { z } from 'zod';
import { query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { Today } from './model';

const language = z.enum(['en', 'de']).default('en');

export const today = {
  list: query({
    may: 'read',
    /** The page's own day: what is due depends on where the person is. */
    input: z.strictObject({ language, today: Day.optional() }),
    output: Today,
  }),
  /** All dated items as a calendar file with alarms; opened again and counted. */
  calendar: task({
    may: 'export',
    records: 'calendar-exported',
    input: z.strictObject({ language, today: Day.optional(), file: z.string().max(4_096).optional() }),
    output: z.strictObject({ file: z.string(), events: z.int(), bytes: z.int() }),
    facts: (_input, output) => ({ events: output.events }),
  }),
};
