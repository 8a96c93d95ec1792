/** Making and opening a vault folder. Nothing here is ever half done, and a key is never made where a store exists. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { AppError, brokenRule, unavailable } from '#shared/kernel/failures';
import { type Instant, systemClock } from '#shared/kernel/time';
import type { KeychainState } from '#shared/domains/vault/model';
import { type OpenStore, openStore, storeFile } from '../db/open';
import { fileFailure, makeFolder } from '../files/durable';
import { type Attempts, readAttempts } from './attempts';
import { type Held, holdFor, openSlot, underAnotherSecret } from './hold';
import { innerKey } from './inner-keys';
import type { Keychain } from './keychain';
import { keyFromEscrow, secretOfSheets } from './escrow';
import { entropyOf, keyFromKit } from './kit';
import { withKeychain, withNewKit, withPassphrase } from './make-slot';
import { settleKeys } from './next-key';
import { type OpenVault, openVaultOn } from './open-vault';
import { isCheaperThanToday, type KdfCost, keyFromPassphrase, newKdf } from './passphrase';
import { inUseIn, secondKeyOn } from './second-key';
import {
  emptySlots,
  firstOwner,
  isProven,
  needsProof,
  newStoreId,
  passphraseSlots,
  type Slot,
  type SlotKind,
  type Slots,
  slotOf,
  slotToSignIn,
  withSlot,
} from './slots';
import { readSlots } from './slots-file';
import { type SlotsKeeper, slotsKeeper } from './slots-keeper';
import { takeWriterLock } from './writer-lock';

export type { OpenVault } from './open-vault';

/** A way of opening. A name is only needed when several people have a passphrase. */
export type Secret =
  | { readonly with: 'keychain' }
  | { readonly with: 'passphrase'; readonly passphrase: string; readonly name?: string | undefined }
  | { readonly with: 'kit'; readonly words: string }
  /** Two of the three sheets, as typed. */
  | { readonly with: 'escrow'; readonly sheets: readonly [string, string] };

export const vaultExists = (folder: string): boolean =>
  existsSync(storeFile(folder)) || existsSync(`${folder}/slots.json`) || existsSync(`${folder}/slots.previous.json`);

export type Making = {
  readonly passphrase: string;
  readonly useKeychain: boolean;
  readonly now: Instant;
  /** Only tests make vaults whose passphrase costs less. */
  readonly cost?: KdfCost;
};

/** Makes a vault in a folder that is empty or not there yet. Returns it open, with the words of its recovery kit. */
export async function makeVault(
  folder: string,
  keychain: Keychain,
  making: Making,
): Promise<{ vault: OpenVault; words: string[]; keychain: KeychainState }> {
  if (vaultExists(folder)) throw brokenRule('vault.already-there');
  try {
    await makeFolder(folder);
    if ((await readdir(folder)).some((name) => name !== 'writer.lock')) throw unavailable('folder-not-empty');
  } catch (error) {
    throw fileFailure(error);
  }
  const lock = await takeWriterLock(folder).catch(async (error: unknown) => {
    // Nobody holds the lock unless the failure says so; then the empty file came from this attempt.
    const held =
      error instanceof AppError && error.failure.code === 'unavailable' && error.failure.resource === 'vault-in-use';
    if (!held) await rm(`${folder}/writer.lock`, { force: true }).catch(() => undefined);
    throw fileFailure(error);
  });
  const dataKey = randomBytes(32);
  const storeId = newStoreId();
  const { passphrase, cost, now } = making;
  let store: OpenStore | undefined;
  try {
    let slots = emptySlots(storeId, dataKey, now);
    const owner = { person: firstOwner, signInTag: null, passphrase, ...(cost === undefined ? {} : { cost }) };
    slots = await withPassphrase(slots, dataKey, owner, now);
    const { slots: withKit, words } = withNewKit(slots, dataKey, now);
    slots = withKit;
    let kept: KeychainState = 'off';
    if (making.useKeychain) ({ slots, state: kept } = await withKeychain(slots, dataKey, keychain, now));
    // The slots are on the disk before the store: a store without a way to open it must be impossible.
    const keeper = slotsKeeper(folder, slots);
    keeper.use(dataKey);
    await keeper.keep(() => slots);
    store = await openStore(folder, dataKey, 'create');
    const deriveKey = await innerKey(store.writer, 'derive', now);
    const attempts = await attemptsOf(folder, keeper);
    const opened = { folder, keychain, keeper, attempts, deriveKey, store, second: secondKeyOn(keeper, null), lock };
    return { vault: openVaultOn({ ...opened, with: null, person: firstOwner }), words, keychain: kept };
  } catch (error) {
    await store?.close().catch(() => undefined);
    await keychain.forget(storeId).catch(() => undefined);
    await lock.release();
    // Nothing was there before, so everything that is there now came from this attempt.
    for (const name of await readdir(folder).catch(() => []))
      await rm(`${folder}/${name}`, { force: true, recursive: true });
    throw fileFailure(error);
  }
}

/**
 * Opens a vault. Throws `wrong-secret` (with the keychain's state when it was asked), `vault.too-many-attempts`,
 * `vault-damaged`, `vault-missing`, `vault-newer`, `vault-in-use`, `folder-read-only`; in every case slots and store are
 * as they were, and a wrong passphrase has been counted.
 */
export async function openVault(folder: string, keychain: Keychain, secret: Secret): Promise<OpenVault> {
  const found = await readSlots(folder);
  if (!existsSync(storeFile(folder))) throw unavailable('vault-missing', { part: 'store' });
  // Refused before anything is opened or locked; what is decided below is decided on files nobody else can change.
  if (secret.with === 'passphrase') {
    const slot = slotToSignIn(found, secret.name);
    const { left } = await attemptsOf(folder, slotsKeeper(folder, found));
    if (slot !== undefined && left(slot.person) === 0) throw brokenRule('vault.too-many-attempts');
  }
  const lock = await takeWriterLock(folder);
  let keeper: SlotsKeeper | undefined;
  let store: OpenStore | undefined;
  try {
    // Read again, now that nobody else can change them.
    const slots = await readSlots(folder);
    keeper = slotsKeeper(folder, slots);
    const attempts = await attemptsOf(folder, keeper);
    const { slot, secretKey, held } = await openWith(slots, keychain, secret, attempts);
    assertProven(slots, held);
    await settleKeys(folder, keeper, held);
    store = await openStore(folder, keeper.dataKey(), 'open');
    await bringUpToDate(keeper, slot, secret, secretKey);
    const deriveKey = await innerKey(store.writer, 'derive', systemClock.now());
    const person = slot.kind === 'passphrase' ? slot.person : null;
    if (slot.kind === 'kit' || slot.kind === 'escrow') await attempts.clearAfterRecovery(firstOwner);
    const second = secondKeyOn(keeper, await inUseIn(store.reader));
    // Of an exchange that was interrupted: the store says which one counts.
    await second.tidy();
    second.offer(person, held);
    const opened = { folder, keychain, keeper, attempts, deriveKey, store, second, lock };
    return openVaultOn({ ...opened, with: slot.kind, person });
  } catch (error) {
    await store?.close().catch(() => undefined);
    keeper?.forget();
    await lock.release();
    throw error;
  }
}

const attemptsOf = (folder: string, keeper: SlotsKeeper): Promise<Attempts> =>
  readAttempts(folder, {
    storeId: keeper.get().storeId,
    get: () => keeper.get().attempts,
    set: (name) => keeper.keep((slots) => ({ ...slots, attempts: name })),
    people: () => passphraseSlots(keeper.get()).map((slot) => slot.person),
  });

type OpenedSlot = { readonly slot: Slot; readonly secretKey: Uint8Array; readonly held: Held };

const wrongSecret = (kind: SlotKind): AppError =>
  unavailable('wrong-secret', { with: kind, keychain: kind === 'keychain' ? 'wrong' : 'off' });

async function openWith(slots: Slots, keychain: Keychain, secret: Secret, attempts: Attempts): Promise<OpenedSlot> {
  switch (secret.with) {
    case 'passphrase':
      return openWithPassphrase(slots, secret, attempts);
    case 'kit': {
      const entropy = entropyOf(secret.words);
      const key = entropy === null ? null : keyFromKit(entropy, slots.storeId);
      return opensOrThrows(slots, slotOf(slots, 'kit'), key, 'kit');
    }
    case 'escrow': {
      const slot = slotOf(slots, 'escrow');
      if (slot === undefined) throw brokenRule('vault.no-escrow');
      const entropy = await secretOfSheets(secret.sheets, slot.id);
      return opensOrThrows(slots, slot, keyFromEscrow(entropy, slots.storeId), 'escrow');
    }
    case 'keychain': {
      const slot = slotOf(slots, 'keychain');
      if (slot === undefined) throw unavailable('keychain', { state: 'off' });
      const found = await keychain.read(slots.storeId);
      if (found.state !== 'ok') throw unavailable('keychain', { state: found.state });
      return opensOrThrows(slots, slot, found.value, 'keychain');
    }
  }
}

async function openWithPassphrase(
  slots: Slots,
  { passphrase, name }: { readonly passphrase: string; readonly name?: string | undefined },
  attempts: Attempts,
): Promise<OpenedSlot> {
  const slot = slotToSignIn(slots, name);
  await attempts.count(slot?.person ?? null);
  // A name that nobody has costs the same time, so that names cannot be told from passphrases.
  const secretKey = await keyFromPassphrase(passphrase, slot?.kdf ?? newKdf());
  const held = slot === undefined ? null : openSlot(slots, slot, secretKey);
  if (slot === undefined || held === null) {
    await attempts.wasWrong();
    throw wrongSecret('passphrase');
  }
  await attempts.wasRight(slot.person);
  return { slot, secretKey, held };
}

function opensOrThrows(slots: Slots, slot: Slot | undefined, secretKey: Uint8Array | null, kind: SlotKind): OpenedSlot {
  const held = slot === undefined || secretKey === null ? null : openSlot(slots, slot, secretKey);
  if (slot === undefined || secretKey === null || held === null) throw wrongSecret(kind);
  return { slot, secretKey, held };
}

/** While the store is being encrypted anew either key may have written the slots. */
function assertProven(slots: Slots, { dataKey, next }: Held): void {
  const isRight = !needsProof(slots) || isProven(slots, dataKey) || (next !== null && isProven(slots, next));
  if (!isRight) throw unavailable('vault-damaged', { part: 'slots' });
}

/** A slot of version 1 gets its pair, and a passphrase that cost less than today's is wrapped at today's cost. */
async function bringUpToDate(keeper: SlotsKeeper, opened: Slot, secret: Secret, secretKey: Uint8Array): Promise<void> {
  const isDirect = opened.hold.form === 'direct';
  const isCheap = opened.kind === 'passphrase' && isCheaperThanToday(opened.kdf);
  if (!isDirect && !isCheap) return;
  // Both generations: the cheaper wrapping must not stay behind.
  await keeper.keepOnly(async (slots) => {
    // What the slot holds may have changed since it was opened: an interrupted change of the data key was finished.
    const slot = slots.slots.find(({ kind, id }) => kind === opened.kind && id === opened.id);
    if (slot === undefined) return slots;
    let next = slot;
    let key = secretKey;
    if (isCheap && next.kind === 'passphrase' && secret.with === 'passphrase') {
      const kdf = newKdf();
      key = await keyFromPassphrase(secret.passphrase, kdf);
      next = { ...next, kdf };
    }
    const hold = isDirect
      ? holdFor(slots.storeId, slot, key, keeper.dataKey())
      : underAnotherSecret(slots, slot, secretKey, key);
    return withSlot(slots, { ...next, hold });
  });
}
