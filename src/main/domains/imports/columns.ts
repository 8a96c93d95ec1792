/** The customers table as imports fill it: which columns a file needs, and rows to and from their JSON forms. */
import type { CustomerFieldName, CustomerFields } from '#shared/domains/customers/model';
import { storedFields } from '#shared/domains/customers/normalise';
import type { ImportPlan } from '#shared/domains/imports/plan';

export const derivedNames = ['sort_name', 'email_key', 'phone_key', 'match_key', 'search_text'] as const;

/** Every column a customer's content is in; number, revision, instants and the import are beside it. */
export const contentColumns: readonly string[] = [...storedFields, 'custom', 'originals', ...derivedNames];

/** The columns that rows of this plan can have anything in; the others stay out of the statement. */
export function columnsFor(plan: ImportPlan): string[] {
  const mapped = new Set(plan.fields.map(({ field }) => field));
  if (mapped.has('full_name') || mapped.has('given_name') || mapped.has('family_name')) {
    for (const name of ['full_name', 'given_name', 'family_name']) mapped.add(name);
  }
  if (plan.marketing !== null) mapped.add('marketing');
  if (plan.custom.length > 0) mapped.add('custom');
  mapped.add('originals');
  for (const name of derivedNames) mapped.add(name);
  return contentColumns.filter((column) => mapped.has(column));
}

/** Cells of a row are packed in groups: SQLite walks to a cell from the start of its array, so short arrays are faster to read. */
export const groupSize = 6;

/** `$[2][4]`, the path of the cell at a position. */
export const pathOf = (position: number): string => `$[${Math.floor(position / groupSize)}][${position % groupSize}]`;

/** An existing customer as the store hands it to the worker: its columns by name. */
export type StoredRow = {
  readonly number: number;
  readonly revision: number;
  readonly import: string | null;
} & Readonly<Record<string, string | number | null>>;

export function valuesOf(row: StoredRow): CustomerFields {
  const values: Record<string, unknown> = {};
  for (const field of storedFields) {
    const value = row[field];
    if (value !== null && value !== undefined)
      values[field] = field === 'tags' ? (JSON.parse(String(value)) as unknown) : value;
  }
  return values as CustomerFields;
}

export const recordOf = (json: string | number | null | undefined): Record<string, string> =>
  json === null || json === undefined ? {} : (JSON.parse(String(json)) as Record<string, string>);

/** Text of a field for the history: tags as one line. */
export function textOfField(values: CustomerFields, field: CustomerFieldName): string | null {
  const value = values[field];
  return value === undefined ? null : Array.isArray(value) ? value.join(', ') : (value as string);
}
