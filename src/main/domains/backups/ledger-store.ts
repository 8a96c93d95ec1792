/** The ledger of what was erased or refused for good: part of every backup, and applied again after a restore. */
import type { ErasureEntry } from '#shared/domains/backups/model';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

/**
 * To be called in the transaction that erases somebody or records their *no*: an older backup must not bring it back.
 * Entries name records by id only.
 */
export async function recordErasures(db: WriteDb, entries: readonly ErasureEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.driver.run(
    `insert into erasure_ledger (kind, subject, what, at)
       select value ->> 'kind', value ->> 'subject', value ->> 'what', value ->> 'at' from json_each(?1)`,
    [JSON.stringify(entries)],
  );
}

export const readErasures = (db: ReadDb): Promise<ErasureEntry[]> =>
  packedRows<ErasureEntry>(
    db,
    `select json_object('kind', kind, 'subject', subject, 'what', what, 'at', at) as value from erasure_ledger order by id`,
  );
