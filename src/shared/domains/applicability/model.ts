/** The conversation that finds out which laws and which obligations apply, and why. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';

export const GivenAnswer = z.union([
  z.boolean(),
  z.number().min(0).max(1e15),
  z.string().max(100),
  z.array(z.string().max(20)).max(100),
]);
export type GivenAnswer = z.infer<typeof GivenAnswer>;

export const AskAgain = z.strictObject({ people: z.int(), places: z.array(z.string()) });

export const AskedQuestion = z.strictObject({
  name: z.string(),
  regulation: z.string(),
  words: z.string(),
  answer: z.enum(['yes-no', 'number', 'choice', 'several']),
  choices: z.array(z.strictObject({ name: z.string(), words: z.string() })),
  given: GivenAnswer.nullable(),
  givenAt: Instant.nullable(),
  /** Somebody said that they do not know; it stays open and is not asked again by itself. */
  notKnown: z.boolean(),
  /** For questions about where people live: the choices in which the customer store holds somebody. */
  held: z.array(z.strictObject({ choice: z.string(), people: z.int() })),
  /** False when the answers so far make it pointless. */
  relevant: z.boolean(),
  /** What in the store says that the answer may no longer be true. */
  askAgain: AskAgain.nullable(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const Reason = z.strictObject({ question: z.string(), because: z.string(), cite: z.string().nullable() });

export const RegulationDecision = z.strictObject({
  regulation: z.string(),
  edition: z.string(),
  title: z.string(),
  applies: z.enum(['yes', 'no', 'open']),
  obligations: z.strictObject({ yes: z.int(), no: z.int(), open: z.int() }),
  reasons: z.array(Reason),
});
export type RegulationDecision = z.infer<typeof RegulationDecision>;

export const Memo = z.strictObject({
  file: z.string(),
  /** SHA-256 of the memo's canonical JSON, as it stands in the trail. */
  digest: z.string(),
  decisions: z.int(),
});
