/** Slots files of version 1: one passphrase, which is the first owner's, and the data key sealed under each secret itself. */
import { z } from 'zod';
import { PassphraseKdf } from './passphrase';
import { firstOwner, type Slot, type Slots, StoreId } from './slots';

const sealedShape = { id: z.string(), nonce: z.string(), sealed: z.string() };
const SlotsFile1 = z.strictObject({
  format: z.literal('steward-slots'),
  version: z.literal(1),
  storeId: StoreId,
  generation: z.int().positive(),
  madeAt: z.string(),
  keyCheck: z.string().regex(/^[0-9a-f]{32}$/),
  idleMinutes: z.int().min(1).max(480),
  slots: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('keychain'), ...sealedShape }),
      z.strictObject({ kind: z.literal('passphrase'), kdf: PassphraseKdf, ...sealedShape }),
      z.strictObject({
        kind: z.literal('kit'),
        madeAt: z.string(),
        confirmedAt: z.string().nullable(),
        ...sealedShape,
      }),
    ]),
  ),
});
type Slot1 = z.infer<typeof SlotsFile1>['slots'][number];

/** Reads a version-1 file as version 2; each slot changes its form when it is next opened. Throws when it is no such file. */
export function fromVersion1(value: unknown): Slots {
  const { slots, ...rest } = SlotsFile1.parse(value);
  return {
    ...rest,
    version: 2,
    nextKeyCheck: null,
    slots: slots.map((slot) => slotOf1(slot)),
    attempts: null,
    proof: null,
  };
}

function slotOf1(slot: Slot1): Slot {
  const common = { id: slot.id, hold: { form: 'direct' as const, nonce: slot.nonce, sealed: slot.sealed } };
  switch (slot.kind) {
    case 'keychain':
      return { kind: 'keychain', madeAt: null, ...common };
    case 'passphrase':
      return { kind: 'passphrase', madeAt: null, person: firstOwner, signInTag: null, kdf: slot.kdf, ...common };
    case 'kit':
      return { kind: 'kit', madeAt: slot.madeAt, confirmedAt: slot.confirmedAt, ...common };
  }
}
