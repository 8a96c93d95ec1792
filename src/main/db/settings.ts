/** The settings every connection to the store must have; a wrong value is a refusal, not a warning. */
import { unavailable } from '#shared/kernel/failures';
import type { Driver } from './driver';
import { usualLogPages } from './log';

/** SQLite before this version can corrupt a WAL database that has two connections. */
const oldestSqlite = [3, 51, 3] as const;

/** Pages of the cache are 4 KiB; a negative number is KiB. */
export const usualCacheKib = 65_536;

/** For one long reading from beginning to end, which a large cache would only fill with pages that nobody asks for again. */
export async function withSmallCache<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  await driver.exec('pragma cache_size = -4096; pragma shrink_memory');
  try {
    return await work();
  } finally {
    await driver.exec(`pragma cache_size = -${usualCacheKib}`);
  }
}

export async function applySettings(driver: Driver, mode: 'write' | 'read'): Promise<void> {
  await driver.exec('pragma foreign_keys = on; pragma trusted_schema = off; pragma temp_store = memory;');
  await driver.exec(
    `pragma cache_size = -${usualCacheKib}; pragma secure_delete = on; pragma recursive_triggers = on;`,
  );
  if (mode === 'write') {
    await driver.exec('pragma journal_mode = wal; pragma synchronous = full');
    await driver.exec(`pragma wal_autocheckpoint = ${usualLogPages}`);
    // After a checkpoint the log gives its room back instead of keeping the size of the largest import.
    await driver.exec('pragma journal_size_limit = 16777216');
    // macOS only flushes to the platter when asked in particular; elsewhere these do nothing.
    await driver.exec('pragma fullfsync = on; pragma checkpoint_fullfsync = on;');
  }
}

const expected: Readonly<Record<'write' | 'read', Readonly<Record<string, string | number>>>> = {
  write: { journal_mode: 'wal', synchronous: 2, temp_store: 2, foreign_keys: 1, trusted_schema: 0, secure_delete: 1 },
  read: { journal_mode: 'wal', temp_store: 2, foreign_keys: 1, trusted_schema: 0 },
};

/** Reads the settings back. Throws `unavailable: vault-settings` naming the first that is wrong. */
export async function assertSettings(driver: Driver, mode: 'write' | 'read'): Promise<void> {
  const refuse = (setting: string): never => {
    throw unavailable('vault-settings', { setting });
  };
  const read = async (pragma: string): Promise<unknown> =>
    Object.values((await driver.all(`pragma ${pragma}`))[0] ?? {})[0];
  const [version] = await driver.all('select sqlite_version() as version');
  if (!isRecent(String(version?.['version']))) refuse('sqlite_version');
  // An answer here proves that SQLCipher, not plain SQLite, is behind the connection.
  if ((await driver.cipher()) === null) refuse('cipher');
  if (Number(await read('page_size')) !== 4096) refuse('page_size');
  for (const [setting, value] of Object.entries(expected[mode])) {
    if (String(await read(setting)) !== String(value)) refuse(setting);
  }
}

function isRecent(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, floor] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part !== floor) return part > floor;
  }
  return true;
}
