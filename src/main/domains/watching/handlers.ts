/** Answers about what was out of the ordinary, and what was decided about it. */
import type { Absence, Alert, Lesson, Picture } from '#shared/domains/watching/model';
import type { watching } from '#shared/domains/watching/operations';
import { drawnOf } from '#shared/domains/watching/picture';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { type Day, daysLater } from '#shared/kernel/time';
import type { Actor, Handlers } from '../../ipc/context';
import type { ReadDb } from '../../db/handles';
import { look } from './look';
import {
  daysUntil,
  decideAlert,
  deleteAbsence,
  findAlert,
  insertAbsence,
  insertLesson,
  insertReport,
  listAbsences,
  listAlerts,
  listLessons,
  openAlerts,
  revokeLesson,
  watchedPeople,
  watchProgress,
} from './store';

/** So many of the person's days are drawn beside the day of the alert. */
const drawnDays = 60;

export const watchingHandlers: Handlers<typeof watching> = {
  list: async ({ db }, { shown, limit }) => {
    const progress = await watchProgress(db);
    return {
      open: (await openAlerts(db)).open,
      alerts: await listAlerts(db, shown, limit),
      entries: progress?.last ?? 0,
      people: await watchedPeople(db),
      lookedAt: (progress?.looked_at ?? null) as never,
    };
  },
  picture: async ({ db }, { id }): Promise<Picture> => {
    const alert = await known(db, id);
    return { alert, ...drawnOf(alert, await daysUntil(db, alert.actor, alert.day, drawnDays)) };
  },
  look: ({ workbench, signal }) => look(workbench, signal),
  dismiss: async ({ db, caller, now, newId }, { id, revision, reason, quietDays }) => {
    const alert = await known(db, id);
    assertNotOwn(alert, caller.actor);
    const decided = { state: 'dismissed', at: now(), by: caller.actor.id, reason } as const;
    if (!(await decideAlert(db, { id, revision }, decided))) throw conflict('alert');
    if (quietDays > 0)
      await insertLesson(db, alert, {
        id: newId('les') as Lesson['id'],
        actor: alert.actor,
        kind: alert.kind,
        upTo: alert.numbers.value,
        until: daysLater(now().slice(0, 10) as Day, quietDays),
        reason,
        madeAt: now(),
        madeBy: caller.actor.id,
        revokedAt: null,
      });
    return known(db, id);
  },
  report: async ({ db, caller, now, newId }, { id, revision }) => {
    const alert = await known(db, id);
    const decided = { state: 'incident', at: now(), by: caller.actor.id, reason: null } as const;
    if (!(await decideAlert(db, { id, revision }, decided))) throw conflict('alert');
    await insertReport(db, newId('rep'), alert, now(), caller.actor.id);
    return known(db, id);
  },
  lessons: ({ db }) => listLessons(db),
  revoke: async ({ db, now }, { id }) => {
    const lesson = await revokeLesson(db, id, now());
    if (lesson === null) throw notFound('lesson');
    return lesson;
  },
  absences: ({ db }) => listAbsences(db),
  away: async ({ db, caller, now, newId }, { actor, from, until }) => {
    if (until < from) throw brokenRule('watching.away-ends-before');
    const absence = { id: newId('abs') as Absence['id'], actor, from, until, madeAt: now(), madeBy: caller.actor.id };
    await insertAbsence(db, absence);
    return absence;
  },
  back: async ({ db }, { id }) => {
    if (!(await deleteAbsence(db, id))) throw notFound('absence');
    return {};
  },
};

async function known(db: ReadDb, id: string): Promise<Alert> {
  const alert = await findAlert(db, id);
  if (alert === null) throw notFound('alert');
  return alert;
}

/** Nobody clears an alert about themselves, but an owner, who may be alone. */
function assertNotOwn(alert: Alert, actor: Actor): void {
  if (alert.actor === actor.id && actor.role !== 'owner') throw brokenRule('watching.own-alert');
}
