/** What is due of devices: checks with a day, what gets no security updates any longer. */
import type { DueSource } from '../../ipc/due-source';
import { listed } from './handlers';

export const dueDevices: DueSource = async ({ db, law, today }) =>
  (await listed(db, law, today))
    .filter(({ state }) => state === 'in-use')
    .flatMap(({ id, name, owner, nextCheckOn, endOfLife }) => {
      const about = { owner, count: 1, about: id };
      return [
        ...(nextCheckOn === null
          ? []
          : [{ id: `device:${id}`, kind: 'device-check-due' as const, title: name, on: nextCheckOn, ...about }]),
        ...(endOfLife?.ends == null
          ? []
          : [
              {
                id: `device-end:${id}`,
                kind: endOfLife.isPast ? ('device-past-end' as const) : ('device-end' as const),
                title: `${name} (${endOfLife.title})`,
                on: endOfLife.ends,
                ...about,
              },
            ]),
      ];
    });
