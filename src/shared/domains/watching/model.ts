/** Watching: what was out of the ordinary, why, with the numbers behind it, and what was decided about it. */
import { z } from 'zod';
import { idOf } from '#shared/kernel/ids';
import { isStorable } from '#shared/kernel/text';
import { Day, Instant } from '#shared/kernel/time';

export const AlertId = idOf('alr');
export type AlertId = z.infer<typeof AlertId>;
export const LessonId = idOf('les');
export const AbsenceId = idOf('abs');

export const AlertKind = z.enum([
  'bulk-export',
  'bulk-view',
  'bulk-search',
  'bulk-removal',
  'failed-sign-ins',
  'refusals',
  'settings-changed',
  'odd-hour',
  'slow-drip',
  'newcomer-copying',
  'first-time',
  'clock-back',
  'while-away',
  'unusual-mix',
]);
export type AlertKind = z.infer<typeof AlertKind>;

/** What is counted of a person's day. */
export const Feature = z.enum(['exported', 'viewed', 'searched', 'removed', 'failed', 'refused', 'settings']);
export type Feature = z.infer<typeof Feature>;

export const AlertNumbers = z.strictObject({
  /** What was counted: records, attempts, changes or minutes, by the kind. */
  value: z.number(),
  /** From here on it is an alert. */
  limit: z.number(),
  /** The middle of this person's other days on which it happened at all; 0 when it never did. */
  usual: z.number(),
  /** The most of any other day. */
  most: z.number(),
  /** Days of this person's that it was compared with. */
  days: z.int(),
  /** When most of it happened, at the place of the computer. */
  at: z.string().regex(/^\d{2}:\d{2}$/),
  /** From and until which hour this person usually works; null while too little is known. */
  hours: z.tuple([z.int(), z.int()]).nullable(),
  /** For a mix: how far each part was towards a limit of its own, 1 being there. */
  parts: z.record(Feature.or(z.literal('odd-hour')), z.number()).nullable(),
});
export type AlertNumbers = z.infer<typeof AlertNumbers>;

export const AlertState = z.enum(['open', 'dismissed', 'incident']);

export const Alert = z.strictObject({
  id: AlertId,
  actor: z.string(),
  kind: AlertKind,
  /** The day where the computer stood. */
  day: Day,
  at: Instant,
  /** The trail's entry that shows most of it. */
  entry: z.int(),
  score: z.number(),
  numbers: AlertNumbers,
  state: AlertState,
  revision: z.int(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** The report it was handed over as. */
  report: z.string().nullable(),
});
export type Alert = z.infer<typeof Alert>;

/** What was said when somebody dismissed an alert, and what stays quiet because of it. */
export const Lesson = z.strictObject({
  id: LessonId,
  actor: z.string(),
  kind: AlertKind,
  /** Up to this much of the same by the same person is no alert. */
  upTo: z.number(),
  until: Day,
  reason: z.string(),
  madeAt: Instant,
  madeBy: z.string(),
  revokedAt: Instant.nullable(),
});
export type Lesson = z.infer<typeof Lesson>;

/** Somebody is away: whatever their account does meanwhile is an alert. */
export const Absence = z.strictObject({
  id: AbsenceId,
  actor: z.string(),
  from: Day,
  until: Day,
  madeAt: Instant,
  madeBy: z.string(),
});
export type Absence = z.infer<typeof Absence>;

/** A person's own days beside the day of the alert. */
export const Picture = z.strictObject({
  alert: Alert,
  /** What is drawn; null where there is nothing to draw, as for a clock. */
  counted: Feature.or(z.literal('odd-hour')).or(z.literal('week')).nullable(),
  days: z.array(z.strictObject({ day: Day, value: z.number() })),
  /** Between these lie nine of ten of the person's days. */
  low: z.number(),
  high: z.number(),
});
export type Picture = z.infer<typeof Picture>;

export const WatchReason = z.string().trim().min(3).max(2_000).refine(isStorable, { error: 'unstorable_characters' });
export const ActorName = z.string().min(1).max(80).refine(isStorable, { error: 'unstorable_characters' });
