/** Training: who learns what by when, how it went, and what is done when people come and go. */
import { z } from 'zod';
import { PersonId, RoleId } from '#shared/domains/access/model';
import { EvidenceId } from '#shared/domains/evidence/model';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';
import { oneLine, someLines } from '#shared/kernel/typed-text';

/** Somebody who signs in to Steward, or somebody of the team who does not. */
export const MemberId = z.union([PersonId, idOf('mem')]);
export type MemberId = z.infer<typeof MemberId>;
export const AttemptId = idOf('att');
export type AttemptId = z.infer<typeof AttemptId>;
export const ResultId = idOf('trn');
export type ResultId = z.infer<typeof ResultId>;
export const ChecklistId = idOf('jlc');
export type ChecklistId = z.infer<typeof ChecklistId>;
export const RefusedId = idOf('rfd');
export type RefusedId = z.infer<typeof RefusedId>;
export const CourseName = z.string().regex(/^training:[a-z][a-z0-9-]{0,60}$/);
/** A drill is kept among the results under this name. */
export const drillName = 'training:drill';

export const note = someLines(2_000);
/** Six digits or more: four are guessed too soon, even with few attempts for each person. */
export const Pin = z.string().regex(/^\d{6,12}$/);

export const CourseChoice = z.strictObject({
  on: z.boolean(),
  /** `everybody`, or the roles it is for. */
  roles: z.array(z.union([z.literal('everybody'), RoleId])).max(50),
  everyDays: z.int().min(1).max(1_100),
  /** Nobody is due before this day. */
  firstOn: Day,
});
export type CourseChoice = z.infer<typeof CourseChoice>;

export const MemberDraft = z.strictObject({ name: oneLine(80), role: RoleId, since: Day });
export type MemberDraft = z.infer<typeof MemberDraft>;

export const Member = MemberDraft.extend({
  id: MemberId,
  /** Whether they sign in to Steward; who does is changed under “People and rights”. */
  signsIn: z.boolean(),
  /** The first day on which they are no longer here; null while nobody knows of one. */
  leftOn: Day.nullable(),
  pin: z.enum(['none', 'set', 'locked']),
  /** 0 for those who sign in. */
  revision: z.int(),
});
export type Member = z.infer<typeof Member>;

export const CourseState = z.enum(['up-to-date', 'due', 'overdue']);
export type CourseState = z.infer<typeof CourseState>;

/** How one person stands with one course that is theirs. */
export const Standing = z.strictObject({
  member: MemberId,
  course: CourseName,
  state: CourseState,
  dueOn: Day,
  doneOn: Day.nullable(),
});
export type Standing = z.infer<typeof Standing>;

export const CourseRow = CourseChoice.extend({
  name: CourseName,
  title: z.string(),
  about: z.string(),
  minutes: z.int(),
  passPercent: z.int(),
  ask: z.int(),
  /** Whether it is proposed to this business: some courses only where their law applies. */
  suits: z.boolean(),
  /** How many obligations it is evidence for, and of how many laws. */
  obligations: z.int(),
  laws: z.array(z.string()),
  /** 0 while nothing was decided about it. */
  revision: z.int(),
});
export type CourseRow = z.infer<typeof CourseRow>;

/** `screen`: signed in; `shared`: on a shared machine, signed off with a PIN; `paper`: a sheet somebody marked; `outside`: a course elsewhere. */
export const Way = z.enum(['screen', 'shared', 'paper', 'outside']);
export type Way = z.infer<typeof Way>;

/** Never changed or deleted. */
export const Result = z.strictObject({
  id: ResultId,
  member: MemberId,
  /** Null for a course elsewhere that stands for none of ours. */
  course: CourseName.nullable(),
  title: z.string(),
  way: Way,
  on: Day,
  right: z.int(),
  outOf: z.int(),
  passed: z.boolean(),
  /** The edition of the course; empty for courses elsewhere. */
  edition: z.string(),
  provider: z.string(),
  evidence: EvidenceId.nullable(),
  by: z.string(),
  at: Instant,
});
export type Result = z.infer<typeof Result>;

/** Why a row of an attendance list was not taken. */
export const RowProblem = z.enum([
  'nobody-by-that-name',
  'several-by-that-name',
  'no-course',
  'no-day',
  'day-unclear',
  'day-to-come',
  'there-already',
  'twice-in-file',
  'too-long',
]);
export type RowProblem = z.infer<typeof RowProblem>;

export const Refused = z.strictObject({
  id: RefusedId,
  fileName: z.string(),
  row: z.int(),
  cells: z.array(z.string()),
  problem: RowProblem,
});
export type Refused = z.infer<typeof Refused>;

export const TrainingPicture = z.strictObject({
  today: Day,
  /** Who is asking, as a member. */
  me: z.string(),
  courses: z.array(CourseRow),
  /** Everybody for whoever may see them all; else only the one who asks. */
  members: z.array(Member),
  standings: z.array(Standing),
  /** Newest first. */
  results: z.array(Result),
  refused: z.array(Refused),
});
export type TrainingPicture = z.infer<typeof TrainingPicture>;

/** A question as it is shown: nothing in it says which answer is right. */
export const ShownQuestion = z.strictObject({ name: z.string(), words: z.string(), answers: z.array(z.string()) });
export type ShownQuestion = z.infer<typeof ShownQuestion>;

export const Attempt = z.strictObject({ id: AttemptId, questions: z.array(ShownQuestion) });
export type Attempt = z.infer<typeof Attempt>;

/** One question afterwards: what was chosen, what is right, and what is to be said of every answer. */
export const Explained = ShownQuestion.extend({
  chosen: z.int().nullable(),
  right: z.int(),
  because: z.array(z.string()),
});
export type Explained = z.infer<typeof Explained>;
export const Marked = z.strictObject({ result: Result, questions: z.array(Explained) });
export type Marked = z.infer<typeof Marked>;

export const ShownMessage = z.strictObject({
  name: z.string(),
  from: z.string(),
  address: z.string(),
  link: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
});
export type ShownMessage = z.infer<typeof ShownMessage>;
export const JudgedMessage = ShownMessage.extend({
  phishing: z.boolean(),
  judgedPhishing: z.boolean(),
  because: z.string(),
});
export type JudgedMessage = z.infer<typeof JudgedMessage>;

export const ItemState = z.enum(['open', 'done', 'not-needed']);
export type ItemState = z.infer<typeof ItemState>;

export const ChecklistItem = z.strictObject({
  name: z.string(),
  words: z.string(),
  about: z.enum(['access', 'training', 'devices', 'none']),
  dueOn: Day,
  state: ItemState,
  note: z.string(),
  by: z.string().nullable(),
  at: Instant.nullable(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** A device that is still entered under the name of whoever leaves. */
export const HeldDevice = z.strictObject({ id: idOf('dev'), name: z.string(), kind: z.string(), revision: z.int() });

export const Checklist = z.strictObject({
  id: ChecklistId,
  kind: z.enum(['joining', 'leaving']),
  member: MemberId,
  name: z.string(),
  startedAt: Instant,
  startedBy: z.string(),
  finishedAt: Instant.nullable(),
  items: z.array(ChecklistItem),
  devices: z.array(HeldDevice),
});
export type Checklist = z.infer<typeof Checklist>;
