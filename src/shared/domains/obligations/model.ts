/** The register of obligations: how far each one is, who looks after it, by when, and what shows it. */
import { z } from 'zod';
import { hasUnstorableCharacters } from '#shared/kernel/text';
import { Day } from '#shared/kernel/time';

/** Free text that storage keeps as it is. */
export const KeptText = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !hasUnstorableCharacters(text), { error: 'unstorable_characters' });

/** `unknown`: it is not decided yet whether it applies. */
export const ObligationState = z.enum(['unknown', 'not-started', 'in-place', 'evidenced', 'expired', 'not-applicable']);
export type ObligationState = z.infer<typeof ObligationState>;

export const ObligationRow = z.strictObject({
  name: z.string(),
  regulation: z.string(),
  title: z.string(),
  citation: z.string(),
  sentence: z.string(),
  core: z.boolean(),
  state: ObligationState,
  owner: z.string().nullable(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** The first day in force, where that is still to come. */
  inForceFrom: Day.nullable(),
  measures: z.array(z.string()),
  evidence: z.int(),
});
export type ObligationRow = z.infer<typeof ObligationRow>;

export const ObligationRecord = z.strictObject({
  state: z.enum(['not-started', 'in-place', 'not-applicable']),
  owner: KeptText(200).nullable(),
  dueOn: Day.nullable(),
  reviewedOn: Day.nullable(),
  /** Needed for `not-applicable`. */
  reason: KeptText(2_000).nullable(),
  note: KeptText(10_000).nullable(),
});
export type ObligationRecord = z.infer<typeof ObligationRecord>;

export const LinkedEvidence = z.strictObject({
  id: z.string(),
  title: z.string(),
  expiresOn: Day.nullable(),
  expired: z.boolean(),
  /** Null when linked to the obligation itself, else the measure it came through. */
  through: z.string().nullable(),
});

export const ObligationDetail = ObligationRow.extend({
  appliesTo: z.string(),
  evidenceWanted: z.string(),
  reviewMonths: z.int().nullable(),
  confidence: z.enum(['read', 'secondary', 'unconfirmed']),
  reviewer: z.string(),
  edition: z.string(),
  clocks: z.array(z.string()),
  reasons: z.array(z.strictObject({ because: z.string(), cite: z.string().nullable() })),
  linked: z.array(LinkedEvidence),
  record: ObligationRecord,
  /** 0 while nothing was recorded. */
  revision: z.int(),
  /** The edition the record was made under, where it is another than today's. */
  recordedUnder: z.string().nullable(),
});
export type ObligationDetail = z.infer<typeof ObligationDetail>;

export const MeasureRow = z.strictObject({
  measure: z.string(),
  inPlace: z.boolean(),
  owner: z.string().nullable(),
  reviewedOn: Day.nullable(),
  note: z.string().nullable(),
  revision: z.int(),
  /** Obligations that apply and are served by it, and in how many laws. */
  obligations: z.int(),
  regulations: z.array(z.string()),
  evidence: z.int(),
});
export type MeasureRow = z.infer<typeof MeasureRow>;

export const NextAction = z.strictObject({
  kind: z.enum(['answer-question', 'renew', 'start', 'evidence', 'none']),
  /** An obligation's or question's stable name. */
  name: z.string().nullable(),
  title: z.string().nullable(),
  /** How many obligations it moves: a measure can serve several at once. */
  serves: z.int(),
});
export type NextAction = z.infer<typeof NextAction>;

export const RegisterSummary = z.strictObject({ counts: z.record(ObligationState, z.int()), next: NextAction });
export type RegisterSummary = z.infer<typeof RegisterSummary>;
