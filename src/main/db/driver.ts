/** The one door to SQLCipher: a small promise interface, so that the binding behind it can be changed. */
import { AppError, unavailable } from '#shared/kernel/failures';
import type { Binding, Driver, OpenOptions } from './binding';
import { journeyappsBinding } from './binding-journeyapps';
import { multipleCiphersBinding } from './binding-multiple-ciphers';

export type { Binding, Driver, OpenOptions, SqlRow, SqlValue } from './binding';

export const bindings = { journeyapps: journeyappsBinding, 'multiple-ciphers': multipleCiphersBinding } as const;
export type BindingName = keyof typeof bindings;

/** The first binding does not build on Windows; files are the same with both. */
const usual: BindingName = process.platform === 'win32' ? 'multiple-ciphers' : 'journeyapps';

/** Opens a connection. Throws SQLite's own error; the key is never part of it. */
export async function openDriver(file: string, options: OpenOptions, name: BindingName = usual): Promise<Driver> {
  const binding = bindings[name];
  const driver = namingErrors(await binding.open(file, options.mode));
  if (options.key) await applyKey(driver, binding, options.key);
  return driver;
}

/** The key goes in as 64 hex digits made here, never as text from elsewhere, and never into an error. */
async function applyKey(driver: Driver, binding: Binding, key: Uint8Array): Promise<void> {
  try {
    await driver.exec(binding.keying(hexOf(key)));
  } catch {
    await driver.close().catch(() => undefined);
    throw new Error('The data key could not be handed to SQLCipher.');
  }
}

/** Encrypts the whole file under another key, in one transaction of its own. The key never reaches an error. */
export async function rekey(driver: Driver, key: Uint8Array): Promise<void> {
  try {
    await driver.exec(`pragma rekey = "x'${hexOf(key)}'"`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = sqliteCode(error);
    throw Object.assign(new Error('The store could not be encrypted under another key.'), { code });
  }
}

function hexOf(key: Uint8Array): string {
  if (key.length !== 32) throw new Error('The data key must have 32 bytes.');
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex');
}

function namingErrors(driver: Driver): Driver {
  const named = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw nameOf(error);
    }
  };
  return {
    ...driver,
    all: (sql, parameters) => named(driver.all(sql, parameters)),
    run: (sql, parameters) => named(driver.run(sql, parameters)),
    exec: (sql) => named(driver.exec(sql)),
  };
}

/** A full or read-only disk has a name of its own; everything else stays SQLite's error. */
function nameOf(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code.startsWith('SQLITE_FULL')) return unavailable('disk-full', undefined, error);
  if (code.startsWith('SQLITE_READONLY')) return unavailable('folder-read-only', undefined, error);
  return error;
}

/** SQLite's short code of an error (`SQLITE_NOTADB`, `SQLITE_BUSY` …), or an empty text. */
export function sqliteCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
