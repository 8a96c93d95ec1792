/** What may be asked about reports. */
import { z } from 'zod';
import { query, task } from '#shared/kernel/operations';
import { HoldingsReport, ReportFormat } from './model';

export const reports = {
  holdings: query({ may: 'read', input: z.strictObject({}), output: HoldingsReport }),
  /** Writes the report to a file, opens it again and counts before it says done. */
  exportHoldings: task({
    may: 'export',
    records: 'holdings-exported',
    input: z.strictObject({
      format: ReportFormat,
      language: z.enum(['en', 'de']).default('en'),
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({ file: z.string(), fields: z.int(), people: z.int(), bytes: z.int() }),
    facts: (input, output) => ({ format: input.format, fields: output.fields, people: output.people }),
  }),
};
