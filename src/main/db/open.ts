/** Opens the encrypted store: one connection that writes, one that only reads, both with their settings proven. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, unavailable } from '#shared/kernel/failures';
import { type Driver, openDriver, rekey, sqliteCode } from './driver';
import { type Exchangeable, exchangeable } from './exchangeable';
import { type ReadDb, readHandle, type WriteDb, writeHandle } from './handles';
import { migrate } from './migrate';
import { applySettings, assertSettings } from './settings';
import { holdStill, rawFile, type StoreSnapshot } from './snapshot';

export type { StoreSnapshot } from './snapshot';

export const storeFile = (folder: string): string => join(folder, 'store.db');

export type OpenStore = {
  readonly reader: ReadDb;
  /** Reads as well, for long look-ups that nobody at the screen should wait behind. */
  readonly background: ReadDb;
  readonly writer: WriteDb;
  /**
   * Encrypts the whole store under another key, in one transaction. Only while nobody writes; reading waits. Answers which
   * of the two keys the store has now; it is open again under that one. Throws when it is still the one before.
   */
  rekey(before: Uint8Array, next: Uint8Array, told?: (step: RekeyStep) => void): Promise<void>;
  /** The file held still for a backup. Only while nobody writes; `key` is the one in use. */
  snapshot(key: Uint8Array): Promise<StoreSnapshot>;
  close(): Promise<void>;
};

export type RekeyStep = 'encrypting' | 'checking';

/**
 * Opens the store in `folder` with its 32-byte data key, migrating it when it is older.
 * Throws `unavailable` with `vault-missing`, `vault-damaged` (the key is right, the file is not: callers check the key
 * first), `vault-newer`, `vault-settings`, `disk-full` or `folder-read-only`.
 */
export async function openStore(folder: string, key: Uint8Array, mode: 'create' | 'open'): Promise<OpenStore> {
  const file = storeFile(folder);
  if (mode === 'open' && !existsSync(file)) throw unavailable('vault-missing');
  const [writing, reading, behind] = await openConnections(folder, key, mode);
  const connections = {
    writing: exchangeable(writing),
    readers: [exchangeable(reading), exchangeable(behind)] as const,
  };
  const [reader, background] = connections.readers;
  const raw = rawFile(file);
  return {
    reader: readHandle(reader.driver),
    background: readHandle(background.driver),
    writer: writeHandle(connections.writing.driver),
    rekey: (before, next, told) => rekeyStore(folder, connections, before, next, told),
    snapshot: (current) => holdStill(file, raw, current, () => logIsEmpty(connections.writing.driver)),
    close: async () => {
      await reader.driver.close();
      await background.driver.close();
      await connections.writing.driver.exec('pragma wal_checkpoint(truncate)').catch(() => undefined);
      await connections.writing.driver.close();
      await raw.close();
    },
  };
}

/** Moves the log into the store; false while somebody still reads what only the log has. */
async function logIsEmpty(driver: Driver): Promise<boolean> {
  const [row] = await driver.all('pragma wal_checkpoint(truncate)');
  return Number(row?.['busy']) === 0;
}

/** Whether the store opens with this key; leaves the file as it is. */
export async function storeOpensWith(folder: string, key: Uint8Array): Promise<boolean> {
  const driver = await openDriver(storeFile(folder), { mode: 'write', key });
  try {
    await driver.all('select count(*) as tables from sqlite_master');
    return true;
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_NOTADB') return false;
    throw toFailure(error);
  } finally {
    await driver.close();
  }
}

type Three = readonly [writing: Driver, reading: Driver, behind: Driver];

async function openConnections(folder: string, key: Uint8Array, mode: 'create' | 'open'): Promise<Three> {
  const file = storeFile(folder);
  const opened: Driver[] = [];
  const open = async (how: 'create' | 'write' | 'read'): Promise<Driver> => {
    const driver = await openDriver(file, { mode: how, key });
    opened.push(driver);
    // The first read proves the key and the first page.
    await driver.all('select count(*) as tables from sqlite_master');
    await applySettings(driver, how === 'read' ? 'read' : 'write');
    await assertSettings(driver, how === 'read' ? 'read' : 'write');
    return driver;
  };
  try {
    const writing = await open(mode === 'create' ? 'create' : 'write');
    await migrate(writing, (version) => setAside(writing, folder, version));
    return [writing, await open('read'), await open('read')];
  } catch (error) {
    for (const driver of opened) await driver.close().catch(() => undefined);
    throw toFailure(error);
  }
}

type Connections = { readonly writing: Exchangeable; readonly readers: readonly [Exchangeable, Exchangeable] };

async function rekeyStore(
  folder: string,
  { writing, readers }: Connections,
  before: Uint8Array,
  next: Uint8Array,
  told: (step: RekeyStep) => void = () => undefined,
): Promise<void> {
  const all = [writing, ...readers];
  const releases = await Promise.all(all.map((connection) => connection.hold()));
  try {
    const writer = writing.current();
    // Refuses inside a transaction, before anything has been closed.
    await writer.exec('begin immediate; commit');
    for (const reader of readers) await reader.current().close();
    let failed: unknown;
    try {
      told('encrypting');
      await writer.exec('pragma wal_checkpoint(truncate)');
      await rekey(writer, next);
    } catch (error) {
      failed = error;
    }
    await writer.exec('pragma wal_checkpoint(truncate)').catch(() => undefined);
    await writer.close();
    // A failure may have come after the commit: only the file itself says which key it has.
    const key = failed !== undefined && (await storeOpensWith(folder, before)) ? before : next;
    const opened = await openConnections(folder, key, 'open');
    for (const [index, connection] of all.entries()) connection.exchange(opened[index] as Driver);
    if (key === before) throw toFailure(failed);
    told('checking');
    // Reads every page, and with it the seal of every page.
    const [found] = await writing.current().all('pragma quick_check(1)');
    if (Object.values(found ?? {})[0] !== 'ok') throw unavailable('vault-damaged');
  } finally {
    for (const release of releases) release();
  }
}

/** An encrypted copy under the same key, beside the store, before a migration changes it. */
async function setAside(driver: Driver, folder: string, version: number): Promise<void> {
  const { mkdir, rm } = await import('node:fs/promises');
  await mkdir(join(folder, 'set-aside'), { recursive: true });
  const copy = join(folder, 'set-aside', `before-version-${version + 1}.db`);
  await rm(copy, { force: true });
  await driver.run('vacuum into ?', [copy]);
}

function toFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' || code === 'SQLITE_IOERR') {
    return unavailable('vault-damaged', undefined, error);
  }
  if (code === 'SQLITE_CANTOPEN') return unavailable('folder-read-only', undefined, error);
  if (code === 'SQLITE_BUSY') return unavailable('vault-in-use', undefined, error);
  return error;
}
