/** The slots: the data key, sealed once for each way of opening the vault and for each person with a passphrase. */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { fold } from '#shared/kernel/text';
import { keyCheck } from './seal';
import { PassphraseKdf } from './passphrase';

/** Base64 of exactly so many bytes; what is longer or shorter is no key of ours and reaches no cipher. */
const bytes = (length: number) =>
  z
    .string()
    .refine((text) => text.length <= 4 * Math.ceil(length / 3) && Buffer.from(text, 'base64').length === length);
const sealedShape = { nonce: bytes(12), sealed: bytes(48) };
const Box = z.strictObject({ from: bytes(32), ...sealedShape });

/**
 * How a slot holds the data key. Its secret opens a private key, and the data key is sealed to the public half: so a
 * new data key can be sealed to every slot while nobody types anything. Slots of version 1 hold it directly.
 */
const Hold = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('pair'),
    publicKey: bytes(32),
    privateKey: z.strictObject(sealedShape),
    dataKey: Box,
    /** The data key that will be next, while the store is being encrypted anew. */
    next: Box.nullable(),
    /** The private half of the second key, for whoever holds it, by its public half. Absent where there never was one. */
    seconds: z
      .array(z.strictObject({ publicKey: bytes(32), box: Box }))
      .max(2)
      .optional(),
  }),
  z.strictObject({ form: z.literal('direct'), ...sealedShape }),
]);
export type Hold = z.infer<typeof Hold>;

const common = { id: z.string().max(64), madeAt: z.string().nullable(), hold: Hold };
export const Slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keychain'), ...common }),
  z.strictObject({
    kind: z.literal('passphrase'),
    ...common,
    person: z.string().min(1).max(64),
    /** Finds the slot by the sign-in name without the name itself being in the file; null while there is one person. */
    signInTag: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .nullable(),
    kdf: PassphraseKdf,
  }),
  z.strictObject({ kind: z.literal('kit'), ...common, confirmedAt: z.string().nullable() }),
  z.strictObject({ kind: z.literal('escrow'), ...common }),
]);
export type Slot = z.infer<typeof Slot>;
export type SlotKind = Slot['kind'];
export type PassphraseSlot = Extract<Slot, { kind: 'passphrase' }>;

const Hex32 = z.string().regex(/^[0-9a-f]{32}$/);
export const StoreId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{8}$/);

export const SlotsFile = z.strictObject({
  format: z.literal('steward-slots'),
  version: z.literal(2),
  storeId: StoreId,
  generation: z.int().positive(),
  madeAt: z.string(),
  keyCheck: Hex32,
  /** The check of the data key that will be next, while the store is being encrypted anew. */
  nextKeyCheck: Hex32.nullable(),
  idleMinutes: z.int().min(1).max(480),
  slots: z.array(Slot).max(1_000),
  /** Names the file of failed attempts that must lie beside this one; null when nothing failed since the last success. */
  attempts: Hex32.nullable(),
  /** Shows, to whoever has the data key, that nobody without it changed the slots. Null in files of version 1. */
  proof: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type Slots = z.infer<typeof SlotsFile>;

/** Two groups of eight hex digits: short enough to compare by eye on a printed kit. */
export const newStoreId = (): string => `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;

export const emptySlots = (storeId: string, dataKey: Uint8Array, madeAt: string): Slots => ({
  format: 'steward-slots',
  version: 2,
  storeId,
  generation: 1,
  madeAt,
  keyCheck: keyCheck(dataKey, storeId),
  nextKeyCheck: null,
  idleMinutes: 15,
  slots: [],
  attempts: null,
  proof: null,
});

/** The first owner's id: a literal, because the slots are made before there is a store with people in it. */
export const firstOwner = 'owner';

/** Sixteen bytes that find a slot by the name somebody signs in with. Case, accents, spaces around it and Unicode forms do not matter. */
export function signInTag(storeId: string, name: string): string {
  return createHmac('sha256', storeId)
    .update(fold(name.trim().replaceAll(/\s+/g, ' ')))
    .digest('hex')
    .slice(0, 32);
}

const isSamePlace = (one: Slot, other: Slot): boolean =>
  one.kind === other.kind && (one.kind !== 'passphrase' || other.kind !== 'passphrase' || one.person === other.person);

/** Puts a slot in place of the one of its kind; of passphrases there is one for each person. */
export const withSlot = (slots: Slots, slot: Slot): Slots => ({
  ...slots,
  slots: [...slots.slots.filter((other) => !isSamePlace(slot, other)), slot],
});
export const withoutSlot = (slots: Slots, gone: Slot | undefined): Slots => ({
  ...slots,
  slots: slots.slots.filter((slot) => slot !== gone),
});
export const slotOf = <K extends Exclude<SlotKind, 'passphrase'>>(
  slots: Slots,
  kind: K,
): Extract<Slot, { kind: K }> | undefined =>
  slots.slots.find((slot): slot is Extract<Slot, { kind: K }> => slot.kind === kind);

export const passphraseSlots = (slots: Slots): PassphraseSlot[] =>
  slots.slots.filter((slot) => slot.kind === 'passphrase');
export const slotOfPerson = (slots: Slots, person: string): PassphraseSlot | undefined =>
  passphraseSlots(slots).find((slot) => slot.person === person);

/** The slot somebody means who signs in: the only one there is, else the one of that name, else, without a name, the unnamed one. */
export function slotToSignIn(slots: Slots, name: string | undefined): PassphraseSlot | undefined {
  const all = passphraseSlots(slots);
  if (all.length === 1) return all[0];
  const tag = name === undefined ? null : signInTag(slots.storeId, name);
  return all.find((slot) => slot.signInTag === tag);
}

/** What the proof covers: everything but what changes without the data key at hand. */
function proofOf(slots: Slots, dataKey: Uint8Array): Buffer {
  const { generation: _generation, attempts: _attempts, proof: _proof, ...covered } = slots;
  const key = hkdfSync('sha256', dataKey, slots.storeId, 'steward proof of slots', 32);
  return createHmac('sha256', new Uint8Array(key))
    .update(canonicalize(covered) ?? '')
    .digest();
}

export const proven = (slots: Slots, dataKey: Uint8Array): Slots => ({
  ...slots,
  proof: proofOf(slots, dataKey).toString('hex'),
});

/** Files of version 1 have no proof, and nothing in them that could be sealed to somebody else. */
export const needsProof = (slots: Slots): boolean => slots.slots.some((slot) => slot.hold.form === 'pair');

/** False when somebody who does not have the data key changed a slot: its person, its public key, its place. */
export function isProven(slots: Slots, dataKey: Uint8Array): boolean {
  const given = Buffer.from(slots.proof ?? '', 'hex');
  const expected = proofOf(slots, dataKey);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
