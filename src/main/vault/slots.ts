/** The slots file: the data key, sealed once for each way of opening the vault. Two generations are kept. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { unavailable } from '#shared/kernel/failures';
import { writeDurably } from '../files/durable';
import { keyCheck, keyFits, seal, type Sealed, unseal } from './seal';
import { PassphraseKdf } from './passphrase';

const sealedShape = { nonce: z.string(), sealed: z.string() };
const Slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keychain'), id: z.string(), ...sealedShape }),
  z.strictObject({ kind: z.literal('passphrase'), id: z.string(), kdf: PassphraseKdf, ...sealedShape }),
  z.strictObject({
    kind: z.literal('kit'),
    id: z.string(),
    madeAt: z.string(),
    confirmedAt: z.string().nullable(),
    ...sealedShape,
  }),
]);
export type Slot = z.infer<typeof Slot>;
export type SlotKind = Slot['kind'];

const SlotsFile = z.strictObject({
  format: z.literal('steward-slots'),
  version: z.literal(1),
  storeId: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{8}$/),
  generation: z.int().positive(),
  madeAt: z.string(),
  keyCheck: z.string().length(32),
  idleMinutes: z.int().min(1).max(480),
  slots: z.array(Slot),
});
export type Slots = z.infer<typeof SlotsFile>;

const current = (folder: string): string => join(folder, 'slots.json');
const earlier = (folder: string): string => join(folder, 'slots.previous.json');

/** Two groups of eight hex digits: short enough to compare by eye on a printed kit. */
export const newStoreId = (): string => `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;

export const emptySlots = (storeId: string, dataKey: Uint8Array, madeAt: string): Slots => ({
  format: 'steward-slots',
  version: 1,
  storeId,
  generation: 1,
  madeAt,
  keyCheck: keyCheck(dataKey, storeId),
  idleMinutes: 15,
  slots: [],
});

const placeOf = (storeId: string, kind: SlotKind, id: string): string => `${storeId}|${kind}|${id}|1`;

export function sealInto(storeId: string, kind: SlotKind, id: string, key: Uint8Array, dataKey: Uint8Array): Sealed {
  return seal(key, dataKey, placeOf(storeId, kind, id));
}

/** The data key out of a slot, or null when this key does not open it. A key that opens it but is not this store's is null, too. */
export function openSlot(slots: Slots, slot: Slot, key: Uint8Array): Uint8Array | null {
  const dataKey = unseal(key, slot, placeOf(slots.storeId, slot.kind, slot.id));
  return dataKey !== null && keyFits(dataKey, slots.storeId, slots.keyCheck) ? dataKey : null;
}

/** The newest generation that is whole. Throws `vault-damaged` when neither is, `vault-missing` when there is none. */
export async function readSlots(folder: string): Promise<Slots> {
  const found = await Promise.all([readOne(current(folder)), readOne(earlier(folder))]);
  const whole = found.filter((slots) => typeof slots === 'object');
  const newest = whole.sort((a, b) => b.generation - a.generation)[0];
  if (newest !== undefined) return newest;
  throw unavailable(found.includes('damaged') ? 'vault-damaged' : 'vault-missing', { part: 'slots' });
}

async function readOne(file: string): Promise<Slots | 'absent' | 'damaged'> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return (error as { code?: unknown }).code === 'ENOENT' ? 'absent' : 'damaged';
  }
  try {
    const { digest, ...rest } = JSON.parse(text) as Record<string, unknown>;
    if (digest !== digestOf(rest)) return 'damaged';
    return SlotsFile.parse(rest);
  } catch {
    return 'damaged';
  }
}

/** Writes the next generation: the one before stays beside it until this one is on the disk. */
export async function writeSlots(folder: string, slots: Slots): Promise<Slots> {
  const before = await readFile(current(folder), 'utf8').catch(() => null);
  const next = { ...slots, generation: before === null ? slots.generation : slots.generation + 1 };
  // Only a whole file may become the earlier generation: a damaged one would push out the last good copy.
  if (before !== null && typeof (await readOne(current(folder))) === 'object')
    await writeDurably(earlier(folder), before);
  await writeDurably(current(folder), JSON.stringify({ ...next, digest: digestOf(next) }, null, 2));
  return next;
}

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/** Replaces the slots of one kind by one new slot. */
export const withSlot = (slots: Slots, slot: Slot): Slots => ({
  ...slots,
  slots: [...slots.slots.filter((other) => other.kind !== slot.kind), slot],
});
export const withoutSlot = (slots: Slots, kind: SlotKind): Slots => ({
  ...slots,
  slots: slots.slots.filter((slot) => slot.kind !== kind),
});
export const slotOf = <K extends SlotKind>(slots: Slots, kind: K): Extract<Slot, { kind: K }> | undefined =>
  slots.slots.find((slot): slot is Extract<Slot, { kind: K }> => slot.kind === kind);
