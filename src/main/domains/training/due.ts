/** What is due of training: courses of each person, rows of attendance lists that were refused, and open items of people who come and go. */
import { wordsIn } from '#shared/content/words';
import type { DueSource } from '../../ipc/due-source';
import { listChecklists } from '../joining/public';
import { readTraining } from './picture';
import { openRefused } from './store';

export const dueTraining: DueSource = async ({ db, workbench, today, language, whole }) => {
  const { courses, members, standings } = await readTraining({ db, workbench, language, today });
  const titleOf = new Map(courses.map(({ name, title }) => [name, title]));
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const refused = await openRefused(db);
  const lists = (await listChecklists(db)).filter(({ finishedAt }) => finishedAt === null);
  return [
    ...standings
      .filter(({ state }) => whole === true || state !== 'up-to-date')
      .map(({ member, course, dueOn }) => ({
        id: `training:${member}:${course}`,
        kind: 'training-due' as const,
        title: titleOf.get(course) ?? course,
        on: dueOn,
        owner: nameOf.get(member) ?? null,
        count: 1,
        about: course,
      })),
    ...(refused.length === 0
      ? []
      : [
          {
            id: 'training:refused',
            kind: 'attendance-refused' as const,
            title: '',
            on: null,
            owner: null,
            count: refused.length,
            about: 'training',
          },
        ]),
    ...lists.flatMap((list) =>
      list.items
        .filter(({ state }) => state === 'open')
        .map((item) => ({
          id: `checklist:${list.id}:${item.name}`,
          kind: list.kind === 'joining' ? ('joining-item' as const) : ('leaving-item' as const),
          title: `${list.name}: ${wordsIn(item.words, language)}`,
          on: item.dueOn,
          owner: null,
          count: 1,
          about: list.id,
        })),
    ),
  ];
};
