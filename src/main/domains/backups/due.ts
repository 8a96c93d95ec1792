/** What is due of backups: missed ones, places nobody rehearsed a restore from, other backups to be tested. */
import { daysLater, instantOf, localDay } from '#shared/kernel/time';
import type { Day } from '#shared/kernel/time';
import { countsFor } from '#shared/domains/backups/standing';
import type { DueSource } from '../../ipc/due-source';
import { overviewOf } from './overview';

export const dueBackups: DueSource = async ({ db, workbench }) => {
  const { places, others } = await overviewOf(db, workbench.clock.now());
  const about = { owner: null, count: 1 };
  return [
    ...places.flatMap(({ id, name, missedSince, lastGood, lastDrill }) => {
      const drillDue =
        lastGood === null
          ? null
          : lastDrill === null
            ? localDay(lastGood)
            : daysLater(localDay(lastDrill), countsFor.drill);
      return [
        ...(missedSince === null
          ? []
          : [
              {
                ...about,
                id: `backup-missed:${id}`,
                kind: 'backup-missed' as const,
                title: name,
                on: localDay(instantOf(new Date(missedSince))),
                about: id,
              },
            ]),
        ...(drillDue === null
          ? []
          : [
              {
                ...about,
                id: `backup-drill:${id}`,
                kind: 'backup-drill-due' as const,
                title: name,
                on: drillDue,
                about: id,
              },
            ]),
      ];
    }),
    ...others.map(({ id, what, testDue, testedBy }) => ({
      ...about,
      id: `other-backup:${id}`,
      kind: 'other-backup-test-due' as const,
      title: what,
      on: testDue as Day | null,
      owner: testedBy,
      about: id,
    })),
  ];
};
