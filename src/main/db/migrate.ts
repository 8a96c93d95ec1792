/** Brings a store to the version this program knows: all pending migrations in one transaction, or none. */
import { unavailable } from '#shared/kernel/failures';
import type { Driver } from './driver';
import { migrations } from './migrations/all';
import type { Migration } from './migrations/migration';

/** The version this program writes. */
export const newestVersion = migrations.length;

export async function storeVersion(driver: Driver): Promise<number> {
  const [row] = await driver.all('pragma user_version');
  return Number(row?.['user_version'] ?? 0);
}

/** Refuses a file from a newer Steward before anything is touched. */
export async function assertNotNewer(driver: Driver): Promise<void> {
  const version = await storeVersion(driver);
  if (version > newestVersion) throw unavailable('vault-newer', { found: version, known: newestVersion });
}

/** Runs what is pending. `setAside` makes an encrypted copy of the file first; it is not called for a new store. */
export async function migrate(
  driver: Driver,
  setAside: (version: number) => Promise<void>,
  list: readonly Migration[] = migrations,
): Promise<number> {
  await assertNotNewer(driver);
  const from = await storeVersion(driver);
  const pending = list.filter((migration) => migration.number > from);
  if (pending.length === 0) return from;
  if (from > 0) await setAside(from);
  await driver.exec('begin immediate');
  try {
    for (const migration of pending) await driver.exec(migration.sql);
    const broken = await driver.all('pragma foreign_key_check');
    if (broken.length > 0) throw new Error(`Migration left ${broken.length} broken references.`);
    await driver.exec(`pragma user_version = ${list.length}`);
    await driver.exec('commit');
  } catch (error) {
    await driver.exec('rollback').catch(() => undefined);
    throw error;
  }
  return list.length;
}
