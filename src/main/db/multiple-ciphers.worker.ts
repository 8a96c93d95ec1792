/** One database connection of the Windows binding, in a thread of its own so that nothing waits for it. */
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerAsk } from './binding-multiple-ciphers';
import type { SqlRow, SqlValue } from './binding';

type Statement = {
  readonly reader: boolean;
  all(...parameters: readonly SqlValue[]): SqlRow[];
  run(...parameters: readonly SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
};
type Database = { prepare(sql: string): Statement; exec(sql: string): void; close(): void };
type Package = new (file: string, options: { readonly: boolean; fileMustExist: boolean; timeout: number }) => Database;

let database: Database | undefined;

parentPort?.on('message', (ask: WorkerAsk) => parentPort?.postMessage(answer(ask)));

function answer(ask: WorkerAsk): WorkerAnswer {
  try {
    return { id: ask.id, ok: true, value: perform(ask) };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return {
      id: ask.id,
      ok: false,
      message: error instanceof Error ? error.message : 'failed',
      // `SQLITE_BUSY_SNAPSHOT` and the like are told by their first two words elsewhere.
      code: typeof code === 'string' ? (/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code) : '',
    };
  }
}

function perform(ask: WorkerAsk): unknown {
  switch (ask.do) {
    case 'open': {
      const open = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as Package;
      database = new open(ask.file, {
        readonly: ask.mode === 'read',
        fileMustExist: ask.mode !== 'create',
        timeout: 5_000,
      });
      return null;
    }
    case 'all':
    case 'run': {
      const statement = opened().prepare(ask.sql);
      // Like the other binding: `run` may be asked of a statement that gives rows, and `all` of one that gives none.
      if (statement.reader) {
        const rows = statement.all(...ask.parameters);
        return ask.do === 'all' ? rows : { changes: 0, lastId: 0 };
      }
      const { changes, lastInsertRowid } = statement.run(...ask.parameters);
      return ask.do === 'all' ? [] : { changes, lastId: Number(lastInsertRowid) };
    }
    case 'exec':
      opened().exec(ask.sql);
      return null;
    case 'close':
      opened().close();
      return null;
  }
}

function opened(): Database {
  if (database === undefined) throw new Error('The connection is not open.');
  return database;
}
