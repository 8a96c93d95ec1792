/** Risks, actions and assessments in the store. */
import type {
  Action,
  ActionId,
  Assessment,
  AssessmentContent,
  AssessmentId,
  Risk,
  RiskId,
} from '#shared/domains/risks/model';
import type { Day, Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

const asRisk = `json_patch(draft, json_object('id', id, 'state', state, 'revision', revision))`;

export async function listRisks(db: ReadDb): Promise<Risk[]> {
  const rows = await packedRows<Risk>(db, `select ${asRisk} as value from risks order by id`);
  // What is null in the draft is left out when two objects are patched together.
  return rows.map((row) => ({ ...row, left: row.left ?? null, owner: row.owner ?? null }));
}

export async function findRisk(db: ReadDb, id: RiskId): Promise<Risk | null> {
  return (await listRisks(db)).find((risk) => risk.id === id) ?? null;
}

const draftOf = ({ id: _id, state: _state, revision: _revision, ...draft }: Risk): string => JSON.stringify(draft);

export const insertRisk = (db: WriteDb, risk: Risk, at: Instant) =>
  db.query
    .insertInto('risks')
    .values({ id: risk.id, draft: draftOf(risk), changed_at: at })
    .execute();

/** False when it is not at `revision` any more. */
export async function updateRisk(db: WriteDb, risk: Risk, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('risks')
    .set({ draft: draftOf(risk), state: risk.state, revision: risk.revision + 1, changed_at: at })
    .where('id', '=', risk.id)
    .where('revision', '=', risk.revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const asAction = `json_object('id', id, 'about', about, 'words', words, 'owner', owner, 'dueOn', due_on, 'state', state,
  'closing', closing, 'closedBy', closed_by, 'closedAt', closed_at)`;

export const listActions = (db: ReadDb): Promise<Action[]> =>
  packedRows<Action>(db, `select ${asAction} as value from risk_actions order by state = 'done', due_on, id`);

export const insertAction = (db: WriteDb, { id, about, words, owner, dueOn }: Action) =>
  db.query
    .insertInto('risk_actions')
    .values({ id, about, words, owner, due_on: dueOn, closed_by: null, closed_at: null })
    .execute();

/** False when it is not open any more. */
export async function finishAction(
  db: WriteDb,
  id: ActionId,
  { words, by, at }: { readonly words: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('risk_actions')
    .set({ state: 'done', closing: words, closed_by: by, closed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const asAssessment = `json_object('id', id, 'template', template, 'edition', edition, 'content', json(content), 'state', state,
  'author', author, 'changedAt', changed_at, 'signedBy', signed_by, 'signedAt', signed_at,
  'alone', json(iif(alone, 'true', 'false')), 'digest', digest, 'reviewOn', review_on, 'replaces', replaces,
  'replaced', json(iif(exists (select 1 from assessments newer where newer.replaces = assessments.id and newer.state = 'signed'),
  'true', 'false')), 'revision', revision)`;

/** Newest first. */
export const listAssessments = (db: ReadDb): Promise<Assessment[]> =>
  packedRows<Assessment>(db, `select ${asAssessment} as value from assessments order by changed_at desc, id`);

export async function findAssessment(db: ReadDb, id: AssessmentId): Promise<Assessment | null> {
  const [found] = await packedRows<Assessment>(db, `select ${asAssessment} as value from assessments where id = ?`, [
    id,
  ]);
  return found ?? null;
}

export type NewAssessment = Pick<Assessment, 'id' | 'template' | 'edition' | 'content' | 'author' | 'replaces'>;

export const insertAssessment = (db: WriteDb, { content, ...rest }: NewAssessment, at: Instant) =>
  db.query
    .insertInto('assessments')
    .values({
      ...rest,
      content: JSON.stringify(content),
      changed_at: at,
      signed_by: null,
      signed_at: null,
      digest: null,
      review_on: null,
    })
    .execute();

/** False when it is not a draft at `revision` any more. Whoever writes last is the author. */
export async function writeDraft(
  db: WriteDb,
  { id, revision }: { readonly id: AssessmentId; readonly revision: number },
  content: AssessmentContent,
  author: string,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('assessments')
    .set({ content: JSON.stringify(content), author, changed_at: at, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function signDraft(
  db: WriteDb,
  { id, revision }: { readonly id: AssessmentId; readonly revision: number },
  signed: {
    readonly by: string;
    readonly at: Instant;
    readonly alone: boolean;
    readonly digest: string;
    readonly reviewOn: Day;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('assessments')
    .set({
      state: 'signed',
      signed_by: signed.by,
      signed_at: signed.at,
      alone: signed.alone ? 1 : 0,
      digest: signed.digest,
      review_on: signed.reviewOn,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
