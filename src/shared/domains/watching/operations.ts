/** What may be asked about what was out of the ordinary. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { Day, Instant } from '#shared/kernel/time';
import { Absence, AbsenceId, ActorName, Alert, AlertId, Lesson, LessonId, Picture, WatchReason } from './model';

export const watching = {
  list: query({
    may: 'read',
    input: z.strictObject({
      shown: z.enum(['open', 'all']).default('open'),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      open: z.int(),
      alerts: z.array(Alert),
      /** How far the trail has been looked at, and how many people's days are known. */
      entries: z.int(),
      people: z.int(),
      lookedAt: Instant.nullable(),
    }),
  }),
  picture: query({ may: 'read', input: z.strictObject({ id: AlertId }), output: Picture }),
  /** Looks at what is new in the trail; the app does so by itself. It leaves no mark but the alerts it raises. */
  look: task({
    may: 'read',
    records: null,
    input: z.strictObject({}),
    output: z.strictObject({ entries: z.int(), raised: z.int() }),
  }),
  /** Says why it is nothing. As much of the same by the same person is then quiet for a time; 0 days teach nothing. */
  dismiss: command({
    may: 'approve',
    records: 'alert-dismissed',
    input: z.strictObject({
      id: AlertId,
      revision: z.int().positive(),
      reason: WatchReason,
      quietDays: z.int().min(0).max(366).default(180),
    }),
    output: Alert,
    about: (input) => [input.id],
    facts: (input, output) => ({ kind: output.kind, quietDays: input.quietDays }),
  }),
  /** Hands the alert over as the report of an incident. */
  report: command({
    may: 'write',
    records: 'alert-reported',
    input: z.strictObject({ id: AlertId, revision: z.int().positive() }),
    output: Alert,
    about: (input, output) => [input.id, output.report ?? ''],
    facts: (_input, output) => ({ kind: output.kind }),
  }),
  lessons: query({ may: 'read', input: z.strictObject({}), output: z.array(Lesson) }),
  /** Takes back what was learned: the same is an alert again. */
  revoke: command({
    may: 'approve',
    records: 'lesson-revoked',
    input: z.strictObject({ id: LessonId }),
    output: Lesson,
    about: (input) => [input.id],
  }),
  absences: query({ may: 'read', input: z.strictObject({}), output: z.array(Absence) }),
  /** Somebody is away from one day to another: whatever their account does meanwhile is an alert. */
  away: command({
    may: 'approve',
    records: 'absence-noted',
    input: z.strictObject({ actor: ActorName, from: Day, until: Day }),
    output: Absence,
    about: (_input, output) => [output.id],
  }),
  back: command({
    may: 'approve',
    records: 'absence-ended',
    input: z.strictObject({ id: AbsenceId }),
    output: z.strictObject({}),
    about: (input) => [input.id],
  }),
};
