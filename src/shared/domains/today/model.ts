/** What is due: one list out of all domains. */
import { z } from 'zod';
import { Day, Instant } from '#shared/kernel/time';

export const DueKind = z.enum([
  'question-again',
  'obligation-due',
  'obligation-expired',
  'evidence-expires',
  'evidence-expired',
  'quarantine-open',
  'duplicates-open',
  'approvals-waiting',
  'approvals-ready',
  'access-review',
  'glass-breaks-open',
  'alerts-open',
  'device-check-due',
  'device-end',
  'device-past-end',
  'audit-check-due',
  'audit-finding-open',
  'backup-missed',
  'backup-drill-due',
  'other-backup-test-due',
  'document-out-of-date',
  'document-review',
  'document-unread',
  'responsibility-gap',
  'record-not-recorded',
  'record-gaps',
  'record-review-due',
  'consents-unproven',
  'consents-ending',
  'retention-due',
  'training-due',
  'management-review',
  'risk-review',
  'risk-action',
  'assessment-review',
  'assessment-open',
  'attendance-refused',
  'joining-item',
  'leaving-item',
  'vendor-review-due',
  'vendor-contract-ends',
  'vendor-gaps',
  'integration-rotate',
  'integration-test',
]);
export type DueKind = z.infer<typeof DueKind>;

export const DueItem = z.strictObject({
  id: z.string(),
  kind: DueKind,
  title: z.string(),
  /** Null for what is waiting without a date. */
  on: Day.nullable(),
  state: z.enum(['overdue', 'today', 'soon', 'later', 'waiting']),
  /** Who it is for; null when nobody was named. */
  owner: z.string().nullable(),
  count: z.int(),
  /** What to open: a name within its domain. */
  about: z.string(),
});
export type DueItem = z.infer<typeof DueItem>;

/** An item before Today has said how urgent it is; a domain that knows better says so itself. */
export type DueDraft = Omit<DueItem, 'state'> & { readonly state?: DueItem['state'] };

export const Today = z.strictObject({
  today: Day,
  items: z.array(DueItem),
  /** The computer's clock is behind what was already seen by more than two minutes. */
  clockWentBack: z.strictObject({ lastSeen: Instant }).nullable(),
});
export type Today = z.infer<typeof Today>;
