/** The platform's SHA-256 and Ed25519 for the trail's rules, and the canonical JSON its leaves are made of. */
import { createPublicKey, hash, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Sha256 } from '#shared/domains/trail/merkle';
import type { VerifyEd25519 } from '#shared/domains/trail/note';
import { assert } from '#shared/kernel/assert';

/**
 * In one call and through a text, whose bytes come from a shared pool: a million entries are two million hashes, and an
 * object of its own for each costs more than the hashing.
 */
export const sha256: Sha256 = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/** RFC 8785. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  assert(text !== undefined, 'what is hashed is plain JSON');
  return text;
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 public key. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
