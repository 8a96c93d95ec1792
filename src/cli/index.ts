/** Steward from a terminal: the same operations through serve. Answers on stdout, everything else on stderr; exit 0, 1 or 2. */
import { AppError, type Failure } from '#shared/kernel/failures';
import type { Progress } from '#shared/kernel/operations';
import {
  type Arguments,
  assertAllUsed,
  assertOptionsUsed,
  needed,
  pathOf,
  readArguments,
  UsageError,
} from './arguments';
import { backupWithoutVault } from './backup-commands';
import { checkProofFile } from './audit-commands';
import { answerClocks } from './clock';
import { verifyReceiptFile } from './consent-commands';
import { stopOnInterrupt, terminalOn, unlockedAtFirst } from './bench';
import type { Command, Said } from './command';
import { commands } from './commands';
import { examine } from './doctor';
import { takeFromEnvironment } from './passphrase';
import { wordsFor } from './words';

const usage = `Steward from a terminal

  ${Object.values(commands)
    .map((command) => command.says)
    .join('\n  ')}
  clock < LINES.jsonl      answer questions {"id","clock","place","start","facts"}, one a line
  doctor [--vault DIR]

Everywhere: --json for machines, --user NAME where several people use the vault.
The passphrase comes from STEWARD_PASSPHRASE or is asked for; a second factor's code from STEWARD_CODE.
Exit: 0 done, 1 no, 2 said wrongly.`;

/** Says at the end whether something still holds the process that will never let go: a hanging keychain. */
let endAnyway = (): boolean => false;

process.exitCode = await main(process.argv.slice(2));
if (endAnyway()) process.stdout.write('', () => process.kill(process.pid, 'SIGKILL'));

async function main(argv: readonly string[]): Promise<number> {
  let given: Arguments;
  try {
    given = readArguments(argv);
  } catch (error) {
    return complainOfUsage(error, argv.includes('--json'));
  }
  const [name] = given.words;
  if (given.values.help || name === undefined || name === 'help') {
    process.stdout.write(`${usage}\n`);
    return name === undefined && !given.values.help ? 2 : 0;
  }
  try {
    if (name === 'clock' || name === 'doctor') {
      assertAllUsed(given.words, 0);
      assertOptionsUsed(given, []);
    }
    if (name === 'clock') {
      await answerClocks(process.stdin, process.stdout);
      return 0;
    }
    const said = await answer(name, given);
    process.stdout.write(given.values.json ? `${JSON.stringify(said.value)}\n` : `${said.lines.join('\n')}\n`);
    return said.bad ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) return complainOfUsage(error, given.values.json);
    const failure: Failure = error instanceof AppError ? error.failure : { code: 'bug', incident: 'terminal' };
    complain(given.values.json, failure, wordsFor(failure));
    return 1;
  }
}

/** What needs no vault is answered without one. */
async function answer(name: string, given: Arguments): Promise<Said> {
  if (name === 'doctor') return examine(given.values.vault === undefined ? undefined : pathOf(given.values.vault));
  if (name === 'audit' && given.words[1] === 'check') {
    assertAllUsed(given.words, 2);
    assertOptionsUsed(given, { check: ['key'] });
    return checkProofFile(given);
  }
  if (name === 'consent' && given.words[1] === 'verify') {
    assertAllUsed(given.words, 2);
    assertOptionsUsed(given, { verify: ['key'] });
    return verifyReceiptFile(given);
  }
  if (name === 'backup') {
    const { takes, uses } = commands['backup'] as Command;
    assertAllUsed(given.words, takes);
    assertOptionsUsed(given, uses);
    const said = await backupWithoutVault(given, isShowing(given) ? show : () => undefined);
    if (said !== null) return said;
  }
  return run(name, given);
}

function isShowing({ values }: Arguments): boolean {
  return process.stderr.isTTY && !values.json;
}

async function run(name: string, given: Arguments): Promise<Said> {
  const command: Command | undefined = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command "${name}".`);
  assertAllUsed(given.words, command.takes);
  assertOptionsUsed(given, command.uses);
  const folder = pathOf(needed(given.values.vault, '--vault DIR'));
  // Even where the passphrase is not used it must not reach a process started from here.
  takeFromEnvironment();
  const terminal = terminalOn(folder, {
    keychain: command.vault === 'open' || given.values.keychain,
    progress: isShowing(given) ? show : () => undefined,
  });
  stopOnInterrupt(terminal);
  try {
    const ready = command.vault === 'open' ? unlockedAtFirst(terminal, given.values.user) : terminal;
    return await command.run(ready, given);
  } finally {
    await terminal.workbench.lock();
    endAnyway = terminal.workbench.keychain.hanging;
  }
}

function show({ stage, done, total, unit }: Progress): void {
  process.stderr.write(`\r${stage}: ${done}${total === null ? '' : ` of ${total}`} ${unit}   `);
}

function complainOfUsage(error: unknown, json: boolean): number {
  const message = error instanceof Error ? error.message : 'Said wrongly.';
  complain(json, { code: 'usage' }, `${message}\nSee: steward help`);
  return 2;
}

function complain(json: boolean, failure: Failure | { code: 'usage' }, words: string): void {
  process.stderr.write(json ? `${JSON.stringify({ error: { ...failure, message: words } })}\n` : `${words}\n`);
}
