/** The law as people see it: which packs are in use, the clocks they hold, and an answer with its reasons. */
import { z } from 'zod';
import { isStorable } from '#shared/kernel/text';
import { Day, Instant } from '#shared/kernel/time';

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
      choices: z.array(z.strictObject({ name: z.string(), words: z.string() })),
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
  /** Each difference that can be said in words, before and after; null where there is nothing on that side. */
  details: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** For a clock that counts otherwise now: the first place and day where the two answers differ. */
  example: z
    .strictObject({ place: z.string(), start: z.string(), before: z.string().nullable(), after: z.string().nullable() })
    .nullable(),
  /** The first day in force, where that is still to come. */
  inForceFrom: Day.nullable(),
});
export type EditionDifference = z.infer<typeof EditionDifference>;

/** An obligation that is decided otherwise for this business under the newer edition, by the same answers. */
export const DecisionChange = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** Null where the edition does not have it. */
  before: z.enum(['yes', 'no', 'open']).nullable(),
  after: z.enum(['yes', 'no', 'open']).nullable(),
});
export type DecisionChange = z.infer<typeof DecisionChange>;

export const EditionComparison = z.strictObject({
  edition: z.string(),
  before: z.string().nullable(),
  changes: z.array(EditionDifference),
  decisions: z.array(DecisionChange),
});
export type EditionComparison = z.infer<typeof EditionComparison>;

/** Something the business recorded under an edition that is no longer the one in use; it keeps that edition. */
export const OlderRecord = z.strictObject({
  kind: z.enum(['obligation', 'answer']),
  name: z.string(),
  title: z.string(),
  edition: z.string(),
  /** The edition in use now; null when that law is gone. */
  now: z.string().nullable(),
  at: Instant,
});
export type OlderRecord = z.infer<typeof OlderRecord>;

export const OwnHolidayId = z
  .string()
  .regex(/^hol_[0-9a-hjkmnp-tv-z]{20}$/)
  .brand<'OwnHolidayId'>();

/** A day the business adds to a calendar, or strikes from it: an election day, a local feast, a day that is worked here. */
export const OwnHolidayDraft = z
  .strictObject({
    calendar: z.string().regex(/^[A-Z][A-Z0-9_-]{1,39}$/),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    /** Null for every year. */
    year: z.int().min(1_900).max(2_200).nullable(),
    name: z.string().trim().min(1).max(80).refine(isStorable, { error: 'unstorable_characters' }),
    /** True when it is no holiday here although the calendar says so. */
    strike: z.boolean(),
  })
  .refine(({ month, day, year }) => new Date(Date.UTC(year ?? 2_024, month - 1, day)).getUTCMonth() === month - 1, {
    error: 'not_a_day',
    path: ['day'],
  });
export const OwnHoliday = z.strictObject({ id: OwnHolidayId, ...OwnHolidayDraft.shape });
export type OwnHoliday = z.infer<typeof OwnHoliday>;
