/** What is due of obligations: those with a day, and those that have run out. */
import type { DueSource } from '../../ipc/due-source';
import { readRegister } from './register';

export const dueObligations: DueSource = async ({ db, workbench, today, language }) => {
  const { entries } = await readRegister(db, workbench, today, language);
  return entries
    .filter(({ row }) => row.dueOn !== null || row.state === 'expired')
    .map(({ row }) => ({
      id: `obligation:${row.name}`,
      kind: row.state === 'expired' ? 'obligation-expired' : 'obligation-due',
      title: row.title,
      on: row.dueOn,
      owner: row.owner,
      count: 1,
      about: row.name,
      ...(row.state === 'expired' ? { state: 'overdue' as const } : {}),
    }));
};
