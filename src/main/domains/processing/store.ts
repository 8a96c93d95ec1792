/** Kept versions of the record in the store. */
import type { KeptVersion, RecordContent } from '#shared/domains/processing/model';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

const asKept = `json_object('number', number, 'at', at, 'by', by, 'digest', digest, 'entries', entries)`;

/** Newest first. */
export const listKept = (db: ReadDb): Promise<KeptVersion[]> =>
  packedRows<KeptVersion>(db, `select ${asKept} as value from processing_versions order by number desc`);

export type KeptRecord = KeptVersion & { readonly content: RecordContent };
const asRecord = `json_object('number', number, 'at', at, 'by', by, 'digest', digest, 'entries', entries, 'content', json(content))`;

export async function keptRecord(db: ReadDb, number: number): Promise<KeptRecord | null> {
  const [found] = await packedRows<KeptRecord>(
    db,
    `select ${asRecord} as value from processing_versions where number = ?`,
    [number],
  );
  return found ?? null;
}

/** The newest that was kept before that moment. */
export async function keptBefore(db: ReadDb, moment: string): Promise<KeptRecord | null> {
  const [found] = await packedRows<KeptRecord>(
    db,
    `select ${asRecord} as value from processing_versions where at < ? order by number desc limit 1`,
    [moment],
  );
  return found ?? null;
}

export const insertKept = (db: WriteDb, { content, ...kept }: KeptRecord) =>
  db.query
    .insertInto('processing_versions')
    .values({ ...kept, content: JSON.stringify(content) })
    .execute();
