/** Taking old backups away: only when everything can be read, the record first, then manifests, then packs nobody needs. */
import type { Instant } from '#shared/kernel/time';
import { isUnfinished } from './destination';
import { manifestName, type PruneRecord, sequenceOf } from './manifest';
import { type Damage, damaged, type ReadManifest, type Repository } from './repository';
import { readAll } from './verify';

export type Pruned = {
  readonly removed: readonly number[];
  readonly packs: number;
  readonly bytes: number;
  /** The place did not let go of something: it keeps things for ever, or for a time. */
  readonly refused: boolean;
};

/**
 * Removes what `choose` says of the backups that are there. Throws `backup-damaged` before anything is touched when a
 * manifest cannot be read, is missing from the line, or lacks a pack: on the word of a damaged list nothing is deleted.
 */
export async function pruneRepository(
  repository: Repository,
  choose: (manifests: readonly ReadManifest[]) => readonly number[],
  now: Instant,
  signal: AbortSignal,
  expected?: { readonly sequence: number; readonly digest: string },
): Promise<Pruned> {
  const damages: Damage[] = [];
  const manifests = await readAll(repository, damages, expected);
  const listed = new Map((await repository.listed('data')).map(({ name, bytes }) => [name.slice(5), bytes]));
  for (const { manifest } of manifests)
    for (const { name, bytes } of manifest.packs)
      if (listed.get(name) !== bytes)
        damages.push({ item: `data/${name}`, what: listed.has(name) ? 'wrong-size' : 'missing' });
  const [first] = damages;
  if (first !== undefined) throw damaged(first);

  const newest = manifests.at(-1)?.manifest.sequence;
  const removing = choose(manifests).filter((sequence) => sequence !== newest);
  const kept = manifests.filter(({ manifest }) => !removing.includes(manifest.sequence));
  const needed = new Set(kept.flatMap(({ manifest }) => manifest.packs.map(({ name }) => name)));
  signal.throwIfAborted();
  if (removing.length > 0) await writeRecord(repository, { at: now, removed: [...removing] });

  const removed: number[] = [];
  let refused = false;
  for (const sequence of removing) {
    if ((await repository.place.remove(manifestName(sequence))) === 'refused') {
      refused = true;
      // What is still there still needs its packs.
      const still = manifests.find(({ manifest }) => manifest.sequence === sequence);
      for (const { name } of still?.manifest.packs ?? []) needed.add(name);
    } else removed.push(sequence);
  }
  let packs = 0;
  let bytes = 0;
  // Without a single backup nothing is needed, and that is no reason to delete what somebody may still rescue.
  for (const [name, size] of kept.length === 0 ? [] : listed) {
    if (needed.has(name)) continue;
    if ((await repository.place.remove(`data/${name}`)) === 'refused') refused = true;
    else {
      packs += 1;
      bytes += size;
    }
  }
  for (const folder of ['', 'data', 'manifests', 'prunes', 'slots'] as const)
    for (const { name } of await repository.place.list(folder))
      if (isUnfinished(name)) await repository.place.remove(name);
  return { removed, packs, bytes, refused };
}

async function writeRecord(repository: Repository, said: Pick<PruneRecord, 'at' | 'removed'>): Promise<void> {
  const numbers = (await repository.place.list('prunes')).flatMap(({ name }) => sequenceOf(name) ?? []);
  const record: PruneRecord = { format: 'steward-backup-prune', version: 1, ...said };
  for (let next = Math.max(0, ...numbers) + 1; ; next += 1) {
    const name = `prunes/${String(next).padStart(8, '0')}`;
    const sealed = repository.keys.seal(Buffer.from(JSON.stringify(record)), name);
    if ((await repository.putProven(name, sealed)) === 'written') return;
  }
}
