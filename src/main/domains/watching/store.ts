/** Watching's tables: how far it is, each person's days, alerts and what was decided about them. */
import { sql } from 'kysely';
import type { DayFeatures } from '#shared/domains/watching/features';
import type { Absence, Alert, AlertKind, Lesson } from '#shared/domains/watching/model';
import { noteLoud } from '#shared/domains/watching/rules';
import { newWatch, personOf, type Standout, type Touched, type Watch } from '#shared/domains/watching/watch';
import type { Day, Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import { packedRows } from '../../db/handles';

/** The watch as it was left: days back to `since`, everything ever done, and the days that stood out. */
export async function readWatch(db: ReadDb, since: Day): Promise<Watch> {
  const watch = newWatch();
  const progress = await db.query.selectFrom('watch_progress').selectAll().executeTakeFirst();
  if (progress === undefined) return watch;
  watch.last = progress.last;
  watch.before = progress.before;
  const days = await packedRows<[string, StoredDay]>(
    db,
    `select json_array(actor, json(features)) as value from watch_days where day >= ? order by actor, day`,
    [since],
  );
  for (const [actor, day] of days) personOf(watch, actor).days.push({ ...day, seen: new Set(day.seen) });
  const firsts = await packedRows<[string, string]>(db, 'select json_array(actor, event) as value from watch_firsts');
  for (const [actor, event] of firsts) personOf(watch, actor).known.add(event);
  const loud = await packedRows<[string, AlertKind, Day]>(
    db,
    'select json_array(actor, kind, day) as value from alerts where day >= ?',
    [since],
  );
  for (const [actor, kind, day] of loud) noteLoud(personOf(watch, actor).loud, kind, day);
  return watch;
}

type StoredDay = Omit<DayFeatures, 'seen'> & { readonly seen: readonly string[] };

export async function writeWatch(db: WriteDb, watch: Watch, touched: Touched, now: Instant): Promise<void> {
  await db.driver.run(
    `insert into watch_progress (id, last, before, looked_at) values (1, ?1, ?2, ?3)
       on conflict (id) do update set last = ?1, before = ?2, looked_at = ?3`,
    [watch.last, watch.before, now],
  );
  const days: [string, string, StoredDay][] = [];
  const firsts: [string, string][] = [];
  for (const [person, touchedDays] of touched) {
    for (const day of touchedDays) days.push([person.actor, day.day, { ...day, seen: [...day.seen] }]);
    for (const event of person.known) firsts.push([person.actor, event]);
  }
  await db.driver.run(
    `insert into watch_days (actor, day, features)
       select value ->> 0, value ->> 1, value -> 2 from json_each(?) where true
       on conflict (actor, day) do update set features = excluded.features`,
    [JSON.stringify(days)],
  );
  await db.driver.run(
    'insert or ignore into watch_firsts (actor, event) select value ->> 0, value ->> 1 from json_each(?)',
    [JSON.stringify(firsts)],
  );
}

export const watchProgress = (db: ReadDb) => db.query.selectFrom('watch_progress').selectAll().executeTakeFirst();

export async function watchedPeople(db: ReadDb): Promise<number> {
  const [row] = await db.driver.all('select count(distinct actor) as people from watch_days');
  return Number(row?.['people']);
}

/** The person's days up to `day`, oldest first. */
export const daysUntil = (db: ReadDb, actor: string, day: Day, most: number): Promise<DayFeatures[]> =>
  packedRows<DayFeatures>(
    db,
    `select value from (select json(features) as value, day from watch_days where actor = ? and day <= ? order by day desc limit ?) order by day`,
    [actor, day, most],
  );

/** Raises an alert, or says more of one that is open; one that was dismissed opens again when there is more of it. True when somebody has something new to look at. */
export async function raiseAlert(
  db: WriteDb,
  { actor, finding }: Standout,
  id: string,
  now: Instant,
): Promise<boolean> {
  const { kind, day, score, numbers, entry, moment } = finding;
  const found = await db.query
    .selectFrom('alerts')
    .select(['id', 'state', 'score', sql<number>`numbers ->> 'value'`.as('value')])
    .where('actor', '=', actor)
    .where('day', '=', day)
    .where('kind', '=', kind)
    .executeTakeFirst();
  const shown = { score, numbers: JSON.stringify(numbers), entry, at: moment };
  if (found === undefined) {
    await db.query
      .insertInto('alerts')
      .values({ id, actor, kind, day, raised_at: now, decided_at: null, decided_by: null, reason: null, ...shown })
      .execute();
    return true;
  }
  if (numbers.value <= found.value || found.state === 'incident') return false;
  await db.query
    .updateTable('alerts')
    .set({ ...shown, state: 'open', revision: sql`revision + 1` })
    .where('id', '=', found.id)
    .execute();
  return found.state === 'dismissed';
}

const asAlert = `json_object('id', alerts.id, 'actor', actor, 'kind', kind, 'day', day, 'at', at, 'entry', entry, 'score', score,
  'numbers', json(numbers), 'state', state, 'revision', revision, 'decidedAt', decided_at, 'decidedBy', decided_by,
  'reason', reason, 'report', (select r.id from alert_reports r where r.alert = alerts.id))`;

/** Open ones first, then the newest. */
export const listAlerts = (db: ReadDb, shown: 'open' | 'all', limit: number): Promise<Alert[]> =>
  packedRows<Alert>(
    db,
    `select ${asAlert} as value from alerts where ?1 = 'all' or state = 'open'
       order by state <> 'open', at desc, score desc limit ?2`,
    [shown, limit],
  );

export async function findAlert(db: ReadDb, id: string): Promise<Alert | null> {
  const [found] = await packedRows<Alert>(db, `select ${asAlert} as value from alerts where id = ?`, [id]);
  return found ?? null;
}

/** How many are open, and the latest day of one. */
export async function openAlerts(db: ReadDb): Promise<{ open: number; actors: string[] }> {
  const actors = await packedRows<string>(db, `select json_quote(actor) as value from alerts where state = 'open'`);
  return { open: actors.length, actors: [...new Set(actors)] };
}

/** False when it is not open at `revision` any more. */
export async function decideAlert(
  db: WriteDb,
  { id, revision }: { id: string; revision: number },
  decided: { state: 'dismissed' | 'incident'; at: Instant; by: string; reason: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('alerts')
    .set({
      state: decided.state,
      decided_at: decided.at,
      decided_by: decided.by,
      reason: decided.reason,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const insertReport = (db: WriteDb, id: string, alert: Alert, at: Instant, by: string) =>
  db.query
    .insertInto('alert_reports')
    .values({
      id,
      alert: alert.id,
      reported_at: at,
      reported_by: by,
      summary: JSON.stringify({
        actor: alert.actor,
        kind: alert.kind,
        day: alert.day,
        at: alert.at,
        entry: alert.entry,
        numbers: alert.numbers,
      }),
      incident: null,
    })
    .execute();

const asLesson = `json_object('id', id, 'actor', actor, 'kind', kind, 'upTo', up_to, 'until', until, 'reason', reason,
  'madeAt', made_at, 'madeBy', made_by, 'revokedAt', revoked_at)`;

export const listLessons = (db: ReadDb): Promise<Lesson[]> =>
  packedRows<Lesson>(db, `select ${asLesson} as value from alert_lessons order by made_at desc, id`);

export const insertLesson = (db: WriteDb, alert: Alert, lesson: Lesson) =>
  db.query
    .insertInto('alert_lessons')
    .values({
      id: lesson.id,
      alert: alert.id,
      actor: lesson.actor,
      kind: lesson.kind,
      up_to: lesson.upTo,
      until: lesson.until,
      reason: lesson.reason,
      made_at: lesson.madeAt,
      made_by: lesson.madeBy,
      revoked_at: null,
    })
    .execute();

/** The lesson after it was taken back, or null when there is none that still counts. */
export async function revokeLesson(db: WriteDb, id: string, at: Instant): Promise<Lesson | null> {
  const { changes } = await db.driver.run(
    'update alert_lessons set revoked_at = ? where id = ? and revoked_at is null',
    [at, id],
  );
  if (changes === 0) return null;
  const [lesson] = await packedRows<Lesson>(db, `select ${asLesson} as value from alert_lessons where id = ?`, [id]);
  return lesson ?? null;
}

export const listAbsences = (db: ReadDb): Promise<Absence[]> =>
  packedRows<Absence>(
    db,
    `select json_object('id', id, 'actor', actor, 'from', from_day, 'until', until_day, 'madeAt', made_at, 'madeBy', made_by) as value
       from absences order by from_day desc, id`,
  );

export const insertAbsence = (db: WriteDb, { id, actor, from, until, madeAt, madeBy }: Absence) =>
  db.query
    .insertInto('absences')
    .values({ id, actor, from_day: from, until_day: until, made_at: madeAt, made_by: madeBy })
    .execute();

export async function deleteAbsence(db: WriteDb, id: string): Promise<boolean> {
  const { changes } = await db.driver.run('delete from absences where id = ?', [id]);
  return changes === 1;
}
