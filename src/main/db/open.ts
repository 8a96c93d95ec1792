/** Opens the encrypted store: one connection that writes, one that only reads, both with their settings proven. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, unavailable } from '#shared/kernel/failures';
import { type Driver, openDriver, sqliteCode } from './driver';
import { type ReadDb, readHandle, type WriteDb, writeHandle } from './handles';
import { migrate } from './migrate';
import { applySettings, assertSettings } from './settings';

export const storeFile = (folder: string): string => join(folder, 'store.db');

export type OpenStore = {
  readonly reader: ReadDb;
  /** Reads as well, for long look-ups that nobody at the screen should wait behind. */
  readonly background: ReadDb;
  readonly writer: WriteDb;
  close(): Promise<void>;
};

/**
 * Opens the store in `folder` with its 32-byte data key, migrating it when it is older.
 * Throws `unavailable` with `vault-missing`, `vault-damaged` (the key is right, the file is not: callers check the key
 * first), `vault-newer`, `vault-settings`, `disk-full` or `folder-read-only`.
 */
export async function openStore(folder: string, key: Uint8Array, mode: 'create' | 'open'): Promise<OpenStore> {
  const file = storeFile(folder);
  if (mode === 'open' && !existsSync(file)) throw unavailable('vault-missing');
  const opened: Driver[] = [];
  try {
    const writing = await openDriver(file, { mode: mode === 'create' ? 'create' : 'write', key });
    opened.push(writing);
    // The first read proves the key and the first page.
    await writing.all('select count(*) as tables from sqlite_master');
    await applySettings(writing, 'write');
    await assertSettings(writing, 'write');
    await migrate(writing, (version) => setAside(writing, folder, version));
    const reading = await openDriver(file, { mode: 'read', key });
    opened.push(reading);
    await applySettings(reading, 'read');
    await assertSettings(reading, 'read');
    const behind = await openDriver(file, { mode: 'read', key });
    opened.push(behind);
    await applySettings(behind, 'read');
    await assertSettings(behind, 'read');
    return {
      reader: readHandle(reading),
      background: readHandle(behind),
      writer: writeHandle(writing),
      close: async () => {
        await reading.close();
        await behind.close();
        await writing.exec('pragma wal_checkpoint(truncate)').catch(() => undefined);
        await writing.close();
      },
    };
  } catch (error) {
    for (const driver of opened) await driver.close().catch(() => undefined);
    throw toFailure(error);
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
