/** The audit programme: what is checked, how often and by whom, what was found, and what is still to be settled. */
import { z } from 'zod';
import { EvidenceId } from '#shared/domains/evidence/model';
import { PersonId } from '#shared/domains/access/model';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';
import { oneLine, someLines } from '#shared/kernel/typed-text';

/** A check of the starter list by its stable name, or one of the business's own by its id. */
export const CheckName = z.union([idOf('chk'), z.string().regex(/^audits:[a-z][a-z-]{0,60}$/)]);
export type CheckName = z.infer<typeof CheckName>;
export const RecordId = idOf('adr');
export type RecordId = z.infer<typeof RecordId>;
export const FindingId = idOf('fnd');
export type FindingId = z.infer<typeof FindingId>;

const words = someLines(4_000);

/** What the business decides about any check. */
export const CheckChoice = z.strictObject({
  on: z.boolean(),
  everyDays: z.int().min(1).max(1_100),
  /** The earliest day it is due; until the first record also the day it is due on. */
  firstOn: Day,
  responsible: PersonId.nullable(),
});
export type CheckChoice = z.infer<typeof CheckChoice>;

export const OwnWords = z.strictObject({ title: oneLine(120), how: words });
export type OwnWords = z.infer<typeof OwnWords>;

export const CheckResult = z.enum(['fine', 'findings', 'could-not']);
export type CheckResult = z.infer<typeof CheckResult>;
export const Severity = z.enum(['low', 'middle', 'high']);
export type Severity = z.infer<typeof Severity>;

export const FindingDraft = z.strictObject({
  words: oneLine(300),
  severity: Severity,
  responsible: PersonId.nullable(),
  dueOn: Day,
});
export type FindingDraft = z.infer<typeof FindingDraft>;

export const RecordDraft = z.strictObject({
  check: CheckName,
  on: Day,
  result: CheckResult,
  words: words.default(''),
  evidence: z.array(EvidenceId).max(50).default([]),
  findings: z.array(FindingDraft).max(20).default([]),
});
export type RecordDraft = z.infer<typeof RecordDraft>;

/** One check as it was done; never edited. */
export const AuditRecord = z.strictObject({
  id: RecordId,
  check: CheckName,
  on: Day,
  result: CheckResult,
  words: z.string(),
  evidence: z.array(EvidenceId),
  by: z.string(),
  at: Instant,
});
export type AuditRecord = z.infer<typeof AuditRecord>;

export const Finding = FindingDraft.extend({
  id: FindingId,
  record: RecordId,
  check: CheckName,
  state: z.enum(['open', 'done']),
  closing: z.string(),
  closedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  revision: z.int(),
});
export type Finding = z.infer<typeof Finding>;

export const Check = CheckChoice.extend({
  name: CheckName,
  own: z.boolean(),
  title: z.string(),
  how: z.string(),
  /** What to keep as evidence; empty for own checks, which say it themselves. */
  keep: z.string(),
  /** 0 while the business has decided nothing about a proposed check. */
  revision: z.int(),
  /** Null while it is off. */
  dueOn: Day.nullable(),
  /** The newest records, newest first. */
  last: z.array(AuditRecord),
});
export type Check = z.infer<typeof Check>;

export const Programme = z.strictObject({
  today: Day,
  /** What is due first, then what is off. */
  checks: z.array(Check),
  findings: z.array(Finding),
  /** Who can be responsible, and names of whoever was. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), active: z.boolean() })),
});
export type Programme = z.infer<typeof Programme>;
