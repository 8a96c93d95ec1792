/** What a command of the terminal is, and what it says. */
import type { Arguments, Option, PerPart } from './arguments';
import type { Terminal } from './bench';

/** What a command says: `value` for `--json`, `lines` for people; `bad` when the answer itself is a *no* (exit 1). */
export type Said = { readonly value: unknown; readonly lines: readonly string[]; readonly bad?: boolean };

export type Command = {
  readonly says: string;
  /** Whether the vault is opened first. */
  readonly vault: 'open' | 'folder' | 'none';
  /** How many words may follow the command, or each of its parts by name; what is typed beyond would be lost in silence. */
  readonly takes: PerPart<number>;
  /** The options it looks at, apart from those that every command knows. */
  readonly uses: PerPart<readonly Option[]>;
  /** The vault is opened when it first asks: whatever is typed is read before that, so that a slip costs no waiting. */
  readonly run: (terminal: Terminal, given: Arguments) => Promise<Said>;
};
