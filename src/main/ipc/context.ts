/** What handlers are given, by the kind of their operation, and the types that hold handlers to the contract. */
import type {
  Ask,
  Command,
  Operations,
  OutputOf,
  ParsedInputOf,
  Progress,
  Query,
  Task,
} from '#shared/kernel/operations';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../db/handles';
import type { FileKind } from './file-kind';
import type { Workbench } from './workbench';

export type Origin = 'page' | 'terminal';

/** Who asks. Until people sign in one by one there is the owner. */
export type Actor = { readonly id: string; readonly role: string };

export type Caller = { readonly actor: Actor; readonly origin: Origin };

type Common = {
  readonly workbench: Workbench;
  readonly caller: Caller;
  readonly now: () => Instant;
  /** A fresh id such as `imp_…`. */
  readonly newId: (prefix: string) => string;
};

export type QueryContext = Common & { readonly db: ReadDb };

export type CommandContext = Common & { readonly db: WriteDb };

export type TaskContext = Common & {
  readonly taskId: string;
  /** The read-only connection; throws `locked` when the vault is not open. */
  readonly read: () => ReadDb;
  /** Takes the writer for one transaction: all of `work` or nothing. The trail's entry for the task's end is written separately by serve. */
  readonly write: <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>;
  /**
   * Like `write`, and the trail's *finished* entry is part of the same transaction: for work that must never be in the
   * store without its entry. `work` returns the task's output, which is also the handler's answer.
   */
  readonly finish: <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>;
  readonly progress: (moved: Omit<Progress, 'task'>) => void;
  /** Aborted when somebody cancels; call `signal.throwIfAborted()` or check `aborted` at safe points. */
  readonly signal: AbortSignal;
  /** Asks for a file to read. From a page only files picked in main's own dialog are accepted. */
  readonly fileToRead: (asked: string | undefined, kinds: readonly FileKind[]) => Promise<string>;
  /** Asks where to write. From a page only places picked in main's own dialog are accepted. */
  readonly fileToWrite: (
    asked: string | undefined,
    suggestedName: string,
    kinds: readonly FileKind[],
  ) => Promise<string>;
};

export type { FileKind } from './file-kind';

type HandlerOf<T> = T extends Query
  ? (context: QueryContext, input: ParsedInputOf<T>) => Promise<OutputOf<T>>
  : T extends Command
    ? (context: CommandContext, input: ParsedInputOf<T>) => Promise<OutputOf<T>>
    : T extends Task
      ? (context: TaskContext, input: ParsedInputOf<T>) => Promise<OutputOf<T>>
      : never;

/** The handlers of a domain: one for each of its operations, held to the contract's types. */
export type Handlers<D extends Operations> = { readonly [O in keyof D]: HandlerOf<D[O]> };

export type AnyHandler = (context: never, input: never) => Promise<unknown>;

export type Request = Ask & { readonly caller: Caller };
