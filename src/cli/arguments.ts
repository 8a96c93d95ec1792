/** What was typed on the command line, taken apart, and the errors of typing. */
import { parseArgs } from 'node:util';
import { extname, resolve } from 'node:path';

/** Wrong words on the command line: exit 2, with how it should be said. */
export class UsageError extends Error {}

const options = {
  vault: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  out: { type: 'string' },
  kit: { type: 'string' },
  keychain: { type: 'boolean', default: false },
  limit: { type: 'string' },
  profile: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  sheet: { type: 'string' },
  country: { type: 'string' },
  'same-email': { type: 'string' },
  format: { type: 'string' },
  text: { type: 'string' },
  language: { type: 'string' },
  state: { type: 'string' },
  owner: { type: 'string' },
  due: { type: 'string' },
  reviewed: { type: 'string' },
  reason: { type: 'string' },
  note: { type: 'string' },
  title: { type: 'string' },
  expires: { type: 'string' },
  replaces: { type: 'string' },
  for: { type: 'string', multiple: true },
  checkpoint: { type: 'string' },
  key: { type: 'string' },
  before: { type: 'string' },
  about: { type: 'string' },
  event: { type: 'string' },
  user: { type: 'string' },
  as: { type: 'string' },
  role: { type: 'string' },
  until: { type: 'string' },
  severity: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  moment: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

export type Option = keyof typeof options;

export type Arguments = { readonly words: readonly string[]; readonly values: Values };

export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return { words: positionals, values };
  } catch (error) {
    // parseArgs names the option it stumbled over; it never sees a secret, because secrets are not arguments.
    throw new UsageError(error instanceof Error ? error.message : 'The command line could not be read.');
  }
}

/** A path as typed in the person's own folder: npm runs us in the project's. */
export const pathOf = (typed: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), typed);

export function needed(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`${what} is missing.`);
  return value;
}

export function wholeNumber(
  value: string | undefined,
  otherwise: number,
  what: string,
  least: number,
  most: number,
): number {
  if (value === undefined) return otherwise;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${what} must be a whole number from ${least} to ${most}.`);
  return number;
}

/** The format that `--format` names, or else the ending of `--out`. */
export function formatOf<T extends string>({ values }: Arguments, choices: readonly T[]): T {
  const typed =
    values.format ??
    extname(values.out ?? '')
      .slice(1)
      .toLowerCase();
  const format = oneOf(typed, choices, 'The format (--format, or the ending of the file)');
  if (format === undefined) throw new UsageError('The format is missing.');
  return format;
}

/** Refuses words behind a command that it would not look at. */
export function assertAllUsed(words: readonly string[], takes: PerPart<number>): void {
  const part = words[1] ?? '';
  // A part that does not exist is the command's own to refuse: it knows how it is said.
  const most = typeof takes === 'number' ? takes : Object.hasOwn(takes, part) ? 1 + (takes[part] ?? 0) : Infinity;
  const [unused] = words.slice(1 + most);
  if (unused !== undefined) throw new UsageError(`"${unused}" is one word too many.`);
}

/** What a command reads of the command line; for a command with parts, by the part's name. */
export type PerPart<T> = T | Readonly<Record<string, T>>;

/** Options that mean the same to every command. Saying where the vault is harms none that needs no vault. */
const everywhere: readonly Option[] = ['vault', 'json', 'help'];

const isList = (uses: PerPart<readonly Option[]>): uses is readonly Option[] => Array.isArray(uses);

/** Refuses options that a command would not look at, like words behind it. `list` is the part where none is named. */
export function assertOptionsUsed({ words, values }: Arguments, uses: PerPart<readonly Option[]>): void {
  const [command = '', part = 'list'] = words;
  const isWhole = isList(uses);
  const used = isWhole ? uses : Object.hasOwn(uses, part) ? uses[part] : undefined;
  // A part that does not exist is the command's own to refuse.
  if (used === undefined) return;
  const given = (Object.keys(options) as Option[]).filter(
    (name) => values[name] !== undefined && values[name] !== false,
  );
  const unused = given.find((name) => !used.includes(name) && !everywhere.includes(name));
  if (unused !== undefined)
    throw new UsageError(`"${isWhole ? command : `${command} ${part}`}" does not use --${unused}.`);
}

export function oneOf<T extends string>(value: string | undefined, choices: readonly T[], what: string): T | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${what} must be one of: ${choices.join(', ')}.`);
  return found;
}
