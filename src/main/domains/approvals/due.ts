/** What waits for a second person, and what was approved and can be done now. */
import type { DueSource } from '../../ipc/due-source';
import { listApprovals } from './store';

export const dueApprovals: DueSource = async ({ db, workbench }) => {
  const open = await listApprovals(db, true, workbench.clock.now());
  const count = (state: 'waiting' | 'approved'): number => open.filter((approval) => approval.state === state).length;
  return [
    { kind: 'approvals-waiting' as const, count: count('waiting') },
    { kind: 'approvals-ready' as const, count: count('approved') },
  ].flatMap(({ kind, count: many }) =>
    many === 0 ? [] : [{ id: kind, kind, title: '', on: null, owner: null, count: many, about: '' }],
  );
};
