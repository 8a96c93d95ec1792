/** One writer process for each vault: a lock the operating system takes back by itself when the process dies. */
import { join } from 'node:path';
import { unavailable } from '#shared/kernel/failures';
import { type Driver, openDriver } from '../db/driver';

export type WriterLock = { release(): Promise<void> };

/** Takes the lock or throws `vault-in-use` at once. The file holds nothing; only the lock on it matters. */
export async function takeWriterLock(folder: string): Promise<WriterLock> {
  let driver: Driver | undefined;
  try {
    driver = await openDriver(join(folder, 'writer.lock'), { mode: 'create' });
    await driver.exec('pragma busy_timeout = 100; pragma locking_mode = exclusive; begin exclusive');
    const held = driver;
    return { release: () => held.close() };
  } catch (error) {
    await driver?.close().catch(() => undefined);
    const code = (error as { code?: unknown }).code;
    if (code === 'SQLITE_BUSY') throw unavailable('vault-in-use', undefined, error);
    if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY')
      throw unavailable('folder-read-only', undefined, error);
    throw error;
  }
}
