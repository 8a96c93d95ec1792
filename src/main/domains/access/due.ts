/** What is due of access: the next review, and looks at masked data that nobody has looked through. */
import type { DueSource } from '../../ipc/due-source';
import { reviewsAndNext } from './reviews';
import { listGlassBreaks } from './store';

/** What a calendar far from Steward says. */
const reviewTitle = { en: 'Who may do what', de: 'Wer was darf' } as const;

export const dueAccess: DueSource = async ({ db, language }) => {
  const { nextOn } = await reviewsAndNext(db);
  const looks = await listGlassBreaks(db, true);
  return [
    ...(nextOn === null
      ? []
      : [
          {
            id: 'access:review',
            kind: 'access-review' as const,
            title: reviewTitle[language],
            on: nextOn,
            owner: null,
            count: 1,
            about: '',
          },
        ]),
    ...(looks.length === 0
      ? []
      : [
          {
            id: 'access:glass-breaks',
            kind: 'glass-breaks-open' as const,
            title: '',
            on: null,
            owner: null,
            count: looks.length,
            about: '',
          },
        ]),
  ];
};
