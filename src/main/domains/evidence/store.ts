/** Evidence in the store: what each file is, where its encrypted bytes are, and what it is evidence for. */
import type { Evidence, EvidenceId, EvidenceKind } from '#shared/domains/evidence/model';
import type { Day, Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type StoredEvidence = Omit<Evidence, 'expired'> & { readonly storedAs: string };

const asJson = `json_object('id', id, 'title', title, 'fileName', file_name, 'kind', kind, 'bytes', bytes, 'sha256', sha256, 'storedAs', stored_as,
  'addedAt', added_at, 'addedBy', added_by, 'expiresOn', expires_on, 'replaces', replaces,
  'targets', json((select json_group_array(target) from evidence_links where evidence = evidence.id)))`;

/** Newest first; revisions that were replaced and files that were removed are left out. */
export const currentEvidence = (db: ReadDb): Promise<StoredEvidence[]> =>
  packedRows<StoredEvidence>(
    db,
    `select ${asJson} as value from evidence where removed_at is null
       and id not in (select replaces from evidence where replaces is not null and removed_at is null) order by added_at desc, id`,
  );

/** Every file that is still there, replaced revisions included. */
export const allEvidence = (db: ReadDb): Promise<StoredEvidence[]> =>
  packedRows<StoredEvidence>(db, `select ${asJson} as value from evidence where removed_at is null order by id`);

export async function findEvidence(db: ReadDb, id: EvidenceId): Promise<StoredEvidence | null> {
  const [found] = await packedRows<StoredEvidence>(db, `select ${asJson} as value from evidence where id = ? and removed_at is null`, [id]);
  return found ?? null;
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
  await db.driver.run('insert or ignore into evidence_links (evidence, target) select ?1, value from json_each(?2)', [id, JSON.stringify(targets)]);
}

export const setExpiry = (db: WriteDb, id: EvidenceId, expiresOn: Day | null) =>
  db.query.updateTable('evidence').set({ expires_on: expiresOn }).where('id', '=', id).execute();

export async function markRemoved(db: WriteDb, id: EvidenceId, at: Instant): Promise<void> {
  await db.driver.run('delete from evidence_links where evidence = ?', [id]);
  await db.query.updateTable('evidence').set({ removed_at: at, title: '', file_name: '' }).where('id', '=', id).execute();
}
