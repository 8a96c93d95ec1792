/** Looks and refusals for the trail: noted at once, written a moment later in one transaction, so that a look stays quick. */
import type { TrailDraft } from '#shared/domains/trail/model';
import type { WriteDb } from '../db/handles';
import type { Workbench } from './workbench';

const patience = 1_000;
/** Beyond this somebody is asking in a loop; the entry that says so is enough. */
const most = 10_000;

export type Watch = { note(draft: TrailDraft): void };

export function keepWatch(
  workbench: Workbench,
  appendTrail: (db: WriteDb, drafts: readonly TrailDraft[]) => Promise<void>,
): Watch {
  let waiting: TrailDraft[] = [];
  let timer: NodeJS.Timeout | null = null;
  /** Hands over what waits; what could not be committed waits again, before anything newer. */
  const flush = async (inTransaction: (work: (db: WriteDb) => Promise<void>) => Promise<void>): Promise<void> => {
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    try {
      await inTransaction((db) => appendTrail(db, batch));
    } catch {
      waiting = [...batch, ...waiting];
    }
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void flush(workbench.writeLast);
    }, patience);
    timer.unref();
  };
  workbench.atClose(async (db) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    await flush((work) => work(db));
    waiting = [];
  });
  return {
    note: (draft) => {
      if (waiting.length < most) waiting.push(draft);
      soon();
    },
  };
}
