/** The passphrase: from the environment or typed unseen. Never an argument, which other people on the computer can read. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from './arguments';

let taken: string | undefined;

/** Takes STEWARD_PASSPHRASE out of the environment, so that no process started from here inherits it. */
export function takeFromEnvironment(): string | undefined {
  taken ??= process.env['STEWARD_PASSPHRASE'];
  delete process.env['STEWARD_PASSPHRASE'];
  return taken === '' ? undefined : taken;
}

/** The code of a second factor out of the environment, for scripts; it counts once anyway. */
export function takeCode(): string | undefined {
  const code = process.env['STEWARD_CODE'];
  delete process.env['STEWARD_CODE'];
  return code === '' ? undefined : code;
}

/** Asks on the terminal without showing what is typed. */
export async function askUnseen(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new UsageError('Set STEWARD_PASSPHRASE, or run this in a terminal to type the passphrase.');
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await new Promise<string>((resolve) => reader.question('', resolve));
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
