/** How long what is held is kept: rules by retention class, legal holds, and runs that remove whoever can go. */
import { z } from 'zod';
import { CustomerFilter, CustomerId } from '#shared/domains/customers/model';
import { FieldName, RetentionClassId } from '#shared/domains/fields/model';
import { Digest } from '#shared/kernel/digest';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';
import { someLines } from '#shared/kernel/typed-text';

/** `created` and `changed` are days of the record itself; all others are fields that hold a day. */
export const StartField = z.union([z.enum(['created', 'changed']), FieldName]);
export type StartField = z.infer<typeof StartField>;

export const RetentionPeriod = z.strictObject({
  /** The latest of these days begins the period; a field without a value begins none. */
  starts: z.array(StartField).min(1).max(6),
  amount: z.int().min(0).max(120),
  unit: z.enum(['days', 'months', 'years']),
  /** The period begins with the end of the calendar year. */
  yearEnd: z.boolean(),
  /** Why so long: the law, the contract, the decision. */
  because: someLines(400),
});
export type RetentionPeriod = z.infer<typeof RetentionPeriod>;

/** A retention class with its rule; null where nobody has decided, so that nothing is ever removed on its account. */
export const RetentionRule = z.strictObject({
  class: RetentionClassId,
  name: z.string(),
  words: z.string(),
  period: RetentionPeriod.nullable(),
  /** 0 where no rule was made yet. */
  revision: z.int().min(0),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

export const HoldId = idOf('hld');
export type HoldId = z.infer<typeof HoldId>;

/** Whom a hold is about: people by number, or whom a filter without text finds, also later. */
export const HeldPeople = z.union([
  z.strictObject({ ids: z.array(CustomerId).min(1).max(10_000) }),
  z.strictObject({ filter: CustomerFilter.omit({ text: true }) }),
]);
export type HeldPeople = z.infer<typeof HeldPeople>;

export const HoldDraft = z.strictObject({
  name: someLines(120).min(1),
  reason: someLines(1_000).min(1),
  people: HeldPeople,
});
export type HoldDraft = z.infer<typeof HoldDraft>;
export const LegalHold = HoldDraft.extend({
  id: HoldId,
  since: Instant,
  by: z.string(),
  releasedAt: Instant.nullable(),
  releasedBy: z.string().nullable(),
});
export type LegalHold = z.infer<typeof LegalHold>;

/** Why somebody stays: a rule whose time has not come (by its class), a hold, or no day that begins any period. */
export const StayReason = z.union([RetentionClassId, z.enum(['hold', 'no-start'])]);
export type StayReason = z.infer<typeof StayReason>;

export const Simulation = z.strictObject({
  today: Day,
  people: z.int(),
  canGo: z.int(),
  stays: z.array(
    z.strictObject({
      reason: StayReason,
      people: z.int(),
      /** The first and the last day on which one of them can go; null where no day is known. */
      from: Day.nullable(),
      until: Day.nullable(),
    }),
  ),
});
export type Simulation = z.infer<typeof Simulation>;

/** One person with the reason; `until` is the last day of the longest period. */
export const RetentionRow = z.strictObject({
  id: CustomerId,
  name: z.string(),
  canGo: z.boolean(),
  reason: StayReason.nullable(),
  until: Day.nullable(),
});
export type RetentionRow = z.infer<typeof RetentionRow>;

export const RunId = idOf('rrn');
export type RunId = z.infer<typeof RunId>;

/** What was removed, kept for good: counts, rules and a digest, and nobody's name. */
export const RetentionRun = z.strictObject({
  id: RunId,
  at: Instant,
  by: z.string(),
  today: Day,
  removed: z.int(),
  stayed: z.int(),
  rules: z.array(z.strictObject({ class: RetentionClassId, name: z.string(), period: RetentionPeriod })),
  /** SHA-256 over the removed customer numbers, lowest first, one a line: `C-12\n`. */
  digest: Digest,
});
export type RetentionRun = z.infer<typeof RetentionRun>;

/** One thing to think about when less would do. */
export const Thought = z.strictObject({
  kind: z.enum(['empty-field', 'rare-field', 'birth-date', 'health-words', 'stale']),
  field: FieldName.nullable(),
  people: z.int(),
  of: z.int(),
});
export type Thought = z.infer<typeof Thought>;
