/** Answers about responsibilities. */
import { mayBeHere } from '#shared/domains/access/rules';
import type { responsibilities } from '#shared/domains/responsibilities/operations';
import { responsibilitiesPaper } from '#shared/domains/responsibilities/paper';
import { gapsOf } from '#shared/domains/responsibilities/rules';
import { conflict, notFound } from '#shared/kernel/failures';
import { localDay } from '#shared/kernel/time';
import type { Handlers } from '../../ipc/context';
import { savePaper } from '../../papers/save-paper';
import { peopleWithGrants } from '../access/public';
import { readStanding } from '../applicability/public';
import { paperMarks } from '../trail/public';
import { keepAssignment, listAssignments } from './store';
import { readTable } from './table';

export const responsibilitiesHandlers: Handlers<typeof responsibilities> = {
  list: async ({ db, workbench, now }, { language, today = localDay(now()) }) =>
    readTable(db, { law: workbench.law.current(), standing: await readStanding(db, workbench), language, today }),
  assign: async ({ db, workbench, now }, { area, revision, assignment, today = localDay(now()) }) => {
    if (!workbench.law.current().areas.some(({ name }) => name === area)) throw notFound('area');
    const active = new Set<string>(
      (await peopleWithGrants(db)).filter(({ person }) => mayBeHere(person, today)).map(({ person }) => person.id),
    );
    const kept = (await listAssignments(db)).find((one) => one.area === area);
    // Whoever left stays where they stood until somebody else is named, but is named nowhere anew.
    const before = new Set<string>(kept === undefined ? [] : namedIn(kept));
    if (namedIn(assignment).some((id) => !active.has(id) && !before.has(id))) throw notFound('person');
    if (!(await keepAssignment(db, area, revision, assignment, now()))) throw conflict('area');
    return { area, revision: revision + 1, gaps: gapsOf(assignment, active).length };
  },
  export: async (context, { format, language, file }) => {
    const { workbench, now } = context;
    const place = await context.fileToWrite(file, `${names[language]}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const madeAt = now();
    const db = context.read();
    const table = await readTable(db, {
      law: workbench.law.current(),
      standing: await readStanding(db, workbench),
      language,
      today: localDay(madeAt),
    });
    const paper = responsibilitiesPaper(table, language, {
      subtitle: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(madeAt)),
      day: madeAt.slice(0, 10),
      ...(await paperMarks(db, workbench, language)),
    });
    const { bytes } = await savePaper(paper, format, place, { madeAt, signal: context.signal });
    return { file: place, bytes, areas: table.areas.length };
  },
};

type Named = Pick<
  Awaited<ReturnType<typeof listAssignments>>[number],
  'accountable' | 'responsible' | 'deputy' | 'consulted' | 'informed'
>;
const namedIn = ({ accountable, responsible, deputy, consulted, informed }: Named): string[] =>
  [accountable, responsible, deputy, ...consulted, ...informed].filter((id) => id !== null);

const names = { en: 'Who looks after what', de: 'Wer für was zuständig ist' } as const;
