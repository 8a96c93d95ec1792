/** Phone numbers to E.164: by the library's tables, with a short way for the plain forms that fill most files. */
import { type CountryCode, getCountries, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { trimmed } from './normalise-text';

type Plan = {
  readonly callingCode: string;
  /** Which lengths a national number may have: bit n for length n. */
  readonly lengths: number;
  /** What is dialled before a number inside the country (`0`, or nothing); null where it takes more than leaving it out. */
  readonly trunk: string | null;
  /** What is dialled there for abroad. */
  readonly abroad: RegExp;
};

/** What the library's metadata class has beside its published type. */
type NumberingPlan = {
  possibleLengths(): number[];
  nationalPrefix(): string | 0 | null | undefined;
  /** Of some countries 0 or null stands for nothing. */
  nationalPrefixForParsing(): string | 0 | null | undefined;
  nationalPrefixTransformRule(): string | 0 | null | undefined;
  callingCode(): string;
  IDDPrefix(): string;
};

type Tables = {
  readonly plans: ReadonlyMap<string, Plan>;
  /** Lengths that are possible in every country with a calling code, as bits; 0 for codes nobody has. */
  readonly lengths: Uint32Array;
  /** By calling code, national numbers from whose start the library may take something, or put something before them. */
  readonly prefixed: ReadonlyMap<number, RegExp>;
};
let tables: Tables | undefined;

function load(): Tables {
  if (tables) return tables;
  const plans = new Map<string, Plan>();
  const lengthsByCode = new Uint32Array(1_000);
  const prefixes = new Map<number, string[]>();
  const metadata = new Metadata();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const plan = metadata.numberingPlan as unknown as NumberingPlan;
    const prefix = plan.nationalPrefix() || '';
    const parsing = plan.nationalPrefixForParsing() || '';
    const lengths = plan.possibleLengths().reduce((bits, length) => bits | (1 << length), 0);
    const callingCode = plan.callingCode();
    plans.set(country, {
      callingCode,
      lengths,
      trunk: !plan.nationalPrefixTransformRule() && parsing === prefix && prefix !== '1' ? prefix : null,
      abroad: new RegExp(`^(?:${plan.IDDPrefix()})`),
    });
    const code = Number(callingCode);
    const known = lengthsByCode[code] ?? 0;
    // Where countries with one code differ, the library knows which it is.
    lengthsByCode[code] = known === 0 ? lengths : known & lengths;
    if (parsing !== '') prefixes.set(code, [...(prefixes.get(code) ?? []), parsing]);
  }
  const prefixed = new Map([...prefixes].map(([code, all]) => [code, new RegExp(`^(?:${all.join('|')})`)] as const));
  tables = { plans, lengths: lengthsByCode, prefixed };
  return tables;
}

/** The digits of a number written only with digits and the usual separators, with its plus; null for anything else. */
function plainDigits(text: string): string | null {
  let digits = '';
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if ((unit >= 48 && unit <= 57) || (unit === 43 && index === 0)) continue;
    // space, no-break space, - . /; what brackets mean, the library knows
    if (unit !== 32 && unit !== 45 && unit !== 46 && unit !== 47 && unit !== 160) return null;
    if (index > start) digits += text.slice(start, index);
    start = index + 1;
  }
  return start === 0 ? text : digits + text.slice(start);
}

function international(digits: string): string | null {
  const { lengths, prefixed } = load();
  let code = 0;
  for (let codeLength = 1; codeLength <= 3; codeLength += 1) {
    const digit = digits.charCodeAt(codeLength) - 48;
    if (!(digit >= 0 && digit <= 9) || (codeLength === 1 && digit === 0)) return null;
    code = code * 10 + digit;
    const possible = lengths[code] ?? 0;
    if (possible === 0) continue;
    const length = digits.length - 1 - codeLength;
    if (length >= 32 || (possible & (1 << length)) === 0) return null;
    // A zero after the country code is a trunk prefix that does not belong there, or Italy: the library knows.
    if (digits.charCodeAt(1 + codeLength) === 48) return null;
    return prefixed.get(code)?.test(digits.slice(1 + codeLength)) ? null : digits;
  }
  return null;
}

function national(digits: string, country: string): string | null {
  const { plans, lengths } = load();
  const plan = plans.get(country);
  if (plan === undefined || plan.trunk === null) return null;
  const { trunk } = plan;
  if (trunk !== '' && !digits.startsWith(trunk)) return null;
  const number = digits.slice(trunk.length);
  // The country code may stand there without its plus, or what is dialled for abroad.
  if (digits.startsWith(plan.callingCode) || plan.abroad.test(digits)) return null;
  const possible = plan.lengths & (lengths[Number(plan.callingCode)] ?? 0);
  return !number.startsWith('0') && number.length < 32 && (possible & (1 << number.length)) !== 0
    ? `+${plan.callingCode}${number}`
    : null;
}

/** `+49 (0)30 …`: the zero is only dialled inside the country. */
const trunkZero = /^(\+\d{1,3}[ .-]*)\(0\)/;

/**
 * The number in E.164, or null when it is not understood. `country` (ISO alpha-2) is the one for numbers without a
 * country code; without it such numbers are not understood.
 */
export function normalisePhone(text: string, country?: string): string | null {
  // Spreadsheets keep a plus by putting an apostrophe before it.
  const typed = trimmed(text.startsWith("'") ? text.slice(1) : text);
  let digits = plainDigits(typed);
  if (digits !== null) {
    if (digits.startsWith('00')) digits = `+${digits.slice(2)}`;
    const known = digits.startsWith('+')
      ? international(digits)
      : country === undefined
        ? null
        : national(digits, country);
    if (known !== null) return known;
  }
  if (typed.length < 4 || typed.length > 100) return null;
  const [first = ''] = typed.split(/\s*(?::::|[;,|])\s*/, 1);
  const parsed = parsePhoneNumberFromString(
    first.replace(/^00/, '+').replace(trunkZero, '$1'),
    country as CountryCode | undefined,
  );
  return parsed !== undefined && parsed.isPossible() ? parsed.number : null;
}
