/** Answers about reports. */
import type { reports } from '#shared/domains/reports/operations';
import type { Handlers } from '../../ipc/context';
import { exportReport } from './export';
import { holdingsContent } from './holdings-content';
import { readHoldings } from './store';

export const reportsHandlers: Handlers<typeof reports> = {
  holdings: ({ db, workbench, now }) => readHoldings(db, workbench.vault().slots().storeId, now()),
  exportHoldings: async (context, { format, language, file }) => {
    const place = await context.fileToWrite(file, `${names[language]}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const step = (stage: string, done: number): void => context.progress({ stage, done, total: 2, unit: 'steps' });
    step('count', 0);
    const report = await readHoldings(context.read(), context.workbench.vault().slots().storeId, context.now());
    step('write', 1);
    const bytes = await exportReport(holdingsContent(report, language), format, place, context.signal);
    return { file: place, fields: report.fields.length, people: report.people, bytes };
  },
};

const names = { en: 'What we hold', de: 'Was wir speichern' } as const;
