/** Making a backup at a place: hold the store, send, read back, write it down, let old ones go. */
import { usualRetention, type Retention } from '#shared/domains/backups/retention';
import { localDay } from '#shared/kernel/time';
import { createBackup, type MadeBackup } from '../../backup/create';
import type { Destination } from '../../backup/destination';
import { pruneRepository, type Pruned } from '../../backup/prune';
import type { Repository } from '../../backup/repository';
import { mayGo } from '#shared/domains/backups/retention';
import type { Instant } from '#shared/kernel/time';
import type { TaskContext } from '../../ipc/context';
import type { Workbench } from '../../ipc/workbench';
import { type Doing, keepRun, ownRepositoryAt, runOf, writingDown } from './at-place';
import { readErasures } from './ledger-store';
import { listFolders } from './store';
import { holdVault } from './vault-source';

export type Made = {
  readonly sequence: number;
  readonly at: Instant;
  readonly bytes: number;
  readonly pages: number;
  readonly files: number;
  readonly resumed: number;
  readonly removed: number[];
};

export type WhileMaking = Pick<TaskContext, 'workbench' | 'signal' | 'progress' | 'now'> & {
  readonly pausing?: () => Promise<void>;
};

/** Each run of the schedule lets go of so many at most: a mistake in a plan shows before it has taken everything. */
const mostAtOnce = 1;

export async function makeBackup(
  context: WhileMaking,
  place: Destination,
  name: string,
  retention: Retention = usualRetention,
): Promise<Made> {
  const { workbench, signal, progress } = context;
  const doing: Doing = { kind: 'backup', place: name, startedAt: context.now() };
  return writingDown(workbench, doing, async () => {
    const repository = await ownRepositoryAt(workbench, place);
    const made = await sendOnce(context, repository);
    const removed = await letGo(workbench, repository, retention, context.now(), signal, mostAtOnce).catch(() => null);
    const { sequence, at, added } = made.manifest;
    const facts = {
      bytes: added.bytes,
      pages: added.pages,
      files: added.files,
      digest: made.digest,
      customers: made.manifest.counts['customers'] ?? 0,
      removed: removed?.removed.length ?? 0,
    };
    const run = await runOf(workbench, doing, { outcome: 'good', sequence, facts });
    await workbench.write((db) => keepRun(db, run));
    progress({ stage: 'publishing', done: 1, total: 1, unit: 'steps' });
    return {
      sequence,
      at,
      bytes: added.bytes,
      pages: added.pages,
      files: added.files,
      resumed: made.resumed,
      removed: [...(removed?.removed ?? [])],
    };
  });
}

/** A file that went away between listing and reading means looking again; what was sent is not sent twice. */
async function sendOnce(context: WhileMaking, repository: Repository): Promise<MadeBackup> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(context, repository);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT' || attempt === 3) throw error;
    }
  }
}

async function send(
  { workbench, signal, progress, pausing }: WhileMaking,
  repository: Repository,
): Promise<MadeBackup> {
  const folders = await listFolders(workbench.read());
  const held = await holdVault(workbench, folders, readErasures);
  let isHeld = true;
  const release = async (): Promise<void> => {
    if (isHeld) await held.release();
    isHeld = false;
  };
  try {
    return await createBackup(repository, held.source, {
      signal,
      storeRead: release,
      ...(pausing === undefined ? {} : { pausing }),
      progress: ({ stage, done, total }) =>
        progress({ stage: `backup-${stage}`, done, total, unit: total > 1 ? 'bytes' : 'steps' }),
    });
  } finally {
    await release();
  }
}

/** What the plan says may go, goes. Every backup that is published was read back, so each counts as verified here. */
export function letGo(
  _workbench: Workbench,
  repository: Repository,
  retention: Retention,
  now: Instant,
  signal: AbortSignal,
  most: number,
): Promise<Pruned> {
  return pruneRepository(
    repository,
    (manifests) =>
      mayGo(
        manifests.map(({ manifest: { sequence, at } }) => ({ sequence, at, day: localDay(at), verified: true })),
        retention,
        now,
        most,
      ),
    now,
    signal,
  );
}
