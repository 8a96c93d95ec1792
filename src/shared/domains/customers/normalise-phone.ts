/** Phone numbers to E.164: by the library's tables, with a short way for the plain forms that fill most files. */
import { type CountryCode, getCountries, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { trimmed } from './normalise-text';

type Plan = {
  readonly callingCode: string;
  /** Which lengths a national number may have: bit n for length n. */
  readonly lengths: number;
  /** What is dialled before a number inside the country (`0`, or nothing); null where it takes more than leaving it out. */
  readonly trunk: string | null;
};

/** What the library's metadata class has beside its published type. */
type NumberingPlan = {
  possibleLengths(): number[];
  nationalPrefix(): string | undefined;
  nationalPrefixForParsing(): string | undefined;
  nationalPrefixTransformRule(): string | undefined;
  callingCode(): string;
};

type Tables = {
  readonly plans: ReadonlyMap<string, Plan>;
  /** By calling code, as bits; 0 for codes nobody has. */
  readonly lengths: Uint32Array;
  /** Calling codes where the library may take more than a zero from the start of a national number. */
  readonly odd: ReadonlySet<number>;
};
let tables: Tables | undefined;

function load(): Tables {
  if (tables) return tables;
  const plans = new Map<string, Plan>();
  const lengthsByCode = new Uint32Array(1_000);
  const odd = new Set<number>();
  const metadata = new Metadata();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const plan = metadata.numberingPlan as unknown as NumberingPlan;
    const prefix = plan.nationalPrefix() ?? '';
    const parsing = plan.nationalPrefixForParsing() ?? '';
    const lengths = plan.possibleLengths().reduce((bits, length) => bits | (1 << length), 0);
    const callingCode = plan.callingCode();
    plans.set(country, {
      callingCode,
      lengths,
      trunk: plan.nationalPrefixTransformRule() === undefined && parsing === prefix && prefix !== '1' ? prefix : null,
    });
    const code = Number(callingCode);
    lengthsByCode[code] = (lengthsByCode[code] ?? 0) | lengths;
    if (plan.nationalPrefixTransformRule() !== undefined || (parsing !== '' && parsing !== '0')) odd.add(code);
  }
  tables = { plans, lengths: lengthsByCode, odd };
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
  const { lengths, odd } = load();
  let code = 0;
  for (let codeLength = 1; codeLength <= 3; codeLength += 1) {
    const digit = digits.charCodeAt(codeLength) - 48;
    if (!(digit >= 0 && digit <= 9) || (codeLength === 1 && digit === 0)) return null;
    code = code * 10 + digit;
    const possible = lengths[code] ?? 0;
    if (possible === 0) continue;
    const length = digits.length - 1 - codeLength;
    const first = digits.charCodeAt(1 + codeLength) - 48;
    if (odd.has(code) && !(code === 1 && length === 10 && first > 1)) return null;
    // A zero after the country code is a trunk prefix that does not belong there, or Italy: the library knows.
    return first !== 0 && length < 32 && (possible & (1 << length)) !== 0 ? digits : null;
  }
  return null;
}

function national(digits: string, country: string): string | null {
  const plan = load().plans.get(country);
  if (plan === undefined || plan.trunk === null) return null;
  const { trunk } = plan;
  if (trunk !== '' && !digits.startsWith(trunk)) return null;
  const number = digits.slice(trunk.length);
  // The country code may stand there without its plus.
  if (digits.startsWith(plan.callingCode)) return null;
  return !number.startsWith('0') && number.length < 32 && (plan.lengths & (1 << number.length)) !== 0
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
