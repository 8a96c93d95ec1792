/** A whole vault out of a backup: written beside its new place, opened and compared, and only then given its name. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ErasureEntry } from '#shared/domains/backups/model';
import { brokenRule, unavailable } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { Manifest } from '../../backup/manifest';
import { manifestName } from '../../backup/manifest';
import { damaged, isDamage, type ReadManifest, type Repository } from '../../backup/repository';
import { type RestoreOptions, usualPlaceOf, writeOut } from '../../backup/restore';
import type { BackupSecret } from '../../backup/slots';
import { readAll } from '../../backup/verify';
import { newestVersion } from '../../db/migrate';
import { openStore } from '../../db/open';
import { fileFailure, makeFolder, syncFolder } from '../../files/durable';
import { inTransaction } from '../../ipc/workbench';
import { slotsHolding } from '../../vault/hold';
import { noKeychain } from '../../vault/keychain';
import { readInnerKey } from '../../vault/inner-keys';
import { readSlots, writeSlotsTwice } from '../../vault/slots-file';
import { emptySlots } from '../../vault/slots';
import { openVault } from '../../vault/vault';
import { appendTrail, trailCheckpoint } from '../trail/public';
import { countRows } from './counts-store';
import { replayErasures, type Replayed } from './replay';
import { sampleEvidence } from './sample';

/** The backup somebody means: a number, or the newest. Throws `backup-damaged` with the item, `backup-newer`, `backup-missing`. */
export async function chosenBackup(repository: Repository, sequence?: number): Promise<ReadManifest> {
  const numbers = await repository.sequences();
  const wanted = sequence ?? numbers.at(-1);
  if (wanted === undefined) throw unavailable('backup-missing');
  const found = await repository.manifest(wanted);
  if (isDamage(found)) throw found.what === 'newer' ? unavailable('backup-newer') : damaged(found);
  if (found.manifest.schema > newestVersion) throw unavailable('backup-newer');
  return found;
}

/** Everything that was erased up to the newest backup at this place, and what `more` knows. */
export async function erasuresSince(repository: Repository, more: readonly ErasureEntry[]): Promise<ErasureEntry[]> {
  const all: ErasureEntry[] = [...more];
  for (const { manifest } of await readAll(repository, [])) all.push(...manifest.erasures);
  const seen = new Set<string>();
  return all.filter((entry) => {
    const key = JSON.stringify(entry);
    return !seen.has(key) && seen.add(key);
  });
}

export type Checked = {
  readonly counts: Readonly<Record<string, number>>;
  readonly trail: { readonly entries: number; readonly root: string };
  readonly schema: number;
  /** How many evidence files were opened and compared with what was taken in. */
  readonly sampled: number;
};

export type WhileRestoring = Pick<RestoreOptions, 'signal' | 'progress'>;

/** Writes a backup into `folder` and compares what came with what the manifest says. Throws `backup-damaged` when anything differs. */
export async function writeAndCheck(
  repository: Repository,
  manifest: Manifest,
  folder: string,
  { signal, progress }: WhileRestoring,
  depth: 'restore' | 'drill',
): Promise<Checked> {
  const placeOf = (path: string): string | null =>
    path === 'vault/slots.json' || path === 'vault/attempts.json' ? `.${basename(path)}.was` : usualPlaceOf(path);
  await writeOut(repository, manifest, folder, { signal, ...(progress ? { progress } : {}), placeOf });
  await writeCurrentSlots(repository, manifest, folder);
  const item = manifestName(manifest.sequence);
  const key = Buffer.from(manifest.storeKey, 'base64');
  // An older store becomes a current one here, in the new folder; nobody's work is touched by that.
  const store = await openStore(folder, key, 'open');
  try {
    if (depth === 'drill') {
      const [found] = await store.reader.driver.all('pragma quick_check(1)');
      if (Object.values(found ?? {})[0] !== 'ok') throw damaged({ item, what: 'other-content' });
      const broken = await store.reader.driver.all('pragma foreign_key_check');
      if (broken.length > 0) throw damaged({ item, what: 'other-content' });
    }
    const counts = await countRows(store.reader);
    const differs = Object.entries(manifest.counts).some(([table, rows]) => counts[table] !== rows);
    const trail = await trailCheckpoint(store.reader);
    if (differs || trail.root !== manifest.trail.root || trail.entries !== manifest.trail.entries)
      throw damaged({ item, what: 'other-content' });
    const evidenceKey = await readInnerKey(store.reader, 'evidence');
    const sampled = depth === 'drill' ? await sampleEvidence(store.reader, folder, evidenceKey) : 0;
    if (sampled === null) throw damaged({ item, what: 'other-content' });
    return { counts, trail, schema: manifest.schema, sampled };
  } finally {
    await store.close();
    key.fill(0);
  }
}

/** The ways of opening are those of today: a passphrase that was changed since must not be needed to open an older backup. */
async function writeCurrentSlots(repository: Repository, manifest: Manifest, folder: string): Promise<void> {
  const now = await repository.slots();
  if (now === null) throw damaged({ item: 'slots', what: 'damaged' });
  const key = Buffer.from(manifest.storeKey, 'base64');
  const base = emptySlots(now.storeId, key, manifest.at);
  await writeSlotsTwice(folder, slotsHolding({ ...base, slots: now.slots.map(({ slot }) => slot) }, key));
  key.fill(0);
  await readSlots(folder);
  for (const name of ['.slots.json.was', '.attempts.json.was']) await rm(join(folder, name), { force: true });
}

export type Restored = Checked & {
  readonly folder: string;
  readonly sequence: number;
  readonly replayed: Replayed;
  readonly tookMs: number;
};

export type RestoreAsk = WhileRestoring & {
  readonly sequence?: number | undefined;
  readonly into: string;
  readonly now: () => Instant;
  /** What the vault in use knows to be erased. */
  readonly erasures?: readonly ErasureEntry[] | undefined;
};

/**
 * Restores into a folder that is empty or not there yet. Until everything has been compared it has another name, so that
 * what is half restored never looks like a vault.
 */
export async function restoreVault(repository: Repository, ask: RestoreAsk): Promise<Restored> {
  const began = performance.now();
  const { manifest } = await chosenBackup(repository, ask.sequence);
  await assertFree(ask.into);
  const erasures = await erasuresSince(repository, ask.erasures ?? []);
  const beside = dirname(ask.into);
  await makeFolder(beside);
  await clearHalves(ask.into);
  const half = `${ask.into}${halfMark}${randomBytes(6).toString('hex')}`;
  try {
    await makeFolder(half);
    const checked = await writeAndCheck(repository, manifest, half, ask, 'restore');
    ask.signal.throwIfAborted();
    const key = Buffer.from(manifest.storeKey, 'base64');
    const store = await openStore(half, key, 'open');
    let replayed: Replayed;
    try {
      replayed = await inTransaction(store.writer, async (db) => {
        const done = await replayErasures(db, erasures, ask.now());
        const facts = { sequence: manifest.sequence, schema: manifest.schema, ...done };
        await appendTrail(db, [
          { at: ask.now(), actor: 'steward', origin: 'itself', event: 'backups.came-back', about: [], facts },
        ]);
        return done;
      });
    } finally {
      await store.close();
    }
    await rm(join(half, 'set-aside'), { recursive: true, force: true });
    await rmdir(ask.into).catch(() => undefined);
    await rename(half, ask.into);
    await syncFolder(beside);
    const tookMs = Math.round(performance.now() - began);
    return { ...checked, folder: ask.into, sequence: manifest.sequence, replayed, tookMs };
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => undefined);
    throw fileFailure(error);
  }
}

const halfMark = '.restoring-';

/** What a restore that was cut off left behind. */
async function clearHalves(into: string): Promise<void> {
  for (const name of await readdir(dirname(into)).catch(() => []))
    if (name.startsWith(`${basename(into)}${halfMark}`))
      await rm(join(dirname(into), name), { recursive: true, force: true });
}

async function assertFree(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw fileFailure(error);
  });
  if (names.length > 0) throw brokenRule('backups.folder-not-empty');
}

export type Drilled = Checked & { readonly sequence: number; readonly opened: boolean; readonly tookMs: number };

/**
 * A restore into a folder that is thrown away: everything is written, opened with what the person gave (recovery words,
 * not the keychain), checked page by page, counted, and compared.
 */
export async function drillBackup(
  repository: Repository,
  secret: BackupSecret | null,
  ask: WhileRestoring & { readonly sequence?: number | undefined },
): Promise<Drilled> {
  const began = performance.now();
  const { manifest } = await chosenBackup(repository, ask.sequence);
  const folder = await mkdtemp(join(tmpdir(), 'steward-drill-'));
  try {
    const checked = await writeAndCheck(repository, manifest, folder, ask, 'drill');
    let opened = false;
    if (secret !== null) {
      const vault = await openVault(folder, noKeychain, secret);
      await vault.close();
      opened = true;
    }
    return { ...checked, sequence: manifest.sequence, opened, tookMs: Math.round(performance.now() - began) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
