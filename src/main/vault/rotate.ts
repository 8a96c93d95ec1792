/** Encrypting the store under a new data key, so that a kill at any moment leaves a vault that opens with exactly one key. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/kernel/time';
import { type OpenStore, type RekeyStep, storeOpensWith } from '../db/open';
import { fileFailure } from '../files/durable';
import type { Keychain } from './keychain';
import { withKeychain } from './make-slot';
import { withNextInUse, withNextKey, withoutNext } from './next-key';
import { slotOf, withoutSlot } from './slots';
import type { SlotsKeeper, SlotsWriter } from './slots-keeper';

type Parts = {
  readonly folder: string;
  readonly keychain: Keychain;
  readonly keeper: SlotsKeeper;
  readonly store: OpenStore;
};

export async function rotate(
  { folder, keychain, keeper, store }: Parts,
  writer: SlotsWriter,
  now: Instant,
  told?: (step: RekeyStep) => void,
): Promise<void> {
  const next = randomBytes(32);
  const byKeychain = slotOf(keeper.get(), 'keychain');
  // Asked before anything is changed: can every slot be given the new key? The keychain's is made anew.
  withNextKey(withoutSlot(keeper.get(), byKeychain), next);
  // A keychain item may have been read by whoever the new key is to be kept from, so it is replaced as well.
  if (byKeychain !== undefined) {
    const made = await withKeychain(keeper.get(), keeper.dataKey(), keychain, now);
    if (made.state === 'ok') await writer.keepOnly(made.slots);
  }
  // Both generations hold both keys before the store is touched: whichever of them is read later opens it.
  await writer.keepOnly(withNextKey(keeper.get(), next));
  try {
    await store.rekey(keeper.dataKey(), next, told);
  } catch (error) {
    // The store itself says which key it has. If even that cannot be asked now, the next opening asks.
    const hasNext = await storeOpensWith(folder, next).catch(() => null);
    if (hasNext === true) await useNext(keeper, writer, next);
    if (hasNext === false) await writer.keepOnly(withoutNext(keeper.get()));
    throw fileFailure(error);
  }
  await useNext(keeper, writer, next);
  // Copies from before migrations are under the key that was just given up.
  await rm(join(folder, 'set-aside'), { recursive: true, force: true });
}

async function useNext(keeper: SlotsKeeper, writer: SlotsWriter, next: Uint8Array): Promise<void> {
  keeper.use(next);
  await writer.keepOnly(withNextInUse(keeper.get()));
}
