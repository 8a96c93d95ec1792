/** The year: everything with a date in one calendar, what slipped, and the review by whoever leads the business. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { EvidenceId } from '#shared/domains/evidence/model';
import { DueKind } from '#shared/domains/today/model';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';
import { someLines } from '#shared/kernel/typed-text';

export const ReviewId = idOf('rvw');
export type ReviewId = z.infer<typeof ReviewId>;

export const YearItem = z.strictObject({
  id: z.string(),
  kind: DueKind,
  title: z.string(),
  on: Day,
  owner: z.string().nullable(),
  /** Comes again after it is done: a later date of the same thing. */
  again: z.boolean(),
});
export type YearItem = z.infer<typeof YearItem>;

/** What a review looks at, counted at that moment. */
export const ReviewFigures = z.strictObject({
  obligations: z.strictObject({
    apply: z.int(),
    shown: z.int(),
    inPlace: z.int(),
    notStarted: z.int(),
    runOut: z.int(),
  }),
  slipped: z.int(),
  due: z.int(),
  risks: z.strictObject({ open: z.int(), grave: z.int(), actions: z.int() }),
  training: z.strictObject({ upToDate: z.int(), due: z.int(), overdue: z.int() }),
});
export type ReviewFigures = z.infer<typeof ReviewFigures>;

export const ReviewDraft = z.strictObject({
  /** Who was there. */
  present: someLines(400).min(1),
  /** What went well and what did not. */
  looked: someLines(2_000),
  /** What was decided, with names and days. */
  decided: someLines(2_000).min(1),
  heldOn: Day,
  nextOn: Day,
});
export type ReviewDraft = z.infer<typeof ReviewDraft>;

export const Review = ReviewDraft.extend({
  id: ReviewId,
  figures: ReviewFigures,
  digest: Digest,
  /** Ed25519, Base64. */
  publicKey: z.string(),
  signature: z.string(),
  evidence: EvidenceId,
  by: z.string(),
  at: Instant,
});
export type Review = z.infer<typeof Review>;

export const Year = z.strictObject({
  today: Day,
  until: Day,
  items: z.array(YearItem),
  /** What should have been done already, longest ago first. */
  slipped: z.array(YearItem),
  reviews: z.array(Review),
  figures: ReviewFigures,
});
export type Year = z.infer<typeof Year>;
