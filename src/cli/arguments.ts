/** What was typed on the command line, taken apart, and the errors of typing. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

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
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

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

export function wholeNumber(value: string | undefined, otherwise: number, what: string): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${what} must be a whole number.`);
  return Number(value);
}

export function oneOf<T extends string>(value: string | undefined, choices: readonly T[], what: string): T | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${what} must be one of: ${choices.join(', ')}.`);
  return found;
}
