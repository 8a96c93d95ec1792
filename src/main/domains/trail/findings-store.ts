/** What did not fit when the vault was opened, until somebody has looked into it. */
import type { FoundAtStart, MarkSource, TrailFinding } from '#shared/domains/trail/model';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import { appendLeaves } from './store';

export type FindingDraft = Omit<TrailFinding, 'id' | 'at'>;

/** Keeps the finding and puts it into the trail, both in the transaction under way. The same one twice is kept once. */
export async function recordFinding(db: WriteDb, finding: FindingDraft, now: Instant): Promise<void> {
  const same = (await openFindings(db)).some(
    ({ found, source, expected }) =>
      found === finding.found && source === finding.source && expected === finding.expected,
  );
  if (same) return;
  await db.query
    .insertInto('trail_findings')
    .values({ ...finding, at: now, settled_at: null, settled_by: null })
    .execute();
  const { expected, ...rest } = finding;
  const facts = expected === null ? rest : { ...rest, expected };
  await appendLeaves(db, 'finding', [
    { at: now, actor: 'steward', origin: 'itself', event: 'trail.found', about: [], facts },
  ]);
}

/** Newest first; the settled ones are left out. */
export async function openFindings(db: ReadDb): Promise<TrailFinding[]> {
  const rows = await db.query
    .selectFrom('trail_findings')
    .select(['id', 'at', 'found', 'source', 'expected', 'size'])
    .where('settled_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    at: row.at as Instant,
    found: row.found as FoundAtStart,
    source: row.source as MarkSource,
  }));
}

/** Says that somebody has looked into it. False when there is no such open finding. */
export async function settleFinding(db: WriteDb, id: number, by: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('trail_findings')
    .set({ settled_at: now, settled_by: by })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
