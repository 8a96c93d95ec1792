/** Who comes where in each order: read as a whole once, afterwards single people are moved to where the store says they belong. */
import { CustomerSort } from '#shared/domains/customers/model';
import { packedRows, type ReadDb } from '../../db/handles';

export type Order = Uint32Array<ArrayBuffer>;

/** So few numbers are looked for one by one; more in one walk through all. */
const few = 8;

/** What each order compares before the number, never null. `@` stands for the table. */
const keysOf: Readonly<Record<CustomerSort, readonly string[]>> = {
  name: ['@.sort_name'],
  email: ['@.email_key is null', "coalesce(@.email_key, '')"],
  company: ['@.company is null', "coalesce(lower(@.company), '')"],
  city: ['@.city is null', "coalesce(lower(@.city), '')"],
  added: [],
  changed: ['@.changed_at'],
};
const keyOf = (sort: CustomerSort, table: string): string =>
  [...keysOf[sort], '@.number'].map((part) => part.replaceAll('@', table)).join(', ');

/** The numbers of all customers in an order. Name and e-mail have an index; the others but `added` read every customer. */
export async function readOrder(db: ReadDb, sort: CustomerSort): Promise<Order> {
  const { sql, arrange } = wholes[sort] ?? {
    sql: `select number, 0 as without from customers order by ${keyOf(sort, 'customers')}`,
  };
  const { order, without } = await numbersOf(db, sql);
  return arrange?.(order, without) ?? order;
}

type Whole = { readonly sql: string; readonly arrange?: (order: Order, without: number) => Order };

/** Asked so that the narrow indexes answer: the customers themselves are forty times as much to read. */
const wholes: { readonly [S in CustomerSort]?: Whole } = {
  added: { sql: 'select number, 0 as without from customers order by sort_name, number', arrange: ascending },
  email: {
    sql: 'select number, email_key is null as without from customers order by email_key, number',
    // The index has those without an address first.
    arrange: (order, without) => {
      const turned = new Uint32Array(order.length);
      turned.set(order.subarray(without));
      turned.set(order.subarray(0, without), order.length - without);
      return turned;
    },
  },
};

async function numbersOf(db: ReadDb, sql: string): Promise<{ order: Order; without: number }> {
  const [row] = await db.driver.all(
    `select group_concat(number) as numbers, count(*) as size, sum(without) as without from (${sql})`,
  );
  const order = new Uint32Array(Number(row?.['size']));
  const text = typeof row?.['numbers'] === 'string' ? row['numbers'] : '';
  // A million numbers are seven million characters; read in slices so that nothing else waits.
  let filled = 0;
  let start = 0;
  while (start < text.length) {
    const end = start + 65_536 >= text.length ? text.length : text.indexOf(',', start + 65_536);
    const stop = end === -1 ? text.length : end;
    for (const number of JSON.parse(`[${text.slice(start, stop)}]`) as number[]) {
      order[filled] = number;
      filled += 1;
    }
    start = stop + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { order, without: Number(row?.['without'] ?? 0) };
}

/** The same numbers, lowest first; marking and collecting is much faster than sorting. */
function ascending(numbers: Order): Order {
  const there = marked(numbers);
  const sorted = new Uint32Array(numbers.length);
  let filled = 0;
  for (let number = 0; number < there.length; number += 1) if (there[number] === 1) sorted[filled++] = number;
  return sorted;
}

/** 1 at each of the numbers; as long as the highest of them needs. */
export function marked(numbers: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  let last = 0;
  for (let index = 0; index < numbers.length; index += 1) last = Math.max(last, numbers[index] ?? 0);
  const marks = new Uint8Array(last + 1);
  for (let index = 0; index < numbers.length; index += 1) marks[numbers[index] ?? 0] = 1;
  return marks;
}

/** Room to collect in, kept: fresh memory for a million numbers takes longer than filling it. */
let room: Order = new Uint32Array();

/** Those of an order that are marked. */
export function picked(order: Order, marks: Uint8Array): Order {
  if (room.length < order.length) room = new Uint32Array(order.length);
  const numbers = room;
  let filled = 0;
  for (let index = 0; index < order.length; index += 1) {
    const number = order[index] ?? 0;
    // Written always and kept when marked: faster than asking first.
    numbers[filled] = number;
    filled += marks[number] ?? 0;
  }
  return numbers.slice(0, filled);
}

/**
 * The order with `numbers` where the store has them now: out when they are gone, in when they are new. Their places are
 * found by halving, all of them with one question a step. `db` must show all others as they were when `order` was made:
 * inside the transaction that changes `numbers` that is so.
 */
export async function placed(db: ReadDb, order: Order, sort: CustomerSort, numbers: readonly number[]): Promise<Order> {
  if (numbers.length === 0) return order;
  const there = await packedRows<number>(
    db,
    `select number as value from customers where number in (select value from json_each(?)) order by ${keyOf(sort, 'customers')}`,
    [JSON.stringify(numbers)],
  );
  if (there.length === numbers.length && (await areInPlace(db, order, sort, numbers))) return order;
  const rest = without(order, numbers);
  const [first] = there;
  const last = there.at(-1);
  if (first === undefined || last === undefined) return rest;
  const ends = await placesIn(db, rest, sort, [first, last]);
  // People changed together often belong together: when the first and the last do, so do all between.
  const places = ends.get(first) === ends.get(last) ? null : await placesIn(db, rest, sort, there);
  return joined(
    rest,
    there.map((number) => ({ number, at: (places ?? ends).get(places === null ? first : number) ?? rest.length })),
  );
}

/** Whether all of `numbers` are where they belong already, between the same neighbours: most changes touch no more than one order. */
async function areInPlace(db: ReadDb, order: Order, sort: CustomerSort, numbers: readonly number[]): Promise<boolean> {
  const positions = positionsOf(order, numbers);
  if (positions === null) return false;
  const pairs = new Set(positions.flatMap((at) => [at - 1, at]));
  const neighbours = [...pairs].flatMap((at) =>
    at >= 0 && at + 1 < order.length ? [[order[at] ?? 0, order[at + 1] ?? 0] as const] : [],
  );
  return (await areBefore(db, sort, neighbours)).every((before) => before === 1);
}

/** Where each number is, or null when one of them is not there. */
function positionsOf(order: Order, numbers: readonly number[]): number[] | null {
  const positions: number[] = [];
  if (numbers.length <= few) {
    for (const number of numbers) positions.push(order.indexOf(number));
  } else {
    const wanted = marked(numbers);
    for (let at = 0; at < order.length; at += 1) if (wanted[order[at] ?? 0] === 1) positions.push(at);
  }
  return positions.length < numbers.length || positions.includes(-1) ? null : positions;
}

/** Before which position of `rest` each number belongs. */
async function placesIn(
  db: ReadDb,
  rest: Order,
  sort: CustomerSort,
  numbers: readonly number[],
): Promise<Map<number, number>> {
  const ranges = new Map(numbers.map((number) => [number, { low: 0, high: rest.length }]));
  // For a few people it is the number of questions that takes time, for many it is what they ask.
  const parts = numbers.length <= few ? 16 : 2;
  for (;;) {
    const asked = [...ranges].flatMap(([number, { low, high }]) =>
      cutsOf(low, high, parts).map((at) => ({ number, at })),
    );
    if (asked.length === 0) return new Map([...ranges].map(([number, { low }]) => [number, low]));
    const before = await areBefore(
      db,
      sort,
      asked.map(({ number, at }) => [number, rest[at] ?? 0]),
    );
    for (const [index, { number, at }] of asked.entries()) {
      const range = ranges.get(number);
      if (range === undefined) continue;
      if (before[index] === 1) range.high = Math.min(range.high, at);
      else range.low = Math.max(range.low, at + 1);
    }
  }
}

/** Positions that cut a range into parts of about one size, lowest first. */
function cutsOf(low: number, high: number, parts: number): number[] {
  const cuts = Array.from({ length: parts - 1 }, (_, part) => low + Math.floor(((high - low) * (part + 1)) / parts));
  return low < high ? [...new Set(cuts)] : [];
}

/** For each pair: 1 when the first comes before the second. */
function areBefore(
  db: ReadDb,
  sort: CustomerSort,
  pairs: readonly (readonly [number, number])[],
): Promise<readonly (0 | 1)[]> {
  return packedRows<0 | 1>(db, comesBefore[sort], [JSON.stringify(pairs)]);
}

/** One row for each pair, in their order, also where somebody is gone. */
const comesBefore = Object.fromEntries(
  CustomerSort.options.map((sort) => [
    sort,
    `select coalesce((${keyOf(sort, 'one')}) < (${keyOf(sort, 'other')}), 0) as value from json_each(?) as asked
       left join customers as one on one.number = asked.value ->> 0
       left join customers as other on other.number = asked.value ->> 1 order by asked.key`,
  ]),
) as Record<CustomerSort, string>;

/** `there` is in its own order already; a stable sort by place keeps it among those of one place. */
function joined(rest: Order, there: readonly { number: number; at: number }[]): Order {
  const order = new Uint32Array(rest.length + there.length);
  let [from, filled] = [0, 0];
  for (const { number, at } of there.toSorted((a, b) => a.at - b.at)) {
    order.set(rest.subarray(from, at), filled);
    filled += at - from;
    from = at;
    order[filled++] = number;
  }
  order.set(rest.subarray(from), filled);
  return order;
}

/** An order without some numbers. A few are cut out by moving memory; testing every row takes longer. */
function without(order: Order, numbers: readonly number[]): Order {
  if (numbers.length > few) {
    const gone = marked(numbers);
    const rest = new Uint32Array(order.length);
    let filled = 0;
    for (let index = 0; index < order.length; index += 1) {
      const number = order[index] ?? 0;
      if (gone[number] !== 1) rest[filled++] = number;
    }
    return rest.subarray(0, filled);
  }
  const cuts = numbers.map((number) => order.indexOf(number)).filter((at) => at >= 0);
  if (cuts.length === 0) return order;
  const rest = new Uint32Array(order.length - cuts.length);
  let [from, filled] = [0, 0];
  for (const at of [...cuts.toSorted((a, b) => a - b), order.length]) {
    rest.set(order.subarray(from, at), filled);
    filled += at - from;
    from = at + 1;
  }
  return rest;
}
