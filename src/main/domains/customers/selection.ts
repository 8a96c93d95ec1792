/** The filter's parts other than its text as SQL, for answers that read the customers anyway. */
import type { CustomerFilter } from '#shared/domains/customers/model';
import type { SqlValue } from '../../db/driver';
import { packedRows, type ReadDb } from '../../db/handles';

export type Condition = { readonly sql: string; readonly values: SqlValue[] };

export function conditionOf(filter: CustomerFilter): Condition {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const oneOf = (column: string, choices: readonly string[] | undefined): void => {
    if (choices === undefined || choices.length === 0) return;
    parts.push(`coalesce(${column}, '') in (select value from json_each(?))`);
    values.push(JSON.stringify(choices));
  };
  oneOf('customers.country', filter.country);
  oneOf('customers.marketing', filter.marketing);
  oneOf('customers.source', filter.source);
  oneOf('customers.language', filter.language);
  if (filter.tag !== undefined && filter.tag.length > 0) {
    parts.push(
      `exists (select 1 from json_each(customers.tags) as tag where tag.value in (select value from json_each(?)))`,
    );
    values.push(JSON.stringify(filter.tag));
  }
  if (filter.import !== undefined) {
    parts.push('customers.import = ?');
    values.push(filter.import);
  }
  return { sql: parts.map((part) => ` and ${part}`).join(''), values };
}

/** These people. */
export const these = (numbers: readonly number[]): Condition => ({
  sql: ' and customers.number in (select value from json_each(?))',
  values: [JSON.stringify(numbers)],
});

/** Those whom a filter without text finds, with numbers above `after` up to `last`. */
export function those(filter: CustomerFilter, after: number, last: number): Condition {
  const { sql, values } = conditionOf(filter);
  return { sql: ` and customers.number > ? and customers.number <= ?${sql}`, values: [after, last, ...values] };
}

/** The highest customer number; numbers are never used twice, so it says how large the store can be. */
export async function lastNumber(db: ReadDb): Promise<number> {
  const [row] = await db.driver.all('select max(number) as last from customers');
  return Number(row?.['last'] ?? 0);
}

/** How many people a filter without text finds. */
export async function countCustomers(db: ReadDb, filter: CustomerFilter): Promise<number> {
  const { sql, values } = conditionOf(filter);
  const [row] = await db.driver.all(`select count(*) as total from customers where true${sql}`, values);
  return Number(row?.['total']);
}

export type Range = { readonly after?: number; readonly limit: number };

/** Numbers of people a filter without text finds, lowest first from `after` on. */
export async function filteredNumbers(
  db: ReadDb,
  filter: CustomerFilter,
  { after = 0, limit }: Range,
): Promise<number[]> {
  const { sql, values } = conditionOf(filter);
  return packedRows<number>(
    db,
    `select number as value from customers where number > ?${sql} order by number limit ?`,
    [after, ...values, limit],
  );
}
