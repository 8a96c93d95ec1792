/** Writing a backup out into an empty folder. Nothing that is in use is touched, and every byte is checked on its way. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files/durable';
import { type FileEntry, type Manifest, manifestName } from './manifest';
import { copyTag, pageSize, tagBytes } from './pack';
import { contentReader, readFileLists } from './read-content';
import { openPackAt } from './read-pack';
import { damaged, type Repository } from './repository';

export type RestoreOptions = {
  readonly signal: AbortSignal;
  readonly progress?: (moved: { readonly done: number; readonly total: number }) => void;
  /** Where a file of the backup goes below the target, or null to leave it out. */
  readonly placeOf?: (path: string) => string | null;
};

/** The vault's own files to the top of the target, the folders of the owner below `restored-folders`. */
export const usualPlaceOf = (path: string): string | null =>
  path.startsWith('vault/') ? path.slice('vault/'.length) : path.startsWith('folders/') ? `restored-${path}` : null;

/** Writes store and files of one backup into `target`, an empty folder of ours. Throws `backup-damaged` with the item. */
export async function writeOut(
  repository: Repository,
  manifest: Manifest,
  target: string,
  { signal, progress = () => undefined, placeOf = usualPlaceOf }: RestoreOptions,
): Promise<void> {
  const storeBytes = manifest.database.pages * pageSize;
  const total = storeBytes + manifest.fileBytes;
  await writeStore(repository, manifest, join(target, 'store.db'), signal, (done) => progress({ done, total }));
  const entries = await readFileLists(repository, manifest);
  const reader = await contentReader(repository, manifest);
  const made = new Set<string>();
  let done = storeBytes;
  for (const entry of entries) {
    signal.throwIfAborted();
    const place = placeOf(entry.path);
    if (place !== null) {
      assertStays(entry.path);
      await writeFile(join(target, place), entry, reader.read);
      made.add(dirname(join(target, place)));
    }
    done += entry.bytes;
    progress({ done, total });
  }
  for (const folder of made) await syncFolder(folder);
  await syncFolder(target);
}

/** Nothing in a backup may lead out of the folder it is written to, whoever made the backup. */
function assertStays(path: string): void {
  const steps = path.split(/[\\/]/);
  const leads = steps.some((step) => step === '' || step === '.' || step === '..' || step.includes('\0'));
  if (leads || /^[A-Za-z]:/.test(path)) throw damaged({ item: 'a path', what: 'other-content' });
}

/** Writes one file of a backup. The place must be free. */
export async function writeFile(file: string, entry: FileEntry, read: (id: string) => Promise<Buffer>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    for (const id of entry.pieces) {
      const piece = await read(id);
      hash.update(piece);
      await writeAll(handle, piece, null);
    }
    if (hash.digest('hex') !== entry.sha256) throw damaged({ item: 'a file', what: 'other-content' });
    if (entry.changed > 0) await handle.utimes(new Date(entry.changed), new Date(entry.changed));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number | null): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const place = at === null ? null : at + written;
    written += (await handle.write(bytes, written, bytes.length - written, place)).bytesWritten;
  }
}

type Wanted = { readonly position: number; readonly count: number; readonly first: number };

/** Every pack is read once, in order, and its pages go where they belong. */
async function writeStore(
  repository: Repository,
  manifest: Manifest,
  file: string,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<void> {
  const item = manifestName(manifest.sequence);
  const wantedOf = new Map<number, Wanted[]>();
  for (const [first, count, pack, position] of manifest.database.runs)
    wantedOf.set(pack, [...(wantedOf.get(pack) ?? []), { position, count, first }]);
  const tags = Buffer.alloc(manifest.database.pages * tagBytes);
  let written = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for (const [pack, unsorted] of wantedOf) {
      signal.throwIfAborted();
      const known = manifest.packs[pack];
      if (known === undefined) throw damaged({ item, what: 'other-content' });
      const wanted = unsorted.sort((a, b) => a.position - b.position);
      const kinds = await kindsOf(repository, known.name, known.bytes);
      let position = 0;
      const index = await openPackAt(repository, known.name, known.bytes, async (segment, plain) => {
        if (kinds[segment] !== 'p') return;
        const here = position;
        position += plain.length / pageSize;
        for (const run of overlapping(wanted, here, position)) {
          const from = Math.max(run.position, here);
          const count = Math.min(run.position + run.count, position) - from;
          const page = run.first + (from - run.position);
          const bytes = plain.subarray((from - here) * pageSize, (from - here + count) * pageSize);
          for (let one = 0; one < count; one += 1) copyTag(bytes, one, tags, page + one);
          await writeAll(handle, bytes, page * pageSize);
          written += count;
        }
        progress(written * pageSize);
      });
      if (index === null) throw damaged({ item: `data/${known.name}`, what: 'damaged' });
    }
    const digest = createHash('sha256').update(tags).digest('hex');
    if (written !== manifest.database.pages || digest !== manifest.database.tags)
      throw damaged({ item, what: 'other-content' });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function kindsOf(repository: Repository, pack: string, bytes: number): Promise<('p' | 'c')[]> {
  const index = await repository.packIndex(pack, bytes);
  if (index === null) throw damaged({ item: `data/${pack}`, what: 'damaged' });
  return index.segments.map(([, , kind]) => kind);
}

/** Those of the sorted runs that lie between two positions. */
function overlapping(runs: readonly Wanted[], from: number, to: number): Wanted[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as Wanted;
    if (run.position + run.count <= from) low = middle + 1;
    else high = middle;
  }
  const found: Wanted[] = [];
  for (let at = low; at < runs.length && (runs[at] as Wanted).position < to; at += 1) found.push(runs[at] as Wanted);
  return found;
}
