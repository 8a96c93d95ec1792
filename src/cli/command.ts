/** What a command of the terminal is, and what it says. */
import type { Arguments } from './arguments';
import type { Terminal } from './bench';

/** What a command says: `value` for `--json`, `lines` for people; `bad` when the answer itself is a *no* (exit 1). */
export type Said = { readonly value: unknown; readonly lines: readonly string[]; readonly bad?: boolean };

export type Command = {
  readonly says: string;
  /** Whether the vault is opened first. */
  readonly vault: 'open' | 'folder' | 'none';
  /** How many words may follow the command, or each of its parts by name; what is typed beyond would be lost in silence. */
  readonly takes: number | Readonly<Record<string, number>>;
  readonly run: (terminal: Terminal, given: Arguments) => Promise<Said>;
};
