/** Switching the second key on, off, and over to another one: first the slots, then the store in one transaction, then the slots again. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsSecondKey } from '#shared/domains/access/rules';
import { brokenRule } from '#shared/kernel/failures';
import type { ReadDb, WriteDb } from '../../db/handles';
import type { TaskContext } from '../../ipc/context';
import type { KeyPair } from '../../vault/key-pair';
import { secondKeyHolders } from '../access/public';
import { exchangeSecondKey, switchOffSecondKey, switchOnSecondKey } from '../customers/public';

export const secondKeySince = async (db: ReadDb): Promise<string | null> =>
  (await db.query.selectFrom('second_key').select('made_at').executeTakeFirst())?.made_at ?? null;

export async function switchOn(context: TaskContext, passphrase: string): Promise<Record<string, never>> {
  const { second } = await provenHolder(context, passphrase);
  if (second.inUse() !== null) throw brokenRule('vault.second-key-there');
  const pair = await second.prepare(await secondKeyHolders(context.read()));
  return through(context, pair, (work) => switchOnSecondKey(work, pair.publicKey));
}

export async function switchOff(context: TaskContext, passphrase: string): Promise<Record<string, never>> {
  const { second } = await provenHolder(context, passphrase);
  if (second.inUse() === null) throw brokenRule('vault.no-second-key');
  return through(context, null, switchOffSecondKey);
}

/** Another key in place of the one that is held. */
export async function exchange(context: TaskContext): Promise<Record<string, never>> {
  const { second } = context.workbench.vault();
  const pair = await second.prepare(await secondKeyHolders(context.read()));
  return through(context, pair, (work) => exchangeSecondKey(work, pair.publicKey));
}

async function provenHolder({ workbench, caller }: TaskContext, passphrase: string) {
  if (!holdsSecondKey(caller.actor.role)) throw brokenRule('vault.second-key-not-yours');
  const vault = workbench.vault();
  await vault.provePassphrase(caller.actor.id, passphrase);
  vault.second.takeUp(caller.actor.id);
  return vault;
}

type Work = Parameters<typeof switchOffSecondKey>[0];

/**
 * The transaction decides: before its commit the slots have a key too many, after it perhaps the one from before; whichever
 * is not in use is taken out now, or when the vault is next opened.
 */
async function through(
  { workbench, now, finish, progress, signal }: TaskContext,
  next: KeyPair | null,
  change: (work: Work) => Promise<void>,
): Promise<Record<string, never>> {
  const vault = workbench.vault();
  const step = (): void => {
    signal.throwIfAborted();
    progress({ stage: 'second-key', done: 0, total: null, unit: 'steps' });
  };
  try {
    await finish(async (db: WriteDb) => {
      workbench.afterCommit(() => vault.second.use(next));
      await change({ db, vault, now: now(), step });
      return {};
    });
    // Copies from before migrations hold the same values without the second key.
    if (next !== null) await rm(join(vault.folder, 'set-aside'), { recursive: true, force: true });
  } finally {
    await vault.second.tidy();
  }
  workbench.emit('changed', { domain: 'customers' });
  return {};
}
