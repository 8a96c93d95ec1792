/** Training in the store: courses as chosen, people without a sign-in, attempts and results. */
import type {
  AttemptId,
  CourseChoice,
  MemberDraft,
  MemberId,
  Refused,
  RefusedId,
  Result,
} from '#shared/domains/training/model';
import type { Day, Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptCourse = CourseChoice & { readonly name: string; readonly revision: number };
export type KeptMember = MemberDraft & {
  readonly id: MemberId;
  readonly leftOn: Day | null;
  readonly revision: number;
};
export type KeptAttempt = {
  readonly id: AttemptId;
  readonly member: MemberId;
  readonly course: string;
  readonly edition: string;
  readonly startedBy: string;
  readonly startedAt: Instant;
};
export type KeptAssignment = {
  readonly member: MemberId;
  readonly course: string;
  readonly dueOn: Day;
  readonly setOn: Day;
};

export const listCourses = (db: ReadDb): Promise<KeptCourse[]> =>
  packedRows<KeptCourse>(
    db,
    `select json_object('name', name, 'on', json(iif(is_on, 'true', 'false')), 'roles', json(roles), 'everyDays', every_days,
       'firstOn', first_on, 'revision', revision) as value from training_courses order by name`,
  );

const courseColumns = (choice: CourseChoice, at: Instant) => ({
  is_on: choice.on ? 1 : 0,
  roles: JSON.stringify(choice.roles),
  every_days: choice.everyDays,
  first_on: choice.firstOn,
  changed_at: at,
});

export const insertCourse = (db: WriteDb, name: string, choice: CourseChoice, at: Instant) =>
  db.query
    .insertInto('training_courses')
    .values({ name, ...courseColumns(choice, at) })
    .execute();

/** False when it is not at `revision` any more. */
export async function updateCourse(
  db: WriteDb,
  { name, revision, ...choice }: KeptCourse,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('training_courses')
    .set({ ...courseColumns(choice, at), revision: revision + 1 })
    .where('name', '=', name)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const listMembers = (db: ReadDb): Promise<KeptMember[]> =>
  packedRows<KeptMember>(
    db,
    `select json_object('id', id, 'name', name, 'role', role, 'since', since, 'leftOn', left_on, 'revision', revision) as value
     from training_members order by name collate nocase, id`,
  );

export const insertMember = (db: WriteDb, id: MemberId, member: MemberDraft, at: Instant) =>
  db.query
    .insertInto('training_members')
    .values({ id, ...member, left_on: null, added_at: at })
    .execute();

/** False when it is not at `revision` any more. */
export async function updateMember(db: WriteDb, { id, revision, leftOn, ...member }: KeptMember): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('training_members')
    .set({ ...member, left_on: leftOn, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const listAssignments = (db: ReadDb): Promise<KeptAssignment[]> =>
  packedRows<KeptAssignment>(
    db,
    `select json_object('member', member, 'course', course, 'dueOn', due_on, 'setOn', set_on) as value from training_assignments`,
  );

/** The newest date that was set for somebody counts. */
export const putAssignment = (db: WriteDb, { member, course, dueOn, setOn }: KeptAssignment, by: string, at: Instant) =>
  db.query
    .insertInto('training_assignments')
    .values({ member, course, due_on: dueOn, set_on: setOn, by, at })
    .onConflict((conflict) =>
      conflict.columns(['member', 'course']).doUpdateSet({ due_on: dueOn, set_on: setOn, by, at }),
    )
    .execute();

export const insertAttempt = (db: WriteDb, { startedBy, startedAt, ...attempt }: KeptAttempt) =>
  db.query
    .insertInto('training_attempts')
    .values({ ...attempt, started_by: startedBy, started_at: startedAt })
    .execute();

/** Null when there is none; `used` once it was marked. */
export async function findAttempt(
  db: ReadDb,
  id: AttemptId,
): Promise<(KeptAttempt & { readonly used: boolean }) | null> {
  const [found] = await packedRows<KeptAttempt & { used: boolean }>(
    db,
    `select json_object('id', id, 'member', member, 'course', course, 'edition', edition, 'startedBy', started_by,
       'startedAt', started_at, 'used', json(iif(exists (select 1 from training_results where attempt = training_attempts.id),
       'true', 'false'))) as value from training_attempts where id = ?`,
    [id],
  );
  return found ?? null;
}

const asResult = `json_object('id', id, 'member', member, 'course', course, 'title', title, 'way', way, 'on', on_day,
  'right', right_answers, 'outOf', out_of, 'passed', json(iif(passed, 'true', 'false')), 'edition', edition,
  'provider', provider, 'evidence', evidence, 'by', by, 'at', at)`;

/** Newest first. */
export const listResults = (db: ReadDb): Promise<Result[]> =>
  packedRows<Result>(db, `select ${asResult} as value from training_results order by on_day desc, at desc, id`);

export async function findResult(db: ReadDb, id: string): Promise<Result | null> {
  const [found] = await packedRows<Result>(db, `select ${asResult} as value from training_results where id = ?`, [id]);
  return found ?? null;
}

/** `answers` is what was chosen, by the question's name; kept so that the marking can be looked at again. */
export const insertResult = (
  db: WriteDb,
  { on, right, outOf, passed, ...result }: Result,
  { attempt = null, answers = [] }: { readonly attempt?: AttemptId | null; readonly answers?: readonly object[] } = {},
) =>
  db.query
    .insertInto('training_results')
    .values({
      ...result,
      on_day: on,
      right_answers: right,
      out_of: outOf,
      passed: passed ? 1 : 0,
      attempt,
      answers: JSON.stringify(answers),
    })
    .execute();

export const openRefused = (db: ReadDb): Promise<Refused[]> =>
  packedRows<Refused>(
    db,
    `select json_object('id', id, 'fileName', file_name, 'row', row, 'cells', json(cells), 'problem', problem) as value
     from attendance_refused where settled_at is null order by at, row`,
  );

export const insertRefused = (db: WriteDb, { fileName, cells, ...refused }: Refused, by: string, at: Instant) =>
  db.query
    .insertInto('attendance_refused')
    .values({ ...refused, file_name: fileName, cells: JSON.stringify(cells), by, at })
    .execute();

export async function settleRefused(db: WriteDb, ids: readonly RefusedId[], by: string, at: Instant): Promise<number> {
  const { numUpdatedRows } = await db.query
    .updateTable('attendance_refused')
    .set({ settled_by: by, settled_at: at })
    .where('id', 'in', [...ids])
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
