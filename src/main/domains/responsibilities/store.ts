/** Responsibilities in the store: what was decided about each area. */
import type { Assignment } from '#shared/domains/responsibilities/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptAssignment = Assignment & { readonly area: string; readonly revision: number };

export const listAssignments = (db: ReadDb): Promise<KeptAssignment[]> =>
  packedRows<KeptAssignment>(
    db,
    `select json_object('area', area, 'accountable', accountable, 'responsible', responsible, 'deputy', deputy,
       'consulted', json(consulted), 'informed', json(informed), 'revision', revision) as value from responsibilities order by area`,
  );

/** False when somebody changed it since that revision; 0 is one that is not there yet. */
export async function keepAssignment(
  db: WriteDb,
  area: string,
  revision: number,
  { accountable, responsible, deputy, consulted, informed }: Assignment,
  at: Instant,
): Promise<boolean> {
  const values = {
    accountable,
    responsible,
    deputy,
    consulted: JSON.stringify(consulted),
    informed: JSON.stringify(informed),
    changed_at: at,
  };
  if (revision === 0) {
    const { numInsertedOrUpdatedRows } = await db.query
      .insertInto('responsibilities')
      .values({ area, ...values })
      .onConflict((conflict) => conflict.column('area').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db.query
    .updateTable('responsibilities')
    .set({ ...values, revision: revision + 1 })
    .where('area', '=', area)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
