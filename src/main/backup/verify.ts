/** Reading everything in a repository again and saying what is wrong, item by item. */
import { createHash } from 'node:crypto';
import { FileList, type Manifest, manifestName } from './manifest';
import { type PackIndex, tagBytes } from './pack';
import { contentReader } from './read-content';
import { openPackAt } from './read-pack';
import { type Damage, isDamage, type ReadManifest, type Repository } from './repository';

export type VerifyOptions = {
  readonly signal: AbortSignal;
  readonly progress?: (moved: { readonly done: number; readonly total: number }) => void;
  /** The newest backup somebody knows of: without it nobody can tell that the newest ones were taken away. */
  readonly newest?: { readonly sequence: number; readonly digest: string } | undefined;
  /** Only what this backup needs. */
  readonly only?: number | undefined;
};

export type Verified = {
  readonly damages: readonly Damage[];
  readonly backups: number;
  readonly packs: number;
  readonly bytes: number;
  /** Packs no backup needs: left by something interrupted; no harm. */
  readonly unused: number;
  readonly newest: ReadManifest | null;
};

export async function verifyRepository(repository: Repository, options: VerifyOptions): Promise<Verified> {
  const { signal, progress = () => undefined, only } = options;
  const damages: Damage[] = [];
  const manifests = await readAll(repository, damages, options.newest);
  const wanted = only === undefined ? manifests : manifests.filter(({ manifest }) => manifest.sequence === only);
  if (only !== undefined && wanted.length === 0 && damages.length === 0)
    damages.push({ item: manifestName(only), what: 'missing' });

  const sizes = new Map<string, number>();
  for (const { manifest } of wanted)
    for (const { name, bytes } of manifest.packs) {
      const other = sizes.get(name);
      if (other !== undefined && other !== bytes) damages.push({ item: `data/${name}`, what: 'wrong-size' });
      sizes.set(name, bytes);
    }
  const listed = new Map((await repository.listed('data')).map(({ name, bytes }) => [name.slice(5), bytes]));
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const indexes = new Map<string, PackIndex>();
  let done = 0;
  for (const [name, bytes] of sizes) {
    signal.throwIfAborted();
    const index = await openPackAt(repository, name, bytes);
    if (index !== null) indexes.set(name, index);
    else damages.push({ item: `data/${name}`, what: whatIsWrong(listed.get(name), bytes) });
    done += bytes;
    progress({ done, total });
  }
  for (const { manifest } of wanted) {
    signal.throwIfAborted();
    damages.push(...(await brokenIn(repository, manifest, indexes)));
  }
  return {
    damages,
    backups: wanted.length,
    packs: sizes.size,
    bytes: total,
    unused: only === undefined ? [...listed.keys()].filter((name) => !sizes.has(name)).length : 0,
    newest: manifests.at(-1) ?? null,
  };
}

const whatIsWrong = (listed: number | undefined, bytes: number): Damage['what'] =>
  listed === undefined ? 'missing' : listed === bytes ? 'damaged' : 'wrong-size';

/** All manifests that can be read, oldest first; whatever is wrong with one, or with the line of them, is added. */
export async function readAll(
  repository: Repository,
  damages: Damage[],
  expected?: VerifyOptions['newest'],
): Promise<ReadManifest[]> {
  const numbers = await repository.sequences();
  const manifests: ReadManifest[] = [];
  const unreadable = new Set<number>();
  for (const number of numbers) {
    const found = await repository.manifest(number);
    if (!isDamage(found)) manifests.push(found);
    else {
      damages.push(found);
      unreadable.add(number);
    }
  }
  const pruned = await repository.pruned().catch((error: unknown) => {
    const facts = (error as { failure?: { facts?: { item?: string } } }).failure?.facts;
    damages.push({ item: facts?.item ?? 'prunes', what: 'damaged' });
    return new Set<number>();
  });
  const there = new Map(manifests.map(({ manifest, digest }) => [manifest.sequence, digest]));
  const reported = new Set<number>();
  const report = (sequence: number, what: Damage['what']): void => {
    if (unreadable.has(sequence) || reported.has(sequence)) return;
    reported.add(sequence);
    damages.push({ item: manifestName(sequence), what });
  };
  for (const { manifest } of manifests)
    for (const { sequence, digest } of manifest.known) {
      const found = there.get(sequence);
      if (found === undefined && !pruned.has(sequence)) report(sequence, 'taken-away');
      else if (found !== undefined && found !== digest) report(sequence, 'other-content');
    }
  // Also what nobody knew: numbers are given without gaps.
  const last = Math.max(0, ...numbers, ...pruned, expected?.sequence ?? 0);
  for (let sequence = 1; sequence <= last; sequence += 1)
    if (!there.has(sequence) && !pruned.has(sequence)) report(sequence, 'taken-away');
  if (expected !== undefined) {
    const found = there.get(expected.sequence);
    if (found !== undefined && found !== expected.digest) report(expected.sequence, 'other-content');
  }
  return manifests;
}

/** What is wrong with a backup although its packs are whole: pages or pieces that are others, or nowhere. */
async function brokenIn(
  repository: Repository,
  manifest: Manifest,
  indexes: ReadonlyMap<string, PackIndex>,
): Promise<Damage[]> {
  const item = manifestName(manifest.sequence);
  // A damaged pack has been named already.
  if (manifest.packs.some(({ name }) => !indexes.has(name))) return [];
  if (tagsOf(manifest, indexes) !== manifest.database.tags) return [{ item, what: 'other-content' }];
  const places = new Map<string, number>();
  for (const { name } of manifest.packs)
    for (const [id, place] of indexes.get(name)?.contents ?? []) places.set(id, place.raw);
  try {
    const reader = await contentReader(repository, manifest);
    let files = 0;
    for (const list of manifest.lists) {
      for (const { bytes, pieces } of FileList.parse(JSON.parse((await reader.read(list)).toString('utf8')))) {
        const lengths = pieces.map((id) => places.get(id) ?? Number.NaN);
        if (lengths.reduce((sum, length) => sum + length, 0) !== bytes) return [{ item, what: 'other-content' }];
        files += 1;
      }
    }
    return files === manifest.files ? [] : [{ item, what: 'other-content' }];
  } catch {
    return [{ item, what: 'damaged' }];
  }
}

/** The digest over the tags of all pages as this manifest puts them together, or null when a page is missing or another one. */
export function tagsOf(manifest: Manifest, indexes: ReadonlyMap<string, PackIndex>): string | null {
  const hash = createHash('sha256');
  let next = 0;
  for (const [first, count, pack, position] of manifest.database.runs) {
    const index = indexes.get(manifest.packs[pack]?.name ?? '');
    if (index === undefined || first !== next || !holdsPages(index, first, count, position)) return null;
    hash.update(index.tags.subarray(position * tagBytes, (position + count) * tagBytes));
    next += count;
  }
  return next === manifest.database.pages ? hash.digest('hex') : null;
}

/** Whether the pack has, from this position on, exactly these pages. */
function holdsPages({ pages }: PackIndex, first: number, count: number, position: number): boolean {
  let page = first;
  let at = position;
  while (at < position + count) {
    const run = pages.find((one) => at >= one.position && at < one.position + one.count);
    if (run === undefined || run.first + (at - run.position) !== page) return false;
    const step = Math.min(run.position + run.count, position + count) - at;
    at += step;
    page += step;
  }
  return true;
}
