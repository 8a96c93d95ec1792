/** Answers about what is due. */
import type { today } from '#shared/domains/today/operations';
import type { Day } from '#shared/kernel/time';
import type { Handlers } from '../../ipc/context';
import { writeCalendar } from './calendar-file';
import { gatherDue } from './gather';

const names = { en: 'What is due', de: 'Was ansteht' } as const;

export const todayHandlers: Handlers<typeof today> = {
  list: ({ db, workbench, now }, { language, today: day = utcDay(now()) }) =>
    gatherDue({ workbench, db, law: workbench.law.current(), today: day, language }, now()),
  calendar: async (context, { language, today: day, file }) => {
    const { workbench, now } = context;
    const place = await context.fileToWrite(file, `${names[language]}.ics`, [
      { name: 'Calendar', extensions: ['ics'] },
    ]);
    const ask = { workbench, db: context.read(), law: workbench.law.current(), today: day ?? utcDay(now()), language };
    const { items } = await gatherDue(ask, now());
    const { storeId } = workbench.vault().slots();
    const written = await writeCalendar(place, items, { name: names[language], language, storeId, now: now() });
    return { file: place, ...written };
  },
};

const utcDay = (now: string): Day => now.slice(0, 10) as Day;
