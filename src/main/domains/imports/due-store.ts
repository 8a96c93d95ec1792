/** What waits of imports: rows that were kept back and that nobody has decided on. */
import type { DueSource } from '../../ipc/due-source';

export const dueRows: DueSource = async ({ db }) => {
  const [row] = await db.driver.all(
    "select count(*) as rows, min(import) as import from import_quarantine where state = 'open'",
  );
  const rows = Number(row?.['rows']);
  if (rows === 0) return [];
  return [
    {
      id: 'quarantine',
      kind: 'quarantine-open',
      title: '',
      on: null,
      owner: null,
      count: rows,
      about: String(row?.['import']),
    },
  ];
};
