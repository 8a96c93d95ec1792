/** Guessing a passphrase through Steward: ten failures and no more, whatever the clock, a restart or a missing file says. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noKeychain } from '#main/vault/keychain';
import { makeVault, openVault } from '#main/vault/vault';
import type { Failure } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const passphrase = 'correct horse battery staple';
let root: string;
let folder: string;
let words: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'steward-attempts-'));
  folder = join(root, 'vault');
  const made = await makeVault(folder, noKeychain, {
    passphrase,
    useKeychain: false,
    now,
    cost: { memory: 19_456, passes: 2, lanes: 1 },
  });
  words = made.words.join(' ');
  await made.vault.close();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = (): string => join(folder, 'attempts.json');
const signIn = (given: string, name?: string) =>
  openVault(folder, noKeychain, { with: 'passphrase', passphrase: given, name });
const byKit = () => openVault(folder, noKeychain, { with: 'kit', words });
const tooMany = { code: 'rule', rule: 'vault.too-many-attempts' };
async function failTimes(times: number, name?: string): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (let attempt = 0; attempt < times; attempt += 1) failures.push(await failureOf(signIn(`guess ${attempt}`, name)));
  return failures;
}

describe('guessing', () => {
  it('10,000 times looks at ten guesses only, and then not even at the right one', async () => {
    const failures = await failTimes(10_000);
    expect(failures.filter((failure) => failure.code === 'unavailable')).toHaveLength(10);
    expect(failures.slice(10).every((failure) => failure.code === 'rule' && failure.rule === tooMany.rule)).toBe(true);
    expect(await failureOf(signIn(passphrase))).toEqual(tooMany);
  }, 120_000);

  it('many at the same time does not look at more', async () => {
    const vault = await signIn(passphrase);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => failureOf(vault.provePassphrase('owner', `guess ${index}`))),
    );
    await vault.close();
    expect(answers.filter((failure) => failure.code === 'unavailable')).toHaveLength(10);
    expect(await failureOf(signIn(passphrase))).toEqual(tooMany);
  });

  it('is counted before it is looked at, so that ending the process in between gives nothing back', async () => {
    await failTimes(3);
    const counted = JSON.parse(readFileSync(file(), 'utf8')) as { failures: Record<string, number> };
    expect(counted.failures).toEqual({ owner: 3 });
    const guess = failureOf(signIn('slow guess'));
    await expect
      .poll(() => (JSON.parse(readFileSync(file(), 'utf8')) as typeof counted).failures['owner'], { interval: 1 })
      .toBe(4);
    await guess;
  });

  it('begins anew after the kit, and the count is gone with it', async () => {
    await failTimes(10);
    const vault = await byKit();
    expect(vault.attemptsLeft('owner')).toBe(10);
    await vault.close();
    expect(existsSync(file())).toBe(false);
    await (await signIn(passphrase)).close();
  });
});

describe('a right passphrase', () => {
  it('takes back its own attempt only: the rest is cleared when the whole sign-in was right', async () => {
    await failTimes(7);
    const vault = await signIn(passphrase);
    expect(vault.attemptsLeft('owner')).toBe(3);
    await vault.countFailure('owner');
    expect(vault.attemptsLeft('owner')).toBe(2);
    await vault.clearAttempts('owner');
    expect(vault.attemptsLeft('owner')).toBe(10);
    await vault.close();
    expect(existsSync(file())).toBe(false);
  });

  it('does not give somebody with the passphrase endless guesses at the second factor', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const vault = await signIn(passphrase);
      await vault.countFailure('owner');
      await vault.close();
    }
    expect(await failureOf(signIn(passphrase))).toEqual(tooMany);
  });
});

describe('the file of attempts', () => {
  it('removed after a failure counts as used up, and the kit makes it good', async () => {
    await failTimes(1);
    rmSync(file());
    expect(await failureOf(signIn(passphrase))).toEqual(tooMany);
    await (await byKit()).close();
    await (await signIn(passphrase)).close();
  });

  it('damaged, emptied or of another vault counts as used up, and the kit makes it good', async () => {
    await failTimes(2);
    const whole = readFileSync(file(), 'utf8');
    for (const damage of [
      '',
      '{}',
      whole.slice(0, 40),
      whole.replace('"owner": 2', '"owner": 1'),
      whole.replace(/"storeId": "./, '"storeId": "z'),
    ]) {
      writeFileSync(file(), damage);
      expect(await failureOf(signIn(passphrase)), damage).toEqual(tooMany);
    }
    await (await byKit()).close();
    await (await signIn(passphrase)).close();
  });

  it('from an earlier time under another name counts as used up', async () => {
    await failTimes(1);
    copyFileSync(file(), join(root, 'one failure'));
    const vault = await signIn(passphrase);
    await vault.clearAttempts('owner');
    await vault.close();
    await failTimes(9);
    copyFileSync(join(root, 'one failure'), file());
    expect(await failureOf(signIn(passphrase))).toEqual(tooMany);
  });

  it('is not there while nothing failed, so that a copy of a quiet vault opens without it', async () => {
    expect(existsSync(file())).toBe(false);
    await (await signIn(passphrase)).close();
    expect(existsSync(file())).toBe(false);
  });

  it('keeps people apart, is cleared for one by another, and never locks anybody out over unknown names', async () => {
    const vault = await signIn(passphrase);
    await vault.renameSignIn('owner', 'Anna');
    await vault.addPassphrase('per_ben', 'Ben', 'a passphrase for ben', now);
    await vault.close();
    await failTimes(10, 'Ben');
    expect(await failureOf(signIn('a passphrase for ben', 'Ben'))).toEqual(tooMany);
    const unknown = await failTimes(12, 'Carla');
    expect(unknown.every((failure) => failure.code === 'unavailable' && failure.resource === 'wrong-secret')).toBe(
      true,
    );
    const anna = await signIn(passphrase, 'Anna');
    expect([anna.attemptsLeft('owner'), anna.attemptsLeft('per_ben')]).toEqual([10, 0]);
    await anna.clearAttempts('per_ben');
    await anna.close();
    await (await signIn('a passphrase for ben', 'Ben')).close();
  });
});
