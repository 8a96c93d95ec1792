/** Removes people so that nothing brings them back: rows, what the trail could tie to them, and the ledger that backups replay. */
import type { Instant } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import { destroySubjectKeys } from '../trail/public';
import { deleteCustomers } from './store';

/** In the transaction under way; says how many there were. */
export async function eraseForGood(db: WriteDb, numbers: readonly number[], at: Instant): Promise<number> {
  await destroySubjectKeys(
    db,
    numbers.map((number) => `C-${number}`),
    at,
  );
  return deleteCustomers(db, numbers);
}
