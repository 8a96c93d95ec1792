/** What may be asked about training, and about people who come and go. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { EvidenceId } from '#shared/domains/evidence/model';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { paperFormats } from '#shared/papers/paper';
import {
  Attempt,
  AttemptId,
  Checklist,
  ChecklistId,
  CourseChoice,
  CourseName,
  ItemState,
  JudgedMessage,
  Marked,
  Member,
  MemberDraft,
  MemberId,
  note,
  Pin,
  RefusedId,
  Result,
  ResultId,
  RowProblem,
  ShownMessage,
  TrainingPicture,
} from './model';

const language = z.enum(languages).default('en');
const file = z.string().max(4_096).optional();
/** The day where the person is; main's own when it is not said. */
const today = Day.optional();
/** Which answer was chosen, by the question's name. */
const answers = z.array(z.strictObject({ question: z.string().max(60), chosen: z.int().min(0).max(9) })).max(50);
const markedFacts = (_input: unknown, { result }: { readonly result: Result }) => ({
  course: result.course ?? 'outside',
  result: result.passed ? 'passed' : 'not-passed',
  right: result.right,
  outOf: result.outOf,
});
const markedAbout = (_input: unknown, { result }: { readonly result: Result }) => [result.id, result.member];

export const training = {
  picture: query({ may: 'read', input: z.strictObject({ language, today }), output: TrainingPicture }),
  /** The lessons of one course. */
  course: query({
    may: 'read',
    input: z.strictObject({ name: CourseName, language }),
    output: z.strictObject({
      name: CourseName,
      title: z.string(),
      about: z.string(),
      minutes: z.int(),
      ask: z.int(),
      passPercent: z.int(),
      lessons: z.array(z.strictObject({ title: z.string(), text: z.string() })),
    }),
  }),
  /** Takes every course that suits the business and that nothing was decided about. */
  begin: command({
    may: 'write',
    records: 'begun',
    input: z.strictObject({ today }),
    output: z.strictObject({ taken: z.array(CourseName) }),
    about: (_input, output) => output.taken,
  }),
  choose: command({
    may: 'write',
    records: 'course-chosen',
    input: z.strictObject({ name: CourseName, revision: z.int().min(0), choice: CourseChoice }),
    output: z.strictObject({ name: CourseName, revision: z.int() }),
    about: ({ name }) => [name],
    facts: ({ choice }) => ({ included: choice.on, everyDays: choice.everyDays, firstOn: choice.firstOn }),
  }),
  /** Somebody of the team who does not sign in to Steward. */
  addMember: command({
    may: 'write',
    records: 'member-added',
    input: z.strictObject({ member: MemberDraft, language, today }),
    output: Member,
    about: (_input, output) => [output.id],
    facts: ({ member }) => ({ role: member.role }),
  }),
  changeMember: command({
    may: 'write',
    records: 'member-changed',
    input: z.strictObject({
      id: MemberId,
      revision: z.int().positive(),
      member: MemberDraft,
      leftOn: Day.nullable(),
      language,
      today,
    }),
    output: Member,
    about: ({ id }) => [id],
    facts: ({ member, leftOn }) => ({ role: member.role, left: leftOn !== null }),
  }),
  /** Sets a day by which one person passes one course, also where it is not of their role. */
  assign: command({
    may: 'write',
    records: 'assigned',
    input: z.strictObject({ member: MemberId, course: CourseName, dueOn: Day, today }),
    output: z.strictObject({}),
    about: ({ member, course }) => [member, course],
    facts: ({ course, dueOn }) => ({ course, dueOn }),
  }),
  /** Begins an attempt: for oneself, or on a shared machine for somebody who then signs off with a PIN. */
  start: command({
    may: 'self',
    records: 'attempt-started',
    input: z.strictObject({ course: CourseName, member: MemberId.nullable().default(null), language }),
    output: Attempt,
    about: ({ course }, output) => [output.id, course],
    facts: ({ course }) => ({ course }),
  }),
  finish: command({
    may: 'self',
    records: 'finished',
    input: z.strictObject({ attempt: AttemptId, answers, language }),
    output: Marked,
    about: markedAbout,
    facts: markedFacts,
  }),
  /** The end of an attempt on a shared machine. A wrong PIN is counted before it is looked at. */
  signOff: task({
    may: 'write',
    records: 'signed-off',
    input: z.strictObject({ attempt: AttemptId, answers, pin: Pin, language }),
    output: Marked,
    about: markedAbout,
    facts: markedFacts,
  }),
  setPin: command({
    may: 'write',
    proof: 'recent',
    records: 'pin-set',
    input: z.strictObject({ member: MemberId, pin: Pin }),
    output: z.strictObject({}),
    about: ({ member }) => [member],
  }),
  startDrill: command({
    may: 'self',
    records: 'drill-started',
    input: z.strictObject({ language }),
    output: z.strictObject({ id: AttemptId, messages: z.array(ShownMessage) }),
    about: (_input, output) => [output.id],
  }),
  finishDrill: command({
    may: 'self',
    records: 'drill-finished',
    input: z.strictObject({
      attempt: AttemptId,
      judgements: z.array(z.strictObject({ message: z.string().max(80), phishing: z.boolean() })).max(20),
      language,
    }),
    output: z.strictObject({ result: Result, messages: z.array(JudgedMessage) }),
    about: markedAbout,
    facts: markedFacts,
  }),
  /** A printed sheet that somebody filled in and somebody with the key marked. */
  recordPaper: command({
    may: 'write',
    records: 'paper-recorded',
    input: z.strictObject({
      member: MemberId,
      course: CourseName,
      on: Day,
      right: z.int().min(0).max(50),
      evidence: EvidenceId.nullable().default(null),
      language,
      today,
    }),
    output: z.strictObject({ result: Result }),
    about: markedAbout,
    facts: markedFacts,
  }),
  /** Looks at an attendance list of courses elsewhere; nothing is stored. */
  previewAttendance: task({
    may: 'write',
    records: null,
    input: z.strictObject({ file, today }),
    output: z.strictObject({
      file: z.string(),
      /** SHA-256 of what was looked at. */
      digest: z.string(),
      rows: z.array(
        z.strictObject({
          row: z.int(),
          name: z.string(),
          title: z.string(),
          on: z.string(),
          /** The course of ours it stands for. */
          course: z.string().nullable(),
          problem: RowProblem.nullable(),
        }),
      ),
    }),
  }),
  /** Takes the good rows in and keeps the bad ones with the reason, so that nothing is lost. */
  importAttendance: task({
    may: 'write',
    records: 'attendance-imported',
    input: z.strictObject({ file, digest: z.string().length(64), today }),
    output: z.strictObject({ taken: z.int(), refused: z.int() }),
    facts: (_input, output) => ({ rows: output.taken + output.refused, taken: output.taken, refused: output.refused }),
  }),
  settleRefused: command({
    may: 'write',
    records: 'refused-settled',
    input: z.strictObject({ ids: z.array(RefusedId).min(1).max(500) }),
    output: z.strictObject({ settled: z.int() }),
    about: ({ ids }) => ids,
    facts: (_input, output) => ({ rows: output.settled }),
  }),
  /** A course on paper: lessons, a sheet of questions, or the key to that sheet. */
  printCourse: task({
    may: 'export',
    records: 'course-printed',
    input: z.strictObject({
      name: CourseName,
      part: z.enum(['lessons', 'questions', 'key']),
      /** Sheets with different numbers ask in another order; the key with the same number fits. */
      sheet: z.int().min(1).max(999),
      format: z.enum(paperFormats),
      language,
      file,
    }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    about: ({ name }) => [name],
    facts: ({ part, format, sheet }) => ({ part, format, sheet }),
  }),
  /** For oneself, or for anybody by whoever may export. */
  certificate: task({
    may: 'self',
    records: 'certificate-made',
    input: z.strictObject({ result: ResultId, language, file }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    about: ({ result }) => [result],
  }),
  exportRegister: task({
    may: 'export',
    records: 'register-exported',
    input: z.strictObject({ format: z.enum(['csv', 'xlsx', 'pdf']), language, today, file }),
    output: z.strictObject({ file: z.string(), rows: z.int(), bytes: z.int() }),
    facts: ({ format }, output) => ({ format, rows: output.rows }),
  }),
  checklists: query({ may: 'read', input: z.strictObject({ language }), output: z.array(Checklist) }),
  startChecklist: command({
    may: 'write',
    records: 'checklist-started',
    input: z.strictObject({ member: MemberId, kind: z.enum(['joining', 'leaving']), language }),
    output: Checklist,
    about: (_input, output) => [output.id, output.member],
    facts: ({ kind }) => ({ list: kind }),
  }),
  tick: command({
    may: 'write',
    records: 'item-ticked',
    input: z.strictObject({
      checklist: ChecklistId,
      item: z.string().max(80),
      /** What the page showed; *conflict* when somebody ticked it meanwhile. */
      before: ItemState,
      state: ItemState,
      note: note.default(''),
      language,
      today,
    }),
    output: Checklist,
    about: ({ checklist, item }) => [checklist, item],
    facts: ({ state }) => ({ ticked: state }),
  }),
  /** Says what became of a device of somebody who leaves. */
  settleDevice: command({
    may: 'write',
    records: 'device-settled',
    input: z.strictObject({
      checklist: ChecklistId,
      device: z.string().max(60),
      revision: z.int().positive(),
      outcome: z.enum(['returned', 'lost']),
      language,
      today,
    }),
    output: Checklist,
    about: ({ checklist, device }) => [checklist, device],
    facts: ({ outcome }) => ({ device: outcome }),
  }),
};
