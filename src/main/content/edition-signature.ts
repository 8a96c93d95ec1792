/** Signatures over editions: Ed25519 over the canonical JSON (RFC 8785) of all parts of the edition together. */
import { createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';

export const EditionSignature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** The name of the key in the list of trusted keys. */
  key: z.string().min(1).max(64),
  signature: z.base64().length(88),
});
export type EditionSignature = z.infer<typeof EditionSignature>;

/** Names of keys and their public halves (32 bytes, base64). */
export type TrustedKeys = Readonly<Record<string, string>>;

/** What a public Ed25519 key of 32 bytes is wrapped in to become SPKI (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** The bytes that are signed: every part under its name. Same parts, same bytes, however the files are laid out. */
export function bytesToSign(parts: Readonly<Record<string, unknown>>): Buffer {
  return Buffer.from(canonicalize({ parts }) ?? '', 'utf8');
}

/** True when a trusted key signed exactly these parts. */
export function isSigned(
  parts: Readonly<Record<string, unknown>>,
  { key, signature }: EditionSignature,
  trusted: TrustedKeys,
): boolean {
  if (!Object.hasOwn(trusted, key)) return false;
  const spki = Buffer.concat([spkiHead, Buffer.from(trusted[key] ?? '', 'base64')]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return verify(null, bytesToSign(parts), publicKey, Buffer.from(signature, 'base64'));
}
