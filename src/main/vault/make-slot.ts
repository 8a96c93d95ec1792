/** Making the slots of each way of opening the vault. */
import { randomBytes } from 'node:crypto';
import type { KeychainState } from '#shared/domains/vault/model';
import type { Instant } from '#shared/kernel/time';
import type { EscrowSheet } from '#shared/domains/vault/escrow-sheet';
import { keyFromEscrow, newEscrow } from './escrow';
import { assertOneKey, holdFor } from './hold';
import type { KeyPair } from './key-pair';
import type { Keychain } from './keychain';
import { keyFromKit, wordsOf } from './kit';
import { type KdfCost, keyFromPassphrase, newKdf } from './passphrase';
import { type Slots, slotOf, withoutSlot, withSlot } from './slots';

const newSlotId = (): string => randomBytes(6).toString('hex');

export type PersonsSecret = {
  readonly person: string;
  readonly signInTag: string | null;
  readonly passphrase: string;
  /** Given to whoever holds it. */
  readonly second?: KeyPair | null;
  /** Only tests make cheaper ones. */
  readonly cost?: KdfCost;
};

/** A slot for one person in place of the one they had: with a pair of its own, so that an old passphrase opens nothing that is sealed later. */
export async function withPassphrase(
  slots: Slots,
  dataKey: Uint8Array,
  { person, signInTag, passphrase, second = null, cost }: PersonsSecret,
  now: Instant,
): Promise<Slots> {
  assertOneKey(slots);
  const kdf = newKdf(cost);
  const key = await keyFromPassphrase(passphrase, kdf);
  const named = { kind: 'passphrase' as const, id: newSlotId(), person };
  const hold = holdFor(slots.storeId, named, key, dataKey, second);
  return withSlot(slots, { ...named, madeAt: now, signInTag, kdf, hold });
}

export function withNewKit(
  slots: Slots,
  dataKey: Uint8Array,
  now: Instant,
  second: KeyPair | null = null,
): { slots: Slots; words: string[] } {
  assertOneKey(slots);
  const entropy = randomBytes(32);
  const named = { kind: 'kit' as const, id: newSlotId() };
  const hold = holdFor(slots.storeId, named, keyFromKit(entropy, slots.storeId), dataKey, second);
  return { slots: withSlot(slots, { ...named, madeAt: now, confirmedAt: null, hold }), words: wordsOf(entropy) };
}

export async function withKeychain(
  slots: Slots,
  dataKey: Uint8Array,
  keychain: Keychain,
  now: Instant,
): Promise<{ slots: Slots; state: KeychainState }> {
  assertOneKey(slots);
  const key = randomBytes(32);
  const state = await keychain.write(slots.storeId, key);
  if (state !== 'ok') return { slots: withoutSlot(slots, slotOf(slots, 'keychain')), state };
  const named = { kind: 'keychain' as const, id: newSlotId() };
  const hold = holdFor(slots.storeId, named, key, dataKey);
  return { slots: withSlot(slots, { ...named, madeAt: now, hold }), state };
}

/** Three sheets in place of the ones before, which then open nothing any more. */
export async function withNewEscrow(
  slots: Slots,
  dataKey: Uint8Array,
  now: Instant,
  second: KeyPair | null = null,
): Promise<{ slots: Slots; sheets: EscrowSheet[] }> {
  assertOneKey(slots);
  const named = { kind: 'escrow' as const, id: newSlotId() };
  const { secret, sheets } = await newEscrow(named.id);
  const hold = holdFor(slots.storeId, named, keyFromEscrow(secret, slots.storeId), dataKey, second);
  secret.fill(0);
  return { slots: withSlot(slots, { ...named, madeAt: now, hold }), sheets };
}
