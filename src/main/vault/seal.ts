/** Sealing the data key under another key: AES-256-GCM, bound to the store and the slot it belongs to. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type Sealed = { readonly nonce: string; readonly sealed: string };

/** Seals 32 bytes. `place` (store, slot, kind) is authenticated, so a slot moved elsewhere does not open. Base64 out. */
export function seal(keyEncryptionKey: Uint8Array, dataKey: Uint8Array, place: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyEncryptionKey, nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** Opens what `seal` made, or null when the key or the place is another one. */
export function unseal(keyEncryptionKey: Uint8Array, { nonce, sealed }: Sealed, place: string): Uint8Array | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length !== 48) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyEncryptionKey, Buffer.from(nonce, 'base64'));
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(bytes.subarray(32));
    return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Sixteen bytes that tell the right data key from a wrong one without touching the database. */
export function keyCheck(dataKey: Uint8Array, storeId: string): string {
  return createHmac('sha256', dataKey).update(`steward key check|${storeId}`).digest('hex').slice(0, 32);
}

export function keyFits(dataKey: Uint8Array, storeId: string, check: string): boolean {
  const expected = Buffer.from(keyCheck(dataKey, storeId), 'hex');
  const given = Buffer.from(check, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
