/** Answers about things that need two people. */
import type { Approval } from '#shared/domains/approvals/model';
import type { approvals } from '#shared/domains/approvals/operations';
import { AppError, brokenRule, conflict, notFound } from '#shared/kernel/failures';
import type { ReadDb } from '../../db/handles';
import type { CommandContext, Handlers } from '../../ipc/context';
import { decide, findApproval, listApprovals } from './store';

export const approvalsHandlers: Handlers<typeof approvals> = {
  list: async ({ db, now }, { open }) => ({ approvals: await listApprovals(db, open, now()) }),
  approve: (context, { id, note }) => decideAs(context, id, 'approved', note),
  deny: (context, { id, note }) => decideAs(context, id, 'denied', note),
  withdraw: async ({ db, now, caller }, { id }) => {
    const approval = await approvalWith(db, id, now());
    if (approval.requestedBy !== caller.actor.id) throw brokenRule('approvals.not-yours');
    if (!(await decide(db, id, { state: 'withdrawn', by: caller.actor.id, at: now(), note: '' })))
      throw conflict('approval');
    return approvalWith(db, id, now());
  },
};

async function decideAs(
  { db, now, caller, may }: CommandContext,
  id: Approval['id'],
  state: 'approved' | 'denied',
  note: string,
): Promise<Approval> {
  const approval = await approvalWith(db, id, now());
  if (approval.requestedBy === caller.actor.id) throw brokenRule('approvals.own-request');
  // The right to approve belongs to the domain that the thing is done in.
  if (!may('approve', approval.domain))
    throw new AppError({ code: 'forbidden', permission: `${approval.domain}.approve` });
  if (!(await decide(db, id, { state, by: caller.actor.id, at: now(), note }))) throw conflict('approval');
  return approvalWith(db, id, now());
}

async function approvalWith(db: ReadDb, id: string, now: Parameters<typeof findApproval>[2]): Promise<Approval> {
  const found = await findApproval(db, id, now);
  if (found === null) throw notFound('approval');
  return found;
}
