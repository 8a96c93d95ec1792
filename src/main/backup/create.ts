/** Making a backup: what changed is sent and read back, then the manifest that speaks of it is published, never before. */
import { createHash } from 'node:crypto';
import { assert } from '#shared/kernel/assert';
import { packedOf } from './content';
import { isUnfinished } from './destination';
import { type KnownContent, knownContent } from './known-content';
import { type FileEntry, FileList, type Manifest, manifestName, sealManifest } from './manifest';
import { copyTag, type PackIndex, pageSize, tagBytes } from './pack';
import { packSender, type PackSender } from './pack-sender';
import { openPackAt } from './read-pack';
import { damaged, isDamage, knownAfter, type ReadManifest, type Repository } from './repository';
import { readFileLists } from './read-content';
import type { Pages, Source, SourceFile } from './source';

export type Moved = {
  readonly stage: 'comparing' | 'files' | 'publishing' | 'clearing';
  readonly done: number;
  readonly total: number;
};
export type CreateOptions = {
  readonly signal: AbortSignal;
  /** Waits while the person has paused. */
  readonly pausing?: () => Promise<void>;
  readonly progress?: (moved: Moved) => void;
  /** Releases the store as soon as its pages have been read. */
  readonly storeRead?: () => Promise<void>;
};

export type MadeBackup = {
  readonly manifest: Manifest;
  readonly digest: string;
  /** Packs of interrupted runs that were used, and things that were cleared away. */
  readonly resumed: number;
  readonly cleared: number;
};

/** Pages compared at a time: four mebibytes. */
const stride = 1_024;
const listLength = 200;

/**
 * Makes the next backup in a repository. When it returns, everything new was read back and the packs that are used again
 * are there. Whatever interrupts it, the backups before stay whole, and the next run uses what was sent.
 */
export async function createBackup(
  repository: Repository,
  source: Source,
  options: CreateOptions,
): Promise<MadeBackup> {
  const { signal, progress = () => undefined } = options;
  const numbers = await repository.sequences();
  const newest = await newestReadable(repository, numbers);
  const indexes = new Map<string, PackIndex>();
  for (const { name, bytes } of newest?.manifest.packs ?? []) {
    const index = await repository.packIndex(name, bytes);
    if (index !== null) indexes.set(name, index);
  }
  const known = knownContent(newest === null ? null : { manifest: newest.manifest, indexes }, source.database.pages);
  const used = new Set<string>();
  const left = await takeUpLeftPacks(repository, numbers, known, signal);
  const sender = packSender(repository, signal);
  const packs = packNumbers();

  const asked = source.facts();
  asked.catch(() => undefined);
  const database = await comparePages(source.database, known, sender, packs, options);
  const facts = await asked;
  await options.storeRead?.();
  const files = await sendFiles(repository, source.files, newest, known, sender, used, options);
  const sent = await sender.finish();

  const names = packs.named(sent);
  for (const index of sent) used.add(index.pack);
  for (const name of names) used.add(name);
  // Packs that are used again must be there now; that they are whole was seen when they were written, and is seen again at each verifying.
  const sizes = new Map<string, number>(
    [...indexes.values(), ...left.values(), ...sent].map(({ pack, bytes }) => [pack, bytes]),
  );
  for (const pack of used) await assertStillThere(repository, pack, sizes.get(pack) ?? 0);

  const manifest: Manifest = {
    format: 'steward-backup-manifest',
    version: 1,
    repository: repository.id,
    ...facts,
    sequence: Math.max(0, ...numbers) + 1,
    known: knownAfter(newest, numbers),
    database: { pages: source.database.pages, runs: database.runs, tags: database.tags },
    lists: files.lists,
    files: source.files.length,
    fileBytes: files.bytes,
    packs: orderedPacks(names, used).map((name) => ({ name, bytes: sizes.get(name) ?? 0 })),
    added: { bytes: sender.bytes(), pages: database.sent, files: files.sent },
  };
  progress({ stage: 'publishing', done: 0, total: 1 });
  signal.throwIfAborted();
  const published = await publish(repository, manifest, newest);
  progress({ stage: 'clearing', done: 0, total: 1 });
  const cleared = await clearLeft(
    repository,
    [...left.keys()].filter((name) => !used.has(name)),
  );
  return { ...published, resumed: [...left.keys()].filter((name) => used.has(name)).length, cleared };
}

async function newestReadable(repository: Repository, numbers: readonly number[]): Promise<ReadManifest | null> {
  for (const number of numbers.toReversed()) {
    const found = await repository.manifest(number);
    if (!isDamage(found)) return found;
    // A newer Steward may understand what this one would throw away.
    if (found.what === 'newer') throw damaged(found);
  }
  return null;
}

/** Packs nobody speaks of were sent by a run that was interrupted. Whole ones are used; all are cleared when not needed. */
async function takeUpLeftPacks(
  repository: Repository,
  numbers: readonly number[],
  known: KnownContent,
  signal: AbortSignal,
): Promise<Map<string, PackIndex | { pack: string; bytes: number }>> {
  const spokenOf = new Set<string>();
  let allReadable = true;
  for (const number of numbers) {
    const found = await repository.manifest(number);
    if (isDamage(found)) allReadable = false;
    else for (const { name } of found.manifest.packs) spokenOf.add(name);
  }
  const left = new Map<string, PackIndex | { pack: string; bytes: number }>();
  // Of a manifest that cannot be read nobody knows which packs it needs.
  if (!allReadable) return left;
  for (const { name, bytes } of await repository.listed('data')) {
    const pack = name.slice('data/'.length);
    if (spokenOf.has(pack)) continue;
    signal.throwIfAborted();
    const opened = await openPackAt(repository, pack, bytes);
    if (opened === null) left.set(pack, { pack, bytes });
    else {
      known.add(opened);
      left.set(pack, opened);
    }
  }
  return left;
}

type PackNumbers = {
  /** The number for a pack that is there already. */
  known(name: string): number;
  /** The number for the `begun`-th pack of this run. */
  begun(begun: number): number;
  /** The names by number, when all of this run are finished. */
  named(sent: readonly PackIndex[]): string[];
};

function packNumbers(): PackNumbers {
  const order: (string | number)[] = [];
  const numbers = new Map<string | number, number>();
  const numberOf = (key: string | number): number => {
    const there = numbers.get(key);
    if (there !== undefined) return there;
    numbers.set(key, order.length);
    order.push(key);
    return order.length - 1;
  };
  return {
    known: numberOf,
    begun: numberOf,
    named: (sent) =>
      order.map((key) => {
        const name = typeof key === 'string' ? key : sent[key]?.pack;
        assert(name !== undefined, 'every pack that was begun was sent');
        return name;
      }),
  };
}

/** Those of the pages keep their numbers; those that only hold files come behind. */
const orderedPacks = (names: readonly string[], used: ReadonlySet<string>): string[] => [
  ...names,
  ...[...used].filter((name) => !names.includes(name)),
];

type Run = [first: number, count: number, pack: number, position: number];

async function comparePages(
  database: Pages,
  known: KnownContent,
  sender: PackSender,
  packs: PackNumbers,
  { signal, pausing, progress = () => undefined }: CreateOptions,
): Promise<{ runs: Run[]; tags: string; sent: number }> {
  const runs: Run[] = [];
  const hash = createHash('sha256');
  let sent = 0;
  const note = (page: number, pack: number, position: number): void => {
    const last = runs.at(-1);
    if (last !== undefined && last[2] === pack && last[3] + last[1] === position) last[1] += 1;
    else runs.push([page, 1, pack, position]);
  };
  const buffers = [Buffer.allocUnsafeSlow(stride * pageSize), Buffer.allocUnsafeSlow(stride * pageSize)] as const;
  const read = (first: number, which: 0 | 1): Promise<number> =>
    first < database.pages
      ? database.read(buffers[which].subarray(0, Math.min(stride, database.pages - first) * pageSize), first)
      : Promise.resolve(0);
  let which: 0 | 1 = 0;
  let reading = read(0, which);
  const tags = Buffer.allocUnsafe(stride * tagBytes);
  for (let first = 0; first < database.pages; first += stride) {
    const bytes = buffers[which];
    const count = Math.min(stride, database.pages - first);
    assert((await reading) === count * pageSize, 'the store has as many pages as its size says');
    // The next piece is read while this one is compared.
    which = which === 0 ? 1 : 0;
    reading = read(first + stride, which);
    reading.catch(() => undefined);
    signal.throwIfAborted();
    await pausing?.();
    for (let page = 0; page < count; page += 1) copyTag(bytes, page, tags, page);
    hash.update(tags.subarray(0, count * tagBytes));
    for (let page = 0; page < count; page += 1) {
      const there = known.page(first + page, tags, page * tagBytes);
      if (there !== null) {
        note(first + page, packs.known(there.pack), there.position);
        continue;
      }
      const place = await sender.page(first + page, bytes.subarray(page * pageSize, (page + 1) * pageSize));
      note(first + page, packs.begun(place.pack), place.position);
      sent += 1;
    }
    progress({ stage: 'comparing', done: (first + count) * pageSize, total: database.pages * pageSize });
  }
  return { runs, tags: hash.digest('hex'), sent };
}

async function sendFiles(
  repository: Repository,
  files: readonly SourceFile[],
  newest: ReadManifest | null,
  known: KnownContent,
  sender: PackSender,
  used: Set<string>,
  { signal, pausing, progress = () => undefined }: CreateOptions,
): Promise<{ lists: string[]; bytes: number; sent: number }> {
  const before = newest === null ? new Map<string, FileEntry>() : await entriesOf(repository, newest.manifest);
  const sentNow = new Set<string>();
  const keep = async (piece: Buffer): Promise<string> => {
    const id = repository.keys.contentId(piece).toString('hex');
    const pack = known.has(id);
    if (pack !== null) used.add(pack);
    else if (!sentNow.has(id)) {
      sentNow.add(id);
      await sender.content(id, packedOf(piece), piece.length);
    }
    return id;
  };
  const entries: FileEntry[] = [];
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  let sent = 0;
  for (const file of files) {
    signal.throwIfAborted();
    await pausing?.();
    const same = before.get(file.path);
    const packsOfSame = same?.pieces.map((id) => known.has(id)) ?? [];
    if (
      same !== undefined &&
      same.bytes === file.bytes &&
      same.changed === file.changed &&
      file.changed !== 0 &&
      packsOfSame.every((pack) => pack !== null)
    ) {
      for (const pack of packsOfSame) if (pack !== null) used.add(pack);
      entries.push(same);
    } else {
      const entry = await sendFile(file, keep);
      if (entry.sha256 !== same?.sha256) sent += 1;
      entries.push(entry);
    }
    done += file.bytes;
    progress({ stage: 'files', done, total });
  }
  const lists: string[] = [];
  for (let at = 0; at < entries.length; at += listLength)
    lists.push(await keep(Buffer.from(JSON.stringify(entries.slice(at, at + listLength)))));
  return { lists, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0), sent };
}

async function sendFile(file: SourceFile, keep: (piece: Buffer) => Promise<string>): Promise<FileEntry> {
  const hash = createHash('sha256');
  const pieces: string[] = [];
  let bytes = 0;
  for await (const piece of file.pieces()) {
    hash.update(piece);
    bytes += piece.length;
    pieces.push(await keep(piece));
  }
  return { path: file.path, bytes, changed: file.changed, sha256: hash.digest('hex'), pieces };
}

async function entriesOf(repository: Repository, manifest: Manifest): Promise<Map<string, FileEntry>> {
  const lists = await readFileLists(repository, manifest).catch(() => null);
  return new Map(FileList.parse(lists ?? []).map((entry) => [entry.path, entry]));
}

async function assertStillThere({ place }: Repository, pack: string, bytes: number): Promise<void> {
  const item = `data/${pack}`;
  const last = bytes === 0 ? null : await place.get(item, { from: bytes - 1, bytes: 2 });
  // One byte is the last; two would be a longer object than the one that was written.
  if (last === null) throw damaged({ item, what: 'missing' });
  if (last.length !== 1) throw damaged({ item, what: 'wrong-size' });
}

/** Another run may have taken the number; then this one takes the next. */
async function publish(
  repository: Repository,
  manifest: Manifest,
  newest: ReadManifest | null,
): Promise<{ manifest: Manifest; digest: string }> {
  for (let sequence = manifest.sequence; sequence < manifest.sequence + 10; sequence += 1) {
    const numbered = { ...manifest, sequence };
    const sealed = sealManifest(repository.keys, numbered);
    if ((await repository.putProven(manifestName(sequence), sealed)) !== 'written') continue;
    const read = await repository.manifest(sequence);
    if (isDamage(read)) throw damaged(read);
    return { manifest: read.manifest, digest: read.digest };
  }
  throw damaged({ item: manifestName(newest?.manifest.sequence ?? 1), what: 'other-content' });
}

/** Half-written things and packs that nobody speaks of. Where the place keeps everything they stay. */
async function clearLeft({ place }: Repository, packs: readonly string[]): Promise<number> {
  let cleared = 0;
  for (const pack of packs) if ((await place.remove(`data/${pack}`)) === 'removed') cleared += 1;
  for (const folder of ['', 'data', 'manifests', 'prunes', 'slots'] as const)
    for (const { name } of await place.list(folder))
      if (isUnfinished(name) && (await place.remove(name)) === 'removed') cleared += 1;
  return cleared;
}
