/** Failed attempts to sign in, counted on the disk before each guess is looked at, whatever the clock or a restart says. */
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { brokenRule } from '#shared/kernel/failures';
import { syncFolder, writeDurably } from '../files/durable';
import { digestOf } from './slots-file';

/** After so many failures in a row a person's passphrase is not looked at any more. */
export const mostAttempts = 10;

const AttemptsFile = z.strictObject({
  format: z.literal('steward-attempts'),
  version: z.literal(1),
  storeId: z.string(),
  /** The slots file says that a file with this name must be here. */
  name: z.string().regex(/^[0-9a-f]{32}$/),
  failures: z.record(z.string().max(64), z.int().min(1).max(1_000_000)),
  /** Sign-in names that nobody has, together: the name itself may be a passphrase in the wrong field. */
  unknownNames: z.int().min(0),
});
type AttemptsFile = z.infer<typeof AttemptsFile>;

/** What the slots file keeps for the attempts: the name of the file that must be there, or null. */
export type AttemptsMark = {
  readonly storeId: string;
  get(): string | null;
  set(name: string | null): Promise<void>;
  /** Everybody with a passphrase. */
  people(): readonly string[];
};

export type Attempts = {
  /** How many more failures this person has; 0 when the passphrase is not looked at any more. */
  left(person: string): number;
  /** Counts one attempt, durably, before it is looked at. Throws `vault.too-many-attempts` instead when none is left. */
  count(person: string | null): Promise<void>;
  /** The attempt counted last was right: it counts no more. Those before it stay until everything about the sign-in was right. */
  wasRight(person: string): Promise<void>;
  /** The attempt counted last was wrong. */
  wasWrong(): Promise<void>;
  clear(person: string): Promise<void>;
  /** For the kit and the escrow: makes a lost or damaged file good again and clears this person. */
  clearAfterRecovery(person: string): Promise<void>;
};

const fileOf = (folder: string): string => join(folder, 'attempts.json');

export async function readAttempts(folder: string, mark: AttemptsMark): Promise<Attempts> {
  const found = await readFileOf(folder, mark);
  const name = found.file?.name ?? randomBytes(16).toString('hex');
  const failures = new Map(Object.entries(found.file?.failures ?? {}));
  let unknownNames = found.file?.unknownNames ?? 0;
  // A file that is damaged, or gone although it must be there, counts as used up: removing it must not be worth it.
  let lost = found.lost;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.catch(() => undefined).then(work);
    turn = next;
    return next;
  };
  const left = (person: string): number => (lost ? 0 : Math.max(0, mostAttempts - (failures.get(person) ?? 0)));
  const add = (person: string, by: 1 | -1): void => {
    const now = (failures.get(person) ?? 0) + by;
    if (now > 0) failures.set(person, now);
    else failures.delete(person);
  };
  const write = async (): Promise<void> => {
    if (failures.size === 0 && unknownNames === 0) return forget();
    const file: AttemptsFile = {
      format: 'steward-attempts',
      version: 1,
      storeId: mark.storeId,
      name,
      failures: Object.fromEntries(failures),
      unknownNames,
    };
    await writeDurably(fileOf(folder), JSON.stringify({ ...file, digest: digestOf(file) }, null, 2));
  };
  // The mark goes first: without it a missing file is no loss.
  const forget = async (): Promise<void> => {
    if (mark.get() !== null) await mark.set(null);
    await rm(fileOf(folder), { force: true });
    await syncFolder(folder);
  };
  const find = (): void => {
    if (!lost) return;
    for (const person of mark.people()) failures.set(person, mostAttempts);
    lost = false;
  };
  return {
    left,
    count: (person) =>
      inTurn(async () => {
        if (person !== null && left(person) === 0) throw brokenRule('vault.too-many-attempts');
        // What cannot be counted must not be looked at, so a failure to write is a refusal.
        if (lost) return;
        if (person === null) unknownNames += 1;
        else add(person, 1);
        await write();
      }),
    wasRight: (person) =>
      inTurn(async () => {
        add(person, -1);
        await write();
      }),
    wasWrong: () =>
      inTurn(async () => {
        if (!lost && mark.get() !== name) await mark.set(name);
      }),
    clear: (person) =>
      inTurn(async () => {
        if (!lost && !failures.has(person)) return;
        find();
        failures.delete(person);
        unknownNames = 0;
        await write();
        if (failures.size > 0 && mark.get() !== name) await mark.set(name);
      }),
    clearAfterRecovery: (person) =>
      inTurn(async () => {
        if (!lost && !failures.has(person)) return;
        if (lost) failures.clear();
        lost = false;
        failures.delete(person);
        unknownNames = 0;
        await write();
      }),
  };
}

async function readFileOf(folder: string, mark: AttemptsMark): Promise<{ file: AttemptsFile | null; lost: boolean }> {
  const must = mark.get();
  let text: string;
  try {
    text = await readFile(fileOf(folder), 'utf8');
  } catch (error) {
    const isThere = (error as { code?: unknown }).code !== 'ENOENT';
    return { file: null, lost: isThere || must !== null };
  }
  try {
    const { digest, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const file = AttemptsFile.parse(rest);
    const isOurs = digest === digestOf(rest) && file.storeId === mark.storeId && (must === null || file.name === must);
    return isOurs ? { file, lost: false } : { file: null, lost: true };
  } catch {
    return { file: null, lost: true };
  }
}
