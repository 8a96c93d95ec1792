/** Names of records: short text ids with a prefix that says what they name. */
import { z } from 'zod';

/** Crockford's base 32, lower case, without letters that are read wrongly. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A schema for ids like `imp_0k3v…`: the prefix, an underscore, 20 characters. */
export const idOf = <P extends string>(prefix: P) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[${alphabet}]{20}$`))
    .brand<P>();

/** Makes an id from 13 random bytes (100 bits used). The caller brings the randomness. */
export function idFrom(prefix: string, bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < 20) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return `${prefix}_${text}`;
}
