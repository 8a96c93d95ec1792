/** The law as people see it: which packs are in use, the clocks they hold, and an answer with its reasons. */
import { z } from 'zod';

export const LanguageChoice = z.enum(['en', 'de']);

export const RegulationInUse = z.strictObject({
  regulation: z.string(),
  edition: z.string(),
  title: z.string(),
  status: z.enum(['in-force', 'proposed', 'superseded']),
  /** Null while no lawyer has looked at it. */
  reviewedBy: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  obligations: z.int(),
  clocks: z.int(),
  sources: z.array(z.strictObject({ name: z.string(), confidence: z.enum(['read', 'secondary', 'unconfirmed']) })),
  openPoints: z.array(z.string()),
});
export type RegulationInUse = z.infer<typeof RegulationInUse>;

export const RefusedEdition = z.strictObject({ pack: z.string(), reason: z.string(), part: z.string().nullable() });
export type RefusedEdition = z.infer<typeof RefusedEdition>;

export const ClockInUse = z.strictObject({
  name: z.string(),
  title: z.string(),
  regulation: z.string(),
  purpose: z.enum(['deadline', 'not-before', 'retain-until', 'hold-until', 'allowed-through']),
  /** "received", "discovered": what happens on the start. */
  start: z.string(),
  places: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  facts: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      type: z.enum(['day', 'moment', 'yes-no', 'count', 'time-zone', 'choice']),
      choices: z.array(z.string()),
    }),
  ),
});
export type ClockInUse = z.infer<typeof ClockInUse>;

export const ClockQuestion = z.strictObject({
  clock: z.string().max(100),
  place: z.string().max(12),
  start: z.string().max(40),
  facts: z.record(z.string().max(60), z.union([z.string().max(100), z.number(), z.boolean()])).default({}),
  language: LanguageChoice.default('en'),
});

export const ClockResult = z.strictObject({
  clock: z.string(),
  place: z.string(),
  edition: z.string(),
  purpose: ClockInUse.shape.purpose,
  state: z.enum(['due', 'no-duty', 'no-number', 'waiting']),
  due: z.string().nullable(),
  safe: z.string().nullable(),
  because: z.array(z.strictObject({ step: z.string(), date: z.string().nullable(), cite: z.string() })),
});
export type ClockResult = z.infer<typeof ClockResult>;

export const EditionDifference = z.strictObject({
  part: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.string()),
  /** Whether it concerns this business, by the answers given so far; also while that is open. */
  yours: z.boolean(),
});
export type EditionDifference = z.infer<typeof EditionDifference>;
