/** What is due of responsibilities: an area that nobody looks after any more, since somebody left or nobody was named. */
import { isUrgent } from '#shared/domains/responsibilities/rules';
import type { DueSource } from '../../ipc/due-source';
import { readStanding } from '../applicability/public';
import { listAssignments } from './store';
import { readTable } from './table';

export const dueResponsibilities: DueSource = async ({ db, workbench, law, today, language }) => {
  // Before the first decision the page itself invites to begin; Today would only repeat it for every area.
  if ((await listAssignments(db)).length === 0) return [];
  const { areas, people } = await readTable(db, { law, standing: await readStanding(db, workbench), language, today });
  return areas
    .filter(({ gaps }) => gaps.some(isUrgent))
    .map(({ name, title, accountable, gaps }) => ({
      id: `responsibility:${name}`,
      kind: 'responsibility-gap' as const,
      title,
      on: null,
      owner: gaps.includes('left') ? null : (people.find(({ id }) => id === accountable)?.name ?? null),
      count: 1,
      about: name,
    }));
};
