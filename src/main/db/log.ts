/** The write-ahead log of the store before, during and after large work. */
import type { WriteDb } from './handles';

/** So many pages of the log call for moving them into the store, after a commit. */
export const usualLogPages = 4_000;

/**
 * Moves the log into the store and gives its room back, waiting for readers. Before large work: if that fills the disk,
 * what is left in the log is small and its room can be given back.
 */
export const settleLog = (db: WriteDb): Promise<void> => db.driver.exec('pragma wal_checkpoint(truncate)');

/** Moves as much of the log into the store as readers allow, and waits for nobody. */
export const moveLog = (db: WriteDb): Promise<void> => db.driver.exec('pragma wal_checkpoint(passive)');

/**
 * A commit inside `work` leaves its pages in the log, where they are as safe as in the store: whoever waits for a large
 * commit need not wait until everything has been copied once more. `moveLog` should follow.
 */
export async function leavingLog<T>(db: WriteDb, work: () => Promise<T>): Promise<T> {
  await db.driver.exec('pragma wal_autocheckpoint = 0');
  try {
    return await work();
  } finally {
    await db.driver.exec(`pragma wal_autocheckpoint = ${usualLogPages}`);
  }
}
