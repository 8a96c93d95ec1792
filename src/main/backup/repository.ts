/** An open repository: its keys, its manifests, and packs that are only believed after they were read back. */
import { randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { AppError, unavailable } from '#shared/kernel/failures';
import { Instant } from '#shared/kernel/time';
import type { Slots } from '../vault/slots';
import { type Destination, type Folder, isUnfinished, type Stored } from './destination';
import { type RepositoryKeys, repositoryKeys } from './keys';
import { digestOf, type Known, type Manifest, manifestName, openManifest, PruneRecord, sequenceOf } from './manifest';
import { endsOf, type PackIndex, readIndex, startBytes, tailBytes } from './pack';
import { areProven, type BackupSecret, fingerprintOf, openSlots, RepositorySlots, slotsFor } from './slots';

export const headName = 'steward-backup.json';

const Head = z.strictObject({
  format: z.literal('steward-backup'),
  version: z.literal(1),
  repository: z.string().regex(/^[0-9a-f]{32}$/),
  storeId: z.string().max(64),
  madeAt: Instant,
  /** Under the repository's secret: nobody else made this head. */
  mac: z.string().regex(/^[0-9a-f]{64}$/),
});
type Head = z.infer<typeof Head>;

/** What is wrong with one object of a repository. */
export type Damage = {
  readonly item: string;
  readonly what: 'missing' | 'damaged' | 'wrong-size' | 'taken-away' | 'other-content' | 'newer';
};

export const damaged = (damage: Damage): AppError =>
  unavailable('backup-damaged', { item: damage.item, what: damage.what });

export type ReadManifest = { readonly manifest: Manifest; readonly digest: string; readonly bytes: number };

export type Repository = {
  readonly id: string;
  readonly storeId: string;
  /** The newest ways of opening, as they are in the place; null when there is none that is whole. */
  slots(): Promise<RepositorySlots | null>;
  readonly place: Destination;
  readonly keys: RepositoryKeys;
  /** Numbers of the manifests that are there, ascending; also those a stale list leaves out at the end. */
  sequences(): Promise<number[]>;
  /** Numbers that pruning removed, as its records say. Throws when a record is damaged. */
  pruned(): Promise<Set<number>>;
  manifest(sequence: number): Promise<ReadManifest | Damage>;
  /** Puts bytes and believes it when they were read back and are the same. */
  putProven(name: string, bytes: Buffer): Promise<'written' | 'there'>;
  packIndex(pack: string, bytes: number): Promise<PackIndex | null>;
  listed(folder: Folder): Promise<readonly Stored[]>;
  close(): Promise<void>;
};

type Parts = {
  readonly place: Destination;
  readonly head: Head;
  readonly keys: RepositoryKeys;
  readonly indexes?: IndexCache | undefined;
};

/** Sealed ends of packs kept on this computer, so that a place far away is not asked for them again. They open like those of the place, or not at all. */
export type IndexCache = {
  read(pack: string): Promise<{ start: Buffer; sealedIndex: Buffer } | null>;
  write(pack: string, kept: { start: Buffer; sealedIndex: Buffer }): Promise<void>;
};

export async function readHead(place: Destination): Promise<Head | null> {
  const bytes = await place.get(headName);
  if (bytes === null) return null;
  const value = parsed(bytes);
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > 1) throw unavailable('backup-newer');
  const head = Head.safeParse(value);
  if (!head.success) throw damaged({ item: headName, what: 'damaged' });
  return head.data;
}

/** Opens with a passphrase, the recovery words or the sheets, and nothing else at hand. */
export async function openRepository(
  place: Destination,
  secret: BackupSecret,
  indexes?: IndexCache,
): Promise<Repository> {
  const head = await readHead(place);
  if (head === null) throw unavailable('backup-missing');
  const all = await readSlots(place, head);
  if (all.length === 0) throw damaged({ item: 'slots', what: 'missing' });
  let wrong: unknown;
  // The newest first. An older generation is only tried when the newest is not whole.
  const [newest] = all;
  try {
    const opened = await openSlots(newest as RepositorySlots, secret);
    return openWith({ place, head, keys: keysOf(head, opened), indexes }, newest as RepositorySlots);
  } catch (error) {
    wrong = error;
  }
  throw wrong;
}

function keysOf(head: Head, secret: Uint8Array): RepositoryKeys {
  return repositoryKeys(secret, head.repository);
}

function openWith(parts: Parts, slots: RepositorySlots): Repository {
  const { head, keys } = parts;
  const { mac, ...said } = head;
  if (keys.mac(canonicalize(said) ?? '') !== mac) throw damaged({ item: headName, what: 'damaged' });
  if (!areProven(slots, keys)) throw damaged({ item: slotsName(slots.generation), what: 'damaged' });
  return repositoryOn(parts);
}

const slotsName = (generation: number): string => `slots/${String(generation).padStart(8, '0')}`;

/** All generations that are whole, newest first. */
async function readSlots(place: Destination, head: Head): Promise<RepositorySlots[]> {
  const found: RepositorySlots[] = [];
  for (const { name } of await place.list('slots')) {
    const sequence = sequenceOf(name);
    const bytes = sequence === null ? null : await place.get(name);
    const slots = RepositorySlots.safeParse(bytes === null ? null : parsed(bytes));
    if (slots.success && slots.data.generation === sequence && slots.data.repository === head.repository)
      found.push(slots.data);
  }
  return found.sort((a, b) => b.generation - a.generation);
}

/** The secret of a repository follows from a key that is kept in the vault's store, so that nobody has to type anything for a backup. */
export type OwnedBy = {
  readonly vault: Slots;
  readonly secretOf: (repository: string) => Uint8Array;
  readonly now: Instant;
};

/** Opens the vault's own repository at a place, or makes it; brings its slots up to date with the vault's. Throws `backups.other-vault` as `damaged` never: the head says whose it is. */
export async function openOwnRepository(place: Destination, owner: OwnedBy, indexes?: IndexCache): Promise<Repository> {
  const head = (await readHead(place)) ?? (await makeHead(place, owner));
  const secret = owner.secretOf(head.repository);
  const keys = keysOf(head, secret);
  const { mac, ...said } = head;
  if (head.storeId !== owner.vault.storeId || keys.mac(canonicalize(said) ?? '') !== mac)
    throw unavailable('backup-of-another');
  await bringSlotsUpToDate(place, head, owner, secret, keys);
  return repositoryOn({ place, head, keys, indexes });
}

async function makeHead(place: Destination, { vault, secretOf, now }: OwnedBy): Promise<Head> {
  // Backups without their head are damaged, not a place to begin in.
  for (const folder of ['manifests', 'data'] as const)
    if ((await place.list(folder)).some(({ name }) => !isUnfinished(name)))
      throw damaged({ item: headName, what: 'missing' });
  const said = {
    format: 'steward-backup' as const,
    version: 1 as const,
    repository: randomBytes(16).toString('hex'),
    storeId: vault.storeId,
    madeAt: now,
  };
  const keys = repositoryKeys(secretOf(said.repository), said.repository);
  const head: Head = { ...said, mac: keys.mac(canonicalize(said) ?? '') };
  // The slots first: a head without a way to open it must be impossible.
  const slots = slotsFor(vault, head.repository, secretOf(head.repository), keys, 1);
  if (!slots.slots.some(({ slot }) => slot.kind === 'kit')) throw unavailable('wrong-secret', { with: 'kit' });
  for (const { name } of await place.list('slots')) await place.remove(name);
  await putProven(place, slotsName(1), jsonOf(slots));
  await putProven(place, headName, jsonOf(head));
  const there = await readHead(place);
  if (there === null) throw damaged({ item: headName, what: 'missing' });
  return there;
}

async function bringSlotsUpToDate(
  place: Destination,
  head: Head,
  { vault }: OwnedBy,
  secret: Uint8Array,
  keys: RepositoryKeys,
): Promise<void> {
  const all = await readSlots(place, head);
  const [newest] = all;
  const generation = (newest?.generation ?? 0) + 1;
  const wanted = slotsFor(vault, head.repository, secret, keys, generation);
  if (newest !== undefined && areProven(newest, keys) && fingerprintOf(newest) === fingerprintOf(wanted)) return;
  // A damaged one may have the next number.
  for (let next = generation; next < generation + 100; next += 1) {
    const slots = next === generation ? wanted : slotsFor(vault, head.repository, secret, keys, next);
    if ((await putProven(place, slotsName(next), jsonOf(slots))) === 'written') break;
  }
  // What opened with a passphrase that was changed should not open any more, where the place lets us.
  for (const { generation: older } of all) await place.remove(slotsName(older));
}

const jsonOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function repositoryOn({ place, head, keys, indexes }: Parts): Repository {
  return {
    id: head.repository,
    storeId: head.storeId,
    slots: async () => (await readSlots(place, head)).find((one) => areProven(one, keys)) ?? null,
    place,
    keys,
    sequences: () => sequencesAt(place),
    pruned: () => prunedAt(place, keys),
    manifest: (sequence) => readManifest(place, keys, head, sequence),
    putProven: (name, bytes) => putProven(place, name, bytes),
    packIndex: (pack, bytes) => packIndexAt(place, keys, indexes, pack, bytes),
    listed: async (folder) => (await place.list(folder)).filter(({ name }) => !isUnfinished(name)),
    close: async () => {
      keys.forget();
      await place.close();
    },
  };
}

/** How many numbers after the last listed one are asked for by name: lists of some places run behind. */
const askedBeyond = 2;

async function sequencesAt(place: Destination): Promise<number[]> {
  const listed = (await place.list('manifests')).flatMap(({ name }) => sequenceOf(name) ?? []);
  const found = new Set(listed);
  for (let next = Math.max(0, ...listed) + 1, missed = 0; missed < askedBeyond; next += 1) {
    if ((await place.get(manifestName(next), { from: 0, bytes: 1 })) === null) missed += 1;
    else {
      found.add(next);
      missed = 0;
    }
  }
  return [...found].sort((a, b) => a - b);
}

async function prunedAt(place: Destination, keys: RepositoryKeys): Promise<Set<number>> {
  const removed = new Set<number>();
  for (const { name } of await place.list('prunes')) {
    if (sequenceOf(name) === null) continue;
    const bytes = await place.get(name);
    const plain = bytes === null ? null : keys.unseal(bytes, name);
    const record = PruneRecord.safeParse(plain === null ? null : parsed(plain));
    if (!record.success) throw damaged({ item: name, what: 'damaged' });
    for (const sequence of record.data.removed) removed.add(sequence);
  }
  return removed;
}

async function readManifest(
  place: Destination,
  keys: RepositoryKeys,
  head: Head,
  sequence: number,
): Promise<ReadManifest | Damage> {
  const item = manifestName(sequence);
  const sealed = await place.get(item);
  if (sealed === null) return { item, what: 'missing' };
  const manifest = openManifest(keys, sequence, sealed);
  if (manifest === 'newer') return { item, what: 'newer' };
  if (manifest === null || manifest.repository !== head.repository || manifest.storeId !== head.storeId)
    return { item, what: 'damaged' };
  return { manifest, digest: digestOf(sealed), bytes: sealed.length };
}

export const isDamage = (found: ReadManifest | Damage): found is Damage => 'item' in found;

/** How often something that does not read back as it was written is written again. */
const rewrites = 2;

async function putProven(place: Destination, name: string, bytes: Buffer): Promise<'written' | 'there'> {
  for (let again = 0; ; again += 1) {
    const answer = await place.put(name, bytes);
    for (let reading = 0; reading < 2; reading += 1) {
      if (await place.holds(name, bytes)) return 'written';
    }
    // Somebody else's: not ours to judge.
    if (answer === 'there' && again === 0) return 'there';
    if (again === rewrites || (await place.remove(name)) === 'refused') throw damaged({ item: name, what: 'damaged' });
  }
}

async function packIndexAt(
  place: Destination,
  keys: RepositoryKeys,
  indexes: IndexCache | undefined,
  pack: string,
  bytes: number,
): Promise<PackIndex | null> {
  const kept = await indexes?.read(pack);
  const fromKept = kept === null || kept === undefined ? null : readIndex(keys, { pack, bytes, ...kept });
  if (fromKept !== null) return fromKept;
  const name = `data/${pack}`;
  const tail = await place.get(name, { last: tailBytes });
  const ends = tail === null ? null : endsOf(tail, bytes);
  if (ends === null) return null;
  const start = await place.get(name, { from: 0, bytes: startBytes });
  const sealedIndex = await place.get(name, { from: ends.indexAt, bytes: ends.indexBytes });
  if (start === null || sealedIndex === null) return null;
  const index = readIndex(keys, { pack, bytes, start, sealedIndex });
  if (index !== null) await indexes?.write(pack, { start, sealedIndex }).catch(() => undefined);
  return index;
}

/** What every later manifest must know: all that are there and readable, oldest first. */
export function knownAfter(newest: ReadManifest | null, there: readonly number[]): Known[] {
  if (newest === null) return [];
  const present = new Set(there);
  return [...newest.manifest.known, { sequence: newest.manifest.sequence, digest: newest.digest }].filter(
    ({ sequence }) => present.has(sequence),
  );
}
