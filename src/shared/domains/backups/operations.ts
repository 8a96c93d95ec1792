/** What may be asked about backups. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { Instant } from '#shared/kernel/time';
import { PlaceAddress } from './address';
import {
  BackupPlace,
  BackupPlaceId,
  Damaged,
  FolderName,
  Moment,
  OtherBackup,
  OtherBackupDraft,
  OtherBackupId,
  Overview,
  OwnFolder,
  PlaceLogin,
  PlaceName,
  Targets,
} from './model';
import { Plan } from './schedule';

const Sequence = z.int().min(1).max(99_999_999);
const at = z.strictObject({ place: BackupPlaceId });
const moment = at.extend({ sequence: Sequence });
const nothing = z.strictObject({});

const Made = z.strictObject({
  sequence: z.int(),
  at: Instant,
  bytes: z.int(),
  pages: z.int(),
  files: z.int(),
  resumed: z.int(),
  removed: z.array(z.int()),
});

export const backups = {
  overview: query({ may: 'read', input: nothing, output: Overview }),
  /** Reaches the place, makes its folders, and keeps it only when a probe came back. The login goes behind this computer's keychain. */
  addPlace: task({
    may: 'configure',
    records: 'place-added',
    input: z.strictObject({ name: PlaceName, address: PlaceAddress, login: PlaceLogin.nullable(), plan: Plan }),
    output: BackupPlace,
    about: (_input, output) => [output.id],
    facts: (input) => ({ kind: input.address.kind }),
  }),
  changePlace: command({
    may: 'configure',
    records: 'place-changed',
    input: z.strictObject({ id: BackupPlaceId, revision: z.int().positive(), name: PlaceName, plan: Plan }),
    output: nothing,
    about: (input) => [input.id],
  }),
  /** What lies there stays there; Steward only does not go there any more. */
  removePlace: command({
    may: 'configure',
    records: 'place-removed',
    input: z.strictObject({ id: BackupPlaceId, revision: z.int().positive() }),
    output: nothing,
    about: (input) => [input.id],
  }),
  /** Makes a backup, reads it back, and lets old ones go as the plan says. */
  run: task({
    may: 'write',
    records: 'backed-up',
    input: at,
    output: Made,
    about: (input) => [input.place],
    facts: (_input, output) => ({ sequence: output.sequence, bytes: output.bytes }),
  }),
  /** The same at an address that was typed, for the terminal. */
  create: task({
    may: 'configure',
    records: 'backed-up',
    input: z.strictObject({ address: PlaceAddress, login: PlaceLogin.nullable() }),
    output: Made,
    facts: (input, output) => ({ kind: input.address.kind, sequence: output.sequence, bytes: output.bytes }),
  }),
  /** Reads everything at a place again. */
  check: task({
    may: 'read',
    records: 'read-again',
    input: at,
    output: z.strictObject({ damages: z.array(Damaged), backups: z.int(), packs: z.int(), bytes: z.int() }),
    about: (input) => [input.place],
    facts: (_input, output) => ({ damaged: output.damages.length, backups: output.backups, bytes: output.bytes }),
  }),
  /** A restore into a folder that is thrown away, opened with the recovery words; without them with the vault's own key, and it says so. */
  drill: task({
    may: 'write',
    records: 'drilled',
    input: at.extend({ words: z.string().max(1_000).nullable() }),
    output: z.strictObject({
      sequence: z.int(),
      withWords: z.boolean(),
      rows: z.int(),
      evidence: z.int(),
      trailEntries: z.int(),
      tookMs: z.int(),
    }),
    about: (input) => [input.place],
    facts: (_input, output) => ({ sequence: output.sequence, withWords: output.withWords, tookMs: output.tookMs }),
  }),
  /** Every backup at a place, oldest first. */
  moments: task({ may: 'read', records: null, input: at, output: z.array(Moment) }),
  /** The files in a backup. */
  look: task({
    may: 'read',
    records: null,
    input: moment,
    output: z.strictObject({
      files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), changed: z.number() })),
      more: z.boolean(),
    }),
  }),
  /** A whole vault into a new folder; the one in use is not touched. */
  restore: task({
    may: 'configure',
    proof: 'recent',
    records: 'restored',
    input: moment.extend({ folder: z.string().max(4_096).optional() }),
    output: z.strictObject({
      folder: z.string(),
      sequence: z.int(),
      rows: z.int(),
      erasedAgain: z.int(),
      optedOutAgain: z.int(),
      tookMs: z.int(),
    }),
    about: (input) => [input.place],
    facts: (_input, output) => ({
      sequence: output.sequence,
      erasedAgain: output.erasedAgain,
      optedOutAgain: output.optedOutAgain,
      tookMs: output.tookMs,
    }),
  }),
  /** One file of the owner's folders out of a backup. */
  restoreFile: task({
    may: 'export',
    records: 'file-restored',
    input: moment.extend({ path: z.string().min(1).max(4_096), file: z.string().max(4_096).optional() }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    about: (input) => [input.place],
    facts: (input, output) => ({ sequence: input.sequence, bytes: output.bytes }),
  }),
  /** Lets go what the plan says may go. */
  prune: task({
    may: 'erase',
    records: 'pruned',
    input: z.strictObject({
      place: BackupPlaceId.nullable(),
      address: PlaceAddress.nullable(),
      login: PlaceLogin.nullable(),
    }),
    output: z.strictObject({ removed: z.array(z.int()), packs: z.int(), bytes: z.int(), refused: z.boolean() }),
    about: (input) => (input.place === null ? [] : [input.place]),
    facts: (_input, output) => ({ removed: output.removed.length, bytes: output.bytes, heldOn: output.refused }),
  }),
  setTargets: command({
    may: 'configure',
    records: 'targets-set',
    input: Targets,
    output: nothing,
    facts: (input) => ({ loseHours: input.loseHours, restoreMinutes: input.restoreMinutes }),
  }),
  /** A folder outside the vault that goes along with every backup. */
  addFolder: task({
    may: 'configure',
    records: 'folder-added',
    input: z.strictObject({ name: FolderName, folder: z.string().max(4_096).optional() }),
    output: OwnFolder,
  }),
  removeFolder: command({
    may: 'configure',
    records: 'folder-removed',
    input: z.strictObject({ name: FolderName }),
    output: nothing,
  }),
  addOther: command({
    may: 'write',
    records: 'other-added',
    input: OtherBackupDraft,
    output: OtherBackup,
    about: (_input, output) => [output.id],
  }),
  changeOther: command({
    may: 'write',
    records: 'other-changed',
    input: z.strictObject({ id: OtherBackupId, revision: z.int().positive(), other: OtherBackupDraft }),
    output: OtherBackup,
    about: (input) => [input.id],
  }),
  removeOther: command({
    may: 'write',
    records: 'other-removed',
    input: z.strictObject({ id: OtherBackupId, revision: z.int().positive() }),
    output: nothing,
    about: (input) => [input.id],
  }),
};
