/**
 * The second key: a pair whose public half lies in the store, so that everybody can put something in, and whose private half
 * is sealed in the slots of those who hold it. It is in memory only while one of them is signed in.
 */
import { randomBytes } from 'node:crypto';
import { brokenRule } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../db/handles';
import { type Held, holdsSecond, withoutSeconds, withSecond } from './hold';
import { type KeyPair, newPair, sealTo, unsealFrom } from './key-pair';
import type { Slot, Slots } from './slots';
import type { SlotsKeeper } from './slots-keeper';

/** What values are sealed under; of these there is one for each change, sealed to the second key itself. */
export type ContentKey = { readonly id: number; readonly key: Uint8Array };

export type SecondKey = {
  /** The public half in use; null while there is no second key. */
  inUse(): string | null;
  /** True while whoever is signed in holds it. */
  isHeld(): boolean;
  /** The pair, for whoever holds it; null otherwise. */
  pair(): KeyPair | null;
  /** Like `pair`, for what cannot be done without it. Throws `vault.second-key-needed` while there is one and it is not held. */
  pairIfAny(): KeyPair | null;
  /** The pair that this person's passphrase has just shown; null for everybody who does not hold it. */
  shownBy(person: string): KeyPair | null;
  /** A slot was opened: what it has of the second key waits for `takeUp`. Null is the slot of nobody in particular. */
  offer(person: string | null, held: Held): void;
  /** This person is signed in: what their own slot showed is in memory from now on, and nothing else. */
  takeUp(person: string): void;
  /** Whoever held it has left: overwrites what was taken up. What a passphrase has just shown still waits. */
  forgetTaken(): void;
  /** Overwrites everything that was learned. */
  forget(): void;
  /** Whether a slot has the key in use. */
  isIn(slot: Slot): boolean;
  /** Makes a pair and puts it beside what is there into kit, escrow and the slots of these people. Nothing uses it yet. */
  prepare(people: readonly string[]): Promise<KeyPair>;
  /** From now on this pair is in use, or none: the store says so since its last commit. `tidy` comes after. */
  use(pair: KeyPair | null): void;
  /** Takes out of the slots what is not in use: of an exchange that was interrupted, or taken back. */
  tidy(): Promise<void>;
  /** Gives the key to one more person. Throws `vault.second-key-needed`. */
  give(person: string): Promise<void>;
  /** Leaves the key to these people only, beside kit and escrow. */
  leaveTo(people: readonly string[]): Promise<void>;
  /** A fresh content key in the transaction under way. Anybody can make one; only who holds the second key finds it again. */
  newContentKey(db: WriteDb, now: Instant): Promise<ContentKey>;
  /** Content keys by their ids; those that cannot be opened are left out. Throws `vault.second-key-needed`. */
  contentKeys(db: ReadDb, ids: Iterable<number>): Promise<ReadonlyMap<number, Uint8Array>>;
};

/** Where a content key belongs; authenticated with it. */
const placeOf = (storeId: string): string => `${storeId}|content key of the second key`;

export const inUseIn = async (db: ReadDb): Promise<string | null> =>
  (await db.query.selectFrom('second_key').select('public_key').executeTakeFirst())?.public_key ?? null;

/** `first` is the public half that the store names. */
export function secondKeyOn(keeper: SlotsKeeper, first: string | null): SecondKey {
  let inUse = first;
  let offered: { readonly person: string | null; readonly pair: KeyPair } | null = null;
  let pair: KeyPair | null = null;
  let opened = new Map<number, Uint8Array>();
  const wipe = (): void => {
    for (const key of opened.values()) key.fill(0);
    opened = new Map();
    if (pair !== offered?.pair) pair?.privateKey.fill(0);
    pair = null;
  };
  const forgetOffer = (): void => {
    if (offered?.pair !== pair) offered?.pair.privateKey.fill(0);
    offered = null;
  };
  const needed = (): KeyPair => {
    if (pair === null) throw brokenRule('vault.second-key-needed');
    return pair;
  };
  const everySlot =
    (change: (slot: Slot) => Slot) =>
    (slots: Slots): Slots => ({ ...slots, slots: slots.slots.map(change) });
  const given = (slots: Slots, slot: Slot, to: KeyPair): Slot => {
    if (slot.hold.form === 'direct') throw brokenRule('vault.older-slots', { slot: slot.kind });
    return { ...slot, hold: withSecond(slots.storeId, slot, slot.hold, to) };
  };
  const tidy = async (): Promise<void> => {
    const isOther = ({ hold }: Slot): boolean =>
      hold.form === 'pair' && (hold.seconds ?? []).some(({ publicKey }) => publicKey !== inUse);
    if (keeper.get().slots.some(isOther))
      await keeper.keepOnly(everySlot((slot) => ({ ...slot, hold: withoutSeconds(slot.hold, inUse) })));
  };
  return {
    inUse: () => inUse,
    isHeld: () => pair !== null,
    pair: () => pair,
    pairIfAny: () => (inUse === null ? null : needed()),
    shownBy: (person) => (offered?.person === person ? offered.pair : null),
    offer: (person, { seconds }) => {
      forgetOffer();
      const found = seconds.find(({ publicKey }) => publicKey === inUse);
      for (const other of seconds) if (other !== found) other.privateKey.fill(0);
      if (found !== undefined) offered = { person, pair: found };
    },
    takeUp: (person) => {
      const found = offered !== null && (offered.person === person || offered.person === null) ? offered.pair : null;
      if (found === null) forgetOffer();
      wipe();
      pair = found;
      offered = null;
    },
    forgetTaken: wipe,
    forget: () => {
      wipe();
      forgetOffer();
    },
    isIn: (slot) => inUse !== null && holdsSecond(slot, inUse),
    prepare: async (people) => {
      const made = newPair();
      await keeper.keepOnly((slots) =>
        everySlot((slot) => {
          const gets =
            slot.kind === 'kit' ||
            slot.kind === 'escrow' ||
            (slot.kind === 'passphrase' && people.includes(slot.person));
          return gets ? given(slots, slot, made) : slot;
        })(slots),
      );
      return made;
    },
    use: (next) => {
      wipe();
      forgetOffer();
      inUse = next?.publicKey ?? null;
      pair = next;
    },
    tidy,
    give: async (person) => {
      const to = needed();
      await keeper.keep((slots) =>
        everySlot((slot) => (slot.kind === 'passphrase' && slot.person === person ? given(slots, slot, to) : slot))(
          slots,
        ),
      );
    },
    leaveTo: async (people) => {
      const goes = (slot: Slot): boolean =>
        slot.hold.form === 'pair' &&
        slot.hold.seconds !== undefined &&
        (slot.kind === 'keychain' || (slot.kind === 'passphrase' && !people.includes(slot.person)));
      // Both generations: the one before must not give it back.
      if (keeper.get().slots.some(goes))
        await keeper.keepOnly(everySlot((slot) => (goes(slot) ? { ...slot, hold: withoutSeconds(slot.hold) } : slot)));
    },
    newContentKey: async (db, now) => {
      const to = await inUseIn(db);
      if (to === null) throw new Error('There is no second key.');
      const key = new Uint8Array(randomBytes(32));
      const box = sealTo(to, key, placeOf(keeper.get().storeId));
      const { insertId } = await db.query
        .insertInto('second_key_contents')
        .values({ box_from: box.from, box_nonce: box.nonce, box_sealed: box.sealed, made_at: now })
        .executeTakeFirstOrThrow();
      return { id: Number(insertId), key };
    },
    contentKeys: async (db, ids) => {
      const by = needed();
      const missing = [...new Set(ids)].filter((id) => !opened.has(id));
      if (missing.length > 0) {
        const rows = await db.driver.all(
          'select id, box_from, box_nonce, box_sealed from second_key_contents where id in (select value from json_each(?))',
          [JSON.stringify(missing)],
        );
        for (const row of rows) {
          const box = {
            from: String(row['box_from']),
            nonce: String(row['box_nonce']),
            sealed: String(row['box_sealed']),
          };
          const key = unsealFrom(by, box, placeOf(keeper.get().storeId));
          if (key !== null) opened.set(Number(row['id']), key);
        }
      }
      return opened;
    },
  };
}
