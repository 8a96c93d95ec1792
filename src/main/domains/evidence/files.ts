/** The encrypted files of evidence: AES-256-GCM under a key that lives in the store, bound to the evidence they belong to. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceId } from '#shared/domains/evidence/model';
import { writeDurably } from '../../files/durable';

const magic = Buffer.from('STWEV1');

export const evidenceFolder = (vault: string): string => join(vault, 'evidence');

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The file's name follows from content and owner, and says nothing about either to whoever has no key. */
export const storedName = (key: Buffer, sha256: string, id: EvidenceId): string =>
  createHmac('sha256', key).update(`${sha256}|${id}`).digest('hex').slice(0, 40);

export async function keepFile(
  vault: string,
  key: Buffer,
  id: EvidenceId,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(id));
  const sealed = Buffer.concat([magic, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  await mkdir(evidenceFolder(vault), { recursive: true, mode: 0o700 });
  await writeDurably(join(evidenceFolder(vault), name), sealed);
}

/** The bytes, or null when the file is missing, damaged, swapped, or not what was taken in. */
export async function readKept(
  vault: string,
  key: Buffer,
  one: { id: EvidenceId; storedAs: string; sha256: string },
): Promise<Buffer | null> {
  try {
    const sealed = await readFile(join(evidenceFolder(vault), one.storedAs));
    if (!sealed.subarray(0, magic.length).equals(magic) || sealed.length < magic.length + 28) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(magic.length, magic.length + 12));
    decipher.setAAD(Buffer.from(one.id));
    decipher.setAuthTag(sealed.subarray(-16));
    const bytes = Buffer.concat([decipher.update(sealed.subarray(magic.length + 12, -16)), decipher.final()]);
    return sha256Of(bytes) === one.sha256 ? bytes : null;
  } catch {
    return null;
  }
}

export const forgetFile = (vault: string, storedAs: string): Promise<void> =>
  rm(join(evidenceFolder(vault), storedAs), { force: true });

/**
 * Removes encrypted files nobody owns: what a crash left between the file and its record, or between a removal and its
 * file. `owned` is asked after the folder was listed, and must know files that are just being taken in. Files of other
 * names are not ours.
 */
export async function clearLeftovers(vault: string, owned: () => Promise<ReadonlySet<string>>): Promise<number> {
  const listed = await readdir(evidenceFolder(vault)).catch(() => []);
  // The temporary file of a durable write carries the final name inside.
  const ours = listed.flatMap((file) => {
    const name = /^(?:\.([0-9a-f]{40})\.[0-9a-f]+\.tmp|([0-9a-f]{40}))$/.exec(file);
    return name === null ? [] : [{ file, name: name[1] ?? name[2] ?? '' }];
  });
  const kept = await owned();
  const left = ours.filter(({ name }) => !kept.has(name));
  for (const { file } of left) await rm(join(evidenceFolder(vault), file), { force: true });
  return left.length;
}
