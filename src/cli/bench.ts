/** A workbench for a terminal: the same serve as the app, with the vault from `--vault`. */
import { join } from 'node:path';
import { createLawSource } from '#main/content/law-source';
import { approvalGate } from '#main/domains/approvals/public';
import { handlers } from '#main/domains/handlers';
import { keepOwnHolidays } from '#main/domains/law/public';
import { appendTrail, keepTrail } from '#main/domains/trail/public';
import { fileLog } from '#main/ipc/local-log';
import { createServe } from '#main/ipc/serve';
import { callerOf } from '#main/ipc/session';
import { createWorkbench, type Workbench } from '#main/ipc/workbench';
import { noKeychain, systemKeychain } from '#main/vault/keychain';
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import { AppError } from '#shared/kernel/failures';
import type { Progress } from '#shared/kernel/operations';
import { systemClock } from '#shared/kernel/time';
import { UsageError } from './arguments';
import { askUnseen, takeCode, takeFromEnvironment } from './passphrase';

export type Terminal = {
  readonly workbench: Workbench;
  ask<D extends DomainName, O extends OperationName<D>>(
    domain: D,
    operation: O,
    input: Asked<D, O>,
  ): Promise<Answered<D, O>>;
};

/** One name for the task a command runs, so that Ctrl-C can cancel it. */
const taskName = 'terminal';

export function terminalOn(
  folder: string,
  options: { keychain: boolean; progress: (moved: Progress) => void },
): Terminal {
  const workbench = createWorkbench({
    folder,
    choice: null,
    clock: systemClock,
    keychain: options.keychain ? systemKeychain() : noKeychain,
    law: createLawSource(join(folder, 'content')),
    dialogs: { openFile: async () => null, openFolder: async () => null, saveFile: async () => null },
    // Where an incident number leads: kind of mistake and place in the code, beside the vault it happened with.
    log: fileLog(join(folder, 'logs')),
    emit: (topic, value) => {
      if (topic === 'progress') options.progress(value as Progress);
    },
  });
  keepTrail(workbench);
  keepOwnHolidays(workbench);
  const serve = createServe(workbench, handlers, { appendTrail, approvals: approvalGate });
  return {
    workbench,
    ask: async (domain, operation, input) => {
      const caller = callerOf(workbench.session(), 'terminal', workbench.clock.now());
      const answer = await serve({ domain, operation, input, caller, task: taskName });
      if (!answer.ok) throw new AppError(answer.failure);
      return answer.value as never;
    },
  };
}

/**
 * Opens the vault with what is at hand: the environment's passphrase, else the keychain, else a typed passphrase; and
 * signs in. `user` is the sign-in name, needed where several people have a passphrase.
 */
async function unlock({ ask }: Terminal, user: string | undefined): Promise<void> {
  const name = user === undefined ? {} : { name: user };
  const given = takeFromEnvironment();
  const status = await ask('vault', 'status', {});
  if (given === undefined && user === undefined && status.keychain === 'ok')
    await ask('vault', 'unlock', { with: 'keychain' });
  else {
    const passphrase = given ?? (await askUnseen('Passphrase: '));
    await ask('vault', 'unlock', { with: 'passphrase', passphrase, ...name });
  }
  const { state } = await ask('access', 'who', {});
  if (state === 'code') await ask('access', 'confirmCode', { code: takeCode() ?? (await askUnseen('Code: ')) });
  if (state === 'pick') throw new UsageError('Several people use this vault: say --user NAME and give the passphrase.');
  if (state === 'change-passphrase')
    throw new UsageError('Sign in once in the app and choose a passphrase of your own first.');
}

/** The terminal with its vault opened at the first question, when everything that was typed has been read. */
export function unlockedAtFirst(terminal: Terminal, user: string | undefined): Terminal {
  let unlocked: Promise<void> | null = null;
  return {
    ...terminal,
    ask: async (domain, operation, input) => {
      unlocked ??= unlock(terminal, user);
      await unlocked;
      return terminal.ask(domain, operation, input);
    },
  };
}

/** Ctrl-C asks the running task to stop at its next safe point; a second one ends the program. */
export function stopOnInterrupt({ workbench }: Terminal): void {
  process.once('SIGINT', () => {
    if (!workbench.cancelTask(taskName)) process.exit(130);
    process.stderr.write('\nStopping. Press Ctrl-C again to leave at once.\n');
  });
}
