/** Steps of the set-up and chosen objectives in the store. */
import type { SetupStep, StepState } from '#shared/domains/setup/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export const listSteps = (db: ReadDb) =>
  packedRows<{ step: SetupStep; state: StepState; at: Instant }>(
    db,
    `select json_object('step', step, 'state', state, 'at', at) as value from setup_steps`,
  );

export const markStep = (db: WriteDb, step: SetupStep, state: StepState, at: Instant, by: string) =>
  db.query
    .insertInto('setup_steps')
    .values({ step, state, at, by })
    .onConflict((conflict) => conflict.column('step').doUpdateSet({ state, at, by }))
    .execute();

export const listObjectives = (db: ReadDb) =>
  packedRows<string>(db, 'select json_quote(name) as value from objectives order by name');

export async function replaceObjectives(db: WriteDb, names: readonly string[], at: Instant): Promise<void> {
  await db.query.deleteFrom('objectives').execute();
  if (names.length > 0)
    await db.query
      .insertInto('objectives')
      .values(names.map((name) => ({ name, chosen_at: at })))
      .execute();
}
