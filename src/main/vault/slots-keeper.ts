/** The slots of a vault in use, and the one way to change them: one change after the other, proven under the data key. */
import { proven, type Slots } from './slots';
import { writeSlots, writeSlotsTwice } from './slots-file';

type Change = (slots: Slots) => Slots | Promise<Slots>;

/** Writing, for as long as nobody else may change the slots. */
export type SlotsWriter = {
  keep(next: Slots): Promise<void>;
  /** Writes both generations, so that the one before cannot open the vault with what was just taken away. */
  keepOnly(next: Slots): Promise<void>;
};

export type SlotsKeeper = {
  get(): Slots;
  /** The data key in use; throws before it is known. */
  dataKey(): Uint8Array;
  /** From now on slots are proven under this key; the one before is overwritten. */
  use(dataKey: Uint8Array): void;
  keep(change: Change): Promise<void>;
  keepOnly(change: Change): Promise<void>;
  /** Several changes with nobody else's in between. */
  inTurn<T>(work: (writer: SlotsWriter) => Promise<T>): Promise<T>;
  /** Overwrites the key. */
  forget(): void;
};

export function slotsKeeper(folder: string, first: Slots): SlotsKeeper {
  let slots = first;
  let key: Uint8Array | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  // Before the data key is known only the mark of failed attempts changes, which the proof does not cover.
  const signed = (next: Slots): Slots => (key === null ? next : proven(next, key));
  const writer: SlotsWriter = {
    keep: async (next) => void (slots = await writeSlots(folder, signed(next))),
    keepOnly: async (next) => void (slots = await writeSlotsTwice(folder, signed(next))),
  };
  const inTurn: SlotsKeeper['inTurn'] = (work) => {
    const next = turn.catch(() => undefined).then(() => work(writer));
    turn = next;
    return next;
  };
  return {
    get: () => slots,
    dataKey: () => {
      if (key === null) throw new Error('The data key is not known yet.');
      return key;
    },
    use: (dataKey) => {
      if (key !== dataKey) key?.fill(0);
      key = dataKey;
    },
    keep: (change) => inTurn(async ({ keep }) => keep(await change(slots))),
    keepOnly: (change) => inTurn(async ({ keepOnly }) => keepOnly(await change(slots))),
    inTurn,
    forget: () => void key?.fill(0),
  };
}
