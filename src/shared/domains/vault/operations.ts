/** What may be asked about the vault itself, most of it before it is open. */
import { z } from 'zod';
import { query, task } from '#shared/kernel/operations';
import { PersonId } from '../access/model';
import { ChosenFolder, Keys, NewPassphrase, Passphrase, RecoveryKit, VaultStatus } from './model';

const nothing = z.strictObject({});

export const vault = {
  status: task({ may: 'anyone', records: null, input: nothing, output: VaultStatus }),
  /**
   * Another folder for the vault, while there is none: asked for in main's dialog and kept for the next start. A folder
   * that has a vault is only told of. Naming one that was told of goes to that vault; it is kept once it has been opened.
   */
  chooseFolder: task({
    may: 'anyone',
    records: null,
    input: z.strictObject({ folder: z.string().max(4_096).optional() }),
    output: ChosenFolder,
  }),
  /** Makes a vault in the chosen folder. The kit is shown once and must be confirmed before the first record. */
  create: task({
    may: 'anyone',
    records: 'created',
    input: z.strictObject({
      passphrase: NewPassphrase,
      useKeychain: z.boolean().default(true),
      /** The language in which fields and purposes are named at first. */
      language: z.enum(['en', 'de']).default('en'),
    }),
    output: z.strictObject({ kit: RecoveryKit, keychain: z.boolean() }),
  }),
  /** Another kit instead of an unconfirmed one, for when the window was closed before the words were written down. */
  newKit: task({
    may: 'anyone',
    records: 'kit-renewed',
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.strictObject({ kit: RecoveryKit }),
  }),
  confirmKit: task({
    may: 'anyone',
    records: 'kit-confirmed',
    input: z.strictObject({ words: z.array(z.string().max(40)).length(3) }),
    output: nothing,
  }),
  /** Writes the kit shown on the screen as a page to print. Only while it is being shown for the first time. */
  saveKit: task({
    may: 'anyone',
    records: 'kit-saved',
    input: z.strictObject({ language: z.enum(['en', 'de']).default('en'), file: z.string().max(4_096).optional() }),
    output: z.strictObject({ file: z.string() }),
  }),
  unlock: task({
    may: 'anyone',
    records: 'unlocked',
    input: z.discriminatedUnion('with', [
      z.strictObject({ with: z.literal('keychain') }),
      z.strictObject({
        with: z.literal('passphrase'),
        passphrase: Passphrase,
        /** The sign-in name; not needed while one person has a passphrase. */
        name: z.string().min(1).max(200).optional(),
      }),
      z.strictObject({ with: z.literal('kit'), words: z.string().max(1_000) }),
      z.strictObject({ with: z.literal('escrow'), sheets: z.tuple([z.string().max(1_000), z.string().max(1_000)]) }),
    ]),
    output: VaultStatus,
    facts: (input) => ({ with: input.with }),
  }),
  lock: task({ may: 'anyone', records: 'locked', input: nothing, output: nothing }),
  /** A new passphrase; the data key is wrapped again, the data stay as they are. */
  changePassphrase: task({
    may: 'self',
    records: 'passphrase-changed',
    input: z.strictObject({ current: Passphrase, next: NewPassphrase }),
    output: nothing,
  }),
  /** A new passphrase for somebody who came in with the kit or the escrow and does not know the old one. */
  recoverPassphrase: task({
    may: 'configure',
    records: 'passphrase-recovered',
    input: z.strictObject({ next: NewPassphrase }),
    output: nothing,
  }),
  /** Every way of opening the vault, without anything that helps to open it. */
  keys: query({ may: 'configure', input: nothing, output: Keys }),
  /** Encrypts the store under a new data key, for when somebody left or a key may have leaked. */
  rotateKey: task({
    may: 'configure',
    records: 'key-rotated',
    input: z.strictObject({ passphrase: Passphrase }),
    output: nothing,
  }),
  /**
   * The second key: on, special-category fields of the business's own are under a key that only owner and privacy officer
   * hold. All of them in one transaction, either way.
   */
  setSecondKey: task({
    may: 'configure',
    records: 'second-key-changed',
    input: z.strictObject({ on: z.boolean(), passphrase: Passphrase }),
    output: nothing,
    facts: (input) => ({ on: input.on }),
  }),
  /** Gives the second key to somebody whose role holds it and who does not have it yet. */
  giveSecondKey: task({
    may: 'configure',
    records: 'second-key-given',
    input: z.strictObject({ person: PersonId, passphrase: Passphrase }),
    output: nothing,
    about: (input) => [input.person],
  }),
  /** Three sheets to print, any two of which open the vault; sheets made before open nothing any more. */
  makeEscrow: task({
    may: 'configure',
    records: 'escrow-made',
    input: z.strictObject({
      passphrase: Passphrase,
      language: z.enum(['en', 'de']).default('en'),
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({ file: z.string() }),
  }),
  removeEscrow: task({
    may: 'configure',
    records: 'escrow-removed',
    input: z.strictObject({ passphrase: Passphrase }),
    output: nothing,
  }),
  /** Opening without a passphrase on this computer, through the system's keychain. */
  setKeychain: task({
    may: 'configure',
    records: 'keychain-changed',
    input: z.strictObject({ on: z.boolean() }),
    output: VaultStatus,
    facts: (input) => ({ on: input.on }),
  }),
  setIdleMinutes: task({
    may: 'configure',
    records: 'idle-lock-changed',
    input: z.strictObject({ minutes: z.int().min(1).max(480) }),
    output: VaultStatus,
    facts: (input) => ({ minutes: input.minutes }),
  }),
};
