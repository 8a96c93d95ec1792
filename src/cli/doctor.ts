/** `steward doctor`: what this computer offers and what is missing, without opening a vault. */
import { createRequire } from 'node:module';
import { openDriver } from '#main/db/driver';
import { systemKeychain } from '#main/vault/keychain';
import { vaultExists } from '#main/vault/vault';
import { readSlots } from '#main/vault/slots-file';
import type { Said } from './command';

type Finding = { readonly what: string; readonly state: 'ok' | 'missing' | 'look'; readonly detail: string };

const load = createRequire(import.meta.url);

export async function examine(folder: string | undefined): Promise<Said> {
  const findings: Finding[] = [
    await sqlcipher(),
    installed('argon2id', '@node-rs/argon2', 'needed to open vaults'),
    await keychain(),
    installed(
      'typesetter',
      `@myriaddreamin/typst-ts-node-compiler-${platformName()}`,
      'PDF cannot be made without it; other formats work',
    ),
    { what: 'node', state: 'ok', detail: process.version },
    ...(folder === undefined ? [] : [await vault(folder)]),
  ];
  const bad = findings.some((finding) => finding.state === 'missing' && finding.what !== 'typesetter');
  return {
    value: { healthy: !bad, findings },
    bad,
    lines: findings.map((finding) => `${finding.state.padEnd(8)}${finding.what.padEnd(14)}${finding.detail}`),
  };
}

const platformName = (): string =>
  process.platform === 'linux'
    ? `linux-${process.arch}-gnu`
    : process.platform === 'win32'
      ? `win32-${process.arch}-msvc`
      : `darwin-${process.arch}`;

function installed(what: string, name: string, otherwise: string): Finding {
  try {
    load.resolve(name);
    return { what, state: 'ok', detail: name };
  } catch {
    return { what, state: 'missing', detail: `${name} is not installed; ${otherwise}` };
  }
}

async function sqlcipher(): Promise<Finding> {
  try {
    const driver = await openDriver(':memory:', { mode: 'create' });
    const [sqlite] = await driver.all('select sqlite_version() as version');
    const [cipher] = await driver.all('pragma cipher_version');
    await driver.close();
    return {
      what: 'sqlcipher',
      state: 'ok',
      detail: `SQLCipher ${String(cipher?.['cipher_version'])}, SQLite ${String(sqlite?.['version'])}`,
    };
  } catch {
    return {
      what: 'sqlcipher',
      state: 'missing',
      detail: 'the encrypted database cannot be loaded; run the set-up again',
    };
  }
}

async function keychain(): Promise<Finding> {
  const { state } = await systemKeychain().read('doctor');
  return state === 'missing' || state === 'ok'
    ? { what: 'keychain', state: 'ok', detail: 'answers' }
    : { what: 'keychain', state: 'look', detail: `${state}: vaults open with the passphrase or the recovery kit` };
}

async function vault(folder: string): Promise<Finding> {
  if (!vaultExists(folder)) return { what: 'vault', state: 'look', detail: 'there is none in this folder' };
  try {
    const slots = await readSlots(folder);
    return {
      what: 'vault',
      state: 'ok',
      detail: `${slots.storeId}, opens with: ${slots.slots.map((slot) => slot.kind).join(', ')}`,
    };
  } catch {
    return { what: 'vault', state: 'missing', detail: 'its key slots cannot be read; restore the last backup' };
  }
}
