/** The vault: an encrypted folder, the ways to open it, and whether its recovery kit has been confirmed. */
import { z } from 'zod';

/** Why the unlock screen is shown rather than the work. */
export const KeychainState = z.enum(['ok', 'missing', 'locked', 'wrong', 'unavailable', 'slow', 'off']);
export type KeychainState = z.infer<typeof KeychainState>;

export const VaultStatus = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  /** The folder's name for people to recognise; null when there is no vault yet. */
  folder: z.string().nullable(),
  storeId: z.string().nullable(),
  kitConfirmed: z.boolean(),
  keychain: KeychainState,
  /** Minutes without a key press or click after which the vault locks. */
  idleMinutes: z.int(),
});
export type VaultStatus = z.infer<typeof VaultStatus>;

/** Twenty-four words of the BIP 39 English list. */
export const KitWords = z.array(z.string().min(1).max(12)).length(24);

export const Passphrase = z.string().min(1).max(1_024);
/** What a new passphrase must have; no rules about which characters. */
export const NewPassphrase = z.string().min(8).max(1_024);

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
