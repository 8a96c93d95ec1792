/** A repository in memory or in a folder for tests, with the vault of a test bench as what is backed up. */
import type { Destination, Stored } from '#main/backup/destination';
import { cut } from '#main/backup/destination';
import { createBackup, type MadeBackup } from '#main/backup/create';
import { openOwnRepository, type Repository } from '#main/backup/repository';
import { holdVault, type OwnFolder } from '#main/domains/backups/vault-source';
import { repositorySecret } from '#main/domains/backups/secret';
import type { Workbench } from '#main/ipc/workbench';

/** A place that lives in memory: what a test looks at and breaks. */
export function memoryPlace(
  objects: Map<string, Buffer> = new Map(),
): Destination & { readonly objects: Map<string, Buffer> } {
  return {
    kind: 'folder',
    objects,
    put: async (name, bytes) => {
      if (objects.has(name)) return 'there';
      objects.set(name, Buffer.from(bytes));
      return 'written';
    },
    get: async (name, part) => {
      const bytes = objects.get(name);
      return bytes === undefined ? null : Buffer.from(cut(bytes, part));
    },
    holds: async (name, bytes) => objects.get(name)?.equals(bytes) === true,
    list: async (folder) =>
      [...objects].flatMap(([name, bytes]): Stored[] =>
        (folder === '' ? !name.includes('/') : name.startsWith(`${folder}/`)) ? [{ name, bytes: bytes.length }] : [],
      ),
    remove: async (name) => {
      objects.delete(name);
      return 'removed';
    },
    close: async () => undefined,
  };
}

export async function ownRepository(workbench: Workbench, place: Destination): Promise<Repository> {
  const secretOf = await repositorySecret(workbench);
  return openOwnRepository(place, { vault: workbench.vault().slots(), secretOf, now: workbench.clock.now() });
}

/** One whole backup of the open vault. */
export async function backUp(
  workbench: Workbench,
  place: Destination,
  folders: readonly OwnFolder[] = [],
  signal: AbortSignal = new AbortController().signal,
): Promise<MadeBackup> {
  const repository = await ownRepository(workbench, place);
  const held = await holdVault(workbench, folders, async () => []);
  try {
    return await createBackup(repository, held.source, { signal });
  } finally {
    await held.release();
  }
}
