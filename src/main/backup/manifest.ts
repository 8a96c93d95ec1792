/** A manifest: what one backup consists of. It is sealed, says its own number, and knows every one before it that was kept. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';
import { ErasureEntry } from '#shared/domains/backups/model';
import type { RepositoryKeys } from './keys';

const count = z.int().min(0).max(1e12);
const Hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const Known = z.strictObject({ sequence: z.int().positive(), digest: Hex64 });
export type Known = z.infer<typeof Known>;

export const Manifest = z.strictObject({
  format: z.literal('steward-backup-manifest'),
  version: z.literal(1),
  repository: z.string().max(64),
  storeId: z.string().max(64),
  sequence: z.int().positive(),
  at: Instant,
  /** The key of the store in this backup, Base64: whoever opens the repository opens every backup in it, whatever was changed since. */
  storeKey: z.string().length(44),
  /** The program that wrote it, and the version of the store's tables. */
  program: z.string().max(40),
  schema: z.int().positive(),
  /** Every manifest that was there before this one, oldest first: what is gone without a record of pruning was taken away. */
  known: z.array(Known).max(100_000),
  trail: z.strictObject({ entries: count, root: z.string().max(64), note: z.string().max(4_096).nullable() }),
  /** How many rows the most important tables have. */
  counts: z.record(z.string().max(60), count),
  database: z.strictObject({
    pages: count,
    /** Runs of pages: first page, how many, number of the pack in `packs`, position in it. */
    runs: z.array(z.tuple([count, count, count, count])),
    /** SHA-256 over the tags of all pages. */
    tags: Hex64,
  }),
  /** Names of the pieces that hold the list of files, in order. */
  lists: z.array(Hex64),
  files: count,
  fileBytes: count,
  packs: z.array(z.strictObject({ name: Hex64, bytes: count })),
  /** What must not come back with an older backup. */
  erasures: z.array(ErasureEntry),
  /** New in this one: bytes sent, and of what. */
  added: z.strictObject({ bytes: count, pages: count, files: count }),
});
export type Manifest = z.infer<typeof Manifest>;

/** One file as it was; `pieces` are names of content, in order. */
export const FileEntry = z.strictObject({
  path: z.string().min(1).max(4_096),
  bytes: count,
  /** Milliseconds since 1970, as the system said. */
  changed: z.number(),
  sha256: Hex64,
  pieces: z.array(Hex64),
});
export type FileEntry = z.infer<typeof FileEntry>;
export const FileList = z.array(FileEntry);

export const manifestName = (sequence: number): string => `manifests/${String(sequence).padStart(8, '0')}`;

export function sequenceOf(name: string): number | null {
  const found = /^(?:manifests|prunes|slots)\/(\d{8})$/.exec(name);
  return found === null ? null : Number(found[1]);
}

export const digestOf = (sealed: Buffer): string => createHash('sha256').update(sealed).digest('hex');

/** No manifest is longer when unpacked; what claims to be is refused before it fills the memory. */
const longest = 268_435_456;

export function sealManifest(keys: RepositoryKeys, manifest: Manifest): Buffer {
  return keys.seal(deflateRawSync(JSON.stringify(manifest)), manifestName(manifest.sequence));
}

/** The manifest, `newer` when a newer Steward wrote it, null when it is damaged, moved, or of somebody else. */
export function openManifest(keys: RepositoryKeys, sequence: number, sealed: Buffer): Manifest | 'newer' | null {
  const plain = keys.unseal(sealed, manifestName(sequence));
  if (plain === null) return null;
  try {
    const value = JSON.parse(inflateRawSync(plain, { maxOutputLength: longest }).toString('utf8')) as {
      version?: unknown;
    };
    if (typeof value.version === 'number' && value.version > 1) return 'newer';
    const manifest = Manifest.parse(value);
    return manifest.sequence === sequence ? manifest : null;
  } catch {
    return null;
  }
}

export const PruneRecord = z.strictObject({
  format: z.literal('steward-backup-prune'),
  version: z.literal(1),
  at: Instant,
  removed: z.array(z.int().positive()),
});
export type PruneRecord = z.infer<typeof PruneRecord>;
