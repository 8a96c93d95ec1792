/** When the next management review is due: on the day the last one named. */
import type { DueSource } from '../../ipc/due-source';
import { listReviews } from './store';

export const dueReview: DueSource = async ({ db }) => {
  const [last] = await listReviews(db);
  return last === undefined
    ? []
    : [
        {
          id: 'programme:review',
          kind: 'management-review' as const,
          title: '',
          on: last.nextOn,
          owner: null,
          count: 1,
          about: last.id,
        },
      ];
};
