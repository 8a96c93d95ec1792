/** Answers about reports. */
import type { reports } from '#shared/domains/reports/operations';
import type { Handlers } from '../../ipc/context';
import { exportReport } from './export';
import { readHoldings } from './store';

export const reportsHandlers: Handlers<typeof reports> = {
  holdings: ({ db, workbench, now }) => readHoldings(db, workbench.vault().slots().storeId, now()),
  exportHoldings: async (context, { format, language, file }) => {
    const place = await context.fileToWrite(file, `${names[language]}.${format}`, [{ name: format.toUpperCase(), extensions: [format] }]);
    const report = await readHoldings(context.read(), context.workbench.vault().slots().storeId, context.now());
    return exportReport(report, format, language, place);
  },
};

const names = { en: 'What we hold', de: 'Was wir speichern' } as const;
