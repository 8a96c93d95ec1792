/** The audit programme in the store. */
import type {
  AuditRecord,
  CheckChoice,
  CheckName,
  Finding,
  FindingDraft,
  FindingId,
  OwnWords,
  RecordId,
} from '#shared/domains/audits/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

/** What the business decided; `words` only where the check is its own. */
export type KeptCheck = CheckChoice & {
  readonly name: CheckName;
  readonly words: OwnWords | null;
  readonly revision: number;
};

const asCheck = `json_object('name', name, 'words', iif(title is null, null, json_object('title', title, 'how', how)),
  'on', json(iif(is_on, 'true', 'false')), 'everyDays', every_days, 'firstOn', first_on, 'responsible', responsible,
  'revision', revision)`;
const asRecord = `json_object('id', id, 'check', check_name, 'on', on_day, 'result', result, 'words', words,
  'evidence', json(evidence), 'by', by, 'at', at)`;
const asFinding = `json_object('id', f.id, 'record', f.record, 'check', r.check_name, 'words', f.words, 'severity', f.severity,
  'responsible', f.responsible, 'dueOn', f.due_on, 'state', f.state, 'closing', f.closing, 'closedBy', f.closed_by,
  'closedAt', f.closed_at, 'revision', f.revision)`;
const findingsWith = `select ${asFinding} as value from audit_findings f join audit_records r on r.id = f.record`;

export const listChecks = (db: ReadDb): Promise<KeptCheck[]> =>
  packedRows<KeptCheck>(db, `select ${asCheck} as value from audit_checks order by name`);

export const insertCheck = (db: WriteDb, check: Omit<KeptCheck, 'revision'>, at: Instant) =>
  db.query
    .insertInto('audit_checks')
    .values({ name: check.name, ...columnsOf(check, check.words, at) })
    .execute();

const columnsOf = (choice: CheckChoice, words: OwnWords | null, at: Instant) => ({
  title: words?.title ?? null,
  how: words?.how ?? null,
  is_on: choice.on ? 1 : 0,
  every_days: choice.everyDays,
  first_on: choice.firstOn,
  responsible: choice.responsible,
  changed_at: at,
});

/** False when it is not at `revision` any more. */
export async function updateCheck(
  db: WriteDb,
  { name, revision, words, ...choice }: KeptCheck,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('audit_checks')
    .set({ ...columnsOf(choice, words, at), revision: revision + 1 })
    .where('name', '=', name)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Newest first. */
export const listRecords = (db: ReadDb, check: CheckName, limit: number): Promise<AuditRecord[]> =>
  packedRows<AuditRecord>(
    db,
    `select ${asRecord} as value from audit_records where check_name = ? order by on_day desc, at desc, id limit ?`,
    [check, limit],
  );

/** Of each check the newest `each` records, and beside them every day it was done on that may decide when it is due. */
export const newestRecords = (db: ReadDb, each: number): Promise<AuditRecord[]> =>
  packedRows<AuditRecord>(
    db,
    `select ${asRecord} as value from (
       select *, row_number() over (partition by check_name order by on_day desc, at desc, id) as place from audit_records)
     where place <= ? order by check_name, place`,
    [each],
  );

/** Days on which each check was done; `could-not` is not among them. */
export const doneDays = (db: ReadDb): Promise<Pick<AuditRecord, 'check' | 'on' | 'result'>[]> =>
  packedRows(
    db,
    `select json_object('check', check_name, 'on', on_day, 'result', result) as value from audit_records
     where result <> 'could-not' order by check_name, on_day`,
  );

export const insertRecord = (db: WriteDb, { check, on, evidence, ...rest }: AuditRecord) =>
  db.query
    .insertInto('audit_records')
    .values({ ...rest, check_name: check, on_day: on, evidence: JSON.stringify(evidence) })
    .execute();

export const insertFinding = (db: WriteDb, id: FindingId, record: RecordId, draft: FindingDraft) =>
  db.query
    .insertInto('audit_findings')
    .values({
      id,
      record,
      words: draft.words,
      severity: draft.severity,
      responsible: draft.responsible,
      due_on: draft.dueOn,
      closed_by: null,
      closed_at: null,
    })
    .execute();

export const openFindings = (db: ReadDb): Promise<Finding[]> =>
  packedRows<Finding>(db, `${findingsWith} where f.state = 'open' order by f.due_on, f.id`);

export const listFindings = (db: ReadDb, limit: number): Promise<Finding[]> =>
  packedRows<Finding>(db, `${findingsWith} order by r.at desc, f.id limit ?`, [limit]);

export async function findFinding(db: ReadDb, id: FindingId): Promise<Finding | null> {
  const [found] = await packedRows<Finding>(db, `${findingsWith} where f.id = ?`, [id]);
  return found ?? null;
}

/** False when it is not open at `revision` any more. */
export async function assignFinding(
  db: WriteDb,
  { id, revision }: { readonly id: FindingId; readonly revision: number },
  to: Pick<FindingDraft, 'responsible' | 'dueOn'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('audit_findings')
    .set({ responsible: to.responsible, due_on: to.dueOn, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** False when it is not open at `revision` any more. */
export async function closeFinding(
  db: WriteDb,
  { id, revision }: { readonly id: FindingId; readonly revision: number },
  closed: { readonly words: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('audit_findings')
    .set({ state: 'done', closing: closed.words, closed_by: closed.by, closed_at: closed.at, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
