/** Enters worked-out merges: the changed customers, the log that undoing needs, and their history. */
import type { WriteDb } from '../../db/handles';
import { insertHistory, insertMergeLog, updatePacked } from './store';
import type { Merges } from './worker-messages';

export type MergeFacts = {
  readonly importId: string;
  readonly actor: string;
  readonly at: string;
  /** The import has ended; its own customers are like all others. */
  readonly ended?: boolean;
};

export async function applyMerges(db: WriteDb, { updates, log, history }: Merges, facts: MergeFacts): Promise<void> {
  if (updates) await updatePacked(db, updates, facts.ended ? null : facts.importId, facts.at);
  if (log) await insertMergeLog(db, log, facts.importId);
  if (history) await insertHistory(db, history, 'import-merged', facts.actor, facts.at);
}
