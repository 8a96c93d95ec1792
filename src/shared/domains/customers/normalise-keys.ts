/** The columns that are worked out from a customer's values: for sorting, finding the same person, and searching. */
import { fold } from '#shared/kernel/text';
import type { CustomerFields } from './model';
import { emailKeyOf } from './normalise-email';
import { foldName } from './normalise-names';
import { slots, storedFields } from './normalise-slots';
import { remembering } from './normalise-text';

export type DerivedColumns = {
  readonly sort_name: string;
  readonly email_key: string | null;
  readonly phone_key: string | null;
  readonly match_key: string | null;
  readonly search_text: string;
};

type Slots = readonly (string | null)[];

/**
 * What one customer is sorted, matched and searched by. `originals` adds what was typed where it differs, so that a
 * number is found as people wrote it.
 */
export function derivedColumns(
  values: CustomerFields,
  originals: Readonly<Record<string, string>> = {},
): DerivedColumns {
  const inSlots = storedFields.map((field) => (field === 'tags' ? null : (values[field] ?? null)));
  const typed = storedFields.map((field) => originals[field] ?? null);
  const parts: string[] = [];
  collectSearchParts(inSlots, typed, parts);
  return {
    sort_name: sortName(inSlots),
    email_key: values.email === undefined ? null : emailKeyOf(values.email),
    phone_key: phoneKey(inSlots),
    match_key: matchKey(inSlots),
    search_text: parts.map(fold).join('\n'),
  };
}

const {
  full_name: FULL,
  given_name: GIVEN,
  family_name: FAMILY,
  company: COMPANY,
  email: EMAIL,
  phone: PHONE,
  mobile: MOBILE,
  street: STREET,
  city: CITY,
  postal_code: POSTAL,
  external_id: EXTERNAL,
  notes: NOTES,
} = slots;

export function sortName(values: Slots): string {
  const family = values[FAMILY];
  const given = values[GIVEN];
  if (family) return given ? `${foldName(family)} ${foldName(given)}` : foldName(family);
  return foldName(
    values[FULL] ||
      given ||
      values[COMPANY] ||
      values[EMAIL] ||
      values[PHONE] ||
      values[MOBILE] ||
      values[EXTERNAL] ||
      '',
  );
}

/** The first number in E.164; numbers that were not understood identify nobody. */
export const phoneKey = (values: Slots): string | null => keyOfPhone(values[PHONE]) ?? keyOfPhone(values[MOBILE]);

function keyOfPhone(phone: string | null | undefined): string | null {
  if (!phone || phone.length < 8 || phone.length > 16 || phone.charCodeAt(0) !== 43) return null;
  for (let index = 1; index < phone.length; index += 1) {
    const unit = phone.charCodeAt(index);
    if (unit < 48 || unit > 57) return null;
  }
  return phone;
}

/** The consonants of a folded name, doubled letters once: spelling slips in vowels do not change it. */
const skeletonOf = remembering((name) => {
  const letters = foldName(name).replace(/[^\p{L}\p{N}]+/gu, '');
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyhw]+/g, '')
      .replace(/(.)\1+/gu, '$1')
  );
});

const placeOf = remembering((place) => foldName(place).replace(/[^\p{L}\p{N}]+/gu, ''));
const initialOf = remembering((name) => /^./u.exec(foldName(name))?.[0] ?? '');

/** Equal for people whose name and place look alike; null where one of the two is missing. */
export function matchKey(values: Slots): string | null {
  const place = values[POSTAL] ?? values[CITY];
  const family = values[FAMILY];
  const name = family ?? values[FULL];
  if (!place || !name) return null;
  const skeleton = skeletonOf(name);
  const given = values[GIVEN];
  if (skeleton === '') return null;
  return `${skeleton}/${given && family ? initialOf(given) : ''}/${placeOf(place)}/${houseNumber(values[STREET])}`;
}

/** The number tells the houses of a street apart and is spelled in one way only. */
function houseNumber(street: string | null | undefined): string {
  if (!street) return '';
  let start = -1;
  for (let index = 0; index < street.length; index += 1) {
    const unit = street.charCodeAt(index);
    if (unit >= 48 && unit <= 57) {
      if (start < 0) start = index;
    } else if (start >= 0) return street.slice(start, index);
  }
  return start < 0 ? '' : street.slice(start);
}

/** The texts a customer is found by, not yet folded: name, e-mail, phone, company, notes. They are joined with line ends, so that nothing matches across two. */
export function collectSearchParts(values: Slots, originals: Slots, parts: string[]): void {
  const name = values[FULL];
  if (name) parts.push(name);
  const given = values[GIVEN];
  if (given && !name?.includes(given)) parts.push(given);
  const family = values[FAMILY];
  if (family && !name?.includes(family)) parts.push(family);
  const email = values[EMAIL];
  if (email) parts.push(email);
  pushPhone(values[PHONE], originals[PHONE], parts);
  pushPhone(values[MOBILE], originals[MOBILE], parts);
  const company = values[COMPANY];
  if (company) parts.push(company);
  const notes = values[NOTES];
  if (notes) parts.push(notes);
}

/** The number, and the digits as typed when they are others (a trunk zero, an extension). */
function pushPhone(phone: string | null | undefined, typed: string | null | undefined, parts: string[]): void {
  if (!phone) return;
  parts.push(phone);
  if (!typed || sameDigits(phone, typed)) return;
  const digits = typed.replace(/\D+/g, '');
  if (digits !== '' && !phone.endsWith(digits)) parts.push(digits);
}

/** True when the typed number has the digits of the stored one in the same order. */
function sameDigits(phone: string, typed: string): boolean {
  let at = 1;
  for (let index = 0; index < typed.length; index += 1) {
    const unit = typed.charCodeAt(index);
    if (unit < 48 || unit > 57) continue;
    if (phone.charCodeAt(at) !== unit) return false;
    at += 1;
  }
  return at === phone.length;
}
