/** Takes bytes in as evidence: encrypted, read back, and only then recorded, together with whatever else belongs to it. */
import type { EvidenceId, EvidenceKind } from '#shared/domains/evidence/model';
import { assert } from '#shared/kernel/assert';
import type { Day } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import type { TaskContext } from '../../ipc/context';
import type { Workbench } from '../../ipc/workbench';
import { innerKey } from '../../vault/inner-keys';
import { forgetFile, keepFile, readKept, sha256Of, storedName } from './files';
import { insertEvidence, setLinks, type StoredEvidence } from './store';

/** Names of files whose record is not committed yet. */
export const comingIn = (workbench: Workbench): Set<string> =>
  workbench.cache('evidence.coming-in', () => new Set<string>());

export type Taken = { readonly bytes: Uint8Array; readonly fileName: string; readonly kind: EvidenceKind };
export type Recorded = Pick<StoredEvidence, 'title' | 'replaces'> & {
  readonly expiresOn: Day | null;
  readonly targets: readonly string[];
};

/** `record` says what is kept of it, in the transaction that ends the task; `after` adds what belongs to it and gives the task's answer. */
export async function takeIn<T>(
  context: TaskContext,
  { bytes, fileName, kind }: Taken,
  record: (db: WriteDb) => Promise<Recorded>,
  after: (db: WriteDb, id: EvidenceId) => Promise<T>,
): Promise<T> {
  const { workbench, now, newId, caller } = context;
  const id = newId('evi') as EvidenceId;
  const { folder } = workbench.vault();
  const key = await context.write((db) => innerKey(db, 'evidence', now()));
  const sha256 = sha256Of(bytes);
  const storedAs = storedName(key, sha256, id);
  const coming = comingIn(workbench);
  coming.add(storedAs);
  try {
    await keepFile(folder, key, id, storedAs, bytes);
    assert((await readKept(folder, key, { id, storedAs, sha256 })) !== null, 'what was kept can be read');
    return await context.finish(async (db) => {
      const { title, replaces, expiresOn, targets } = await record(db);
      await insertEvidence(db, {
        id,
        title,
        fileName,
        kind,
        bytes: bytes.length,
        sha256,
        storedAs,
        addedAt: now(),
        addedBy: caller.actor.id,
        expiresOn,
        replaces,
      });
      await setLinks(db, id, [...new Set(targets)]);
      return after(db, id);
    });
  } catch (error) {
    await forgetFile(folder, storedAs);
    throw error;
  } finally {
    coming.delete(storedAs);
  }
}
