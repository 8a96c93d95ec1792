/** Evidence in the store: what each file is, where its encrypted bytes are, and what it is evidence for. */
import type { Evidence, EvidenceId, EvidenceKind } from '#shared/domains/evidence/model';
import type { Day, Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type StoredEvidence = Omit<Evidence, 'expired'> & { readonly storedAs: string };

const asJson = `json_object('id', id, 'title', title, 'fileName', file_name, 'kind', kind, 'bytes', bytes, 'sha256', sha256, 'storedAs', stored_as,
  'addedAt', added_at, 'addedBy', added_by, 'expiresOn', expires_on, 'replaces', replaces, 'revision', revision,
  'targets', json((select json_group_array(target) from evidence_links where evidence_links.evidence = evidence.id)))`;

/** Everything before a revision that is still there: also across one in the middle that was removed. */
const superseded = `with recursive superseded(id) as (
  select replaces from evidence where replaces is not null and removed_at is null
  union select e.replaces from evidence e join superseded using (id) where e.replaces is not null)`;

/** Newest first; revisions that were replaced and files that were removed are left out. */
export const currentEvidence = (db: ReadDb): Promise<StoredEvidence[]> =>
  packedRows<StoredEvidence>(
    db,
    `${superseded} select ${asJson} as value from evidence where removed_at is null
       and id not in (select id from superseded) order by added_at desc, id`,
  );

/** Every file that is still there, replaced revisions included. */
export const allEvidence = (db: ReadDb): Promise<StoredEvidence[]> =>
  packedRows<StoredEvidence>(db, `select ${asJson} as value from evidence where removed_at is null order by id`);

export async function findEvidence(db: ReadDb, id: EvidenceId): Promise<StoredEvidence | null> {
  const [found] = await packedRows<StoredEvidence>(
    db,
    `select ${asJson} as value from evidence where id = ? and removed_at is null`,
    [id],
  );
  return found ?? null;
}

/** The line of revisions `id` is in, newest first, without removed ones; empty when there is no such line. */
export const revisionsOf = (db: ReadDb, id: EvidenceId): Promise<StoredEvidence[]> =>
  packedRows<StoredEvidence>(
    db,
    `with recursive
       earlier(id, replaces) as (
         select id, replaces from evidence where id = ?
         union select e.id, e.replaces from evidence e join earlier on e.id = earlier.replaces),
       line(id, depth) as (
         select id, 0 from earlier where replaces is null
         union select e.id, line.depth + 1 from evidence e join line on e.replaces = line.id)
     select ${asJson} as value from evidence join line using (id) where removed_at is null order by line.depth desc, added_at desc`,
    [id],
  );

/** Whether a newer revision stands in its place. */
export async function isReplaced(db: ReadDb, id: EvidenceId): Promise<boolean> {
  const [row] = await db.driver.all(`${superseded} select 1 as one from superseded where id = ?`, [id]);
  return row !== undefined;
}

/** The names of all encrypted files that belong to somebody. */
export async function storedNames(db: ReadDb): Promise<Set<string>> {
  const rows = await db.query.selectFrom('evidence').select('stored_as').where('removed_at', 'is', null).execute();
  return new Set(rows.map((row) => row.stored_as));
}

export async function insertEvidence(
  db: WriteDb,
  one: {
    id: EvidenceId;
    title: string;
    fileName: string;
    kind: EvidenceKind;
    bytes: number;
    sha256: string;
    storedAs: string;
    addedAt: Instant;
    addedBy: string;
    expiresOn: Day | null;
    replaces: EvidenceId | null;
  },
): Promise<void> {
  await db.query
    .insertInto('evidence')
    .values({
      id: one.id,
      title: one.title,
      file_name: one.fileName,
      kind: one.kind,
      bytes: one.bytes,
      sha256: one.sha256,
      stored_as: one.storedAs,
      added_at: one.addedAt,
      added_by: one.addedBy,
      expires_on: one.expiresOn,
      replaces: one.replaces,
      removed_at: null,
    })
    .execute();
}

export async function setLinks(db: WriteDb, id: EvidenceId, targets: readonly string[]): Promise<void> {
  await db.driver.run('delete from evidence_links where evidence = ?', [id]);
  await db.driver.run('insert or ignore into evidence_links (evidence, target) select ?1, value from json_each(?2)', [
    id,
    JSON.stringify(targets),
  ]);
}

/** False when somebody changed it since that revision; then nothing is written. */
export async function changeEvidence(
  db: WriteDb,
  id: EvidenceId,
  revision: number,
  { targets, expiresOn }: { readonly targets: readonly string[]; readonly expiresOn: Day | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('evidence')
    .set({ expires_on: expiresOn, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  await setLinks(db, id, targets);
  return true;
}

export async function markRemoved(db: WriteDb, id: EvidenceId, at: Instant): Promise<void> {
  await db.driver.run('delete from evidence_links where evidence = ?', [id]);
  await db.query
    .updateTable('evidence')
    .set({ removed_at: at, title: '', file_name: '' })
    .where('id', '=', id)
    .execute();
}
