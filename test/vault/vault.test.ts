/** The vault folder: making it, opening it each way, and every way it can go wrong without anything being lost. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDriver } from '#main/db/driver';
import { newestVersion } from '#main/db/migrate';
import { noKeychain, systemKeychain } from '#main/vault/keychain';
import { entropyOf, wordsOf } from '#main/vault/kit';
import { slotOf } from '#main/vault/slots';
import { readSlots, writeSlots } from '#main/vault/slots-file';
import { makeVault, type OpenVault, openVault, vaultExists } from '#main/vault/vault';
import type { Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const passphrase = 'correct horse battery staple';
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-vault-'));
  folder = join(root, 'vault');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const make = () => makeVault(folder, noKeychain, { passphrase, useKeychain: false, now });
const unlockWith = (given: string) => openVault(folder, noKeychain, { with: 'passphrase', passphrase: given });

/** Every file with its digest, to show that a refusal changed nothing. The lock file holds nothing. */
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !/^writer\.lock|-(wal|shm)$/.test(name))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

async function keepNote(vault: OpenVault, text: string): Promise<void> {
  await vault.store.writer.driver.run("insert into retention_classes values (?, 'n', 'r', 1)", [text]);
}
async function notes(vault: OpenVault): Promise<unknown[]> {
  return (await vault.store.reader.driver.all('select id from retention_classes')).map((row) => row['id']);
}

describe('making a vault', () => {
  it('gives a vault that opens with the passphrase and with the kit', async () => {
    const { vault, words } = await make();
    await keepNote(vault, 'kept');
    await vault.close();
    const again = await unlockWith(passphrase);
    expect(await notes(again)).toEqual(['kept']);
    await again.close();
    const byKit = await openVault(folder, noKeychain, {
      with: 'kit',
      words: ` 1. ${words.join('\n2. ').toUpperCase()}`,
    });
    expect(await notes(byKit)).toEqual(['kept']);
    await byKit.close();
  });

  it('takes the same passphrase typed in another Unicode form', async () => {
    const { vault } = await makeVault(folder, noKeychain, {
      passphrase: 'Müllerstraße grün'.normalize('NFC'),
      useKeychain: false,
      now,
    });
    await vault.close();
    const again = await unlockWith('Müllerstraße grün'.normalize('NFD'));
    expect(again.folder).toBe(folder);
    await again.close();
  });

  it('refuses where a vault or other files are, and touches nothing', async () => {
    await (await make()).vault.close();
    const before = contents();
    expect(await failureOf(make())).toMatchObject({ code: 'rule', rule: 'vault.already-there' });
    expect(contents()).toEqual(before);
    const other = join(root, 'full');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'x');
    expect(await failureOf(makeVault(other, noKeychain, { passphrase, useKeychain: false, now }))).toMatchObject({
      resource: 'folder-not-empty',
    });
    expect(readdirSync(other)).toEqual(['letter.txt']);
  });

  it('never makes a key where only a store or only slots are left', async () => {
    await (await make()).vault.close();
    for (const lost of ['store.db', 'slots.json']) {
      const partial = join(root, `without-${lost}`);
      mkdirSync(partial);
      for (const name of readdirSync(folder)) if (name !== lost) copyFileSync(join(folder, name), join(partial, name));
      expect(vaultExists(partial)).toBe(true);
      expect(await failureOf(makeVault(partial, noKeychain, { passphrase, useKeychain: false, now }))).toMatchObject({
        code: 'rule',
      });
      expect(await failureOf(openVault(partial, noKeychain, { with: 'passphrase', passphrase }))).toMatchObject({
        resource: 'vault-missing',
      });
    }
  });

  it('keeps neither the key, nor the passphrase, nor the words in any file', async () => {
    const { vault, words } = await make();
    await keepNote(vault, 'canary-in-a-record');
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
    await vault.close();
    files.push(...readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1')));
    for (const file of files) {
      expect(file).not.toContain(passphrase);
      expect(file).not.toContain('canary-in-a-record');
      expect(file).not.toContain(words.slice(0, 3).join(' '));
      expect(file.startsWith('SQLite format 3')).toBe(false);
    }
  });
});

describe('opening a vault', () => {
  it('tells a wrong passphrase and a wrong kit from a damaged file, and changes nothing but the count of failures', async () => {
    const { vault } = await make();
    await vault.close();
    const before = contents();
    const otherKit = wordsOf(new Uint8Array(32).fill(7)).join(' ');
    expect(await failureOf(openVault(folder, noKeychain, { with: 'kit', words: otherKit }))).toMatchObject({
      resource: 'wrong-secret',
    });
    expect(contents()).toEqual(before);
    const slots = await readSlots(folder);
    expect(await failureOf(unlockWith('wrong horse'))).toMatchObject({ resource: 'wrong-secret' });
    // A wrong passphrase is counted, and nothing else is different.
    const after = await readSlots(folder);
    expect({ ...after, attempts: null, generation: slots.generation }).toEqual(slots);
    expect(contents()['store.db']).toBe(before['store.db']);
    const bytes = readFileSync(join(folder, 'store.db'));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(folder, 'store.db'), bytes);
    expect(await failureOf(unlockWith(passphrase))).toMatchObject({ resource: 'vault-damaged' });
    bytes[100] ^= 1;
    writeFileSync(join(folder, 'store.db'), bytes);
    await (await unlockWith(passphrase)).close();
  });

  it('opens with the earlier generation when the slots file is damaged, and says so when both are', async () => {
    const { vault } = await make();
    await vault.setIdleMinutes(30);
    await vault.close();
    writeFileSync(
      join(folder, 'slots.json'),
      readFileSync(join(folder, 'slots.json'), 'utf8').replace(/"sealed": "./, '"sealed": "!'),
    );
    const again = await unlockWith(passphrase);
    await again.close();
    writeFileSync(join(folder, 'slots.previous.json'), '{');
    expect(await failureOf(unlockWith(passphrase))).toMatchObject({
      resource: 'vault-damaged',
      facts: { part: 'slots' },
    });
  });

  it('refuses a slot that came from another place', async () => {
    const { vault } = await make();
    await vault.close();
    const slots = await readSlots(folder);
    const swapped = slots.slots.map((slot) => (slot.kind === 'passphrase' ? { ...slot, id: 'another' } : slot));
    await writeSlots(folder, { ...slots, slots: swapped });
    expect(await failureOf(unlockWith(passphrase))).toMatchObject({ resource: 'wrong-secret' });
  });

  it('refuses a second writer at once and lets it in after the first has gone', async () => {
    const { vault } = await make();
    const started = Date.now();
    expect(await failureOf(unlockWith(passphrase))).toMatchObject({ resource: 'vault-in-use' });
    expect(Date.now() - started).toBeLessThan(2_000);
    await vault.close();
    await (await unlockWith(passphrase)).close();
  });

  it('refuses a store from a newer Steward and leaves it as it was', async () => {
    const { vault } = await make();
    await vault.store.writer.driver.exec(`pragma user_version = ${newestVersion + 1}`);
    await vault.close();
    const before = contents();
    expect(await failureOf(unlockWith(passphrase))).toEqual({
      code: 'unavailable',
      resource: 'vault-newer',
      facts: { found: newestVersion + 1, known: newestVersion },
    });
    expect(contents()).toEqual(before);
  });

  it('says that a folder is read-only rather than damaged', async () => {
    // Root may write anywhere, so the folder is mounted read-only where that is possible.
    await (await make()).vault.close();
    const mounted =
      spawnSync('mount', ['--bind', folder, folder]).status === 0 &&
      spawnSync('mount', ['-o', 'remount,bind,ro', folder]).status === 0;
    if (!mounted) return expect(existsSync(folder)).toBe(true);
    try {
      expect(await failureOf(unlockWith(passphrase))).toMatchObject({ resource: 'folder-read-only' });
    } finally {
      spawnSync('umount', [folder]);
    }
    await (await unlockWith(passphrase)).close();
  });
});

describe('changing the ways to open', () => {
  it('wraps the key under a new passphrase; the old one stops working and the data stay', async () => {
    const { vault } = await make();
    await keepNote(vault, 'kept');
    expect(await failureOf(vault.changePassphrase('owner', 'not it', 'another one', now))).toMatchObject({
      resource: 'wrong-secret',
    });
    await vault.changePassphrase('owner', passphrase, 'another one', now);
    await vault.close();
    expect(await failureOf(unlockWith(passphrase))).toMatchObject({ resource: 'wrong-secret' });
    const again = await unlockWith('another one');
    expect(await notes(again)).toEqual(['kept']);
    await again.close();
  });

  it('makes a new kit whose words replace the old ones', async () => {
    const { vault, words } = await make();
    const next = await vault.renewKit(now);
    expect(slotOf(vault.slots(), 'kit')?.confirmedAt).toBeNull();
    await vault.confirmKit(now);
    expect(slotOf(vault.slots(), 'kit')?.confirmedAt).toBe(now);
    await vault.close();
    expect(await failureOf(openVault(folder, noKeychain, { with: 'kit', words: words.join(' ') }))).toMatchObject({
      resource: 'wrong-secret',
    });
    await (await openVault(folder, noKeychain, { with: 'kit', words: next.join(' ') })).close();
  });
});

describe('the recovery words', () => {
  it('are 24, survive being typed sloppily, and refuse a wrong or swapped word', () => {
    const entropy = new Uint8Array(32).map((_, index) => index * 7);
    const words = wordsOf(entropy);
    expect(words).toHaveLength(24);
    expect(entropyOf(words.map((word, index) => `${index + 1}) ${word.toUpperCase()}`).join(',\n'))).toEqual(entropy);
    expect(entropyOf([...words.slice(1), words[0]].join(' '))).toBeNull();
    expect(entropyOf(words.slice(0, 12).join(' '))).toBeNull();
    expect(entropyOf('')).toBeNull();
  });
});

/** A real Secret Service of its own, so that it can be locked, killed or missing without touching anything else. */
describe.skipIf(process.platform !== 'linux' || spawnSync('which', ['gnome-keyring-daemon']).status !== 0)(
  'the keychain',
  () => {
    const keychain = systemKeychain();
    const answers = async (): Promise<boolean> => ['missing', 'ok'].includes((await keychain.read('probe')).state);

    it('opens the vault, and when its item is missing or wrong the vault asks for the passphrase and loses nothing', async (context) => {
      if (!(await answers())) return context.skip();
      const { vault, keychain: kept } = await makeVault(folder, keychain, { passphrase, useKeychain: true, now });
      expect(kept).toBe('ok');
      const { storeId } = vault.slots();
      await vault.close();
      await (await openVault(folder, keychain, { with: 'keychain' })).close();
      await keychain.write(storeId, new Uint8Array(32).fill(1));
      expect(await failureOf(openVault(folder, keychain, { with: 'keychain' }))).toMatchObject({
        resource: 'wrong-secret',
        facts: { keychain: 'wrong' },
      });
      await keychain.forget(storeId);
      expect(await failureOf(openVault(folder, keychain, { with: 'keychain' }))).toMatchObject({
        resource: 'keychain',
        facts: { state: 'missing' },
      });
      await (await unlockWith(passphrase)).close();
    });

    it('that is not there is named, quickly, and the vault is still made with passphrase and kit', () => {
      const script = `import('${join(process.cwd(), 'test/support/keychain-probe.ts')}').then((probe) => probe.probe(${JSON.stringify(folder)}))`;
      const child = spawnSync(
        process.execPath,
        ['--no-warnings', '--import', join(process.cwd(), 'scripts/run-typescript.mjs'), '-e', script],
        {
          env: { PATH: process.env['PATH'], HOME: root, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
          encoding: 'utf8',
          timeout: 30_000,
        },
      );
      expect(child.stdout.trim(), child.stderr).toBe('read unavailable, write unavailable, opened');
    });
  },
);

describe('the settings of a connection', () => {
  it('are refused one by one when wrong', async () => {
    const { vault } = await make();
    const { assertSettings } = await import('#main/db/settings');
    const { driver } = vault.store.writer;
    await assertSettings(driver, 'write');
    for (const [wrong, right, setting] of [
      ['synchronous = normal', 'synchronous = full', 'synchronous'],
      ['foreign_keys = off', 'foreign_keys = on', 'foreign_keys'],
      ['trusted_schema = on', 'trusted_schema = off', 'trusted_schema'],
      ['secure_delete = off', 'secure_delete = on', 'secure_delete'],
    ] as const) {
      await driver.exec(`pragma ${wrong}`);
      expect(await failureOf(assertSettings(driver, 'write'))).toMatchObject({
        resource: 'vault-settings',
        facts: { setting },
      });
      await driver.exec(`pragma ${right}`);
    }
    await assertSettings(driver, 'write');
    await vault.close();
    const plain = await openDriver(join(root, 'plain.db'), { mode: 'create' });
    await plain.exec('pragma journal_mode = wal; create table t (x)');
    expect(await failureOf(assertSettings(plain, 'write'))).toMatchObject({ resource: 'vault-settings' });
    await plain.close();
  });

  it('a reading connection cannot write', async () => {
    const { vault } = await make();
    await expect(
      vault.store.reader.driver.run("insert into retention_classes values ('x', 'n', 'r', 1)"),
    ).rejects.toThrow();
    await vault.close();
  });
});
