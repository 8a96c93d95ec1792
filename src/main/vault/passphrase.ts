/** From a passphrase to a key: Argon2id with parameters kept beside the salt, so that they can rise later. */
import { randomBytes } from 'node:crypto';
import { type Algorithm, hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

export const PassphraseKdf = z.strictObject({
  name: z.literal('argon2id'),
  /** KiB. Less than OWASP's minimum (19 MiB, two passes) is never accepted, whoever wrote the file. */
  memory: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(2).max(100),
  lanes: z.int().min(1).max(16),
  /** Base64 of sixteen bytes or more. */
  salt: z.string().regex(/^[A-Za-z0-9+/]{22,88}={0,2}$/),
});
export type PassphraseKdf = z.infer<typeof PassphraseKdf>;
export type KdfCost = Pick<PassphraseKdf, 'memory' | 'passes' | 'lanes'>;

/** What a passphrase costs today. Slots that cost less are wrapped anew when their passphrase is next typed. */
export const costToday: KdfCost = { memory: 65_536, passes: 3, lanes: 1 };

export const newKdf = (cost: KdfCost = costToday): PassphraseKdf => ({
  name: 'argon2id',
  ...cost,
  salt: randomBytes(16).toString('base64'),
});

export const isCheaperThanToday = ({ memory, passes }: PassphraseKdf): boolean =>
  memory < costToday.memory || passes < costToday.passes;

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
