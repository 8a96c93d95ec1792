/** The one door to SQLCipher: a small promise interface, so that the binding behind it can be changed. */
import { unavailable } from '#shared/kernel/failures';
import { journeyappsBinding } from './binding-journeyapps';
import { multipleCiphersBinding } from './binding-multiple-ciphers';

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Record<string, unknown>;

/** One connection. Statements run one after the other, in the order they were asked. */
export type Driver = {
  /** Rows of a statement as objects. For pages of rows ask for one packed JSON string instead. */
  all(sql: string, parameters?: readonly SqlValue[]): Promise<SqlRow[]>;
  /** Runs one statement; `changes` counts the rows it touched. */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<{ changes: number; lastId: number }>;
  /** Runs several statements without parameters. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
  /** The version of the cipher that answers for the connection, or null when it is plain SQLite. */
  cipher(): Promise<string | null>;
};

export type OpenOptions = {
  readonly mode: 'create' | 'write' | 'read';
  /** The 32-byte data key; omitted only for the lock file, which holds nothing. */
  readonly key?: Uint8Array;
};

/** A package that speaks SQLCipher 4 files. Errors carry SQLite's code in `code`. */
export type Binding = {
  open(file: string, mode: OpenOptions['mode']): Promise<Driver>;
  /** Statements that hand the key over; `hex` has 64 digits. */
  keying(hex: string): string;
};

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
  if (key.length !== 32) throw new Error('The data key must have 32 bytes.');
  const hex = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex');
  try {
    await driver.exec(binding.keying(hex));
  } catch {
    await driver.close().catch(() => undefined);
    throw new Error('The data key could not be handed to SQLCipher.');
  }
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
