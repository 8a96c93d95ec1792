/** Answers about what is due. */
import type { today } from '#shared/domains/today/operations';
import type { Day } from '#shared/kernel/time';
import type { Handlers } from '../../ipc/context';
import { writeCalendar } from './calendar-file';
import { gatherDue } from './gather';

const names = { en: 'What is due', de: 'Was ansteht' } as const;

export const todayHandlers: Handlers<typeof today> = {
  list: ({ db, workbench, now }, { language, today: day }) =>
    gatherDue(db, workbench.law.current(), now(), day ?? (now().slice(0, 10) as Day), language),
  calendar: async (context, { language, today: day, file }) => {
    const { workbench, now } = context;
    const place = await context.fileToWrite(file, `${names[language]}.ics`, [
      { name: 'Calendar', extensions: ['ics'] },
    ]);
    const { items } = await gatherDue(
      context.read(),
      workbench.law.current(),
      now(),
      day ?? (now().slice(0, 10) as Day),
      language,
    );
    const written = await writeCalendar(place, items, names[language], workbench.vault().slots().storeId, now());
    return { file: place, ...written };
  },
};
