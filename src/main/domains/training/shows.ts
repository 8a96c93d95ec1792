/** What training shows for obligations: a course everybody it is for has passed and nobody is late with. */
import type { EvidenceSource } from '../../ipc/evidence-source';
import { readTraining } from './picture';

export const trainingShows: EvidenceSource = async ({ db, workbench, today, language }) => {
  const { courses, standings } = await readTraining({ db, workbench, language, today });
  const known = new Map(workbench.law.current().courses.map((course) => [course.name, course]));
  const byCourse = Map.groupBy(standings, ({ course }) => course);
  return courses.flatMap(({ name, title }) => {
    const own = byCourse.get(name) ?? [];
    if (own.length === 0 || own.some(({ state, doneOn }) => doneOn === null || state === 'overdue')) return [];
    const [first] = own.map(({ dueOn }) => dueOn).toSorted();
    // It stops counting when the first of them is late.
    return [{ id: name, title, expiresOn: first ?? null, targets: known.get(name)?.obligations ?? [] }];
  });
};
