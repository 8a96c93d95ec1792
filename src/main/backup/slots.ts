/**
 * The slots of a repository: its secret, sealed to the pairs of the vault's own slots, so that every passphrase and the
 * recovery words that open the vault also open its backups, on any computer and without a keychain.
 */
import { z } from 'zod';
import canonicalize from 'canonicalize';
import { unavailable } from '#shared/kernel/failures';
import { keyFromEscrow, secretOfSheets } from '../vault/escrow';
import { pairOfSlot } from '../vault/hold';
import { type SealedTo, sealTo, unsealFrom } from '../vault/key-pair';
import { entropyOf, keyFromKit } from '../vault/kit';
import { keyFromPassphrase } from '../vault/passphrase';
import { keyCheck, keyFits } from '../vault/seal';
import { Slot, type Slots, slotOf, slotToSignIn, StoreId } from '../vault/slots';
import type { RepositoryKeys } from './keys';

export type BackupSecret =
  | { readonly with: 'passphrase'; readonly passphrase: string; readonly name?: string | undefined }
  | { readonly with: 'kit'; readonly words: string }
  | { readonly with: 'escrow'; readonly sheets: readonly [string, string] };

const base64 = z.string().regex(/^[A-Za-z0-9+/]{16,64}={0,2}$/);
const Box = z.strictObject({ from: base64, nonce: base64, sealed: z.string().regex(/^[A-Za-z0-9+/]{64}$/) });

export const RepositorySlots = z.strictObject({
  format: z.literal('steward-backup-slots'),
  version: z.literal(1),
  repository: z.string(),
  storeId: StoreId,
  generation: z.int().positive(),
  /** Tells the right secret from a wrong one. */
  keyCheck: z.string(),
  slots: z.array(z.strictObject({ slot: Slot, secret: Box })).max(1_000),
  proof: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RepositorySlots = z.infer<typeof RepositorySlots>;

const placeOf = (repository: string, slot: Slot): string => `${repository}|${slot.kind}|${slot.id}|backup secret`;

/**
 * Slots for everybody who has a pair: passphrases, recovery words, sheets. Never the keychain's, which is of one computer.
 * The vault's own data key is left out; in a backup it is behind the repository's secret.
 */
export function slotsFor(
  vault: Slots,
  repository: string,
  secret: Uint8Array,
  keys: RepositoryKeys,
  generation: number,
): RepositorySlots {
  const slots = vault.slots.flatMap((slot) => {
    if (slot.kind === 'keychain' || slot.hold.form !== 'pair') return [];
    const { publicKey, dataKey } = slot.hold;
    const kept: Slot = { ...slot, hold: { ...slot.hold, next: null, dataKey: emptied(dataKey) } };
    return [{ slot: kept, secret: sealTo(publicKey, secret, placeOf(repository, slot)) }];
  });
  const named = {
    format: 'steward-backup-slots' as const,
    version: 1 as const,
    repository,
    storeId: vault.storeId,
    generation,
    keyCheck: keyCheck(secret, repository),
    slots,
  };
  return { ...named, proof: keys.mac(canonicalize(named) ?? '') };
}

const emptied = (box: SealedTo): SealedTo => ({
  ...box,
  nonce: Buffer.alloc(12).toString('base64'),
  sealed: Buffer.alloc(48).toString('base64'),
});

/** The slots of the vault in a form that changes exactly when somebody's way of opening does. */
export const fingerprintOf = (slots: RepositorySlots): string =>
  canonicalize(
    slots.slots.map(({ slot }) => [
      slot.kind,
      slot.id,
      slot.hold.form === 'pair' ? slot.hold.publicKey : '',
      slot.hold.form === 'pair' ? slot.hold.privateKey : '',
      slot.kind === 'passphrase' ? slot.signInTag : '',
    ]),
  ) ?? '';

export function areProven({ proof, ...named }: RepositorySlots, keys: RepositoryKeys): boolean {
  return proof === keys.mac(canonicalize(named) ?? '');
}

/** The repository's secret. Throws `wrong-secret` when this opens none of the slots. */
export async function openSlots(slots: RepositorySlots, secret: BackupSecret): Promise<Uint8Array> {
  const vault = asVault(slots);
  const wrong = (): never => {
    throw unavailable('wrong-secret', { with: secret.with });
  };
  const found = await slotAndKey(vault, secret);
  if (found === null) return wrong();
  const { slot, key } = found;
  const box = slots.slots.find((one) => one.slot.id === slot.id && one.slot.kind === slot.kind)?.secret;
  const pair = pairOfSlot(slots.storeId, slot, key);
  if (box === undefined || pair === null) return wrong();
  const opened = unsealFrom(pair, box, placeOf(slots.repository, slot));
  pair.privateKey.fill(0);
  if (opened === null || !keyFits(opened, slots.repository, slots.keyCheck)) return wrong();
  return opened;
}

/** As far as finding a slot goes these are the vault's. */
const asVault = ({ storeId, slots }: RepositorySlots): Pick<Slots, 'storeId' | 'slots'> => ({
  storeId,
  slots: slots.map(({ slot }) => slot),
});

async function slotAndKey(
  vault: Pick<Slots, 'storeId' | 'slots'>,
  secret: BackupSecret,
): Promise<{ slot: Slot; key: Uint8Array } | null> {
  const all = vault as Slots;
  switch (secret.with) {
    case 'passphrase': {
      const slot = slotToSignIn(all, secret.name);
      return slot === undefined ? null : { slot, key: await keyFromPassphrase(secret.passphrase, slot.kdf) };
    }
    case 'kit': {
      const slot = slotOf(all, 'kit');
      const entropy = entropyOf(secret.words);
      return slot === undefined || entropy === null ? null : { slot, key: keyFromKit(entropy, vault.storeId) };
    }
    case 'escrow': {
      const slot = slotOf(all, 'escrow');
      if (slot === undefined) return null;
      return { slot, key: keyFromEscrow(await secretOfSheets(secret.sheets, slot.id), vault.storeId) };
    }
  }
}
