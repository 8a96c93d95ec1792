/** Phone numbers to E.164: by the library's tables, with a short way for the plain forms that fill most files. */
import { type CountryCode, getCountries, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { trimmed } from './normalise-text';

type Plan = {
  readonly callingCode: string;
  /** Which lengths a national number may have. */
  readonly lengths: ReadonlySet<number>;
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

let plans: Map<string, Plan> | undefined;
let lengthsByCallingCode: Map<string, Set<number>> | undefined;

function load(): { plans: Map<string, Plan>; lengths: Map<string, Set<number>> } {
  if (plans && lengthsByCallingCode) return { plans, lengths: lengthsByCallingCode };
  plans = new Map();
  lengthsByCallingCode = new Map();
  const metadata = new Metadata();
  for (const country of getCountries()) {
    metadata.selectNumberingPlan(country);
    const plan = metadata.numberingPlan as unknown as NumberingPlan;
    const prefix = plan.nationalPrefix() ?? '';
    const parsing = plan.nationalPrefixForParsing() ?? '';
    const lengths = new Set(plan.possibleLengths());
    const callingCode = plan.callingCode();
    plans.set(country, {
      callingCode,
      lengths,
      trunk: plan.nationalPrefixTransformRule() === undefined && parsing === prefix && prefix !== '1' ? prefix : null,
    });
    const all = lengthsByCallingCode.get(callingCode) ?? new Set<number>();
    for (const length of lengths) all.add(length);
    lengthsByCallingCode.set(callingCode, all);
  }
  return { plans, lengths: lengthsByCallingCode };
}

/** The digits of a number written only with digits and the usual separators, with its plus; null for anything else. */
function plainDigits(text: string): string | null {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 48 && unit <= 57) digits += text[index];
    else if (unit === 43 && digits === '') digits = '+';
    // space, no-break space, - . / ( )
    else if (unit !== 32 && unit !== 45 && unit !== 46 && unit !== 47 && unit !== 160 && unit !== 40 && unit !== 41) return null;
  }
  return digits;
}

function international(digits: string): string | null {
  const { lengths } = load();
  for (let codeLength = 1; codeLength <= 3; codeLength += 1) {
    const possible = lengths.get(digits.slice(1, 1 + codeLength));
    // A zero after the country code is a trunk prefix that does not belong there, or Italy: the library knows.
    if (possible !== undefined) return digits[1 + codeLength] !== '0' && possible.has(digits.length - 1 - codeLength) ? digits : null;
  }
  return null;
}

function national(digits: string, country: string): string | null {
  const plan = load().plans.get(country);
  if (plan === undefined || plan.trunk === null) return null;
  const { trunk } = plan;
  if (trunk !== '' && !digits.startsWith(trunk)) return null;
  const number = digits.slice(trunk.length);
  return !number.startsWith('0') && plan.lengths.has(number.length) ? `+${plan.callingCode}${number}` : null;
}

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
    const known = digits.startsWith('+') ? international(digits) : country === undefined ? null : national(digits, country);
    if (known !== null) return known;
  }
  if (typed.length < 4 || typed.length > 100) return null;
  const [first = ''] = typed.split(/\s*(?::::|[;,|])\s*/, 1);
  const parsed = parsePhoneNumberFromString(first.replace(/^00/, '+').replace('(0)', ''), country as CountryCode | undefined);
  return parsed !== undefined && parsed.isPossible() ? parsed.number : null;
}
