/** The secret of each repository, from one key that lives in the vault's store: a backup needs nobody to type anything. */
import { hkdfSync } from 'node:crypto';
import { innerKey } from '../../vault/inner-keys';
import type { Workbench } from '../../ipc/workbench';

export async function repositorySecret(workbench: Workbench): Promise<(repository: string) => Uint8Array> {
  const key = await workbench.write((db) => innerKey(db, 'backup', workbench.clock.now()));
  return (repository) => new Uint8Array(hkdfSync('sha256', key, repository, 'steward repository secret', 32));
}
