/** SQLCipher through @journeyapps/sqlcipher: built from source on Linux and macOS, works on libuv's threads. */
import { createRequire } from 'node:module';
import type { Binding, Driver, SqlRow, SqlValue } from './binding';

type Package = {
  Database: new (file: string, mode: number, done: (error: Error | null) => void) => Database;
  OPEN_READONLY: number;
  OPEN_READWRITE: number;
  OPEN_CREATE: number;
};
type Database = {
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

export const journeyappsBinding: Binding = {
  // SQLCipher otherwise writes its complaints, page numbers included, to stderr.
  keying: (hex) => `pragma cipher_log_level = NONE; pragma key = "x'${hex}'"`,
  open: async (file, mode) => {
    const sqlcipher = load('@journeyapps/sqlcipher') as Package;
    const flags = {
      create: sqlcipher.OPEN_READWRITE | sqlcipher.OPEN_CREATE,
      write: sqlcipher.OPEN_READWRITE,
      read: sqlcipher.OPEN_READONLY,
    }[mode];
    const database = await new Promise<Database>((resolve, reject) => {
      const opened: Database = new sqlcipher.Database(file, flags, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
    // Without this the binding may run statements of one connection side by side.
    database.serialize();
    database.configure('busyTimeout', 5_000);
    return driverOn(database);
  },
};

function driverOn(database: Database): Driver {
  const all: Driver['all'] = (sql, parameters = []) =>
    new Promise((resolve, reject) =>
      database.all(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows))),
    );
  return {
    all,
    run: (sql, parameters = []) =>
      new Promise((resolve, reject) =>
        database.run(sql, parameters, function (error) {
          if (error) reject(error);
          else resolve({ changes: this.changes, lastId: this.lastID });
        }),
      ),
    exec: (sql) => new Promise((resolve, reject) => database.exec(sql, (error) => (error ? reject(error) : resolve()))),
    close: () => new Promise((resolve, reject) => database.close((error) => (error ? reject(error) : resolve()))),
    cipher: async () => {
      const [row] = await all('pragma cipher_version');
      return row === undefined ? null : String(row['cipher_version']);
    },
  };
}
