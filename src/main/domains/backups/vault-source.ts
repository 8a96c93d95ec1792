/** The open vault as something to back up: its store held still, its files, and what is known about them at that moment. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ErasureEntry } from '#shared/domains/backups/model';
import { brokenRule } from '#shared/kernel/failures';
import { fileAt, filesBelow, type Source, type SourceFile } from '../../backup/source';
import { storeVersion } from '../../db/migrate';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { makeCheckpoint, markTrail, trailCheckpoint } from '../trail/public';
import { countRows } from './counts-store';

/** A folder of the owner's that goes along, under a name that is one step of a path. */
export type OwnFolder = { readonly name: string; readonly folder: string };

/** What lies in the vault's folder and belongs to it. Logs, copies from before migrations and locks do not. */
const ownFiles = ['slots.json', 'attempts.json', 'trail-mark.json'] as const;
const ownFolders = ['evidence', 'content'] as const;

export type HeldVault = { readonly source: Source; release(): Promise<void> };

/** Holds the store still for as long as it takes to read it; others go on working meanwhile. */
export async function holdVault(
  workbench: Workbench,
  folders: readonly OwnFolder[],
  erasures: (db: ReadDb) => Promise<ErasureEntry[]>,
): Promise<HeldVault> {
  const vault = workbench.vault();
  const at = workbench.clock.now();
  // The mark says how long the trail is at least, so it must not be newer than the store that goes with it.
  await markTrail(workbench);
  const { note } = await workbench.write((db) => makeCheckpoint(db, 'export', at));
  return workbench.alone(async () => {
    const held = await vault.snapshot();
    try {
      const files = await filesOf(vault.folder, folders);
      const facts = async () => ({
        at,
        storeId: vault.slots().storeId,
        storeKey: Buffer.from(held.key).toString('base64'),
        program: 'steward',
        schema: await storeVersion(held.db.driver),
        trail: { ...(await trailCheckpoint(held.db)), note },
        counts: await countRows(held.db),
        erasures: await erasures(held.db),
      });
      return { source: { database: held, files, facts }, release: held.release };
    } catch (error) {
      await held.release();
      throw error;
    }
  });
}

async function filesOf(vault: string, folders: readonly OwnFolder[]): Promise<SourceFile[]> {
  const own = await Promise.all(ownFiles.map((name) => fileAt(join(vault, name), `vault/${name}`)));
  const found = own.filter((file) => file !== null);
  for (const name of ownFolders)
    found.push(...(await filesBelow(join(vault, name), `vault/${name}`, (path) => path.endsWith('.tmp'))));
  for (const { name, folder } of folders) {
    if (!existsSync(folder)) throw brokenRule('backups.folder-missing');
    found.push(...(await filesBelow(folder, `folders/${name}`)));
  }
  return found;
}
