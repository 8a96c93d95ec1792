/** Data-entry standards in one place: what a form or a file brings becomes what is stored, and what was typed is kept. */
import { hasUnstorableCharacters, longestText } from '#shared/kernel/text';
import type { CustomerFieldName, CustomerFields, MarketingStatus } from './model';
import { normaliseCountry } from './normalise-country';
import { type DayOrder, dayOfSerial, normaliseDay } from './normalise-day';
import { normaliseEmail } from './normalise-email';
import { derivedColumns, type DerivedColumns } from './normalise-keys';
import { normaliseLanguage } from './normalise-language';
import { normaliseMarketing } from './normalise-marketing';
import { composeName, splitName } from './normalise-names';
import { normalisePhone } from './normalise-phone';
import { normalisePostalCode, normaliseRegion } from './normalise-region';
import { normaliseTags } from './normalise-tags';
import { oneLine, trimmed } from './normalise-text';

/** What came in, field by field. Blank means absent. */
export type TypedFields = { readonly [F in CustomerFieldName]?: string | readonly string[] | undefined };

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

export type NormalisedCustomer = {
  readonly values: CustomerFields;
  /** What was typed, for each field whose value differs by more than space around it. */
  readonly originals: Record<string, string>;
  /** Kept as typed, not understood. */
  readonly warnings: readonly NormaliseWarning[];
  /** What forbids storing it. */
  readonly problems: readonly NormaliseProblem[];
};

/** Longest value of each text field, in UTF-16 units; the model's schema says the same. */
export const longestOf: Readonly<Partial<Record<CustomerFieldName, number>>> = {
  full_name: 400, given_name: 200, family_name: 200, company: 400, job_title: 200, email: 320, phone: 100, mobile: 100, street: 400,
  city: 200, postal_code: 40, region: 200, country: 100, birth_date: 40, language: 40, source: 200, marketing_on: 40, customer_since: 40,
  last_activity: 40, external_id: 200, website: 400, notes: longestText,
};

type Writable = { -readonly [F in keyof CustomerFields]: CustomerFields[F] };

/** Collects the answer for one customer. */
class Entry {
  readonly values: Writable = {};
  readonly originals: Record<string, string> = {};
  readonly warnings: NormaliseWarning[] = [];
  readonly problems: NormaliseProblem[] = [];

  /** Stores the value of a text field; `typed` is kept when it says something else. */
  put(field: Exclude<CustomerFieldName, 'marketing' | 'tags'>, value: string, typed: string): void {
    if (value === '') return;
    if (value.length > (longestOf[field] ?? longestText)) this.problems.push({ field, code: 'too-long' });
    else if (hasUnstorableCharacters(value)) this.problems.push({ field, code: 'unstorable-characters' });
    else {
      this.values[field] = value;
      if (value !== typed) this.keep(field, value, typed);
    }
  }

  keep(field: CustomerFieldName, value: string, typed: string): void {
    const bare = trimmed(typed);
    if (bare !== value && !hasUnstorableCharacters(bare)) this.originals[field] = bare;
  }

  warn(field: CustomerFieldName, code: NormaliseWarning['code']): void {
    this.warnings.push({ field, code });
  }
}

const lineFields = ['company', 'job_title', 'street', 'city', 'source', 'external_id', 'website'] as const;
const dayFields = ['birth_date', 'marketing_on', 'customer_since', 'last_activity'] as const;

const textOf = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');

/** Turns what was typed or imported into what is stored. Pure: same input, same answer. */
export function normaliseCustomer(fields: TypedFields, options: NormaliseOptions = {}): NormalisedCustomer {
  const entry = new Entry();
  putNames(entry, fields);
  for (const field of lineFields) {
    const typed = fields[field];
    if (typed) entry.put(field, oneLine(typed as string), typed as string);
  }
  const country = putCountry(entry, textOf(fields.country));
  const place = country ?? options.defaultCountry;
  if (fields.region) entry.put('region', normaliseRegion(textOf(fields.region), country), textOf(fields.region));
  if (fields.postal_code) entry.put('postal_code', normalisePostalCode(textOf(fields.postal_code), place), textOf(fields.postal_code));
  if (fields.email) putEmail(entry, textOf(fields.email));
  if (fields.phone) putPhone(entry, 'phone', textOf(fields.phone), place);
  if (fields.mobile) putPhone(entry, 'mobile', textOf(fields.mobile), place);
  for (const field of dayFields) {
    const typed = fields[field];
    if (typed) putDay(entry, field, typed as string, options);
  }
  if (fields.language) putLanguage(entry, textOf(fields.language));
  if (fields.marketing) putMarketing(entry, textOf(fields.marketing));
  if (fields.tags) putTags(entry, fields.tags);
  if (fields.notes) {
    const typed = textOf(fields.notes);
    // Notes are kept exactly, line ends and all.
    if (trimmed(typed) !== '') entry.put('notes', typed, typed);
  }
  const { values, problems } = entry;
  if (
    problems.length === 0 && values.full_name === undefined && values.company === undefined &&
    values.email === undefined && values.phone === undefined && values.mobile === undefined
  ) {
    problems.push({ field: null, code: 'nothing-to-identify' });
  }
  return entry;
}

function putNames(entry: Entry, fields: TypedFields): void {
  const typedFull = textOf(fields.full_name);
  const given = oneLine(textOf(fields.given_name));
  const family = oneLine(textOf(fields.family_name));
  const full = oneLine(typedFull);
  if (given !== '') entry.put('given_name', given, textOf(fields.given_name));
  if (family !== '') entry.put('family_name', family, textOf(fields.family_name));
  if (full === '') {
    const composed = composeName(given || undefined, family || undefined);
    entry.put('full_name', composed, composed);
    return;
  }
  if (given !== '' || family !== '') {
    entry.put('full_name', full, typedFull);
    return;
  }
  const parts = splitName(full);
  if (parts === null) entry.put('full_name', full, typedFull);
  else {
    entry.put('given_name', parts.given, parts.given);
    entry.put('family_name', parts.family, parts.family);
    entry.put('full_name', composeName(parts.given, parts.family), typedFull);
  }
}

function putCountry(entry: Entry, typed: string): string | undefined {
  if (typed === '') return undefined;
  const code = normaliseCountry(typed);
  if (code === null) {
    const line = oneLine(typed);
    if (line !== '') entry.warn('country', 'country-not-understood');
    entry.put('country', line, typed);
    return undefined;
  }
  entry.put('country', code, typed);
  return code;
}

function putEmail(entry: Entry, typed: string): void {
  const email = normaliseEmail(typed);
  if (email !== null) entry.put('email', email, typed);
  else if (trimmed(typed) !== '') entry.problems.push({ field: 'email', code: typed.length > 320 ? 'too-long' : 'email-invalid' });
}

function putPhone(entry: Entry, field: 'phone' | 'mobile', typed: string, country: string | undefined): void {
  const number = normalisePhone(typed, country);
  if (number !== null) {
    entry.put(field, number, typed);
    return;
  }
  const line = oneLine(typed);
  if (line === '') return;
  entry.put(field, line, typed);
  entry.warn(field, 'phone-not-understood');
}

function putDay(entry: Entry, field: (typeof dayFields)[number], typed: string, options: NormaliseOptions): void {
  const serial = options.spreadsheet && /^\d{3,6}(?:\.\d+)?$/.test(typed) ? dayOfSerial(Number(typed)) : null;
  const day = serial ?? normaliseDay(typed, options.dayOrder?.[field]);
  if (day !== null) {
    entry.put(field, day, typed);
    return;
  }
  const line = oneLine(typed);
  if (line === '') return;
  entry.put(field, line, typed);
  entry.warn(field, 'date-not-understood');
}

function putLanguage(entry: Entry, typed: string): void {
  const tag = normaliseLanguage(typed);
  const line = oneLine(typed);
  if (line === '') return;
  entry.put('language', tag ?? line, typed);
  if (tag === null) entry.warn('language', 'language-not-understood');
}

function putMarketing(entry: Entry, typed: string): void {
  if (trimmed(typed) === '') return;
  const status: MarketingStatus = normaliseMarketing(typed);
  entry.values.marketing = status;
  if (typed !== status) entry.keep('marketing', status, typed.slice(0, 200));
}

function putTags(entry: Entry, typed: string | readonly string[]): void {
  const { tags, whole } = normaliseTags(typed);
  if (!whole) entry.problems.push({ field: 'tags', code: 'too-long' });
  else if (tags.some(hasUnstorableCharacters)) entry.problems.push({ field: 'tags', code: 'unstorable-characters' });
  else if (tags.length > 0) entry.values.tags = [...tags];
}

/** A customer's columns as the table holds them, derived ones included; `custom` by field name. */
export type StoredColumns = DerivedColumns & { readonly [F in CustomerFieldName]: string | null } & {
  readonly custom: string | null;
  readonly originals: string | null;
};

const jsonOrNull = (record: Readonly<Record<string, string>>): string | null =>
  Object.keys(record).length === 0 ? null : JSON.stringify(record);

/** The one place that turns values into columns: tags, custom values and originals as JSON text, absent ones as null. */
export function storedColumns(
  values: CustomerFields,
  custom: Readonly<Record<string, string>>,
  originals: Readonly<Record<string, string>>,
): StoredColumns {
  const columns: Record<string, string | null> = { ...derivedColumns(values, originals) };
  for (const field of storedFields) columns[field] = (values[field] as string | undefined) ?? null;
  columns['tags'] = values.tags && values.tags.length > 0 ? JSON.stringify(values.tags) : null;
  columns['custom'] = jsonOrNull(custom);
  columns['originals'] = jsonOrNull(originals);
  return columns as unknown as StoredColumns;
}

/** The fields with a column of their own, in the table's order. */
export const storedFields = [
  'full_name', 'given_name', 'family_name', 'company', 'job_title', 'email', 'phone', 'mobile', 'street', 'city', 'postal_code', 'region',
  'country', 'birth_date', 'language', 'source', 'marketing', 'marketing_on', 'customer_since', 'last_activity', 'external_id', 'website',
  'tags', 'notes',
] as const satisfies readonly CustomerFieldName[];
