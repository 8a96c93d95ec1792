/** What may be asked about how long things are kept. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { RetentionClassId } from '#shared/domains/fields/model';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import {
  HoldDraft,
  HoldId,
  LegalHold,
  RetentionPeriod,
  RetentionRow,
  RetentionRule,
  RetentionRun,
  RunId,
  Simulation,
  Thought,
} from './model';

/** The day where the person is; main's own when it is not said. */
const Today = Day.optional();

export const retention = {
  rules: query({ may: 'read', input: z.strictObject({}), output: z.array(RetentionRule) }),
  setRule: command({
    may: 'configure',
    records: 'rule-set',
    input: z.strictObject({ class: RetentionClassId, revision: z.int().min(0), period: RetentionPeriod.nullable() }),
    output: RetentionRule,
    about: (input) => [input.class],
    facts: ({ period }) =>
      period === null ? { included: false } : { amount: period.amount, unit: period.unit, yearEnd: period.yearEnd },
  }),
  holds: query({ may: 'read', input: z.strictObject({}), output: z.array(LegalHold) }),
  addHold: command({
    may: 'write',
    records: 'hold-added',
    input: HoldDraft,
    output: LegalHold,
    about: (_input, output) => [output.id],
  }),
  releaseHold: command({
    may: 'configure',
    records: 'hold-released',
    input: z.strictObject({ id: HoldId }),
    output: LegalHold,
    about: (input) => [input.id],
  }),
  /** Who could go and who stays, and why; nothing is changed. */
  simulate: task({ may: 'read', records: null, input: z.strictObject({ today: Today }), output: Simulation }),
  /** People one by one, lowest number first, each with the reason. */
  list: query({
    may: 'read',
    input: z.strictObject({
      canGo: z.boolean(),
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
      today: Today,
    }),
    output: z.array(RetentionRow),
  }),
  /** Removes everybody who can go. `expected` is what the simulation said: with another number nothing is removed. */
  run: task({
    may: 'erase',
    proof: 'recent',
    records: 'run',
    input: z.strictObject({ expected: z.int().positive(), today: Today }),
    output: RetentionRun,
    about: (_input, output) => [output.id],
    facts: (_input, output) => ({ removed: output.removed, stayed: output.stayed, digest: output.digest }),
  }),
  runs: query({ may: 'read', input: z.strictObject({}), output: z.array(RetentionRun) }),
  certificate: task({
    may: 'export',
    records: 'certificate-exported',
    input: z.strictObject({
      id: RunId,
      format: z.enum(['pdf', 'docx', 'html', 'md']).default('pdf'),
      language: z.enum(languages).default('en'),
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    about: (input) => [input.id],
    facts: (input) => ({ format: input.format }),
  }),
  /** Where less would do: empty and rare fields, birth dates, health words in notes, records nobody touched for years. */
  review: task({ may: 'read', records: null, input: z.strictObject({ today: Today }), output: z.array(Thought) }),
};
