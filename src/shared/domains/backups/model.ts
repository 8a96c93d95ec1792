/** Backups: the places that keep them, what each one holds, and how we know that it is any good. */
import { z } from 'zod';
import { idOf } from '#shared/kernel/ids';
import { isStorable } from '#shared/kernel/text';
import { Day, Instant } from '#shared/kernel/time';
import { PlaceAddress } from './address';
import { Plan } from './schedule';
import { oneLine } from '#shared/kernel/typed-text';

export const PlaceKind = z.enum(['folder', 'drive', 'share', 's3', 'azure', 'sftp', 'webdav']);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** Something that was taken away for good and must not come back with an older backup. */
export const ErasureEntry = z.strictObject({
  /** `customer-erased`: the whole record; `opted-out`: one purpose or channel, in `what`. */
  kind: z.enum(['customer-erased', 'opted-out']),
  /** The record's id, such as `C-1042`. */
  subject: z.string().max(64),
  what: z.string().max(120).nullable(),
  at: Instant,
});
export type ErasureEntry = z.infer<typeof ErasureEntry>;

export const BackupPlaceId = idOf('bpl');
export type BackupPlaceId = z.infer<typeof BackupPlaceId>;

export const PlaceName = oneLine(80);
/** What a place asks for: a name and a password, an access key and its secret, an account and its key, or a private key. */
export const PlaceLogin = z.strictObject({ user: z.string().max(500), secret: z.string().min(1).max(20_000) });
export type PlaceLogin = z.infer<typeof PlaceLogin>;

export const RunKind = z.enum(['backup', 'check', 'drill', 'restore', 'prune']);
export type RunKind = z.infer<typeof RunKind>;
export const RunOutcome = z.enum(['good', 'bad', 'failed', 'cancelled']);
export type RunOutcome = z.infer<typeof RunOutcome>;

/** One thing that was done with a place, and what came of it. */
export const BackupRun = z.strictObject({
  id: z.string(),
  place: z.string(),
  kind: RunKind,
  startedAt: Instant,
  endedAt: Instant,
  outcome: RunOutcome,
  sequence: z.int().nullable(),
  /** Counts and closed words; the damaged item by its name in the place. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** By the key the trail's checkpoints are signed with, for drills. */
  signature: z.string().nullable(),
});
export type BackupRun = z.infer<typeof BackupRun>;

export const Moment = z.strictObject({
  sequence: z.int(),
  at: Instant,
  schema: z.int(),
  counts: z.record(z.string(), z.int()),
  files: z.int(),
  trailEntries: z.int(),
  addedBytes: z.int(),
});
export type Moment = z.infer<typeof Moment>;

export const Damaged = z.strictObject({ item: z.string(), what: z.string() });
export type Damaged = z.infer<typeof Damaged>;

export const StandingItem = z.strictObject({ have: z.int(), want: z.int(), good: z.boolean() });

export const BackupPlace = z.strictObject({
  id: BackupPlaceId,
  name: PlaceName,
  address: PlaceAddress,
  /** As people know it. */
  where: z.string(),
  plan: Plan,
  madeAt: Instant,
  revision: z.int(),
  light: z.enum(['good', 'ageing', 'bad']),
  lastGood: Instant.nullable(),
  lastRead: Instant.nullable(),
  lastDrill: Instant.nullable(),
  nextDue: z.string().nullable(),
  missedSince: z.string().nullable(),
});
export type BackupPlace = z.infer<typeof BackupPlace>;

export const Targets = z.strictObject({
  /** How many hours of work may be lost, and how many minutes a restore may take. */
  loseHours: z.int().min(1).max(8_760),
  restoreMinutes: z.int().min(1).max(100_000),
});
export type Targets = z.infer<typeof Targets>;

export const OtherBackupId = idOf('obk');
export type OtherBackupId = z.infer<typeof OtherBackupId>;
/** A backup of the business that Steward does not make: the website, the accounts, phones. */
export const OtherBackupDraft = z.strictObject({
  what: oneLine(120),
  where: oneLine(200),
  howOften: oneLine(80),
  testedBy: oneLine(120).nullable(),
  testedOn: Day.nullable(),
  testEveryDays: z.int().min(1).max(3_650),
  note: z.string().max(2_000).refine(isStorable, { error: 'unstorable_characters' }).nullable(),
});
export type OtherBackupDraft = z.infer<typeof OtherBackupDraft>;
export const OtherBackup = OtherBackupDraft.extend({ id: OtherBackupId, revision: z.int(), testDue: Day });
export type OtherBackup = z.infer<typeof OtherBackup>;

export const FolderName = z
  .string()
  .regex(/^[^/\\:*?"<>|\p{Cc}]{1,80}$/u)
  .refine((name) => !/^\.+$/.test(name));
export const OwnFolder = z.strictObject({ name: FolderName, folder: z.string() });
export type OwnFolder = z.infer<typeof OwnFolder>;

export const Overview = z.strictObject({
  places: z.array(BackupPlace),
  runs: z.array(BackupRun),
  folders: z.array(OwnFolder),
  others: z.array(OtherBackup),
  targets: Targets.nullable(),
  /** What would be lost if this computer broke now, in hours; null while there is no backup. */
  wouldLoseHours: z.number().nullable(),
  /** How long the last restore or drill took, in minutes. */
  restoreTookMinutes: z.number().nullable(),
  standing: z.strictObject({
    copies: StandingItem,
    media: StandingItem,
    elsewhere: StandingItem,
    offline: StandingItem,
    errors: StandingItem,
  }),
});
export type Overview = z.infer<typeof Overview>;
