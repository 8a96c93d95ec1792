/** The vault: an encrypted folder, the ways to open it, and whether its recovery kit has been confirmed. */
import { z } from 'zod';

/** Why the unlock screen is shown rather than the work. */
export const KeychainState = z.enum(['ok', 'missing', 'locked', 'wrong', 'unavailable', 'slow', 'off']);
export type KeychainState = z.infer<typeof KeychainState>;

export const VaultStatus = z.strictObject({
  /** `sign-in`: open, but nobody has said who they are yet. */
  state: z.enum(['none', 'locked', 'sign-in', 'open']),
  /** Where the vault is, or will be when it is made. */
  folder: z.string(),
  /**
   * Whether the folder may still be chosen: `fixed` once there is a vault, or where the command line says the folder;
   * `missing` when one was chosen at an earlier start and no vault is in it now, on a drive that is not connected, say.
   */
  choice: z.enum(['free', 'missing', 'fixed']),
  storeId: z.string().nullable(),
  kitConfirmed: z.boolean(),
  /** How many people have a passphrase; with more than one the unlock screen asks for the name, too. */
  people: z.int(),
  keychain: KeychainState,
  /** Minutes without a key press or click after which the vault locks. */
  idleMinutes: z.int(),
});
export type VaultStatus = z.infer<typeof VaultStatus>;

/** What came of choosing a folder: the vault will be in it, or there is one already and nothing was changed. */
export const ChosenFolder = z.strictObject({ folder: z.string(), hasVault: z.boolean() });
export type ChosenFolder = z.infer<typeof ChosenFolder>;

/** Twenty-four words of the BIP 39 English list. */
export const KitWords = z.array(z.string().min(1).max(12)).length(24);

export const Passphrase = z.string().min(1).max(1_024);
/** Characters, of whatever kind: length and an honest hint, not rules about digits, keep people from writing it on the screen. */
export const shortestPassphrase = 12;
/** What a new passphrase must have; no rules about which characters. */
export const NewPassphrase = z.string().min(shortestPassphrase).max(1_024);

/** The words to type back: three positions (1 to 24) chosen by main. */
export const KitChallenge = z.strictObject({ positions: z.array(z.int().min(1).max(24)).length(3) });
export type KitChallenge = z.infer<typeof KitChallenge>;

export const RecoveryKit = z.strictObject({
  storeId: z.string(),
  madeAt: z.string(),
  words: KitWords,
  /** The words as a QR code, SVG text. */
  qr: z.string(),
  challenge: KitChallenge,
});
export type RecoveryKit = z.infer<typeof RecoveryKit>;

/** One way of opening the vault, as the page of keys lists it. Nothing here helps to open anything. */
export const KeySlot = z.strictObject({
  kind: z.enum(['passphrase', 'kit', 'keychain', 'escrow']),
  /** The person a passphrase belongs to; null for the others, which are nobody's. */
  person: z.string().nullable(),
  /** Null in vaults from before it was kept. */
  madeAt: z.string().nullable(),
  /** Of a kit: whether its words have been typed back. */
  confirmed: z.boolean().nullable(),
  /** Of a passphrase: how many more failures until it is not looked at any more. */
  attemptsLeft: z.int().nullable(),
  /** Whether it opens what is under the second key as well. */
  second: z.boolean(),
});
export type KeySlot = z.infer<typeof KeySlot>;

export const Keys = z.strictObject({
  slots: z.array(KeySlot),
  /** Opened with kit or escrow: a new passphrase may be chosen without the forgotten one. */
  recovered: z.boolean(),
  second: z.strictObject({
    /** Since when there is a second key; null while there is none. */
    since: z.string().nullable(),
    /** Whether whoever asks holds it at this moment. */
    held: z.boolean(),
    /** Whether the role of whoever asks is one that holds it. */
    mine: z.boolean(),
    /** People whose role holds it and whose passphrase does not have it yet. */
    lacking: z.array(z.string()),
    /** Names of the business's own special-category fields: what the key is for. */
    fields: z.array(z.string()),
  }),
});
export type Keys = z.infer<typeof Keys>;
