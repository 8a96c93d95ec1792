/** E-mail addresses: which are well-formed, and the key by which two spellings are one address. */
import { trimmed } from './normalise-text';

const plain = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;
const international =
  /^[^\s\p{Cc}"(),:;<>@[\\\]]{1,64}@(?:[\p{L}\p{N}\p{M}-]{1,63}[.。])+[\p{L}\p{M}][\p{L}\p{N}\p{M}-]*$/u;
const edgeHyphen = /[@.。]-|-(?:[.。]|$)/;

/** True for addresses that mail can plausibly be sent to, with `+`, dots and letters of any script. */
export function isEmail(text: string): boolean {
  if (text.length > 254) return false;
  if (!plain.test(text) && !international.test(text)) return false;
  return !hasEdgeHyphen(text);
}

/** A part of a domain neither starts nor ends with a hyphen. */
function hasEdgeHyphen(email: string): boolean {
  const at = email.indexOf('@');
  return email.includes('-', at) && edgeHyphen.test(email.slice(at));
}

/**
 * The address in what was typed: `mailto:`, a display name around `<…>` and further addresses after the first are left
 * out. Null when there is no well-formed address.
 */
export function normaliseEmail(text: string): string | null {
  if (plain.test(text)) return text.length <= 254 && !hasEdgeHyphen(text) ? text : null;
  let found = trimmed(text);
  const framed = /<([^<>]*)>$/.exec(found);
  if (framed?.[1] !== undefined) found = framed[1];
  found = trimmed(found.replace(/^mailto:/i, ''));
  if (isEmail(found)) return found;
  const [first = ''] = found.split(/\s*(?::::|[;,\s])\s*/, 1);
  return isEmail(first) ? first : null;
}

// eslint-disable-next-line no-control-regex
const onlyAscii = /^[\x00-\x7f]*$/;

/** Equal for spellings of one address. Accents stay: `müller@` and `muller@` are two mailboxes. */
export const emailKeyOf = (email: string): string =>
  onlyAscii.test(email) ? email.toLowerCase() : email.normalize('NFKC').toLowerCase();
