/** The codes of RFC 6238, and that none of them counts twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newRecoveryCodes, setUpAddress, stepOf } from '#main/domains/access/second-factor';
import type { Instant } from '#shared/kernel/time';
import { testBench, testPassphrase, type TestBench } from '#test/support/workbench';
import { codeAt } from '#test/support/totp';

/** RFC 6238, appendix B: seeds in ASCII of 20, 32 and 64 bytes. */
const seed = (bytes: number): string => '1234567890'.repeat(7).slice(0, bytes);
const base32 = (text: string): string => {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};
const vectors = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const;

describe('RFC 6238', () => {
  const kinds = [
    ['SHA1', 20, 1],
    ['SHA256', 32, 2],
    ['SHA512', 64, 3],
  ] as const;
  const cases = vectors.flatMap((vector) =>
    kinds.map(([algorithm, bytes, at]) => [vector[0], algorithm, bytes, vector[at]] as const),
  );
  it.each(cases)('at %i with %s', (seconds, algorithm, bytes, code) => {
    const now = new Date(seconds * 1_000).toISOString() as Instant;
    expect(stepOf(base32(seed(bytes)), code, now, { algorithm, digits: 8 })).toBe(Math.floor(seconds / 30));
    const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
    expect(stepOf(base32(seed(bytes)), wrong, now, { algorithm, digits: 8 })).toBeNull();
  });

  it('allows one step of difference between clocks and no more', () => {
    const secret = base32(seed(20));
    const at = (seconds: number): Instant => new Date((1_800_000_000 + seconds) * 1_000).toISOString() as Instant;
    const code = codeAt(secret, at(0));
    for (const [seconds, counts] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const)
      expect(stepOf(secret, code, at(seconds)) !== null).toBe(counts);
  });

  it('puts issuer, name and secret into what an app scans', () => {
    expect(setUpAddress('JBSWY3DPEHPK3PXP', 'anna')).toMatch(
      /^otpauth:\/\/totp\/Steward:anna\?.*secret=JBSWY3DPEHPK3PXP/,
    );
  });

  it('makes ten different recovery codes of 80 bits', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  });
});

describe('signing in with a second factor', () => {
  let bench: TestBench;
  let secret: string;
  let recoveryCodes: string[];
  const at = (seconds: number): string =>
    new Date(Date.parse('2026-11-24T10:00:00.000Z') + seconds * 1_000).toISOString();
  const passphraseAgain = () => bench.ask('access', 'signIn', { person: 'owner' as never, passphrase: testPassphrase });
  const attempts = () => bench.workbench.vault().attemptsLeft('owner');
  beforeEach(async () => {
    bench = await testBench();
    bench.setNow(at(0));
    ({ secret } = await bench.ask('access', 'startSecondFactor', {}));
    ({ recoveryCodes } = await bench.ask('access', 'confirmSecondFactor', { code: codeAt(secret, at(0) as Instant) }));
    bench.setNow(at(60));
    await bench.ask('access', 'signOut', {});
  });
  afterEach(() => bench.end());

  it('asks for the code after the passphrase, and lets in with it', async () => {
    expect(await passphraseAgain()).toMatchObject({ state: 'code', person: { id: 'owner' }, rights: [] });
    expect(await bench.ask('access', 'confirmCode', { code: codeAt(secret, at(60) as Instant) })).toMatchObject({
      state: 'signed-in',
    });
  });

  it('takes no code twice, not even after the clock was set back', async () => {
    await passphraseAgain();
    const code = codeAt(secret, at(60) as Instant);
    await bench.ask('access', 'confirmCode', { code });
    for (const now of [at(60), at(70), at(30), at(89)]) {
      bench.setNow(now);
      await bench.ask('access', 'signOut', {});
      await passphraseAgain();
      await expect(bench.ask('access', 'confirmCode', { code })).rejects.toMatchObject({
        failure: { code: 'unavailable', resource: 'wrong-secret' },
      });
      // The code that was used to switch it on lies before the one used last.
      await expect(
        bench.ask('access', 'confirmCode', { code: codeAt(secret, at(30) as Instant) }),
      ).rejects.toMatchObject({ failure: { resource: 'wrong-secret' } });
    }
  });

  it('takes each recovery code once, however it is typed', async () => {
    const [first = ''] = recoveryCodes;
    await passphraseAgain();
    expect(
      await bench.ask('access', 'confirmCode', { code: ` ${first.toUpperCase().replaceAll('-', ' ')} ` }),
    ).toMatchObject({ state: 'signed-in' });
    await bench.ask('access', 'signOut', {});
    await passphraseAgain();
    await expect(bench.ask('access', 'confirmCode', { code: first })).rejects.toMatchObject({
      failure: { resource: 'wrong-secret' },
    });
  });

  it('stops ten thousand guesses of the code at ten, also over a restart', async () => {
    let looked = 0;
    for (let guess = 0; guess < 10_000; guess += 1) {
      const state = bench.workbench.session().state;
      if (state !== 'awaiting') {
        const again = await bench.askRaw('access', 'signIn', { person: 'owner', passphrase: testPassphrase });
        if (!again.ok) break;
      }
      const answer = await bench.askRaw('access', 'confirmCode', { code: String(guess).padStart(6, '0') });
      if (answer.ok) throw new Error('a guess was right');
      if (answer.failure.code === 'rule') break;
      looked += 1;
    }
    expect(looked).toBeLessThanOrEqual(10);
    expect(attempts()).toBe(0);
    await bench.workbench.lock();
    expect(await bench.askRaw('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase })).toMatchObject({
      ok: false,
      failure: { code: 'rule', rule: 'vault.too-many-attempts' },
    });
  });

  it('keeps neither secret nor codes in the trail', async () => {
    await passphraseAgain();
    const [first = ''] = recoveryCodes;
    await bench.ask('access', 'confirmCode', { code: first });
    const { entries } = await bench.ask('trail', 'list', { limit: 500 });
    const said = JSON.stringify(entries);
    expect(said).not.toContain(secret);
    expect(said).not.toContain(first);
    expect(entries.some(({ event }) => event === 'access.signed-in')).toBe(true);
  });
});
