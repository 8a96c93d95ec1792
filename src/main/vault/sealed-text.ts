/** One value under a content key of the second key: AES-256-GCM, bound to the store and the field, its length hidden in steps. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ContentKey } from './second-key';

const shape = /^sealed:(\d{1,15}):([A-Za-z0-9+/]+={0,2})$/;
/** "yes" and "no" must not be told apart by their length. */
const step = 64;

export const isSealed = (text: string): boolean => text.startsWith('sealed:') && shape.test(text);

/** The id of the content key, or null for text that is not sealed. */
export function contentKeyOf(text: string): number | null {
  const found = text.startsWith('sealed:') ? shape.exec(text) : null;
  return found === null ? null : Number(found[1]);
}

const placeOf = (storeId: string, field: string, id: number): Buffer =>
  Buffer.from(`${storeId}|${field}|${id}|value under the second key`, 'utf8');

export function sealText({ id, key }: ContentKey, storeId: string, field: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(placeOf(storeId, field, id));
  const bytes = Buffer.from(text, 'utf8');
  // A one and then zeros up to the next step, as ISO/IEC 7816-4 pads.
  const padded = Buffer.alloc(Math.ceil((bytes.length + 1) / step) * step);
  bytes.copy(padded);
  padded[bytes.length] = 0x80;
  const sealed = Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return `sealed:${id}:${sealed.toString('base64')}`;
}

/** Null when it belongs to another store or field, was changed, or the key is another one. */
export function openText(
  keys: ReadonlyMap<number, Uint8Array>,
  storeId: string,
  field: string,
  text: string,
): string | null {
  const found = shape.exec(text);
  const id = Number(found?.[1]);
  const key = keys.get(id);
  const bytes = Buffer.from(found?.[2] ?? '', 'base64');
  if (key === undefined || bytes.length < 12 + step + 16) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAAD(placeOf(storeId, field, id));
    decipher.setAuthTag(bytes.subarray(-16));
    const padded = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(0x80)).toString('utf8');
  } catch {
    return null;
  }
}

/** What sealing needs, as plain data. */
export type Sealing = { readonly storeId: string; readonly content: ContentKey; readonly fields: readonly string[] };

/** Seals values of the sealed fields; everybody can. What is sealed already is only passed on by those who say so. */
export const sealedValues = (sealing: Sealing, values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, text]) => [
      name,
      sealing.fields.includes(name) ? sealText(sealing.content, sealing.storeId, name, text) : text,
    ]),
  );
