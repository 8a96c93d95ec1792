/** What every statement of law in a pack says about itself: where it is from, whether it is in force, and how sure we are. */
import { z } from 'zod';

const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How the fact was confirmed: the operative text was read, a secondary source was, or nobody has checked it yet. */
export const Confidence = z.enum(['read', 'secondary', 'unconfirmed']);
export type Confidence = z.infer<typeof Confidence>;

export const LawStatus = z.enum(['in-force', 'proposed', 'superseded']);
export type LawStatus = z.infer<typeof LawStatus>;

/** Shown as it stands: nobody may read "reviewed" out of a missing field. */
export const Reviewer = z.union([
  z.literal('not reviewed by a lawyer'),
  z.strictObject({ reviewedBy: z.string().min(1), reviewedOn: DayText }),
]);
export type Reviewer = z.infer<typeof Reviewer>;

export const LawFact = z.strictObject({
  citation: z.string().min(1),
  status: LawStatus,
  /** First day in force, or first day it would be. */
  since: DayText.optional(),
  /** First day no longer in force. */
  until: DayText.optional(),
  confidence: Confidence,
  reviewer: Reviewer,
});
export type LawFact = z.infer<typeof LawFact>;
