/** The gate that serve asks when an operation needs two people. */
import { randomBytes } from 'node:crypto';
import { mayBeHere, mayGrants } from '#shared/domains/access/rules';
import { idFrom } from '#shared/kernel/ids';
import { localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { ApprovalGate, DualAsk } from '../../ipc/approval';
import { peopleWithGrants } from '../access/public';
import { putRequest, useApproval } from './store';

/** Everybody but the one who asks who may approve in that domain, here and now. */
async function othersWhoMayApprove(db: ReadDb, ask: Pick<DualAsk, 'actor' | 'domain' | 'now'>): Promise<string[]> {
  const today = localDay(ask.now);
  const people = await peopleWithGrants(db);
  return people
    .filter(
      ({ person, grants }) =>
        person.id !== ask.actor.id &&
        mayBeHere(person, today) &&
        mayGrants(grants, ask.domain, 'approve') &&
        mayGrants(grants, 'approvals', 'approve'),
    )
    .map(({ person }) => person.id);
}

export const approvalGate: ApprovalGate = {
  use: useApproval,
  others: othersWhoMayApprove,
  request: (db, ask, kind, facts) => putRequest(db, idFrom('apr', randomBytes(13)), ask, kind, facts),
};
