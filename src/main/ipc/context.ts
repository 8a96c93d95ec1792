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
import type { DualKind } from '#shared/domains/access/model';
import type { GivenRight } from '#shared/kernel/operations';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../db/handles';
import type { Caller } from './caller';
import type { FileKind } from './file-kind';
import type { Workbench } from './workbench';

export type { Actor, Caller, Origin } from './caller';

type Common = {
  readonly workbench: Workbench;
  readonly caller: Caller;
  /** Whether the caller's role has a right, for answers that show more to some than to others. */
  readonly may: (right: GivenRight, domain?: string) => boolean;
  readonly now: () => Instant;
  /** A fresh id such as `imp_…`. */
  readonly newId: (prefix: string) => string;
};

export type QueryContext = Common & { readonly db: ReadDb };

/**
 * Asks for a second person: goes on when somebody else has approved this very request, or when the caller works alone
 * and says so. Otherwise everything is taken back and the request waits for an approval. `facts` tell the one who
 * decides what it is about; no personal data.
 */
export type Permit = (kind: DualKind, facts: Readonly<Record<string, string | number>>) => Promise<void>;

/**
 * For a step that takes these people away. Where they are all the others who may approve, it goes on when the person said
 * that they know they will be alone, and the trail keeps it; otherwise it throws `approvals.alone`.
 */
export type KnowsAlone = (goes: readonly string[]) => Promise<void>;

export type CommandContext = Common & { readonly db: WriteDb; readonly permit: Permit };

export type TaskContext = Common & {
  readonly permit: Permit;
  readonly knowsAlone: KnowsAlone;
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
