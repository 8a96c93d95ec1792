/** Places, what was done with them, folders that go along, targets, and the register of other backups. */
import type { PlaceAddress } from '#shared/domains/backups/address';
import type { BackupRun, OtherBackupDraft, OwnFolder, Targets } from '#shared/domains/backups/model';
import type { Plan } from '#shared/domains/backups/schedule';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptPlace = {
  readonly id: string;
  readonly name: string;
  readonly address: PlaceAddress;
  readonly plan: Plan;
  /** Sealed; see `login`. */
  readonly login: string | null;
  readonly madeAt: Instant;
  readonly revision: number;
};

const asPlace = `json_object('id', id, 'name', name, 'address', json(address), 'plan', json(plan), 'login', login,
  'madeAt', made_at, 'revision', revision)`;

export const listPlaces = (db: ReadDb): Promise<KeptPlace[]> =>
  packedRows<KeptPlace>(
    db,
    `select ${asPlace} as value from backup_places where removed_at is null order by made_at, id`,
  );

export async function findPlace(db: ReadDb, id: string): Promise<KeptPlace | null> {
  const [found] = await packedRows<KeptPlace>(
    db,
    `select ${asPlace} as value from backup_places where id = ? and removed_at is null`,
    [id],
  );
  return found ?? null;
}

export const insertPlace = (db: WriteDb, place: Omit<KeptPlace, 'revision'>) =>
  db.query
    .insertInto('backup_places')
    .values({
      id: place.id,
      name: place.name,
      address: JSON.stringify(place.address),
      plan: JSON.stringify(place.plan),
      login: place.login,
      made_at: place.madeAt,
      removed_at: null,
    })
    .execute();

/** False when it is not at `revision` any more. */
export async function updatePlace(
  db: WriteDb,
  { id, revision }: { readonly id: string; readonly revision: number },
  set: { readonly name: string; readonly plan: Plan } | { readonly removedAt: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('backup_places')
    .set({
      ...('plan' in set
        ? { name: set.name, plan: JSON.stringify(set.plan) }
        : { removed_at: set.removedAt, login: null }),
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const asRun = `json_object('id', id, 'place', place, 'kind', kind, 'startedAt', started_at, 'endedAt', ended_at,
  'outcome', outcome, 'sequence', sequence, 'facts', json(facts), 'signature', signature)`;

/** Newest first. */
export const listRuns = (db: ReadDb, limit: number): Promise<BackupRun[]> =>
  packedRows<BackupRun>(
    db,
    `select ${asRun} as value from backup_runs order by ended_at desc, rowid desc limit ${Math.floor(limit)}`,
  );

/** The newest good run of each kind at each place. */
export const lastGoodRuns = (db: ReadDb): Promise<BackupRun[]> =>
  packedRows<BackupRun>(
    db,
    `select ${asRun} as value from backup_runs one where outcome = 'good' and id = (
       select id from backup_runs other where other.place = one.place and other.kind = one.kind and other.outcome = 'good'
         order by ended_at desc, rowid desc limit 1)`,
  );

export const insertRun = (db: WriteDb, run: BackupRun) =>
  db.query
    .insertInto('backup_runs')
    .values({
      id: run.id,
      place: run.place,
      kind: run.kind,
      started_at: run.startedAt,
      ended_at: run.endedAt,
      outcome: run.outcome,
      sequence: run.sequence,
      facts: JSON.stringify(run.facts),
      signature: run.signature,
    })
    .execute();

export const listFolders = (db: ReadDb): Promise<OwnFolder[]> =>
  packedRows<OwnFolder>(
    db,
    `select json_object('name', name, 'folder', folder) as value from backup_folders order by name`,
  );

export const putFolder = (db: WriteDb, { name, folder }: OwnFolder, at: Instant) =>
  db.query
    .insertInto('backup_folders')
    .values({ name, folder, added_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ folder, added_at: at }))
    .execute();

export const dropFolder = (db: WriteDb, name: string) =>
  db.query.deleteFrom('backup_folders').where('name', '=', name).execute();

export async function readTargets(db: ReadDb): Promise<Targets | null> {
  const row = await db.query.selectFrom('backup_targets').selectAll().executeTakeFirst();
  return row === undefined ? null : { loseHours: row.lose_hours, restoreMinutes: row.restore_minutes };
}

export const putTargets = (db: WriteDb, { loseHours, restoreMinutes }: Targets) =>
  db.query
    .insertInto('backup_targets')
    .values({ only_one: 1, lose_hours: loseHours, restore_minutes: restoreMinutes })
    .onConflict((conflict) =>
      conflict.column('only_one').doUpdateSet({ lose_hours: loseHours, restore_minutes: restoreMinutes }),
    )
    .execute();

export type KeptOther = OtherBackupDraft & { readonly id: string; readonly revision: number };

const asOther = `json_object('id', id, 'what', what, 'where', kept_where, 'howOften', how_often, 'testedBy', tested_by,
  'testedOn', tested_on, 'testEveryDays', test_every_days, 'note', note, 'revision', revision)`;

export const listOthers = (db: ReadDb): Promise<KeptOther[]> =>
  packedRows<KeptOther>(
    db,
    `select ${asOther} as value from other_backups where removed_at is null order by what collate nocase, id`,
  );

const otherColumns = (other: OtherBackupDraft) => ({
  what: other.what,
  kept_where: other.where,
  how_often: other.howOften,
  tested_by: other.testedBy,
  tested_on: other.testedOn,
  test_every_days: other.testEveryDays,
  note: other.note,
});

export const insertOther = (db: WriteDb, id: string, other: OtherBackupDraft) =>
  db.query
    .insertInto('other_backups')
    .values({ id, ...otherColumns(other), removed_at: null })
    .execute();

/** False when it is not at `revision` any more. */
export async function updateOther(
  db: WriteDb,
  { id, revision }: { readonly id: string; readonly revision: number },
  set: OtherBackupDraft | { readonly removedAt: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('other_backups')
    .set({ ...('removedAt' in set ? { removed_at: set.removedAt } : otherColumns(set)), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
