/** Run in a process of its own without a session bus: what the keychain says there, and that a vault is made all the same. */
import { systemKeychain } from '#main/vault/keychain';
import { makeVault, openVault } from '#main/vault/vault';
import type { Instant } from '#shared/kernel/time';

export async function probe(folder: string): Promise<void> {
  const keychain = systemKeychain();
  const { state } = await keychain.read('probe');
  const passphrase = 'correct horse battery staple';
  const { vault, keychain: kept } = await makeVault(folder, keychain, {
    passphrase,
    useKeychain: true,
    now: '2026-11-24T09:00:00.000Z' as Instant,
  });
  await vault.close();
  const again = await openVault(folder, keychain, { with: 'passphrase', passphrase });
  await again.close();
  process.stdout.write(`read ${state}, write ${kept}, opened\n`, () => {
    // As the app does at its end: a call that still hangs must not keep the process.
    if (keychain.hanging()) process.kill(process.pid, 'SIGKILL');
  });
}
