/** What is due of documents: those that no longer say what is true, those to be looked at again, and those somebody has not read. */
import { dueState } from '#shared/domains/today/rules';
import type { DueSource } from '../../ipc/due-source';
import { readLibrary } from './library';

export const dueDocuments: DueSource = async ({ db, workbench, today }) => {
  const { holdings } = await readLibrary({ db, workbench, today });
  return holdings.flatMap(({ row }) => {
    const about = { title: row.title, owner: row.owner, about: row.id };
    return [
      ...(row.outOfDate > 0
        ? [
            {
              id: `document-old:${row.id}`,
              kind: 'document-out-of-date' as const,
              on: null,
              count: row.outOfDate,
              ...about,
            },
          ]
        : []),
      ...(dueState(today, row.nextReviewOn) === 'later'
        ? []
        : [
            {
              id: `document-review:${row.id}`,
              kind: 'document-review' as const,
              on: row.nextReviewOn,
              count: 1,
              ...about,
            },
          ]),
      ...(row.unread.length > 0
        ? [
            {
              id: `document-unread:${row.id}`,
              kind: 'document-unread' as const,
              on: null,
              count: row.unread.length,
              ...about,
            },
          ]
        : []),
    ];
  });
};
