/** Data-entry standards in one place: what a form or a file brings becomes what is stored, and what was typed is kept. */
import type { CustomerFieldName, CustomerFields } from './model';
import { derivedColumns, type DerivedColumns } from './normalise-keys';
import {
  CustomerSlots,
  emptySlots,
  type NormaliseOptions,
  type NormaliseProblem,
  type NormaliseWarning,
  slots,
  storedFields,
} from './normalise-slots';

export {
  longestOf,
  type NormaliseOptions,
  type NormaliseProblem,
  type NormaliseWarning,
  storedFields,
} from './normalise-slots';

/** What came in, field by field. Blank means absent. */
export type TypedFields = { readonly [F in CustomerFieldName]?: string | readonly string[] | undefined };

export type NormalisedCustomer = {
  readonly values: CustomerFields;
  /** What was typed, for each field whose value differs by more than space around it. */
  readonly originals: Record<string, string>;
  /** Kept as typed, not understood. */
  readonly warnings: readonly NormaliseWarning[];
  /** What forbids storing it. */
  readonly problems: readonly NormaliseProblem[];
};

/** Turns what was typed into what is stored. Pure: same input, same answer. */
export function normaliseCustomer(fields: TypedFields, options: NormaliseOptions = {}): NormalisedCustomer {
  const typed = emptySlots();
  for (const field of storedFields) {
    const value = fields[field];
    if (typeof value === 'string') typed[slots[field]] = value;
  }
  const customer = new CustomerSlots();
  customer.read(typed, options, false);
  // Tags of a form are separate already: a comma in one is part of it.
  if (Array.isArray(fields.tags)) customer.putTags(fields.tags);
  return takenFrom(customer);
}

/** The customer in the slots as objects of its own. */
export const takenFrom = (customer: CustomerSlots): NormalisedCustomer => ({
  values: customer.fields(),
  originals: customer.originalFields(),
  warnings: [...customer.warnings],
  problems: [...customer.problems],
});

/** A customer's columns as the table holds them, derived ones included. */
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
