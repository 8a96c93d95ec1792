/** What may be asked about responsibilities. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { AreaName, Assignment, Responsibilities } from './model';

const Language = z.enum(languages).default('en');
const Today = Day.optional();

export const responsibilities = {
  list: query({ may: 'read', input: z.strictObject({ language: Language, today: Today }), output: Responsibilities }),
  assign: command({
    may: 'write',
    records: 'assigned',
    input: z.strictObject({ area: AreaName, revision: z.int().min(0), assignment: Assignment, today: Today }),
    output: z.strictObject({ area: AreaName, revision: z.int(), gaps: z.int() }),
    about: (input) => [input.area],
    facts: (_input, output) => ({ gaps: output.gaps }),
  }),
  /** The table as a paper. */
  export: task({
    may: 'export',
    records: 'exported',
    input: z.strictObject({
      format: z.enum(['pdf', 'docx', 'html', 'md']),
      language: Language,
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({ file: z.string(), bytes: z.int(), areas: z.int() }),
    facts: (input, output) => ({ format: input.format, areas: output.areas }),
  }),
};
