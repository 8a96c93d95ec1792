/** A new data key: everybody still opens the vault, nobody else does, and a kill at any moment leaves exactly one key. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeOpensWith } from '#main/db/open';
import { openSlot } from '#main/vault/hold';
import { noKeychain } from '#main/vault/keychain';
import { entropyOf, keyFromKit } from '#main/vault/kit';
import { slotOf } from '#main/vault/slots';
import { readSlots } from '#main/vault/slots-file';
import { makeVault, type OpenVault, openVault } from '#main/vault/vault';
import type { Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const passphrase = 'correct horse battery staple';
const cheap = { memory: 19_456, passes: 2, lanes: 1 };
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-rotate-'));
  folder = join(root, 'vault');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const signIn = (given = passphrase, name?: string, place = folder) =>
  openVault(place, noKeychain, { with: 'passphrase', passphrase: given, name });
const make = () => makeVault(folder, noKeychain, { passphrase, useKeychain: false, now, cost: cheap });

async function fill(vault: OpenVault, rows: number): Promise<void> {
  await vault.store.writer.driver.exec(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${rows})
     insert into retention_classes select 'class-' || i, hex(randomblob(400)), 'r', 1 from n`,
  );
}
const rowsIn = async (vault: OpenVault): Promise<unknown> =>
  (await vault.store.reader.driver.all('select count(*) as rows from retention_classes'))[0]?.['rows'];

/** The keys in the slots of a folder, as the kit gives them. */
async function keysIn(place: string, words: readonly string[]): Promise<{ now: Uint8Array; next: Uint8Array | null }> {
  const slots = await readSlots(place);
  const slot = slotOf(slots, 'kit');
  const entropy = entropyOf(words.join(' '));
  const held = slot && entropy && openSlot(slots, slot, keyFromKit(entropy, slots.storeId));
  if (!held) throw new Error('The slots do not open.');
  return { now: held.dataKey, next: held.next };
}

describe('a new data key', () => {
  it('opens for everybody with what they had, leaves the data and what is derived, and the key before opens nothing', async () => {
    const { vault, words } = await make();
    await vault.renameSignIn('owner', 'Anna');
    await vault.addPassphrase('per_ben', 'Ben', 'a passphrase for ben', now);
    await fill(vault, 500);
    const derived = vault.derive('trail');
    const before = await keysIn(folder, words);
    mkdirSync(join(folder, 'set-aside'));
    writeFileSync(join(folder, 'set-aside', 'before-version-9.db'), 'under the old key');
    const steps: string[] = [];
    await vault.rotateKey(now, (step) => steps.push(step));
    expect(steps).toEqual(['encrypting', 'checking']);
    expect(await rowsIn(vault)).toBe(500);
    expect(readdirSync(folder)).not.toContain('set-aside');
    await vault.close();
    const after = await keysIn(folder, words);
    expect(after.now).not.toEqual(before.now);
    expect(after.next).toBeNull();
    expect(await storeOpensWith(folder, before.now)).toBe(false);
    expect(await storeOpensWith(folder, after.now)).toBe(true);
    const kit = { with: 'kit', words: words.join(' ') } as const;
    for (const open of [
      () => signIn(passphrase, 'Anna'),
      () => signIn('a passphrase for ben', 'Ben'),
      () => openVault(folder, noKeychain, kit),
    ]) {
      const again = await open();
      expect(await rowsIn(again)).toBe(500);
      expect(again.derive('trail')).toEqual(derived);
      await again.close();
    }
  });

  it('is in both generations of the slots, so that a damaged one loses nothing', async () => {
    const { vault } = await make();
    await vault.rotateKey(now);
    await vault.close();
    writeFileSync(join(folder, 'slots.json'), '{');
    const again = await signIn();
    expect(again.openedBy()).toBe('owner');
    await again.close();
  });

  it('keeps out somebody who was removed and kept the old files', async () => {
    const { vault } = await make();
    await vault.renameSignIn('owner', 'Anna');
    await vault.addPassphrase('per_ben', 'Ben', 'a passphrase for ben', now);
    const kept = readFileSync(join(folder, 'slots.json'));
    await vault.removePerson('per_ben');
    await vault.rotateKey(now);
    await vault.close();
    const old = join(root, 'old');
    cpSync(folder, old, { recursive: true });
    writeFileSync(join(old, 'slots.json'), kept);
    rmSync(join(old, 'slots.previous.json'));
    expect(await failureOf(signIn('a passphrase for ben', 'Ben', old))).toMatchObject({ resource: 'vault-damaged' });
  });

  it('waits for no reader: what is asked meanwhile is answered afterwards', async () => {
    const { vault } = await make();
    await fill(vault, 3_000);
    const rotated = vault.rotateKey(now);
    const asked = Array.from({ length: 20 }, () => rowsIn(vault));
    await rotated;
    expect(new Set(await Promise.all(asked))).toEqual(new Set([3_000]));
    await vault.close();
  });

  it('is refused inside a transaction, and everything stays as it was', async () => {
    const { vault } = await make();
    const { driver } = vault.store.writer;
    await driver.exec('begin immediate');
    await expect(vault.rotateKey(now)).rejects.toThrow();
    await driver.exec('rollback');
    await vault.setIdleMinutes(20);
    expect(vault.slots().nextKeyCheck).toBeNull();
    await vault.rotateKey(now);
    await vault.close();
    await (await signIn()).close();
  });

  it('and a change of the slots at the same moment do not lose one another', async () => {
    const { vault } = await make();
    await fill(vault, 2_000);
    await Promise.all([
      vault.rotateKey(now),
      vault.resetPassphrase('owner', 'another passphrase', now),
      vault.setIdleMinutes(33),
      failureOf(vault.provePassphrase('owner', 'wrong')),
    ]);
    expect(vault.slots().idleMinutes).toBe(33);
    await vault.close();
    await (await signIn('another passphrase')).close();
  });
});

describe('a kill while the key changes', () => {
  it('50 times leaves a vault that opens with exactly one key, and nothing is lost', async () => {
    const rows = 8_000;
    const { vault, words } = await make();
    await fill(vault, rows);
    await vault.close();
    const died: Record<string, number> = {};
    const tally = (name: string): number => (died[name] = (died[name] ?? 0) + 1);
    const run = async (lane: number): Promise<void> => {
      const place = join(root, `lane-${lane}`);
      cpSync(folder, place, { recursive: true });
      for (let kill = 0; kill < 25; kill += 1) {
        tally(await killSomewhere(place, words, kill));
        const { now: key, next } = await keysIn(place, words);
        const opening = [key, ...(next === null ? [] : [next])].map((each) => storeOpensWith(place, each));
        const opens = await Promise.all(opening);
        expect(opens.filter(Boolean)).toHaveLength(1);
        if (next !== null)
          tally(opens[0] === true ? 'two keys, the store had the one before' : 'two keys, the store had the next');
        const again =
          kill % 10 === 0
            ? await signIn(passphrase, undefined, place)
            : await openVault(place, noKeychain, { with: 'kit', words: words.join(' ') });
        expect(await rowsIn(again)).toBe(rows);
        const [sound] = await again.store.reader.driver.all('pragma integrity_check');
        expect(sound).toEqual({ integrity_check: 'ok' });
        await again.close();
        expect((await keysIn(place, words)).next).toBeNull();
      }
    };
    await Promise.all([run(0), run(1)]);
    process.stdout.write(`killed: ${JSON.stringify(died)}\n`);
    // Kills that all came too early or too late would prove nothing.
    expect(died['two keys, the store had the one before']).toBeGreaterThan(0);
    expect(died['two keys, the store had the next']).toBeGreaterThan(0);
  }, 300_000);
});

/** Starts a process that changes the key again and again, kills it at some moment, and answers the last thing it said. */
async function killSomewhere(place: string, words: readonly string[], kill: number): Promise<string> {
  const script = `import('${join(process.cwd(), 'test/support/rotating.ts')}').then((it) => it.rotateUntilKilled(${JSON.stringify(place)}, process.env.WORDS))`;
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', join(process.cwd(), 'scripts/run-typescript.mjs'), '-e', script],
    { env: { PATH: process.env['PATH'], WORDS: words.join(' ') }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let last = '';
  child.stdout.setEncoding('utf8').on('data', (said: string) => (last = said.trim().split('\n').at(-1) ?? last));
  // Spread over one whole change of the key; some right after the store has the next key and the slots do not say so yet.
  const moments = ['open', 'encrypting', 'encrypting', 'checking', 'done'] as const;
  const moment = moments[kill % moments.length] ?? 'open';
  await saying(child, moment);
  if (moment !== 'checking') await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  return `after "${last}"`;
}

const saying = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (said: string) => said.includes(word) && resolve());
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said "${word}"`)));
  });
