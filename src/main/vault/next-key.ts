/** A new data key for every slot: sealed to all of them beside the one in use, and in its place once the store has it. */
import { brokenRule } from '#shared/kernel/failures';
import { storeOpensWith } from '../db/open';
import { assertOneKey, type Held, sealedBeside } from './hold';
import { keyCheck } from './seal';
import type { Hold, Slots } from './slots';
import type { SlotsKeeper } from './slots-keeper';

/**
 * The slots with both keys. Throws `vault.older-slots` when one cannot be given a key without its secret, and
 * `vault.rotation-unfinished` when there are two keys already.
 */
export function withNextKey(slots: Slots, next: Uint8Array): Slots {
  assertOneKey(slots);
  return {
    ...slots,
    nextKeyCheck: keyCheck(next, slots.storeId),
    slots: slots.slots.map((slot) => {
      if (slot.hold.form === 'direct') throw brokenRule('vault.older-slots', { slot: slot.kind });
      return { ...slot, hold: sealedBeside(slots.storeId, slot, slot.hold, next) };
    }),
  };
}

const withHolds = (slots: Slots, change: (hold: Hold & { form: 'pair' }) => Hold): Slots['slots'] =>
  slots.slots.map((slot) => (slot.hold.form === 'pair' ? { ...slot, hold: change(slot.hold) } : slot));

/** The store has the next key: it is the one in use, and the one before is in no slot any more. */
export const withNextInUse = (slots: Slots): Slots => ({
  ...slots,
  keyCheck: slots.nextKeyCheck ?? slots.keyCheck,
  nextKeyCheck: null,
  slots: withHolds(slots, (hold) => ({ ...hold, dataKey: hold.next ?? hold.dataKey, next: null })),
});

/** The store still has the key in use: the next one is dropped. */
export const withoutNext = (slots: Slots): Slots => ({
  ...slots,
  nextKeyCheck: null,
  slots: withHolds(slots, (hold) => ({ ...hold, next: null })),
});

/** Finishes what a kill or a power cut interrupted: the store itself says which of the two keys it has. */
export async function settleKeys(folder: string, keeper: SlotsKeeper, held: Held): Promise<void> {
  keeper.use(held.dataKey);
  if (keeper.get().nextKeyCheck === null) return;
  if (held.next === null || (await storeOpensWith(folder, held.dataKey))) {
    await keeper.keepOnly(withoutNext);
    return;
  }
  keeper.use(held.next);
  await keeper.keepOnly(withNextInUse);
}
