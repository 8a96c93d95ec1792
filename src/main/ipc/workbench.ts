/** The running workbench: which vault is open, who writes, which tasks run, and what the page is told. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { holdsSecondKey } from '#shared/domains/access/rules';
import { AppError, brokenRule, cancelled, unavailable } from '#shared/kernel/failures';
import { idFrom } from '#shared/kernel/ids';
import type { Progress, Topic, Topics } from '#shared/kernel/operations';
import type { Clock } from '#shared/kernel/time';
import type { LawSource } from '../content/law-source';
import type { ReadDb, WriteDb } from '../db/handles';
import { leavingLog, moveLog, settleLog } from '../db/log';
import type { FolderChoice } from '../vault/chosen-folder';
import type { Keychain } from '../vault/keychain';
import type { OpenVault } from '../vault/vault';
import type { FileKind } from './file-kind';
import { type LocalLog, traceOf } from './local-log';
import { nobody, type Session } from './session';

/** How main asks people for files and confirmations: the system's dialogs in the app, arguments in a terminal. */
export type Dialogs = {
  /** A file to read, or null when the person changed their mind. */
  openFile(kinds: readonly FileKind[]): Promise<string | null>;
  /** A folder, looked for from `startsIn` on, or null. */
  openFolder(startsIn: string): Promise<string | null>;
  /** A place to write, or null. */
  saveFile(suggestedName: string, kinds: readonly FileKind[]): Promise<string | null>;
};

/** Is told when a vault is opened, after each commit, and before it is closed; see `Workbench.attach`. */
export type Attendant = {
  /** Runs before the first transaction of the opened vault. */
  opened(vault: OpenVault): Promise<void>;
  committed(): void;
  /** Runs when all tasks have ended, before the store is closed; may still write with `writeLast`. */
  closing(vault: OpenVault): Promise<void>;
};

export type WorkbenchParts = {
  /** The vault's; of a workbench it is another one after `moveTo`. */
  readonly folder: string;
  /** Null where nobody chooses: the command line said the folder. */
  readonly choice: FolderChoice | null;
  readonly clock: Clock;
  readonly keychain: Keychain;
  readonly dialogs: Dialogs;
  readonly law: LawSource;
  readonly log: LocalLog;
  readonly emit: <T extends Topic>(topic: T, value: Topics[T]) => void;
};

/** The words of a kit that has been shown and not yet confirmed; they live in memory only. */
export type PendingKit = {
  readonly words: readonly string[];
  readonly madeAt: string;
  readonly positions: readonly number[];
};

export type Workbench = WorkbenchParts & {
  readonly newId: (prefix: string) => string;
  /** Adds an attendant for every vault opened from now on. What goes wrong in one is logged and keeps nobody from working. */
  attach(attendant: Attendant): void;
  /** Who sits in front of the open vault. */
  session(): Session;
  /** Somebody came or left; the page is told. */
  arrive(session: Session): void;
  /** Work that is done with the writer right before the vault closes, such as the last entries of the trail. */
  atClose(work: (db: WriteDb) => Promise<void>): void;
  /** The open vault, or null while it is locked or missing. */
  opened(): OpenVault | null;
  /** The open vault; throws `locked` otherwise. */
  vault(): OpenVault;
  /** Puts an opened vault in place. The page is told by `arrive`: a moment with nobody there is nothing to show. */
  open(vault: OpenVault): void;
  /** From now on the vault is, or will be, in this folder. Only while none is open. */
  moveTo(folder: string): void;
  /** Stops tasks, waits for the writer, closes the vault. Harmless when it is locked already. */
  lock(): Promise<void>;
  /** True when the vault was open and has been locked since the start. */
  lockedByHand(): boolean;
  read(): ReadDb;
  /** A connection of its own for long look-ups; see the store. */
  readBehind(): ReadDb;
  /** One transaction with the writer: committed when `work` returns, taken back when it throws. Waits for the one before. */
  write<T>(work: (db: WriteDb) => Promise<T>): Promise<T>;
  /**
   * Like `write`, for work that may be large: it begins with an empty write-ahead log and answers as soon as it is safe
   * in there. Its pages move into the store behind the answer; whoever writes next waits for that.
   */
  writeLarge<T>(work: (db: WriteDb) => Promise<T>): Promise<T>;
  /** Runs `work` when nobody writes and lets nobody write meanwhile; no transaction is under way. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Like `write`, also while the vault is being locked, for the last entries of tasks; nothing happens when it is closed. */
  writeLast(work: (db: WriteDb) => Promise<void>): Promise<void>;
  /** Runs `work` when the transaction under way has been committed; forgotten when it is taken back. */
  afterCommit(work: () => void): void;
  /** Memory that lives as long as the vault is open: made once for each key. */
  cache<T>(key: string, make: () => T): T;
  /** Files people picked in main's own dialogs since the start; a page may name only these. */
  readonly picked: Set<string>;
  startTask(id: string | undefined): RunningTask;
  cancelTask(id: string): boolean;
  pendingKit: PendingKit | null;
};

export type RunningTask = {
  readonly id: string;
  readonly signal: AbortSignal;
  progress(moved: Omit<Progress, 'task'>): void;
  end(): void;
};

export function createWorkbench(parts: WorkbenchParts): Workbench {
  let current: OpenVault | null = null;
  let { folder } = parts;
  let memory = new Map<string, unknown>();
  let lastWrite: Promise<unknown> = Promise.resolve();
  let locking: Promise<void> | null = null;
  let wasLocked = false;
  let session: Session = nobody;
  const lastWork: ((db: WriteDb) => Promise<void>)[] = [];
  const running = new Map<string, { abort: AbortController; ended: Promise<void> }>();

  const vault = (): OpenVault => {
    if (current === null || locking !== null) throw new AppError({ code: 'locked' });
    return current;
  };

  const attendants: Attendant[] = [];
  const attend = async (work: (attendant: Attendant) => Promise<void>): Promise<void> => {
    for (const attendant of attendants) {
      await work(attendant).catch((error: unknown) =>
        parts.log.write({ at: parts.clock.now(), event: 'attendant-failed', facts: traceOf(error) }),
      );
    }
  };

  let committed: (() => void)[] = [];
  const inTurn = <T>(
    { store }: OpenVault,
    work: (db: WriteDb) => Promise<T>,
    around: (transaction: () => Promise<T>) => Promise<T> = (transaction) => transaction(),
  ): Promise<T> => {
    const turn = lastWrite
      .catch(() => undefined)
      .then(async () => {
        committed = [];
        const result = await around(() => inTransaction(store.writer, work));
        for (const told of committed) told();
        for (const attendant of attendants) attendant.committed();
        return result;
      });
    lastWrite = turn;
    return turn;
  };

  const workbench: Workbench = {
    ...parts,
    get folder() {
      return folder;
    },
    moveTo: (next) => {
      if (current !== null) throw brokenRule('vault.already-there');
      folder = next;
      parts.law.moveTo(join(next, 'content'));
    },
    newId: (prefix) => idFrom(prefix, randomBytes(13)),
    attach: (attendant) => void attendants.push(attendant),
    picked: new Set(),
    pendingKit: null,
    session: () => session,
    arrive: (next) => {
      session = next;
      // Out of memory before anybody else can ask anything.
      if (next.state !== 'signed-in' || !holdsSecondKey(next.person.role)) current?.second.forgetTaken();
      if (current !== null) parts.emit('session', { state: next.state === 'signed-in' ? 'open' : 'sign-in' });
    },
    atClose: (work) => void lastWork.push(work),
    opened: () => (locking === null ? current : null),
    vault,
    open: (opened) => {
      current = opened;
      memory = new Map();
      session = nobody;
      // In the writer's turn, so that every transaction of the opened vault comes after it.
      lastWrite = lastWrite.catch(() => undefined).then(() => attend((attendant) => attendant.opened(opened)));
    },
    lock: () => {
      locking ??= (async () => {
        try {
          for (const task of running.values()) task.abort.abort(cancelled());
          await Promise.allSettled([...running.values()].map((task) => task.ended));
          await lastWrite.catch(() => undefined);
          workbench.pendingKit = null;
          memory = new Map();
          if (current === null) return;
          const closing = current;
          // One after the other; what one of them could not write must not keep the vault open.
          for (const work of lastWork) await inTurn(closing, work).catch(() => undefined);
          await attend((attendant) => attendant.closing(closing));
          current = null;
          session = nobody;
          wasLocked = true;
          await closing.close();
          parts.emit('session', { state: 'locked' });
        } finally {
          locking = null;
        }
      })();
      return locking;
    },
    lockedByHand: () => wasLocked,
    read: () => vault().store.reader,
    readBehind: () => vault().store.background,
    write: (work) => inTurn(vault(), work),
    writeLarge: (work) => {
      const opened = vault();
      const { writer } = opened.store;
      const answer = inTurn(opened, work, async (transaction) => {
        await settleLog(writer);
        return leavingLog(writer, transaction);
      });
      lastWrite = answer
        .catch(() => undefined)
        .then(() => moveLog(writer))
        // The pages are safe where they are, and the next commit tries again.
        .catch(() => undefined);
      return answer;
    },
    alone: (work) => {
      const turn = lastWrite.catch(() => undefined).then(work);
      lastWrite = turn;
      return turn;
    },
    afterCommit: (work) => void committed.push(work),
    writeLast: async (work) => {
      if (current !== null) await inTurn(current, work);
    },
    cache: <T>(key: string, make: () => T): T => {
      if (!memory.has(key)) memory.set(key, make());
      return memory.get(key) as T;
    },
    startTask: (asked) => {
      const id = asked ?? randomUUID();
      if (running.has(id)) throw new AppError({ code: 'conflict', what: 'task' });
      const abort = new AbortController();
      let ended = (): void => undefined;
      running.set(id, { abort, ended: new Promise<void>((resolve) => (ended = resolve)) });
      return {
        id,
        signal: abort.signal,
        progress: (moved) => parts.emit('progress', { task: id, ...moved }),
        end: () => {
          running.delete(id);
          ended();
        },
      };
    },
    cancelTask: (id) => {
      const task = running.get(id);
      task?.abort.abort(cancelled());
      return task !== undefined;
    },
  };
  return workbench;
}

/** All of `work` or nothing. Only for whoever holds the writer already; everybody else asks `write`. */
export async function inTransaction<T>(db: WriteDb, work: (db: WriteDb) => Promise<T>): Promise<T> {
  await db.driver.exec('begin immediate');
  let result: T;
  try {
    result = await work(db);
    await db.driver.exec('commit');
  } catch (error) {
    // SQLite has already rolled back by itself after a full disk; then there is nothing left to take back.
    await db.driver.exec('rollback').catch(() => undefined);
    // What did not fit still lies in the write-ahead log; giving it back is what makes room again.
    if (isFullDisk(error)) await settleLog(db).catch(() => undefined);
    throw error;
  }
  return result;
}

const isFullDisk = (error: unknown): boolean =>
  error instanceof AppError && error.failure.code === 'unavailable' && error.failure.resource === 'disk-full';

/** A picker's answer or a *no* that says the person changed their mind. */
export function chosen(file: string | null): string {
  if (file === null) throw unavailable('cancelled');
  return file;
}
