/** The house for tests: a real vault in a temporary folder, a fixed clock, and `ask` as a page or terminal would. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLawSource } from '#main/content/law-source';
import { approvalGate } from '#main/domains/approvals/public';
import { handlers } from '#main/domains/handlers';
import { keeperOf } from '#main/domains/trail/keeper';
import { keepOwnHolidays } from '#main/domains/law/public';
import { appendTrail, keepTrail } from '#main/domains/trail/public';
import type { Caller } from '#main/ipc/context';
import { type LogLine } from '#main/ipc/local-log';
import { createServe } from '#main/ipc/serve';
import { createWorkbench, type Workbench } from '#main/ipc/workbench';
import { type Keychain, noKeychain } from '#main/vault/keychain';
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import { type Answer, AppError } from '#shared/kernel/failures';
import type { Topic, Topics } from '#shared/kernel/operations';
import type { Instant } from '#shared/kernel/time';

export const testPassphrase = 'correct horse battery staple';
/** The owner at a terminal. Who is asked for as a caller without `provenAt` has shown their passphrase just now. */
export const owner: Caller = { actor: { id: 'owner', role: 'owner' }, origin: 'terminal' };

export type TestBench = {
  readonly folder: string;
  readonly workbench: Workbench;
  readonly told: { topic: Topic; value: unknown }[];
  readonly logged: LogLine[];
  /** Moves the fixed clock. */
  setNow(instant: string): void;
  /** Asks and expects a yes; a *no* is thrown as the AppError it is. */
  ask<D extends DomainName, O extends OperationName<D>>(
    domain: D,
    operation: O,
    input: Asked<D, O>,
    caller?: Caller,
  ): Promise<Answered<D, O>>;
  /** Asks anything, promised or not, and hands back the whole answer. */
  askRaw(
    domain: string,
    operation: string,
    input: unknown,
    caller?: Caller,
    task?: string,
    alone?: boolean,
  ): Promise<Answer<unknown>>;
  /** Locks the vault and opens it again with the passphrase; `meanwhile` runs while it is closed. */
  reopen(meanwhile?: () => void | Promise<void>): Promise<void>;
  /** Writes the trail's mark beside the vault at once. */
  markNow(): Promise<void>;
  /** Closes the vault and removes the folder. */
  end(): Promise<void>;
};

/** `state: 'open'` makes a vault with a confirmed kit; `'none'` leaves the folder without one. */
export async function testBench(
  state: 'open' | 'none' = 'open',
  folder?: string,
  keychain: Keychain = noKeychain,
): Promise<TestBench> {
  const place = folder ?? join(mkdtempSync(join(tmpdir(), 'steward-test-')), 'vault');
  let now = '2026-11-24T09:00:00.000Z' as Instant;
  const told: TestBench['told'] = [];
  const logged: LogLine[] = [];
  const workbench = createWorkbench({
    folder: place,
    choice: null,
    clock: { now: () => now },
    keychain,
    law: createLawSource(join(place, 'content')),
    dialogs: { openFile: async () => null, openFolder: async () => null, saveFile: async () => null },
    log: { write: (line) => logged.push(line) },
    emit: <T extends Topic>(topic: T, value: Topics[T]) => told.push({ topic, value }),
  });
  keepTrail(workbench);
  keepOwnHolidays(workbench);
  const proven = (caller: Caller): Caller => ('provenAt' in caller ? caller : { ...caller, provenAt: now });
  const serve = createServe(workbench, handlers, { appendTrail, approvals: approvalGate });
  const bench: TestBench = {
    folder: place,
    workbench,
    told,
    logged,
    setNow: (instant) => (now = instant as Instant),
    ask: async (domain, operation, input, caller = owner) => {
      const answer = await serve({ domain, operation, input, caller: proven(caller) });
      if (!answer.ok) throw new AppError(answer.failure);
      return answer.value as never;
    },
    askRaw: (domain, operation, input, caller = owner, task, alone = false) =>
      serve({ domain, operation, input, caller: proven(caller), ...(task === undefined ? {} : { task }), alone }),
    reopen: async (meanwhile) => {
      await workbench.lock();
      await meanwhile?.();
      await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    },
    markNow: async () => keeperOf(workbench)?.mark(),
    end: async () => {
      await workbench.lock();
      rmSync(place, { recursive: true, force: true });
    },
  };
  if (state === 'open') {
    const { kit } = await bench.ask('vault', 'create', {
      passphrase: testPassphrase,
      useKeychain: keychain !== noKeychain,
    });
    await bench.ask('vault', 'confirmKit', {
      words: kit.challenge.positions.map((position) => kit.words[position - 1] ?? ''),
    });
  }
  return bench;
}
