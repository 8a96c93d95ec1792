/** Where a vault would be in a picked folder, and what is kept of the choice, whatever became of the file. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderChoice, placeIn } from '#main/vault/chosen-folder';
import { failureOf } from '#test/support/failure-of';
import { testBench, testPassphrase } from '#test/support/workbench';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-chosen-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a picked folder', () => {
  it('is taken when it is empty, and gets a folder of its own in it when it is not', async () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    expect(await placeIn(empty)).toEqual({ folder: empty, hasVault: false });
    writeFileSync(join(root, 'lease.txt'), '');
    expect(await placeIn(root)).toEqual({ folder: join(root, 'Steward vault'), hasVault: false });
    mkdirSync(join(root, 'Steward vault'));
    expect(await placeIn(root)).toEqual({ folder: join(root, 'Steward vault'), hasVault: false });
  });

  it('with a vault is told of, in it or one below', async () => {
    const vault = join(root, 'Steward vault');
    mkdirSync(vault);
    writeFileSync(join(vault, 'slots.json'), '');
    expect(await placeIn(vault)).toEqual({ folder: vault, hasVault: true });
    expect(await placeIn(root)).toEqual({ folder: vault, hasVault: true });
  });

  it('is refused where no vault can be made', async () => {
    const refusal = (folder: string) => failureOf(placeIn(folder));
    mkdirSync(join(root, 'Steward vault'));
    writeFileSync(join(root, 'Steward vault', 'else.txt'), '');
    expect(await refusal(root)).toMatchObject({ resource: 'folder-not-empty' });
    expect(await refusal(join(root, 'nowhere'))).toMatchObject({ resource: 'file-missing' });
    if (process.getuid?.() === 0 || process.platform === 'win32') return;
    const locked = join(root, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    expect(await refusal(locked)).toMatchObject({ resource: 'folder-read-only' });
  });
});

describe('the kept choice', () => {
  const byDefault = '/default/vault';

  it('is found again at the next start, and only another folder than the one in use is written', async () => {
    const file = join(root, 'profile', 'vault-folder.json');
    const first = folderChoice(file, byDefault);
    expect(first.earlier).toBeNull();
    await first.keep(byDefault);
    expect(folderChoice(file, byDefault).earlier).toBeNull();
    await first.keep('/elsewhere/Ärger & Söhne');
    expect(folderChoice(file, byDefault).earlier).toBe('/elsewhere/Ärger & Söhne');
    await first.keep(byDefault);
    expect(folderChoice(file, '/another').earlier).toBe(byDefault);
  });

  it.each([
    '',
    '{"vaultFolder":"/elsew',
    '{"vaultFolder":"vault"}',
    '{"vaultFolder":7}',
    '{"vaultFolder":"/a","more":1}',
    'null',
    '{"vaultFolder":"/a\\u0000b"}',
  ])('is none when the file says %j', (text) => {
    const file = join(root, 'vault-folder.json');
    writeFileSync(file, text);
    expect(folderChoice(file, byDefault).earlier).toBeNull();
  });
});

describe('choosing', () => {
  it('moves where the vault will be, and a vault made meanwhile ends it', async () => {
    const bench = await testBench('none', join(root, 'default'));
    const [other, third] = [join(root, 'other'), join(root, 'third')];
    mkdirSync(other);
    mkdirSync(third);
    const kept: string[] = [];
    let openFolder = async (): Promise<string> => other;
    Object.assign(bench.workbench, {
      choice: { earlier: null, keep: async (folder: string) => void kept.push(folder) },
      dialogs: { openFolder: () => openFolder() },
    });
    expect(await bench.ask('vault', 'chooseFolder', {})).toEqual({ folder: other, hasVault: false });
    expect(await bench.ask('vault', 'status', {})).toMatchObject({ state: 'none', folder: other, choice: 'free' });
    expect(kept).toEqual([other]);
    openFolder = async () => {
      await bench.ask('vault', 'create', { passphrase: testPassphrase, useKeychain: false });
      return third;
    };
    expect(await bench.askRaw('vault', 'chooseFolder', {})).toMatchObject({ failure: { rule: 'vault.already-there' } });
    expect([bench.workbench.folder, kept]).toEqual([other, [other]]);
    expect(existsSync(join(other, 'slots.json'))).toBe(true);
    await bench.end();
  });
});
