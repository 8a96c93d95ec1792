/** Run in a process of its own on a bus of its own: makes a vault that the keychain opens, lets the keychain break, and tells what is left. */
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { systemKeychain } from '#main/vault/keychain';
import { makeVault, openVault } from '#main/vault/vault';
import { AppError } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const passphrase = 'correct horse battery staple';
type Keytar = { setPassword(service: string, account: string, password: string): Promise<void> };

/** Values somebody else may have left in our place. */
const wrongValues: Readonly<Record<string, string>> = {
  'another key': Buffer.alloc(32, 9).toString('base64'),
  'a short key': Buffer.alloc(16, 9).toString('base64'),
  'no key at all': 'hunter2',
};

export async function breakAndOpen(folder: string, how: string, command: string): Promise<void> {
  const keychain = systemKeychain();
  const made = await makeVault(folder, keychain, { passphrase, useKeychain: true, now });
  const { storeId } = made.vault.slots();
  await made.vault.store.writer.driver.run("insert into retention_classes values ('kept', 'n', 'r', 1)");
  await made.vault.close();
  const said = [`made ${made.keychain}`];
  const value = wrongValues[how];
  if (value !== undefined)
    await (createRequire(import.meta.url)('keytar') as Keytar).setPassword('Steward', storeId, value);
  if (how === 'forgotten') await keychain.forget(storeId);
  if (command !== '') execSync(command, { stdio: 'ignore', shell: '/bin/sh' });
  const files = (): string =>
    ['slots.json', 'store.db']
      .map((name) =>
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      )
      .join();
  const before = files();
  try {
    const vault = await openVault(folder, keychain, { with: 'keychain' });
    await vault.close();
    said.push('opened by the keychain');
  } catch (error) {
    if (!(error instanceof AppError) || error.failure.code !== 'unavailable') throw error;
    said.push(`${error.failure.resource} ${error.failure.facts?.['state'] ?? error.failure.facts?.['keychain']}`);
  }
  said.push(files() === before ? 'nothing changed' : 'CHANGED');
  const vault = await openVault(folder, keychain, { with: 'passphrase', passphrase });
  const [kept] = await vault.store.reader.driver.all('select count(*) as rows from retention_classes');
  await vault.close();
  said.push(`${String(kept?.['rows'])} kept`);
  process.stdout.write(`said: ${said.join(', ')}\n`, () => process.kill(process.pid, 'SIGKILL'));
}
