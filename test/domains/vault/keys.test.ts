/** The operations on keys: what they list, who is asked again, the escrow's pages, recovery, and a new data key under work. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seePdf } from '#main/papers/see-pdf';
import { readSheet } from '#shared/domains/vault/escrow-sheet';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';

let bench: TestBench;
let root: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'steward-keys-'));
  bench = await testBench('open', join(root, 'vault'));
});
afterEach(async () => {
  await bench.end();
  rmSync(root, { recursive: true, force: true });
});

const refusal = async (operation: string, input: unknown): Promise<unknown> => {
  const answer = await bench.askRaw('vault', operation, input);
  return answer.ok ? 'done' : answer.failure;
};
const makeEscrow = () =>
  bench.ask('vault', 'makeEscrow', { passphrase: testPassphrase, file: join(root, 'escrow.pdf') });

/** The three sheets as somebody would copy them from the pages of the PDF. */
async function sheetsOf(file: string): Promise<string[]> {
  const { text } = await seePdf(readFileSync(file));
  const lines = [
    ...text.matchAll(/[0-9A-HJKMNP-TV-Z]{4}\s+[0-9A-HJKMNP-TV-Z]{4}\s+[0-9A-HJKMNP-TV-Z]{2}(?![0-9A-Z])/g),
  ].map(([line]) => line);
  expect(lines).toHaveLength(24);
  return [0, 8, 16].map((from) => lines.slice(from, from + 8).join('\n'));
}

describe('the list of keys', () => {
  it('names kinds, people and days, and nothing that opens anything', async () => {
    await makeEscrow();
    const keys = await bench.ask('vault', 'keys', {});
    const madeAt = '2026-11-24T09:00:00.000Z';
    expect(keys).toEqual({
      slots: [
        { kind: 'passphrase', person: 'owner', madeAt, confirmed: null, attemptsLeft: 10, second: false },
        { kind: 'kit', person: null, madeAt, confirmed: true, attemptsLeft: null, second: false },
        { kind: 'escrow', person: null, madeAt, confirmed: null, attemptsLeft: null, second: false },
      ],
      recovered: false,
      second: { since: null, held: false, mine: true, lacking: [], fields: [] },
    });
    await refusal('changePassphrase', { current: 'wrong', next: 'long enough for it' });
    expect((await bench.ask('vault', 'keys', {})).slots[0]?.attemptsLeft).toBe(9);
  });
});

describe('a new data key', () => {
  it('needs the passphrase, is told step by step and recorded, and work goes on before and after', async () => {
    expect(await refusal('rotateKey', { passphrase: 'not it' })).toMatchObject({ resource: 'wrong-secret' });
    const added = Array.from({ length: 20 }, (_, at) =>
      bench.ask('customers', 'add', { fields: { full_name: `Person ${at}` } }),
    );
    const rotated = bench.ask('vault', 'rotateKey', { passphrase: testPassphrase });
    await Promise.all([...added, rotated, bench.ask('customers', 'add', { fields: { full_name: 'Last' } })]);
    expect(await bench.ask('customers', 'count', {})).toEqual({ total: 21 });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
    const stages = bench.told.flatMap(({ topic, value }) =>
      topic === 'progress' ? [(value as { stage: string }).stage] : [],
    );
    expect(stages).toEqual(['encrypting', 'checking']);
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    expect(await bench.ask('customers', 'count', {})).toEqual({ total: 21 });
  });
});

describe('the escrow', () => {
  it('is three pages, any two of which open the vault as they are printed, in both languages', async () => {
    for (const language of ['en', 'de'] as const) {
      const { file } = await bench.ask('vault', 'makeEscrow', {
        passphrase: testPassphrase,
        language,
        file: join(root, `${language}.pdf`),
      });
      const sheets = await sheetsOf(file);
      expect(sheets.map((sheet) => readSheet(sheet))).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }]);
      await bench.workbench.lock();
      await bench.ask('vault', 'unlock', { with: 'escrow', sheets: [sheets[2] ?? '', sheets[0] ?? ''] });
      expect(await bench.ask('vault', 'keys', {})).toMatchObject({ recovered: true });
    }
  });

  it('is not made without the passphrase, and is gone when it was removed', async () => {
    expect(await refusal('makeEscrow', { passphrase: 'no', file: join(root, 'no.pdf') })).toMatchObject({
      resource: 'wrong-secret',
    });
    const { file } = await makeEscrow();
    const [one = '', two = ''] = await sheetsOf(file);
    expect(await refusal('removeEscrow', { passphrase: 'no' })).toMatchObject({ resource: 'wrong-secret' });
    await bench.ask('vault', 'removeEscrow', { passphrase: testPassphrase });
    await bench.workbench.lock();
    expect(await refusal('unlock', { with: 'escrow', sheets: [one, two] })).toMatchObject({ rule: 'vault.no-escrow' });
  });

  it('leaves the old sheets in force when the new ones could not be written', async () => {
    const { file } = await makeEscrow();
    const [one = '', two = ''] = await sheetsOf(file);
    expect(
      await refusal('makeEscrow', { passphrase: testPassphrase, file: join(root, 'no such folder', 'x.pdf') }),
    ).toMatchObject({ code: 'unavailable' });
    await bench.workbench.lock();
    expect(await refusal('unlock', { with: 'escrow', sheets: [one, two] })).toBe('done');
  });
});

describe('a lost passphrase', () => {
  it('is replaced after the escrow opened the vault, and only then', async () => {
    const next = 'the passphrase chosen afterwards';
    expect(await refusal('recoverPassphrase', { next })).toMatchObject({ rule: 'vault.not-recovered' });
    const [one = '', two = ''] = await sheetsOf((await makeEscrow()).file);
    await bench.workbench.lock();
    for (let guess = 0; guess < 11; guess += 1)
      await refusal('unlock', { with: 'passphrase', passphrase: `no ${guess}` });
    expect(await refusal('unlock', { with: 'passphrase', passphrase: testPassphrase })).toMatchObject({
      rule: 'vault.too-many-attempts',
    });
    await bench.ask('vault', 'unlock', { with: 'escrow', sheets: [one, two] });
    await bench.ask('vault', 'recoverPassphrase', { next });
    await bench.workbench.lock();
    expect(await refusal('unlock', { with: 'passphrase', passphrase: testPassphrase })).toMatchObject({
      resource: 'wrong-secret',
    });
    expect(await refusal('unlock', { with: 'passphrase', passphrase: next })).toBe('done');
  });

  it('and every other new one has twelve characters, also for main', async () => {
    expect(await refusal('changePassphrase', { current: testPassphrase, next: 'elevenchars' })).toMatchObject({
      code: 'invalid',
      problems: [{ path: ['next'] }],
    });
  });
});
