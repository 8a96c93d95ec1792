/** The escrow: any two of three sheets open the vault, one proves nothing, and a slip of the pen is found in its line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { combine } from 'shamir-secret-sharing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newEscrow } from '#main/vault/escrow';
import { noKeychain } from '#main/vault/keychain';
import { makeVault, type OpenVault, openVault } from '#main/vault/vault';
import { type EscrowSheet, readSheet, sheetLines } from '#shared/domains/vault/escrow-sheet';
import type { Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a sheet', () => {
  it('is read back however it was typed', async () => {
    const { sheets } = await newEscrow('00ff12345678');
    for (const sheet of sheets) {
      const lines = sheetLines(sheet);
      expect(lines).toHaveLength(8);
      expect(
        lines.every((line) => /^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{2}$/.test(line)),
      ).toBe(true);
      for (const typed of [
        lines.join('\n'),
        lines.map((line, at) => `${at + 1}. ${line.toLowerCase()}`).join('\r\n'),
        lines.join(' ').replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l'),
        `STEWARD ESCROW 1234 1/3\n${lines.join('\n')}\n`,
      ])
        expect(readSheet(typed)).toEqual(sheet);
    }
  });

  it('finds every wrong character, every swap of neighbours and every swap of lines, in its line', async () => {
    const { sheets } = await newEscrow('00ff12345678');
    const lines = sheetLines(sheets[0] as EscrowSheet).map((line) => line.replaceAll(' ', ''));
    let slips = 0;
    for (const [at, line] of lines.entries()) {
      const broken: string[] = [];
      for (let place = 0; place < line.length; place += 1) {
        for (const other of alphabet)
          if (other !== line[place]) broken.push(line.slice(0, place) + other + line.slice(place + 1));
        if (line[place] !== line[place + 1] && place + 1 < line.length)
          broken.push(line.slice(0, place) + line[place + 1] + line[place] + line.slice(place + 2));
      }
      for (const slip of broken) {
        expect(readSheet(lines.with(at, slip).join('\n')), slip).toEqual({ problem: 'line', line: at + 1 });
        slips += 1;
      }
      const next = lines[at + 1];
      if (next !== undefined && next !== line)
        expect(
          readSheet(
            lines
              .with(at, next)
              .with(at + 1, line)
              .join('\n'),
          ),
        ).toEqual({ problem: 'line', line: at + 1 });
    }
    expect(slips).toBeGreaterThan(2_500);
  });

  it('that is too short, too long or something else is no sheet and never a crash', () => {
    expect(readSheet('')).toEqual({ problem: 'length' });
    expect(readSheet('U'.repeat(71))).toEqual({ problem: 'line', line: 1 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        expect(readSheet(typed)).toHaveProperty('problem');
      }),
      { numRuns: 5_000 },
    );
  });

  it('alone says nothing: with it every secret is as possible as before', async () => {
    // For one fixed part, the second part alone decides the secret: each of 256 bytes there gives another first byte.
    const { sheets } = await newEscrow('00ff12345678');
    const [mine, other] = [sheets[0]?.part, sheets[1]?.part];
    if (mine === undefined || other === undefined) throw new Error('unexpected');
    const seen = new Set<number>();
    for (let byte = 0; byte < 256; byte += 1) seen.add((await combine([mine, other.with(0, byte)]))[0] ?? -1);
    expect(seen.size).toBe(256);
  });
});

describe('the escrow of a vault', () => {
  let root: string;
  let vault: OpenVault;
  let sheets: string[];
  const folder = (): string => join(root, 'vault');
  const openWith = (first: string, second: string) =>
    openVault(folder(), noKeychain, { with: 'escrow', sheets: [first, second] });
  const renew = async (of: OpenVault): Promise<string[]> => {
    const printed: string[] = [];
    await of.renewEscrow(now, async (made) => void printed.push(...made.map((sheet) => sheetLines(sheet).join('\n'))));
    return printed;
  };

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'steward-escrow-'));
    ({ vault } = await makeVault(folder(), noKeychain, {
      passphrase: 'correct horse battery staple',
      useKeychain: false,
      now,
      cost: { memory: 19_456, passes: 2, lanes: 1 },
    }));
    sheets = await renew(vault);
  });
  afterEach(async () => {
    await vault.close().catch(() => undefined);
    rmSync(root, { recursive: true, force: true });
  });

  it('opens with any two sheets in any order, also after the data key changed', async () => {
    await vault.rotateKey(now);
    await vault.close();
    for (const [first, second] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      vault = await openWith(sheets[first] ?? '', sheets[second] ?? '');
      expect([vault.openedWith, vault.openedBy()]).toEqual(['escrow', null]);
      await vault.close();
    }
  });

  it('says in which sheet and line the slip is, and that one sheet twice is one sheet', async () => {
    await vault.close();
    const [one = '', two = ''] = sheets;
    const slipped = two.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect(await failureOf(openWith(one, slipped))).toEqual({
      code: 'rule',
      rule: 'vault.escrow-line',
      facts: { sheet: 2, line: 8 },
    });
    expect(await failureOf(openWith(one.slice(0, 40), two))).toMatchObject({ facts: { sheet: 1, line: 4 } });
    expect(await failureOf(openWith(one, `${two.slice(0, -2)}U`))).toMatchObject({ facts: { sheet: 2, line: 8 } });
    expect(await failureOf(openWith(one.split('\n').slice(0, 3).join('\n'), two))).toEqual({
      code: 'rule',
      rule: 'vault.escrow-length',
      facts: { sheet: 1 },
    });
    expect(await failureOf(openWith(one, one))).toMatchObject({ rule: 'vault.escrow-same-sheet' });
  });

  it('refuses sheets of an earlier set and mixed ones, and forged ones as wrong', async () => {
    const [now1 = '', now2 = ''] = await renew(vault);
    await vault.close();
    const [old1 = '', old2 = ''] = sheets;
    expect(await failureOf(openWith(old1, old2))).toEqual({
      code: 'rule',
      rule: 'vault.escrow-other-set',
      facts: { sheet: 1 },
    });
    expect(await failureOf(openWith(now1, old2))).toEqual({
      code: 'rule',
      rule: 'vault.escrow-other-set',
      facts: { sheet: 2 },
    });
    const real = readSheet(now2);
    if ('problem' in real) throw new Error('unexpected');
    const forged = sheetLines({ ...real, part: real.part.with(5, (real.part[5] ?? 0) ^ 1) }).join('\n');
    expect(await failureOf(openWith(now1, forged))).toMatchObject({
      resource: 'wrong-secret',
      facts: { with: 'escrow' },
    });
    await (await openWith(now1, now2)).close();
  });

  it('does not change when the sheets could not be handed over, and opens nothing once removed', async () => {
    const before = vault.slots();
    await expect(vault.renewEscrow(now, () => Promise.reject(new Error('no paper')))).rejects.toThrow('no paper');
    expect(vault.slots()).toBe(before);
    await vault.removeEscrow();
    await vault.close();
    expect(await failureOf(openWith(sheets[0] ?? '', sheets[1] ?? ''))).toMatchObject({ rule: 'vault.no-escrow' });
  });
});
