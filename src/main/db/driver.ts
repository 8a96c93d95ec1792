/** The one door to SQLCipher: a small promise interface, so that the binding behind it can be changed. */
import { createRequire } from 'node:module';
import { unavailable } from '#shared/kernel/failures';

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
};

export type OpenOptions = {
  readonly mode: 'create' | 'write' | 'read';
  /** The 32-byte data key; omitted only for the lock file, which holds nothing. */
  readonly key?: Uint8Array;
};

type Binding = {
  Database: new (file: string, mode: number, done: (error: Error | null) => void) => BindingDatabase;
  OPEN_READONLY: number;
  OPEN_READWRITE: number;
  OPEN_CREATE: number;
};
type BindingDatabase = {
  all(sql: string, parameters: readonly SqlValue[], done: (error: Error | null, rows: SqlRow[]) => void): void;
  run(
    sql: string,
    parameters: readonly SqlValue[],
    done: (this: { changes: number; lastID: number }, error: Error | null) => void,
  ): void;
  exec(sql: string, done: (error: Error | null) => void): void;
  close(done: (error: Error | null) => void): void;
  configure(option: 'busyTimeout', value: number): void;
  serialize(): void;
};

const load = createRequire(import.meta.url);

/** Opens a connection. Throws SQLite's own error; the key is never part of it. */
export async function openDriver(file: string, options: OpenOptions): Promise<Driver> {
  const binding = load('@journeyapps/sqlcipher') as Binding;
  const mode = {
    create: binding.OPEN_READWRITE | binding.OPEN_CREATE,
    write: binding.OPEN_READWRITE,
    read: binding.OPEN_READONLY,
  }[options.mode];
  const database = await new Promise<BindingDatabase>((resolve, reject) => {
    const opened: BindingDatabase = new binding.Database(file, mode, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  // Without this the binding may run statements of one connection side by side.
  database.serialize();
  database.configure('busyTimeout', 5_000);
  const driver: Driver = {
    all: (sql, parameters = []) =>
      new Promise((resolve, reject) =>
        database.all(sql, parameters, (error, rows) => (error ? reject(named(error)) : resolve(rows))),
      ),
    run: (sql, parameters = []) =>
      new Promise((resolve, reject) =>
        database.run(sql, parameters, function (error) {
          if (error) reject(named(error));
          else resolve({ changes: this.changes, lastId: this.lastID });
        }),
      ),
    exec: (sql) =>
      new Promise((resolve, reject) => database.exec(sql, (error) => (error ? reject(named(error)) : resolve()))),
    close: () => new Promise((resolve, reject) => database.close((error) => (error ? reject(error) : resolve()))),
  };
  if (options.key) await applyKey(driver, options.key);
  return driver;
}

/** The key goes in as 64 hex digits made here, never as text from elsewhere, and never into an error. */
async function applyKey(driver: Driver, key: Uint8Array): Promise<void> {
  if (key.length !== 32) throw new Error('The data key must have 32 bytes.');
  const hex = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex');
  try {
    // SQLCipher otherwise writes its complaints, page numbers included, to stderr.
    await driver.exec('pragma cipher_log_level = NONE');
    await driver.exec(`pragma key = "x'${hex}'"`);
  } catch {
    await driver.close().catch(() => undefined);
    throw new Error('The data key could not be handed to SQLCipher.');
  }
}

/** A full or read-only disk has a name of its own; everything else stays SQLite's error. */
function named(error: Error): Error {
  const code = (error as Error & { code?: string }).code ?? '';
  if (code === 'SQLITE_FULL') return unavailable('disk-full', undefined, error);
  if (code === 'SQLITE_READONLY') return unavailable('folder-read-only', undefined, error);
  return error;
}

/** SQLite's short code of an error (`SQLITE_NOTADB`, `SQLITE_BUSY` …), or an empty text. */
export function sqliteCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
