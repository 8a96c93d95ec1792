/** From a passphrase to a key: Argon2id with parameters kept beside the salt, so that they can rise later. */
import { type Algorithm, hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

export const PassphraseKdf = z.strictObject({
  name: z.literal('argon2id'),
  /** KiB. The floor is what OWASP's stronger profiles and our own measurements agree on: 64 MiB. */
  memory: z.int().min(65_536).max(4_194_304),
  passes: z.int().min(3).max(100),
  lanes: z.int().min(1).max(16),
  salt: z.string(),
});
export type PassphraseKdf = z.infer<typeof PassphraseKdf>;

export const newKdf = (salt: Uint8Array): PassphraseKdf => ({
  name: 'argon2id',
  memory: 65_536,
  passes: 3,
  lanes: 1,
  salt: Buffer.from(salt).toString('base64'),
});

/** Derives 32 bytes, off the main thread. The same passphrase typed on another keyboard (NFD) gives the same key. */
export async function keyFromPassphrase(passphrase: string, kdf: PassphraseKdf): Promise<Uint8Array> {
  return hashRaw(passphrase.normalize('NFKC'), {
    // Argon2id; the enum itself has no value at run time.
    algorithm: 2 as Algorithm,
    memoryCost: kdf.memory,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    outputLen: 32,
    salt: Buffer.from(kdf.salt, 'base64'),
  });
}
