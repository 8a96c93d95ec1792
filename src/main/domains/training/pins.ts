/** PINs for signing off on a shared machine: hashed like passphrases, and looked at only so often. */
import { timingSafeEqual } from 'node:crypto';
import type { MemberId } from '#shared/domains/training/model';
import { brokenRule } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import type { TaskContext } from '../../ipc/context';
import { keyFromPassphrase, newKdf, PassphraseKdf } from '../../vault/passphrase';

/** After so many wrong ones in a row a new PIN must be set. */
export const mostPinFailures = 5;

type KeptPin = { readonly kdf: string; readonly hash: string; readonly failures: number };

const findPin = (db: ReadDb, member: MemberId): Promise<KeptPin | undefined> =>
  db.query
    .selectFrom('training_pins')
    .select(['kdf', 'hash', 'failures'])
    .where('member', '=', member)
    .executeTakeFirst();

export async function pinStates(db: ReadDb): Promise<ReadonlyMap<string, 'set' | 'locked'>> {
  const rows = await db.query.selectFrom('training_pins').select(['member', 'failures']).execute();
  return new Map(rows.map(({ member, failures }) => [member, failures < mostPinFailures ? 'set' : 'locked']));
}

export async function setPin(db: WriteDb, member: MemberId, pin: string, by: string, at: Instant): Promise<void> {
  const kdf = newKdf();
  const hash = Buffer.from(await keyFromPassphrase(pin, kdf)).toString('base64');
  const kept = { kdf: JSON.stringify(kdf), hash, failures: 0, set_by: by, set_at: at };
  await db.query
    .insertInto('training_pins')
    .values({ member, ...kept })
    .onConflict((conflict) => conflict.column('member').doUpdateSet(kept))
    .execute();
}

/** Throws unless the PIN is right. The attempt is counted for good before the PIN is looked at. */
export async function assertPin({ write }: TaskContext, member: MemberId, pin: string): Promise<void> {
  const kept = await write(async (db) => {
    const found = await findPin(db, member);
    if (found === undefined) throw brokenRule('training.no-pin');
    if (found.failures >= mostPinFailures) throw brokenRule('training.pin-locked');
    await db.query
      .updateTable('training_pins')
      .set({ failures: found.failures + 1 })
      .where('member', '=', member)
      .execute();
    return found;
  });
  const made = await keyFromPassphrase(pin, PassphraseKdf.parse(JSON.parse(kept.kdf)));
  if (!timingSafeEqual(made, Buffer.from(kept.hash, 'base64')))
    throw brokenRule('training.wrong-pin', { left: mostPinFailures - kept.failures - 1 });
}

export const clearPinFailures = (db: WriteDb, member: MemberId) =>
  db.query.updateTable('training_pins').set({ failures: 0 }).where('member', '=', member).execute();
