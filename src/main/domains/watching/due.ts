/** What is due of watching: alerts that nobody has looked at. */
import type { DueSource } from '../../ipc/due-source';
import { openAlerts } from './store';

export const dueAlerts: DueSource = async ({ db, today }) => {
  const { open } = await openAlerts(db);
  return open === 0
    ? []
    : [{ id: 'alerts', kind: 'alerts-open', title: '', on: today, owner: null, count: open, about: '' }];
};
