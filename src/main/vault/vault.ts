/** Making, opening and re-keying a vault folder. Nothing here is ever half done, and a key is never made where a store exists. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { AppError, brokenRule, unavailable } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { KeychainState } from '#shared/domains/vault/model';
import { type OpenStore, openStore, storeFile } from '../db/open';
import { fileFailure } from '../files/durable';
import type { Keychain } from './keychain';
import { entropyOf, keyFromKit, wordsOf } from './kit';
import { keyFromPassphrase, newKdf } from './passphrase';
import {
  emptySlots,
  newStoreId,
  openSlot,
  readSlots,
  sealInto,
  type Slots,
  slotOf,
  withoutSlot,
  withSlot,
  writeSlots,
} from './slots';
import { takeWriterLock, type WriterLock } from './writer-lock';

/** A way of opening. */
export type Secret =
  | { readonly with: 'keychain' }
  | { readonly with: 'passphrase'; readonly passphrase: string }
  | { readonly with: 'kit'; readonly words: string };

/** An open vault: the store and what is needed to seal its key again. */
export type OpenVault = {
  readonly folder: string;
  readonly store: OpenStore;
  slots(): Slots;
  /** Throws `wrong-secret` when this is not the vault's passphrase. */
  provePassphrase(passphrase: string): Promise<void>;
  /** Wraps the data key under a new passphrase. Throws `wrong-secret` when the current one is not right. */
  changePassphrase(current: string, next: string): Promise<void>;
  setKeychain(on: boolean): Promise<KeychainState>;
  /** Makes a new kit in place of the old one; the old words stop working. */
  renewKit(now: Instant): Promise<string[]>;
  confirmKit(now: Instant): Promise<void>;
  setIdleMinutes(minutes: number): Promise<void>;
  /** Closes the store, gives the lock back and overwrites the key. */
  close(): Promise<void>;
};

export const vaultExists = (folder: string): boolean =>
  existsSync(storeFile(folder)) || existsSync(`${folder}/slots.json`) || existsSync(`${folder}/slots.previous.json`);

export type Making = { readonly passphrase: string; readonly useKeychain: boolean; readonly now: Instant };

/** Makes a vault in a folder that is empty or not there yet. Returns it open, with the words of its recovery kit. */
export async function makeVault(
  folder: string,
  keychain: Keychain,
  making: Making,
): Promise<{ vault: OpenVault; words: string[]; keychain: KeychainState }> {
  if (vaultExists(folder)) throw brokenRule('vault.already-there');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
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
  try {
    let slots = emptySlots(storeId, dataKey, making.now);
    slots = await withPassphrase(slots, dataKey, making.passphrase);
    const { slots: withKit, words } = withNewKit(slots, dataKey, making.now);
    slots = withKit;
    let kept: KeychainState = 'off';
    if (making.useKeychain) ({ slots, state: kept } = await withKeychain(slots, dataKey, keychain));
    // The slots are on the disk before the store: a store without a way to open it must be impossible.
    slots = await writeSlots(folder, slots);
    const store = await openStore(folder, dataKey, 'create');
    return { vault: openVaultOn(folder, keychain, slots, dataKey, store, lock), words, keychain: kept };
  } catch (error) {
    await keychain.forget(storeId).catch(() => undefined);
    await lock.release();
    // Nothing was there before, so everything that is there now came from this attempt.
    for (const name of await readdir(folder).catch(() => []))
      await rm(`${folder}/${name}`, { force: true, recursive: true });
    throw fileFailure(error);
  }
}

/**
 * Opens a vault. Throws `wrong-secret` (with the keychain's state when it was asked), `vault-damaged`, `vault-missing`,
 * `vault-newer`, `vault-in-use`, `folder-read-only`; in every case the folder is as it was.
 */
export async function openVault(folder: string, keychain: Keychain, secret: Secret): Promise<OpenVault> {
  const slots = await readSlots(folder);
  if (!existsSync(storeFile(folder))) throw unavailable('vault-missing', { part: 'store' });
  const dataKey = await dataKeyOf(slots, keychain, secret);
  const lock = await takeWriterLock(folder);
  try {
    return openVaultOn(folder, keychain, slots, dataKey, await openStore(folder, dataKey, 'open'), lock);
  } catch (error) {
    dataKey.fill(0);
    await lock.release();
    throw error;
  }
}

async function dataKeyOf(slots: Slots, keychain: Keychain, secret: Secret): Promise<Uint8Array> {
  const key = await keyBehind(slots, keychain, secret);
  const slot = slotOf(slots, secret.with);
  const dataKey = key !== null && slot !== undefined ? openSlot(slots, slot, key) : null;
  if (dataKey === null)
    throw unavailable('wrong-secret', { with: secret.with, keychain: secret.with === 'keychain' ? 'wrong' : 'off' });
  return dataKey;
}

async function keyBehind(slots: Slots, keychain: Keychain, secret: Secret): Promise<Uint8Array | null> {
  switch (secret.with) {
    case 'passphrase': {
      const slot = slotOf(slots, 'passphrase');
      return slot === undefined ? null : keyFromPassphrase(secret.passphrase, slot.kdf);
    }
    case 'kit': {
      const entropy = entropyOf(secret.words);
      return entropy === null ? null : keyFromKit(entropy, slots.storeId);
    }
    case 'keychain': {
      if (slotOf(slots, 'keychain') === undefined) throw unavailable('keychain', { state: 'off' });
      const found = await keychain.read(slots.storeId);
      if (found.state !== 'ok') throw unavailable('keychain', { state: found.state });
      return found.value;
    }
  }
}

async function withPassphrase(slots: Slots, dataKey: Uint8Array, passphrase: string): Promise<Slots> {
  const kdf = newKdf(randomBytes(16));
  const key = await keyFromPassphrase(passphrase, kdf);
  const id = randomBytes(6).toString('hex');
  return withSlot(slots, { kind: 'passphrase', id, kdf, ...sealInto(slots.storeId, 'passphrase', id, key, dataKey) });
}

function withNewKit(slots: Slots, dataKey: Uint8Array, now: Instant): { slots: Slots; words: string[] } {
  const entropy = randomBytes(32);
  const id = randomBytes(6).toString('hex');
  const sealed = sealInto(slots.storeId, 'kit', id, keyFromKit(entropy, slots.storeId), dataKey);
  return {
    slots: withSlot(slots, { kind: 'kit', id, madeAt: now, confirmedAt: null, ...sealed }),
    words: wordsOf(entropy),
  };
}

async function withKeychain(
  slots: Slots,
  dataKey: Uint8Array,
  keychain: Keychain,
): Promise<{ slots: Slots; state: KeychainState }> {
  const key = randomBytes(32);
  const state = await keychain.write(slots.storeId, key);
  if (state !== 'ok') return { slots: withoutSlot(slots, 'keychain'), state };
  const id = randomBytes(6).toString('hex');
  return {
    slots: withSlot(slots, { kind: 'keychain', id, ...sealInto(slots.storeId, 'keychain', id, key, dataKey) }),
    state,
  };
}

function openVaultOn(
  folder: string,
  keychain: Keychain,
  opened: Slots,
  dataKey: Uint8Array,
  store: OpenStore,
  lock: WriterLock,
): OpenVault {
  let slots = opened;
  const keep = async (next: Slots): Promise<void> => {
    slots = await writeSlots(folder, next);
  };
  const provePassphrase = async (passphrase: string): Promise<void> => {
    const slot = slotOf(slots, 'passphrase');
    const right = slot !== undefined && openSlot(slots, slot, await keyFromPassphrase(passphrase, slot.kdf)) !== null;
    if (!right) throw unavailable('wrong-secret', { with: 'passphrase' });
  };
  return {
    folder,
    store,
    slots: () => slots,
    provePassphrase,
    changePassphrase: async (current, next) => {
      await provePassphrase(current);
      await keep(await withPassphrase(slots, dataKey, next));
    },
    setKeychain: async (on) => {
      if (!on) {
        await keep(withoutSlot(slots, 'keychain'));
        await keychain.forget(slots.storeId);
        return 'off';
      }
      const made = await withKeychain(slots, dataKey, keychain);
      if (made.state === 'ok') await keep(made.slots);
      return made.state;
    },
    renewKit: async (now) => {
      const made = withNewKit(slots, dataKey, now);
      await keep(made.slots);
      return made.words;
    },
    confirmKit: async (now) => {
      const kit = slotOf(slots, 'kit');
      if (kit !== undefined) await keep(withSlot(slots, { ...kit, confirmedAt: now }));
    },
    setIdleMinutes: (minutes) => keep({ ...slots, idleMinutes: minutes }),
    close: async () => {
      await store.close();
      await lock.release();
      dataKey.fill(0);
    },
  };
}
