/** What may be asked about the year and its reviews. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { paperFormats } from '#shared/papers/paper';
import { Review, ReviewDraft, ReviewId, Year } from './model';

const language = z.enum(languages).default('en');
const file = z.string().max(4_096).optional();
const today = Day.optional();

export const programme = {
  year: query({ may: 'read', input: z.strictObject({ language, today }), output: Year }),
  /** The year as a paper, or as a calendar file with alarms. */
  exportYear: task({
    may: 'export',
    records: 'year-exported',
    input: z.strictObject({ format: z.enum([...paperFormats, 'ics']), language, today, file }),
    output: z.strictObject({ file: z.string(), dates: z.int(), bytes: z.int() }),
    facts: ({ format }, output) => ({ format, events: output.dates }),
  }),
  /** Counts, signs with the vault's key, and keeps the summary as evidence. */
  hold: task({
    may: 'write',
    proof: 'recent',
    records: 'review-held',
    input: z.strictObject({ review: ReviewDraft, language, today }),
    output: Review,
    about: (_input, output) => [output.id, output.evidence],
    facts: (_input, output) => ({ digest: output.digest }),
  }),
  /** The summary again as a file; `json` holds what was signed, to be checked without Steward. */
  exportReview: task({
    may: 'export',
    records: 'review-exported',
    input: z.strictObject({ id: ReviewId, format: z.enum([...paperFormats, 'json']), language, file }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    about: ({ id }) => [id],
    facts: ({ format }) => ({ format }),
  }),
};
