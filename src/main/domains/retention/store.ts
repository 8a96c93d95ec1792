/** Rules, holds and runs in the store. */
import type {
  HoldDraft,
  HoldId,
  LegalHold,
  RetentionPeriod,
  RetentionRule,
  RetentionRun,
} from '#shared/domains/retention/model';
import type { RetentionClassId } from '#shared/domains/fields/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export const listRules = (db: ReadDb): Promise<RetentionRule[]> =>
  packedRows<RetentionRule>(
    db,
    `select json_object('class', c.id, 'name', c.name, 'words', c.rule, 'period', json(r.period), 'revision', coalesce(r.revision, 0)) as value
       from retention_classes c left join retention_rules r on r.class = c.id order by c.position`,
  );

/** False when the rule is not at `revision` any more; 0 is a rule that nobody made yet. */
export async function setRule(
  db: WriteDb,
  id: RetentionClassId,
  revision: number,
  period: RetentionPeriod | null,
  at: Instant,
): Promise<boolean> {
  const text = period === null ? null : JSON.stringify(period);
  const { changes } =
    revision === 0
      ? await db.driver.run('insert or ignore into retention_rules (class, period, changed_at) values (?, ?, ?)', [
          id,
          text,
          at,
        ])
      : await db.driver.run(
          'update retention_rules set period = ?2, changed_at = ?3, revision = revision + 1 where class = ?1 and revision = ?4',
          [id, text, at, revision],
        );
  return changes === 1;
}

const asHold = `json_object('id', id, 'name', name, 'reason', reason, 'people', json(people), 'since', since, 'by', by,
  'releasedAt', released_at, 'releasedBy', released_by)`;

export const listHolds = (db: ReadDb): Promise<LegalHold[]> =>
  packedRows<LegalHold>(
    db,
    `select ${asHold} as value from legal_holds order by released_at is not null, since desc, id`,
  );

export const insertHold = (
  db: WriteDb,
  id: HoldId,
  { name, reason, people }: HoldDraft,
  by: string,
  at: Instant,
): Promise<unknown> =>
  db.driver.run('insert into legal_holds (id, name, reason, people, since, by) values (?, ?, ?, ?, ?, ?)', [
    id,
    name,
    reason,
    JSON.stringify(people),
    at,
    by,
  ]);

/** False when it is not there, or was released before. */
export async function releaseHold(db: WriteDb, id: HoldId, by: string, at: Instant): Promise<boolean> {
  const { changes } = await db.driver.run(
    'update legal_holds set released_at = ?2, released_by = ?3 where id = ?1 and released_at is null',
    [id, at, by],
  );
  return changes === 1;
}

export const insertRun = (db: WriteDb, run: RetentionRun): Promise<unknown> =>
  db.driver.run(
    'insert into retention_runs (id, at, by, today, removed, stayed, rules, digest) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [run.id, run.at, run.by, run.today, run.removed, run.stayed, JSON.stringify(run.rules), run.digest],
  );

export const listRuns = (db: ReadDb): Promise<RetentionRun[]> =>
  packedRows<RetentionRun>(
    db,
    `select json_object('id', id, 'at', at, 'by', by, 'today', today, 'removed', removed, 'stayed', stayed, 'rules', json(rules),
       'digest', digest) as value from retention_runs order by at desc, id`,
  );
