/** Customers as the table holds them, turned into what people see, and read in packed batches. */
import {
  type Customer,
  type CustomerFields,
  type CustomerRow,
  customerIdOf,
  type MarketingStatus,
} from '#shared/domains/customers/model';
import { storedFields } from '#shared/domains/customers/normalise';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb } from '../../db/handles';

/** All columns of a customer that carry something a person entered, by name. */
export type PackedCustomer = {
  readonly number: number;
  readonly revision: number;
  readonly created_at: string;
  readonly changed_at: string;
  readonly import: string | null;
} & Readonly<Record<(typeof storedFields)[number] | 'custom' | 'originals', string | null>>;

const members = ['number', 'revision', 'created_at', 'changed_at', 'import', ...storedFields, 'custom', 'originals']
  .map((column) => `'${column}', ${column}`)
  .join(', ');

export async function readCustomers(db: ReadDb, numbers: readonly number[]): Promise<PackedCustomer[]> {
  return packedRows<PackedCustomer>(
    db,
    `select json_object(${members}) as value from customers where number in (select value from json_each(?1)) order by number`,
    [JSON.stringify(numbers)],
  );
}

export function customerOf(row: PackedCustomer): Customer {
  return {
    id: customerIdOf(row.number),
    revision: row.revision,
    createdAt: row.created_at as Instant,
    changedAt: row.changed_at as Instant,
    import: row.import,
    fields: fieldsOf(row),
    custom: recordOf(row.custom),
    originals: recordOf(row.originals),
    masked: [],
    sealed: [],
  };
}

export function fieldsOf(row: PackedCustomer): CustomerFields {
  const fields: Record<string, unknown> = {};
  for (const field of storedFields) {
    const value = row[field];
    if (value !== null) fields[field] = field === 'tags' ? (JSON.parse(value) as string[]) : value;
  }
  return fields as CustomerFields;
}

export const recordOf = (text: string | null): Record<string, string> =>
  text === null ? {} : (JSON.parse(text) as Record<string, string>);

type ListedRow = [
  number: number,
  name: string | null,
  email: string | null,
  phone: string | null,
  company: string | null,
  city: string | null,
  country: string | null,
  marketing: string | null,
  tags: string | null,
];

/** Rows of the list for these numbers, in their order; numbers that are gone are left out. */
export async function listedRows(db: ReadDb, numbers: readonly number[]): Promise<CustomerRow[]> {
  if (numbers.length === 0) return [];
  const rows = await packedRows<ListedRow>(
    db,
    `select json_array(number, full_name, email, coalesce(phone, mobile), company, city, country, marketing, tags) as value
       from customers where number in (select value from json_each(?1))`,
    [JSON.stringify(numbers)],
  );
  const byNumber = new Map(rows.map((row) => [row[0], row]));
  return numbers.flatMap((number) => {
    const row = byNumber.get(number);
    return row === undefined ? [] : [listedRowOf(row)];
  });
}

function listedRowOf([number, name, email, phone, company, city, country, marketing, tags]: ListedRow): CustomerRow {
  const id = customerIdOf(number);
  return {
    id,
    name: name ?? company ?? email ?? phone ?? id,
    email,
    phone,
    company,
    city,
    country,
    marketing: marketing as MarketingStatus | null,
    tags: tags === null ? [] : (JSON.parse(tags) as string[]),
    masked: [],
  };
}
