/** Requests that need a second person, in the store. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Approval, approvalDays, type ApprovalId } from '#shared/domains/approvals/model';
import type { DualKind, PersonId } from '#shared/domains/access/model';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import type { DualAsk, DualFacts } from '../../ipc/approval';

type Row = {
  id: string;
  kind: string;
  domain: string;
  operation: string;
  input: string;
  facts: string;
  requested_by: string;
  requested_at: string;
  state: string;
  decided_by: string | null;
  decided_at: string | null;
  note: string;
};

const oldest = (now: Instant): string => new Date(Date.parse(now) - approvalDays * 86_400_000).toISOString();

const approvalOf = (row: Row, now: Instant): Approval => ({
  id: row.id as ApprovalId,
  kind: row.kind as DualKind,
  domain: row.domain,
  operation: row.operation,
  input: JSON.parse(row.input) as unknown,
  facts: JSON.parse(row.facts) as Approval['facts'],
  requestedBy: row.requested_by as PersonId,
  requestedAt: row.requested_at as Instant,
  state:
    row.state === 'approved' && (row.decided_at ?? '') < oldest(now) ? 'expired' : (row.state as Approval['state']),
  decidedBy: row.decided_by as PersonId | null,
  decidedAt: row.decided_at as Instant | null,
  note: row.note,
});

/** Where a file goes is chosen again each time, so it is not part of what was approved. */
const asked = (input: unknown): string => {
  const { file: _file, ...rest } = input as Record<string, unknown>;
  return canonicalize(rest) ?? '{}';
};
const digestOf = (ask: DualAsk): string =>
  createHash('sha256')
    .update(`${ask.domain}.${ask.operation}\n${asked(ask.input)}`)
    .digest('hex');

/** Newest first. */
export async function listApprovals(db: ReadDb, open: boolean, now: Instant): Promise<Approval[]> {
  let found = db.query.selectFrom('approvals').selectAll().orderBy('requested_at', 'desc').limit(1_000);
  if (open) found = found.where('state', 'in', ['waiting', 'approved']);
  return (await found.execute()).map((row) => approvalOf(row, now));
}

export async function findApproval(db: ReadDb, id: string, now: Instant): Promise<Approval | null> {
  const row = await db.query.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : approvalOf(row, now);
}

/** Decides a waiting request; false when somebody did so before. */
export async function decide(
  db: WriteDb,
  id: string,
  said: { state: 'approved' | 'denied' | 'withdrawn'; by: string; at: Instant; note: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('approvals')
    .set({ state: said.state, decided_by: said.by, decided_at: said.at, note: said.note })
    .where('id', '=', id)
    .where('state', 'in', said.state === 'withdrawn' ? ['waiting', 'approved'] : ['waiting'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Uses up one good approval of this very request. */
export async function useApproval(db: WriteDb, ask: DualAsk): Promise<boolean> {
  const found = await db.query
    .selectFrom('approvals')
    .select('id')
    .where('digest', '=', digestOf(ask))
    .where('requested_by', '=', ask.actor.id)
    .where('state', '=', 'approved')
    .where('decided_at', '>=', oldest(ask.now))
    // An approval dated after now was given before the clock was set back; it is not trusted.
    .where('decided_at', '<=', ask.now)
    .orderBy('decided_at')
    .limit(1)
    .executeTakeFirst();
  if (found === undefined) return false;
  await db.query.updateTable('approvals').set({ state: 'used' }).where('id', '=', found.id).execute();
  return true;
}

/** Writes a request down, or finds the same one waiting. */
export async function putRequest(
  db: WriteDb,
  id: string,
  ask: DualAsk,
  kind: DualKind,
  facts: DualFacts,
): Promise<string> {
  const digest = digestOf(ask);
  const waiting = await db.query
    .selectFrom('approvals')
    .select('id')
    .where('digest', '=', digest)
    .where('requested_by', '=', ask.actor.id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (waiting !== undefined) return waiting.id;
  await db.query
    .insertInto('approvals')
    .values({
      id,
      kind,
      domain: ask.domain,
      operation: ask.operation,
      input: asked(ask.input),
      digest,
      facts: JSON.stringify(facts),
      requested_by: ask.actor.id,
      requested_at: ask.now,
      state: 'waiting',
      decided_by: null,
      decided_at: null,
    })
    .execute();
  return id;
}
