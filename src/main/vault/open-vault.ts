/** An open vault: the store, and what is needed to seal its key again for people, kit and keychain. */
import type { EscrowSheet } from '#shared/domains/vault/escrow-sheet';
import type { KeychainState } from '#shared/domains/vault/model';
import { brokenRule, notFound, unavailable } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { OpenStore, RekeyStep, StoreSnapshot } from '../db/open';
import type { Attempts } from './attempts';
import { openSlot } from './hold';
import { derivedFrom } from './inner-keys';
import type { KeyPair } from './key-pair';
import type { Keychain } from './keychain';
import { withKeychain, withNewEscrow, withNewKit, withPassphrase } from './make-slot';
import { keyFromPassphrase } from './passphrase';
import { rotate } from './rotate';
import type { SecondKey } from './second-key';
import {
  passphraseSlots,
  type PassphraseSlot,
  signInTag,
  type SlotKind,
  type Slots,
  slotOf,
  slotOfPerson,
  withoutSlot,
  withSlot,
} from './slots';
import type { SlotsKeeper } from './slots-keeper';
import type { WriterLock } from './writer-lock';

export type OpenVault = {
  readonly folder: string;
  readonly store: OpenStore;
  slots(): Slots;
  /** How the vault was opened; null for one that was just made. */
  readonly openedWith: SlotKind | null;
  /** The person whose passphrase opened it; null for the keychain, the kit and the escrow, which are nobody's. A vault that was just made is the first owner's. */
  openedBy(): string | null;
  /** Everybody with a passphrase of their own. */
  people(): string[];
  /** Throws `wrong-secret` when this is not the person's passphrase, `vault.too-many-attempts` when it is not looked at any more. */
  provePassphrase(person: string, passphrase: string): Promise<void>;
  /** A passphrase for one more person. Throws `vault.person-has-passphrase` or `vault.sign-in-name-taken`. */
  addPassphrase(
    person: string,
    signInName: string,
    passphrase: string,
    now: Instant,
    second?: 'with-second-key',
  ): Promise<void>;
  /** Throws like `provePassphrase` when the current one is not right. */
  changePassphrase(person: string, current: string, next: string, now: Instant): Promise<void>;
  /** Without the current one: for another person with the right. Also clears the person's failed attempts. */
  resetPassphrase(person: string, next: string, now: Instant, second?: 'with-second-key'): Promise<void>;
  /** Throws `vault.sign-in-name-taken`. */
  renameSignIn(person: string, name: string): Promise<void>;
  /** Takes the person's passphrase away. Throws `vault.last-passphrase` when nobody else has one. */
  removePerson(person: string): Promise<void>;
  /** How many more failures until this person's passphrase is not looked at any more. */
  attemptsLeft(person: string): number;
  /** Counts a failure of a second factor in the same count. Throws `vault.too-many-attempts` when none is left. */
  countFailure(person: string): Promise<void>;
  /** After a whole sign-in was right, or when somebody with the right says so. */
  clearAttempts(person: string): Promise<void>;
  /** A 32-byte key for one purpose. It stays the same when the data key changes. */
  derive(purpose: string): Buffer;
  setKeychain(on: boolean, now: Instant): Promise<KeychainState>;
  /** The second key, which only some of those who open the vault hold. */
  readonly second: SecondKey;
  /** Makes a new kit in place of the old one; the old words stop working. */
  renewKit(now: Instant): Promise<string[]>;
  confirmKit(now: Instant): Promise<void>;
  /**
   * Makes three sheets, any two of which open the vault. `handOver` puts them where people get them; only when it is done do
   * they open the vault, and the ones before do not any more.
   */
  renewEscrow(now: Instant, handOver: (sheets: readonly EscrowSheet[]) => Promise<void>): Promise<void>;
  removeEscrow(): Promise<void>;
  setIdleMinutes(minutes: number): Promise<void>;
  /**
   * Encrypts the whole store under a new data key, for when somebody left or a key may have leaked. Only while nothing is
   * being written. Everybody's passphrase, the kit and the escrow stay; the keychain gets a new item. Throws
   * `vault.older-slots` when a slot must be renewed first, `disk-full` when there is no room for a second copy of the store.
   */
  rotateKey(now: Instant, told?: (step: RekeyStep) => void): Promise<void>;
  /** The store's file held still for a backup; only while nobody writes (`Workbench.alone`). */
  snapshot(): Promise<StoreSnapshot>;
  /** Closes the store, gives the lock back and overwrites the key. */
  close(): Promise<void>;
};

export type Opened = {
  readonly folder: string;
  readonly keychain: Keychain;
  readonly keeper: SlotsKeeper;
  readonly attempts: Attempts;
  readonly deriveKey: Buffer;
  readonly store: OpenStore;
  readonly second: SecondKey;
  readonly lock: WriterLock;
  readonly with: SlotKind | null;
  readonly person: string | null;
};

export function openVaultOn(opened: Opened): OpenVault {
  const { folder, keychain, keeper, attempts, store, second, lock, person: opener } = opened;
  const slots = keeper.get;
  const slotFor = (person: string): PassphraseSlot => {
    const slot = slotOfPerson(slots(), person);
    if (slot === undefined) throw notFound('person');
    return slot;
  };
  const provePassphrase = async (person: string, passphrase: string): Promise<void> => {
    const slot = slotFor(person);
    await attempts.count(person);
    const held = openSlot(slots(), slot, await keyFromPassphrase(passphrase, slot.kdf));
    if (held === null) {
      await attempts.wasWrong();
      throw unavailable('wrong-secret', { with: 'passphrase' });
    }
    second.offer(person, held);
    await attempts.wasRight(person);
  };
  const freeTag = (person: string, name: string): string => {
    const tag = signInTag(slots().storeId, name);
    if (passphraseSlots(slots()).some((slot) => slot.person !== person && slot.signInTag === tag))
      throw brokenRule('vault.sign-in-name-taken');
    return tag;
  };
  const replacePassphrase = async (
    person: string,
    passphrase: string,
    now: Instant,
    own: KeyPair | null,
  ): Promise<void> => {
    const { signInTag: tag } = slotFor(person);
    const secret = { person, signInTag: tag, passphrase, second: own };
    await keeper.keepOnly((all) => withPassphrase(all, keeper.dataKey(), secret, now));
  };
  return {
    folder,
    store,
    slots,
    openedWith: opened.with,
    openedBy: () => opener,
    people: () => passphraseSlots(slots()).map((slot) => slot.person),
    provePassphrase,
    second,
    addPassphrase: async (person, name, passphrase, now, withSecond) => {
      if (slotOfPerson(slots(), person) !== undefined) throw brokenRule('vault.person-has-passphrase');
      const tag = freeTag(person, name);
      const secret = { person, signInTag: tag, passphrase, second: withSecond === undefined ? null : second.pair() };
      await keeper.keep((all) => withPassphrase(all, keeper.dataKey(), secret, now));
    },
    changePassphrase: async (person, current, next, now) => {
      await provePassphrase(person, current);
      await replacePassphrase(person, next, now, second.shownBy(person));
    },
    resetPassphrase: async (person, next, now, withSecond) => {
      await replacePassphrase(person, next, now, withSecond === undefined ? null : second.pair());
      await attempts.clear(person);
    },
    renameSignIn: async (person, name) => {
      const slot = slotFor(person);
      await keeper.keep((all) => withSlot(all, { ...slot, signInTag: freeTag(person, name) }));
    },
    removePerson: async (person) => {
      slotFor(person);
      if (passphraseSlots(slots()).length === 1) throw brokenRule('vault.last-passphrase');
      await keeper.keepOnly((all) => withoutSlot(all, slotOfPerson(all, person)));
      await attempts.clear(person);
    },
    attemptsLeft: (person) => attempts.left(person),
    countFailure: async (person) => {
      await attempts.count(person);
      await attempts.wasWrong();
    },
    clearAttempts: (person) => attempts.clear(person),
    derive: (purpose) => derivedFrom(opened.deriveKey, purpose),
    setKeychain: async (on, now) => {
      if (!on) {
        await keeper.keepOnly((all) => withoutSlot(all, slotOf(all, 'keychain')));
        await keychain.forget(slots().storeId);
        return 'off';
      }
      return keeper.inTurn(async (writer) => {
        const made = await withKeychain(slots(), keeper.dataKey(), keychain, now);
        if (made.state === 'ok') await writer.keep(made.slots);
        return made.state;
      });
    },
    renewKit: async (now) => {
      return keeper.inTurn(async (writer) => {
        const made = withNewKit(slots(), keeper.dataKey(), now, second.pairIfAny());
        await writer.keepOnly(made.slots);
        return made.words;
      });
    },
    confirmKit: async (now) => {
      await keeper.keep((all) => {
        const kit = slotOf(all, 'kit');
        return kit === undefined ? all : withSlot(all, { ...kit, confirmedAt: now });
      });
    },
    renewEscrow: (now, handOver) =>
      keeper.inTurn(async (writer) => {
        const made = await withNewEscrow(slots(), keeper.dataKey(), now, second.pairIfAny());
        await handOver(made.sheets);
        await writer.keepOnly(made.slots);
      }),
    removeEscrow: () => keeper.keepOnly((all) => withoutSlot(all, slotOf(all, 'escrow'))),
    setIdleMinutes: (minutes) => keeper.keep((all) => ({ ...all, idleMinutes: minutes })),
    rotateKey: (now, told) => keeper.inTurn((writer) => rotate(opened, writer, now, told)),
    // A copy: ours is overwritten when the vault closes.
    snapshot: () => store.snapshot(Uint8Array.from(keeper.dataKey())),
    close: async () => {
      await store.close();
      await lock.release();
      keeper.forget();
      second.forget();
      opened.deriveKey.fill(0);
    },
  };
}
