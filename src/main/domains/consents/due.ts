/** What is due about consents: lists that nobody has shown, and yeses that run out soon. */
import { daysLater } from '#shared/kernel/time';
import type { DueSource } from '../../ipc/due-source';
import { unprovenLists } from './lists';
import { countEnding } from './store';

/** So long before they run out people are asked anew. */
export const endingDays = 60;

export const dueConsents: DueSource = async ({ db, workbench, today }) => {
  const lists = await unprovenLists(db, workbench);
  const unproven = lists.reduce((sum, { people }) => sum + people, 0);
  const ending = await countEnding(db, today, daysLater(today, endingDays));
  return [
    ...(unproven > 0
      ? [
          {
            id: 'consents:unproven',
            kind: 'consents-unproven' as const,
            title: '',
            on: null,
            owner: null,
            count: unproven,
            about: 'unproven',
          },
        ]
      : []),
    ...(ending > 0
      ? [
          {
            id: 'consents:ending',
            kind: 'consents-ending' as const,
            title: '',
            on: null,
            owner: null,
            count: ending,
            about: 'ending',
          },
        ]
      : []),
  ];
};
