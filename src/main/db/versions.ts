/** Records that are never changed but followed by a newer version: insert one, read the newest of each, read them all. */
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from './handles';

/** Tables of the shape `(id, version, at, by, ended, content)` whose rows triggers keep as they are. */
export type VersionedTable = 'business_profiles' | 'processing_activities' | 'vendors' | 'integrations';

export type Version<T> = {
  readonly id: string;
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  /** The last version of something that is no more. */
  readonly ended: boolean;
  readonly content: T;
};

const asVersion = `json_object('id', id, 'version', version, 'at', at, 'by', by,
  'ended', json(iif(ended, 'true', 'false')), 'content', json(content))`;

/** The newest version of each, those that have ended among them, in the order in which they were first there. */
export const newestVersions = <T>(db: ReadDb, table: VersionedTable): Promise<Version<T>[]> =>
  packedRows<Version<T>>(
    db,
    `select ${asVersion} as value from ${table} as one
     where version = (select max(version) from ${table} as other where other.id = one.id)
     order by (select min(at) from ${table} as first where first.id = one.id), id`,
  );

/** Every version of one, newest first. */
export const versionsOf = <T>(db: ReadDb, table: VersionedTable, id: string): Promise<Version<T>[]> =>
  packedRows<Version<T>>(db, `select ${asVersion} as value from ${table} where id = ? order by version desc`, [id]);

/** False when `version` is not the one after the newest. */
export async function insertVersion<T>(
  db: WriteDb,
  table: VersionedTable,
  { id, version, at, by, ended, content }: Version<T>,
): Promise<boolean> {
  const { changes } = await db.driver.run(
    `insert into ${table} (id, version, at, by, ended, content)
     select ?1, ?2, ?3, ?4, ?5, ?6 where ?2 = (select coalesce(max(version), 0) + 1 from ${table} where id = ?1)`,
    [id, version, at, by, ended ? 1 : 0, JSON.stringify(content)],
  );
  return changes === 1;
}
