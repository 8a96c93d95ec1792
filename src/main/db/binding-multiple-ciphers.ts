/** SQLCipher 4 files through better-sqlite3-multiple-ciphers, for Windows. It answers at once, so each connection lives in a worker. */
import { Worker } from 'node:worker_threads';
import { workerFile } from '../worker-file';
import type { Binding, SqlRow, SqlValue } from './binding';

export type WorkerAsk =
  | { readonly id: number; readonly do: 'open'; readonly file: string; readonly mode: 'create' | 'write' | 'read' }
  | { readonly id: number; readonly do: 'all' | 'run'; readonly sql: string; readonly parameters: readonly SqlValue[] }
  | { readonly id: number; readonly do: 'exec'; readonly sql: string }
  | { readonly id: number; readonly do: 'close' };

export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly code: string };

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

export const multipleCiphersBinding: Binding = {
  keying: (hex) => `pragma cipher = 'sqlcipher'; pragma legacy = 4; pragma key = "x'${hex}'"`,
  open: async (file, mode) => {
    const { file: entry, options } = workerFile('db', 'multiple-ciphers');
    const worker = new Worker(entry, options);
    worker.unref();
    const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
    let last = 0;
    const endAll = (error: Error): void => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('message', (answer: WorkerAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      if (answer.ok) asked?.resolve(answer.value);
      else asked?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
    });
    worker.on('error', endAll);
    worker.on('exit', () => endAll(new Error('The database worker has ended.')));
    const ask = (what: Unnumbered<WorkerAsk>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...what, id: last });
      });
    try {
      await ask({ do: 'open', file, mode });
    } catch (error) {
      await worker.terminate();
      throw error;
    }
    const all = (sql: string, parameters: readonly SqlValue[] = []) =>
      ask({ do: 'all', sql, parameters }) as Promise<SqlRow[]>;
    return {
      all,
      run: (sql, parameters = []) =>
        ask({ do: 'run', sql, parameters }) as Promise<{ changes: number; lastId: number }>,
      exec: async (sql) => void (await ask({ do: 'exec', sql })),
      close: async () => {
        await ask({ do: 'close' });
        await worker.terminate();
      },
      cipher: async () => {
        const [row] = await all('pragma cipher');
        const [version] = await all('select sqlite3mc_version() as version');
        // The answer's column is named after the answer itself.
        return Object.values(row ?? {})[0] === 'sqlcipher' ? String(version?.['version']) : null;
      },
    };
  },
};
