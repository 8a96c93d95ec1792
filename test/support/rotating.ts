/** Run in a process of its own that is killed: opens a vault and gives it new data keys until it dies. */
import { noKeychain } from '#main/vault/keychain';
import { openVault } from '#main/vault/vault';
import type { Instant } from '#shared/kernel/time';

export async function rotateUntilKilled(folder: string, words: string): Promise<never> {
  const vault = await openVault(folder, noKeychain, { with: 'kit', words });
  process.stdout.write('open\n');
  for (;;) {
    await vault.rotateKey('2026-11-24T10:00:00.000Z' as Instant, (step) => process.stdout.write(`${step}\n`));
    process.stdout.write('done\n');
  }
}
