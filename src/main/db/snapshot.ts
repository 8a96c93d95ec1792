/** The store's file held still while work goes on: changes wait in the write-ahead log until the reading is over. */
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from '#shared/kernel/failures';
import { openDriver } from './driver';
import { type ReadDb, readHandle } from './handles';

export type StoreSnapshot = {
  /** Reads the store as it is in the file. */
  readonly db: ReadDb;
  /** Size of the file in pages. */
  readonly pages: number;
  /** The key the file is encrypted under. */
  readonly key: Uint8Array;
  /** Reads whole pages, from `first` on, into `into`; gives how many bytes were read. */
  read(into: Buffer, first: number): Promise<number>;
  /** Lets changes reach the file again. */
  release(): Promise<void>;
};

const pageSize = 4_096;
/** A long reading elsewhere can hold the log for a while. */
const attempts = 100;

/**
 * A handle on the file that is never closed before the store is: a process that closes any handle on a file gives up all
 * its locks on it (POSIX), those of the open connections included.
 */
export type RawFile = { handle(): Promise<FileHandle>; close(): Promise<void> };

export function rawFile(file: string): RawFile {
  let opened: Promise<FileHandle> | null = null;
  return {
    handle: () => (opened ??= open(file, 'r')),
    close: async () => {
      const handle = await opened?.catch(() => undefined);
      opened = null;
      await handle?.close();
    },
  };
}

/**
 * Only while nobody writes. Moves the whole log into the file and begins to read at exactly that moment: as long as a
 * reader stands at the file itself, SQLite puts nothing into it.
 */
export async function holdStill(
  file: string,
  raw: RawFile,
  key: Uint8Array,
  emptyLog: () => Promise<boolean>,
): Promise<StoreSnapshot> {
  const handle = await raw.handle();
  const reader = await openDriver(file, { mode: 'read', key });
  try {
    for (let attempt = 0; !(await emptyLog()); attempt += 1) {
      if (attempt === attempts) throw unavailable('vault-in-use');
      await sleep(100);
    }
    // What is counted is read once; a large cache would only fill with it.
    await reader.exec('pragma cache_size = -4096; begin');
    await reader.all('select count(*) as tables from sqlite_master');
    const { size } = await handle.stat();
    return {
      db: readHandle(reader),
      key,
      pages: size / pageSize,
      read: async (into, first) => (await handle.read(into, 0, into.length, first * pageSize)).bytesRead,
      release: async () => {
        await reader.exec('commit').catch(() => undefined);
        await reader.close();
      },
    };
  } catch (error) {
    await reader.close().catch(() => undefined);
    throw error;
  }
}
