/** The standards at work on one customer laid out in numbered slots: no objects are made for a row, so a million rows stay cheap. */
import { hasUnstorableCharacters, longestText } from '#shared/kernel/text';
import type { CustomerFieldName, CustomerFields } from './model';
import { normaliseCountry } from './normalise-country';
import { type DayOrder, dayOfSerial, normaliseDay } from './normalise-day';
import { normaliseEmail } from './normalise-email';
import { normaliseLanguage } from './normalise-language';
import { normaliseMarketing } from './normalise-marketing';
import { composeName, splitName } from './normalise-names';
import { normalisePhone } from './normalise-phone';
import { normalisePostalCode, normaliseRegion } from './normalise-region';
import { normaliseTags } from './normalise-tags';
import { oneLine, trimmed } from './normalise-text';

/** The fields with a column of their own, in the table's order; a field's slot is its place here. */
export const storedFields = [
  'full_name',
  'given_name',
  'family_name',
  'company',
  'job_title',
  'email',
  'phone',
  'mobile',
  'street',
  'city',
  'postal_code',
  'region',
  'country',
  'birth_date',
  'language',
  'source',
  'marketing',
  'marketing_on',
  'customer_since',
  'last_activity',
  'external_id',
  'website',
  'tags',
  'notes',
] as const satisfies readonly CustomerFieldName[];

export const slots = Object.fromEntries(storedFields.map((field, slot) => [field, slot])) as {
  readonly [F in CustomerFieldName]: number;
};

export type NormaliseOptions = {
  /** ISO alpha-2 for phone numbers and postal codes of customers without a country. */
  readonly defaultCountry?: string | undefined;
  /** Which of day and month comes first in a field's column; without it `3/4/2021` is not understood. */
  readonly dayOrder?: Readonly<Record<string, DayOrder>> | undefined;
  /** Whole numbers in day fields are day numbers of a spreadsheet. */
  readonly spreadsheet?: boolean | undefined;
};

export type NormaliseWarning = {
  readonly field: CustomerFieldName;
  readonly code: 'phone-not-understood' | 'country-not-understood' | 'date-not-understood' | 'language-not-understood';
};
export type NormaliseProblem = {
  /** Null for the customer as a whole. */
  readonly field: CustomerFieldName | null;
  readonly code: 'email-invalid' | 'too-long' | 'unstorable-characters' | 'nothing-to-identify';
};

/** Longest value of each text field, in UTF-16 units; the model's schema says the same. */
export const longestOf: Readonly<Partial<Record<CustomerFieldName, number>>> = {
  full_name: 400,
  given_name: 200,
  family_name: 200,
  company: 400,
  job_title: 200,
  email: 320,
  phone: 100,
  mobile: 100,
  street: 400,
  city: 200,
  postal_code: 40,
  region: 200,
  country: 100,
  birth_date: 40,
  language: 40,
  source: 200,
  marketing_on: 40,
  customer_since: 40,
  last_activity: 40,
  external_id: 200,
  website: 400,
  notes: longestText,
};
const longest = storedFields.map((field) => longestOf[field] ?? longestText);

const {
  full_name: FULL,
  given_name: GIVEN,
  family_name: FAMILY,
  company: COMPANY,
  email: EMAIL,
  phone: PHONE,
  mobile: MOBILE,
  postal_code: POSTAL,
  region: REGION,
  country: COUNTRY,
  language: LANGUAGE,
  marketing: MARKETING,
  tags: TAGS,
  notes: NOTES,
  external_id: EXTERNAL,
} = slots;
const lineSlots = [COMPANY, slots.job_title, slots.street, slots.city, slots.source, slots.external_id, slots.website];
const daySlots = [slots.birth_date, slots.marketing_on, slots.customer_since, slots.last_activity];

/** What was typed, by slot; an empty text is nothing. */
export type TypedSlots = readonly string[];

export const emptySlots = (): string[] => storedFields.map(() => '');

/** One customer at a time: `read` replaces what the one before left. */
export class CustomerSlots {
  /** Values by slot; tags as the JSON the table holds. */
  readonly values: (string | null)[] = storedFields.map(() => null);
  /** What was typed, where the value differs by more than space around it. */
  readonly originals: (string | null)[] = storedFields.map(() => null);
  tags: readonly string[] = [];
  warnings: NormaliseWarning[] = [];
  problems: NormaliseProblem[] = [];
  /** How many originals there are. */
  kept = 0;
  #storable = false;

  /** `storable` says that the caller has seen to it that no text holds a NUL or half a surrogate pair. */
  read(typed: TypedSlots, options: NormaliseOptions, storable: boolean): void {
    const { values } = this;
    for (let slot = 0; slot < values.length; slot += 1) values[slot] = null;
    if (this.kept > 0) for (let slot = 0; slot < values.length; slot += 1) this.originals[slot] = null;
    this.kept = 0;
    this.tags = none;
    if (this.warnings.length > 0) this.warnings = [];
    if (this.problems.length > 0) this.problems = [];
    this.#storable = storable;

    this.#putNames(typed);
    for (let index = 0; index < lineSlots.length; index += 1) {
      const slot = lineSlots[index] as number;
      const text = typed[slot] as string;
      if (text !== '') this.#put(slot, slot === EXTERNAL ? withoutMarker(oneLine(text)) : oneLine(text), text);
    }
    const country = this.#putCountry(typed[COUNTRY] as string);
    const place = country ?? options.defaultCountry;
    const region = typed[REGION] as string;
    if (region !== '') this.#put(REGION, normaliseRegion(region, country), region);
    const postal = typed[POSTAL] as string;
    if (postal !== '') this.#put(POSTAL, normalisePostalCode(withoutMarker(postal), place), postal);
    const email = typed[EMAIL] as string;
    if (email !== '') this.#putEmail(email);
    const phone = typed[PHONE] as string;
    if (phone !== '') this.#putPhone(PHONE, phone, place);
    const mobile = typed[MOBILE] as string;
    if (mobile !== '') this.#putPhone(MOBILE, mobile, place);
    for (let index = 0; index < daySlots.length; index += 1) {
      const slot = daySlots[index] as number;
      const text = typed[slot] as string;
      if (text !== '') this.#putDay(slot, text, options);
    }
    const language = typed[LANGUAGE] as string;
    if (language !== '') this.#putLanguage(language);
    const marketing = typed[MARKETING] as string;
    if (marketing !== '' && trimmed(marketing) !== '') {
      const status = normaliseMarketing(marketing);
      this.values[MARKETING] = status;
      if (status !== marketing) this.keep(MARKETING, status, marketing.slice(0, 200));
    }
    const tags = typed[TAGS] as string;
    if (tags !== '') this.putTags(tags);
    const notes = typed[NOTES] as string;
    // Notes are kept exactly, line ends and all.
    if (notes !== '' && trimmed(notes) !== '') this.#put(NOTES, notes, notes);
    if (
      this.problems.length === 0 &&
      values[FULL] === null &&
      values[COMPANY] === null &&
      values[EMAIL] === null &&
      values[PHONE] === null &&
      values[MOBILE] === null
    ) {
      this.problems.push({ field: null, code: 'nothing-to-identify' });
    }
  }

  putTags(typed: string | readonly string[]): void {
    const { tags, json, whole } = normaliseTags(typed);
    if (!whole) this.#fail(TAGS, 'too-long');
    else if (!this.#storable && tags.some(hasUnstorableCharacters)) this.#fail(TAGS, 'unstorable-characters');
    else {
      this.tags = tags;
      this.values[TAGS] = json;
    }
  }

  /** Keeps what was typed for a slot when it says something else than the value. */
  keep(slot: number, value: string, typed: string): void {
    const bare = trimmed(typed);
    if (bare === value || (!this.#storable && hasUnstorableCharacters(bare))) return;
    this.originals[slot] = bare;
    this.kept += 1;
  }

  /** The values as the model has them. */
  fields(): CustomerFields {
    const fields: Record<string, unknown> = {};
    for (const [slot, field] of storedFields.entries()) {
      const value = this.values[slot];
      if (value !== null && value !== undefined) fields[field] = slot === TAGS ? [...this.tags] : value;
    }
    return fields as CustomerFields;
  }

  originalFields(): Record<string, string> {
    const originals: Record<string, string> = {};
    if (this.kept === 0) return originals;
    for (const [slot, field] of storedFields.entries()) {
      const typed = this.originals[slot];
      if (typed !== null && typed !== undefined) originals[field] = typed;
    }
    return originals;
  }

  #put(slot: number, value: string, typed: string): void {
    if (value === '') return;
    if (value.length > (longest[slot] as number)) this.#fail(slot, 'too-long');
    else if (!this.#storable && hasUnstorableCharacters(value)) this.#fail(slot, 'unstorable-characters');
    else {
      this.values[slot] = value;
      if (value !== typed) this.keep(slot, value, typed);
    }
  }

  #fail(slot: number, code: NormaliseProblem['code']): void {
    this.problems.push({ field: storedFields[slot] ?? null, code });
  }

  #warn(slot: number, code: NormaliseWarning['code']): void {
    const field = storedFields[slot];
    if (field !== undefined) this.warnings.push({ field, code });
  }

  #putNames(typed: TypedSlots): void {
    const typedFull = typed[FULL] as string;
    const typedGiven = typed[GIVEN] as string;
    const typedFamily = typed[FAMILY] as string;
    const given = oneLine(typedGiven);
    const family = oneLine(typedFamily);
    const full = oneLine(typedFull);
    if (given !== '') this.#put(GIVEN, given, typedGiven);
    if (family !== '') this.#put(FAMILY, family, typedFamily);
    if (full === '') {
      if (given === '' && family === '') return;
      const composed = composeName(given || undefined, family || undefined);
      this.#put(FULL, composed, composed);
      return;
    }
    const parts = given === '' && family === '' ? splitName(full) : null;
    if (parts === null) {
      this.#put(FULL, full, typedFull);
      return;
    }
    this.#put(GIVEN, parts.given, parts.given);
    this.#put(FAMILY, parts.family, parts.family);
    this.#put(FULL, composeName(parts.given, parts.family), typedFull);
  }

  #putCountry(typed: string): string | undefined {
    if (typed === '') return undefined;
    const code = normaliseCountry(typed);
    if (code !== null) {
      this.#put(COUNTRY, code, typed);
      return code;
    }
    const line = oneLine(typed);
    if (line !== '') this.#warn(COUNTRY, 'country-not-understood');
    this.#put(COUNTRY, line, typed);
    return undefined;
  }

  #putEmail(typed: string): void {
    const email = normaliseEmail(typed);
    if (email !== null) this.#put(EMAIL, email, typed);
    else if (trimmed(typed) !== '') this.#fail(EMAIL, typed.length > 320 ? 'too-long' : 'email-invalid');
  }

  #putPhone(slot: number, typed: string, country: string | undefined): void {
    const number = normalisePhone(typed, country);
    if (number !== null) {
      this.#put(slot, number, typed);
      return;
    }
    const line = oneLine(typed);
    if (line === '') return;
    this.#put(slot, line, typed);
    this.#warn(slot, 'phone-not-understood');
  }

  #putDay(slot: number, typed: string, options: NormaliseOptions): void {
    const serial = options.spreadsheet && /^\d{3,6}(?:\.\d+)?$/.test(typed) ? dayOfSerial(Number(typed)) : null;
    const day = serial ?? normaliseDay(typed, options.dayOrder?.[storedFields[slot] ?? '']);
    if (day !== null) {
      this.#put(slot, day, typed);
      return;
    }
    const line = oneLine(typed);
    if (line === '') return;
    this.#put(slot, line, typed);
    this.#warn(slot, 'date-not-understood');
  }

  #putLanguage(typed: string): void {
    const tag = normaliseLanguage(typed);
    const line = tag ?? oneLine(typed);
    if (line === '') return;
    this.#put(LANGUAGE, line, typed);
    if (tag === null) this.#warn(LANGUAGE, 'language-not-understood');
  }
}

const none: readonly string[] = [];

/** Exports put an apostrophe before codes so that spreadsheets take them for text; it is not part of the code. */
const withoutMarker = (code: string): string => (code.charCodeAt(0) === 39 && code.length > 1 ? code.slice(1) : code);
