/** The columns that are worked out from a customer's values: for sorting, finding the same person, and searching. */
import { fold } from '#shared/kernel/text';
import type { CustomerFields } from './model';
import { emailKeyOf } from './normalise-email';
import { foldName } from './normalise-names';
import { remembering } from './normalise-text';

export type DerivedColumns = {
  readonly sort_name: string;
  readonly email_key: string | null;
  readonly phone_key: string | null;
  readonly match_key: string | null;
  readonly search_text: string;
};

const e164 = /^\+[1-9]\d{6,14}$/;

/** The consonants of a folded name, doubled letters once: spelling slips in vowels do not change it. */
const skeletonOf = remembering((name) => {
  const letters = foldName(name).replace(/[^\p{L}\p{N}]+/gu, '');
  const first = letters.slice(0, 1);
  return first + letters.slice(1).replace(/[aeiouyhw]+/g, '').replace(/(.)\1+/gu, '$1');
}, 50_000);

const placeOf = remembering((place) => foldName(place).replace(/[^\p{L}\p{N}]+/gu, ''));

/**
 * What one customer is sorted, matched and searched by. `originals` adds what was typed where it differs, so that a
 * number is found as people wrote it.
 */
export function derivedColumns(values: CustomerFields, originals: Readonly<Record<string, string>> = {}): DerivedColumns {
  const { given_name: given, family_name: family, full_name: full, company, email, phone, mobile, notes } = values;
  const name = full ?? '';
  return {
    sort_name:
      family === undefined
        ? foldName(name || given || company || email || phone || mobile || values.external_id || '')
        : given === undefined
          ? foldName(family)
          : `${foldName(family)} ${foldName(given)}`,
    email_key: email === undefined ? null : emailKeyOf(email),
    phone_key: keyOfPhone(phone) ?? keyOfPhone(mobile),
    match_key: matchKey(values),
    search_text: searchText([name, given, family, email, phone, mobile, company, notes], originals),
  };
}

const keyOfPhone = (phone: string | undefined): string | null => (phone !== undefined && e164.test(phone) ? phone : null);

function matchKey({ given_name: given, family_name: family, full_name: full, postal_code: postal, city, street }: CustomerFields): string | null {
  const place = postal ?? city;
  if (place === undefined) return null;
  const name = family ?? full;
  if (name === undefined) return null;
  const skeleton = skeletonOf(name);
  // The number tells the houses of a street apart and is spelled in one way only.
  const house = street === undefined ? '' : (houseNumber.exec(street)?.[0] ?? '');
  return skeleton === '' ? null : `${skeleton}/${given === undefined || family === undefined ? '' : foldName(given).slice(0, 1)}/${placeOf(place)}/${house}`;
}

const houseNumber = /\d+/;

const digits = /\D+/g;

/** Parts on lines of their own, so that nothing matches across two of them. */
function searchText(
  [name, given, family, email, phone, mobile, company, notes]: readonly (string | undefined)[],
  originals: Readonly<Record<string, string>>,
): string {
  let text = name ? foldName(name) : '';
  if (given && !name?.includes(given)) text += `\n${foldName(given)}`;
  if (family && !name?.includes(family)) text += `\n${foldName(family)}`;
  if (email) text += `\n${fold(email)}`;
  if (phone) text += phoneText(phone, originals['phone']);
  if (mobile) text += phoneText(mobile, originals['mobile']);
  if (company) text += `\n${foldName(company)}`;
  if (notes) text += `\n${fold(notes)}`;
  return text;
}

/** The number, and as it was typed when that holds other digits (a trunk zero, an extension). */
function phoneText(phone: string, typed: string | undefined): string {
  if (typed === undefined) return `\n${phone}`;
  const typedDigits = typed.replace(digits, '');
  return phone.endsWith(typedDigits) ? `\n${phone}` : `\n${phone}\n${typedDigits}`;
}
