/** What was recorded about obligations and measures. */
import type { ObligationRecord } from '#shared/domains/obligations/model';
import type { Day, Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';

export type KeptObligation = ObligationRecord & {
  readonly revision: number;
  readonly edition: string;
  readonly changedAt: Instant;
};
export type KeptMeasure = {
  readonly inPlace: boolean;
  readonly owner: string | null;
  readonly reviewedOn: Day | null;
  readonly note: string | null;
  readonly revision: number;
};

export async function readRecords(db: ReadDb): Promise<Map<string, KeptObligation>> {
  const rows = await db.query.selectFrom('obligation_records').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.obligation,
      {
        state: row.state,
        owner: row.owner,
        dueOn: row.due_on as Day | null,
        reviewedOn: row.reviewed_on as Day | null,
        reason: row.reason,
        note: row.note,
        edition: row.edition,
        changedAt: row.changed_at as Instant,
        revision: row.revision,
      },
    ]),
  );
}

/** False when the record is not at `revision` any more; 0 means that there was none. */
export async function writeRecord(
  db: WriteDb,
  obligation: string,
  revision: number,
  { state, owner, dueOn, reviewedOn, reason, note }: ObligationRecord,
  edition: string,
  at: Instant,
): Promise<boolean> {
  const values = { state, owner, due_on: dueOn, reviewed_on: reviewedOn, reason, note, edition, changed_at: at };
  if (revision === 0) {
    const { changes } = await db.driver.run(
      'insert or ignore into obligation_records (obligation, state, edition, changed_at) values (?, ?, ?, ?)',
      [obligation, state, edition, at],
    );
    if (changes === 0) return false;
  }
  const { numUpdatedRows } = await db.query
    .updateTable('obligation_records')
    .set({ ...values, revision: revision + 1 })
    .where('obligation', '=', obligation)
    .where('revision', '=', Math.max(revision, 1))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function readMeasures(db: ReadDb): Promise<Map<string, KeptMeasure>> {
  const rows = await db.query.selectFrom('measure_records').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.measure,
      {
        inPlace: row.in_place === 1,
        owner: row.owner,
        reviewedOn: row.reviewed_on as Day | null,
        note: row.note,
        revision: row.revision,
      },
    ]),
  );
}

export async function writeMeasure(
  db: WriteDb,
  measure: string,
  revision: number,
  kept: Omit<KeptMeasure, 'revision'>,
  at: Instant,
): Promise<boolean> {
  if (revision === 0) {
    const { changes } = await db.driver.run(
      'insert or ignore into measure_records (measure, in_place, changed_at) values (?, 0, ?)',
      [measure, at],
    );
    if (changes === 0) return false;
  }
  const { numUpdatedRows } = await db.query
    .updateTable('measure_records')
    .set({
      in_place: kept.inPlace ? 1 : 0,
      owner: kept.owner,
      reviewed_on: kept.reviewedOn,
      note: kept.note,
      changed_at: at,
      revision: revision + 1,
    })
    .where('measure', '=', measure)
    .where('revision', '=', Math.max(revision, 1))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
