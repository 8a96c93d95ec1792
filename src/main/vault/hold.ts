/** How a slot holds the data key: sealed to a pair whose private half the slot's own secret opens. */
import { brokenRule } from '#shared/kernel/failures';
import { type KeyPair, newPair, sealTo, unsealFrom } from './key-pair';
import { keyCheck, keyFits, seal, unseal } from './seal';
import { type Hold, proven, type Slot, type Slots } from './slots';

/** The same slots holding this data key and no other, proven under it: nobody has to type anything, since each has a pair. */
export function slotsHolding(slots: Slots, dataKey: Uint8Array): Slots {
  const holding = slots.slots.flatMap((slot): Slot[] => {
    if (slot.hold.form !== 'pair') return [];
    const { publicKey } = slot.hold;
    const sealed = sealTo(publicKey, dataKey, placeOf(slots.storeId, slot, 'data key'));
    return [{ ...slot, hold: { ...slot.hold, dataKey: sealed, next: null } }];
  });
  const check = keyCheck(dataKey, slots.storeId);
  return proven({ ...slots, slots: holding, keyCheck: check, nextKeyCheck: null, attempts: null }, dataKey);
}

type Named = { readonly kind: Slot['kind']; readonly id: string; readonly person?: string };

/** What is authenticated with everything sealed in a slot: a slot moved to another store, place or person does not open. */
const placeOf = (storeId: string, { kind, id, person }: Named, part: string): string =>
  [storeId, kind, id, person ?? '', part, 'version 2'].join('|');

/** A fresh pair under `secretKey` that holds the data key, and the second key where its owner is to have it. */
export function holdFor(
  storeId: string,
  slot: Named,
  secretKey: Uint8Array,
  dataKey: Uint8Array,
  second: KeyPair | null = null,
): Hold {
  const { publicKey, privateKey } = newPair();
  const hold: Hold = {
    form: 'pair',
    publicKey,
    privateKey: seal(secretKey, privateKey, placeOf(storeId, slot, 'private key')),
    dataKey: sealTo(publicKey, dataKey, placeOf(storeId, slot, 'data key')),
    next: null,
  };
  privateKey.fill(0);
  return second === null ? hold : withSecond(storeId, slot, hold, second);
}

/** The same hold with the second key beside what it has. Needs no secret. */
export const withSecond = (
  storeId: string,
  slot: Named,
  hold: Extract<Hold, { form: 'pair' }>,
  second: KeyPair,
): Hold => ({
  ...hold,
  seconds: [
    ...(hold.seconds ?? []).filter(({ publicKey }) => publicKey !== second.publicKey).slice(-1),
    {
      publicKey: second.publicKey,
      box: sealTo(hold.publicKey, second.privateKey, placeOf(storeId, slot, `second key ${second.publicKey}`)),
    },
  ],
});

/** The same hold with no second key but this one, if it has it. */
export function withoutSeconds(hold: Hold, but: string | null = null): Hold {
  if (hold.form === 'direct' || hold.seconds === undefined) return hold;
  const { seconds, ...rest } = hold;
  const kept = seconds.filter(({ publicKey }) => publicKey === but);
  return kept.length === 0 ? rest : { ...rest, seconds: kept };
}

export const holdsSecond = ({ hold }: Slot, publicKey: string | null): boolean =>
  hold.form === 'pair' && (hold.seconds ?? []).some((one) => one.publicKey === publicKey);

/** A slot made while there are two keys would hold only one of them, perhaps the one that is dropped. */
export function assertOneKey({ nextKeyCheck }: Slots): void {
  if (nextKeyCheck !== null) throw brokenRule('vault.rotation-unfinished');
}

/** The same hold with one more data key beside the one in use. Needs no secret. */
export const sealedBeside = (
  storeId: string,
  slot: Named,
  hold: Extract<Hold, { form: 'pair' }>,
  next: Uint8Array,
): Hold => ({ ...hold, next: sealTo(hold.publicKey, next, placeOf(storeId, slot, 'data key')) });

/** The data key, and the one that will be next while the store is being encrypted anew. */
export type Held = {
  readonly dataKey: Uint8Array;
  readonly next: Uint8Array | null;
  /** The second key, where this slot has it: one, or two while it is being exchanged. */
  readonly seconds: readonly KeyPair[];
};

/** What a slot holds, or null when this key does not open it, or opens something that is not this store's key. */
export function openSlot(slots: Slots, slot: Slot, secretKey: Uint8Array): Held | null {
  const { hold } = slot;
  if (hold.form === 'direct') {
    const dataKey = unseal(secretKey, hold, `${slots.storeId}|${slot.kind}|${slot.id}|1`);
    return dataKey !== null && keyFits(dataKey, slots.storeId, slots.keyCheck)
      ? { dataKey, next: null, seconds: [] }
      : null;
  }
  const pair = pairOfSlot(slots.storeId, slot, secretKey);
  if (pair === null) return null;
  const place = placeOf(slots.storeId, slot, 'data key');
  const fitting = (box: typeof hold.next, check: string | null): Uint8Array | null => {
    const key = box === null || check === null ? null : unsealFrom(pair, box, place);
    return key !== null && check !== null && keyFits(key, slots.storeId, check) ? key : null;
  };
  const dataKey = fitting(hold.dataKey, slots.keyCheck);
  const next = fitting(hold.next, slots.nextKeyCheck);
  const seconds = (hold.seconds ?? []).flatMap(({ publicKey, box }) => {
    const opened = unsealFrom(pair, box, placeOf(slots.storeId, slot, `second key ${publicKey}`));
    return opened === null ? [] : [{ publicKey, privateKey: opened }];
  });
  pair.privateKey.fill(0);
  return dataKey === null ? null : { dataKey, next, seconds };
}

/** The pair of a slot, or null when this key does not open it or the slot, of version 1, has none. */
export function pairOfSlot(storeId: string, slot: Slot, secretKey: Uint8Array): KeyPair | null {
  const { hold } = slot;
  if (hold.form === 'direct') return null;
  const privateKey = unseal(secretKey, hold.privateKey, placeOf(storeId, slot, 'private key'));
  return privateKey === null ? null : { publicKey: hold.publicKey, privateKey };
}

/** The same slot with its private key under another secret key; what is sealed to the pair stays. */
export function underAnotherSecret(slots: Slots, slot: Slot, before: Uint8Array, after: Uint8Array): Hold {
  const { hold } = slot;
  if (hold.form === 'direct') throw new Error('A slot of version 1 has no private key.');
  const place = placeOf(slots.storeId, slot, 'private key');
  const privateKey = unseal(before, hold.privateKey, place);
  if (privateKey === null) throw new Error('The slot was opened with another key.');
  const moved = { ...hold, privateKey: seal(after, privateKey, place) };
  privateKey.fill(0);
  return moved;
}
