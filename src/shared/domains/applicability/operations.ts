/** What may be asked about which law applies. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { AskedQuestion, GivenAnswer, Memo, RegulationDecision } from './model';

const language = z.enum(['en', 'de']).default('en');

export const applicability = {
  questions: query({ may: 'read', input: z.strictObject({ language }), output: z.array(AskedQuestion) }),
  /** Adds an answer; the one before stays in the store. Null says: I do not know. */
  answer: command({
    may: 'configure',
    records: 'answered',
    input: z.strictObject({ question: z.string().max(100), answer: GivenAnswer.nullable() }),
    output: z.strictObject({ question: z.string() }),
    facts: (input) => ({ question: input.question }),
  }),
  decisions: query({ may: 'read', input: z.strictObject({ language }), output: z.array(RegulationDecision) }),
  /** The decisions with their reasons as a signed memo: a PDF for people, or JSON with the signature for checking. */
  memo: task({
    may: 'export',
    records: 'memo-written',
    input: z.strictObject({
      language,
      format: z.enum(['pdf', 'json']).default('pdf'),
      file: z.string().max(4_096).optional(),
    }),
    output: Memo,
    facts: (input, output) => ({ format: input.format, digest: output.digest, decisions: output.decisions }),
  }),
};
