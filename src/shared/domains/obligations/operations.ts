/** What may be asked about obligations and measures. */
import { z } from 'zod';
import { command, query } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { MeasureRow, ObligationDetail, ObligationRecord, ObligationRow, RegisterSummary, KeptText } from './model';

const language = z.enum(['en', 'de']).default('en');

export const obligations = {
  list: query({ may: 'read', input: z.strictObject({ language }), output: z.array(ObligationRow) }),
  summary: query({ may: 'read', input: z.strictObject({ language }), output: RegisterSummary }),
  get: query({ may: 'read', input: z.strictObject({ name: z.string().max(100), language }), output: ObligationDetail }),
  record: command({
    may: 'write',
    records: 'recorded',
    input: z.strictObject({ name: z.string().max(100), revision: z.int().min(0), record: ObligationRecord }),
    output: z.strictObject({ name: z.string(), revision: z.int() }),
    about: (input) => [input.name],
    facts: (input) => ({ state: input.record.state }),
  }),
  measures: query({ may: 'read', input: z.strictObject({}), output: z.array(MeasureRow) }),
  /** One measure, entered once, serves its obligations in every law. */
  recordMeasure: command({
    may: 'write',
    records: 'measure-recorded',
    input: z.strictObject({
      measure: z.string().max(60),
      revision: z.int().min(0),
      inPlace: z.boolean(),
      owner: KeptText(200).nullable(),
      reviewedOn: Day.nullable(),
      note: KeptText(10_000).nullable(),
    }),
    output: z.strictObject({ measure: z.string(), revision: z.int() }),
    about: (input) => [`measure:${input.measure}`],
    facts: (input) => ({ inPlace: input.inPlace }),
  }),
};
