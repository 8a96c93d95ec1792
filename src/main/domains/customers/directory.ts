/** The list's memory: who comes where in each order and the few coded columns that are filtered and counted. The store is the truth. */
import type { CustomerFilter, CustomerSort } from '#shared/domains/customers/model';
import { packedRows, type ReadDb } from '../../db/handles';

/** Rows of one packed read; small enough that parsing them is not felt. */
const rowsPerRead = 5_000;
/** Above this a change of everything is looked up in the background while the old positions still serve. */
const quickSize = 100_000;
/** So many single changes are put in place; more are looked up anew. */
const mostInPlace = 1_000;

export const facetNames = ['country', 'marketing', 'source', 'language', 'tag'] as const;
export type FacetName = (typeof facetNames)[number];
export type Counts = { value: string; count: number }[];

/** A column whose values are few: a code for each customer number, 0 for none. */
class CodedColumn {
  codes: Uint32Array<ArrayBuffer>;
  readonly values: string[] = [''];
  private readonly known = new Map<string, number>([['', 0]]);
  constructor(size: number) {
    this.codes = new Uint32Array(size);
  }
  set(number: number, value: string | null): void {
    const text = value ?? '';
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(text);
      this.known.set(text, code);
    }
    this.codes[number] = code;
  }
  grow(size: number): void {
    if (size <= this.codes.length) return;
    const larger = new Uint32Array(Math.ceil(size * 1.25) + 1_000);
    larger.set(this.codes);
    this.codes = larger;
  }
}

type Columns = Record<FacetName | 'import', CodedColumn>;

type Snapshot = {
  size: number;
  readonly columns: Columns;
  readonly orders: Map<CustomerSort, Uint32Array<ArrayBuffer>>;
  /** Orders that miss a change; they serve a large store while they are read again. */
  readonly outdated: Set<CustomerSort>;
};

/** One row of the attributes: number, country, marketing, source, language, tags, import. */
type Attributes = [number, string | null, string | null, string | null, string | null, string | null, string | null];
const attributes = 'json_array(number, country, marketing, source, language, tags, import)';

export type Directory = {
  size(): Promise<number>;
  /** Numbers at these positions, and how many there are. */
  page(
    filter: CustomerFilter,
    sort: CustomerSort,
    direction: 'up' | 'down',
    offset: number,
    limit: number,
  ): Promise<{ total: number; numbers: number[] }>;
  facets(filter: CustomerFilter, among?: readonly number[]): Promise<{ total: number } & Record<FacetName, Counts>>;
  /** Those of `numbers` in an order. */
  arranged(numbers: readonly number[], sort: CustomerSort, direction: 'up' | 'down'): Promise<number[]>;
  /** All numbers a filter without text finds, in name order. */
  all(filter: CustomerFilter): Promise<Uint32Array>;
  changed(numbers: readonly number[] | 'all'): void;
};

/** `whenRenewed` is called after a change of everything has been looked up in the background. */
export function createDirectory(read: () => ReadDb, whenRenewed: () => void): Directory {
  let snapshot: Snapshot | null = null;
  let building: Promise<Snapshot> | null = null;
  let stale = false;
  let pending: Promise<void> = Promise.resolve();
  let lastFound: { key: string; numbers: Uint32Array } | null = null;

  const renew = (): Promise<Snapshot> => {
    building ??= (async () => {
      stale = false;
      try {
        const built = await build(read());
        snapshot = built;
        lastFound = null;
        return built;
      } finally {
        building = null;
      }
    })();
    return building;
  };

  const current = async (): Promise<Snapshot> => {
    await pending;
    if (snapshot === null) return renew();
    if (!stale) return snapshot;
    if (snapshot.size <= quickSize && (await countOf(read())) <= quickSize) return renew();
    void renew().then(whenRenewed, () => (stale = true));
    return snapshot;
  };

  const reading = new Map<CustomerSort, Promise<Uint32Array<ArrayBuffer>>>();
  /** Reads an order once, however many ask for it. */
  const readAnew = (at: Snapshot, sort: CustomerSort): Promise<Uint32Array<ArrayBuffer>> => {
    const under = reading.get(sort);
    if (under !== undefined) return under;
    at.outdated.delete(sort);
    const made = readOrder(read(), sort)
      .then((numbers) => {
        at.orders.set(sort, numbers);
        lastFound = null;
        return numbers;
      })
      .finally(() => reading.delete(sort));
    reading.set(sort, made);
    return made;
  };
  const order = async (at: Snapshot, sort: CustomerSort): Promise<Uint32Array<ArrayBuffer>> => {
    const known = at.orders.get(sort);
    if (known === undefined) return readAnew(at, sort);
    if (!at.outdated.has(sort)) return known;
    if (at.size <= quickSize) return readAnew(at, sort);
    void readAnew(at, sort).then(whenRenewed, () => at.outdated.add(sort));
    return known;
  };

  const found = async (at: Snapshot, filter: CustomerFilter, sort: CustomerSort): Promise<Uint32Array> => {
    const whole = await order(at, sort);
    const test = testOf(at.columns, filter);
    if (test === null) return whole;
    const key = JSON.stringify([filter, sort]);
    if (lastFound?.key === key) return lastFound.numbers;
    const numbers = whole.filter(test);
    lastFound = { key, numbers };
    return numbers;
  };

  return {
    size: async () => (await current()).size,
    page: async (filter, sort, direction, offset, limit) => {
      const numbers = await found(await current(), filter, sort);
      const total = numbers.length;
      const page =
        direction === 'up'
          ? numbers.subarray(offset, offset + limit)
          : numbers
              .subarray(Math.max(total - offset - limit, 0), Math.max(total - offset, 0))
              .slice()
              .reverse();
      return { total, numbers: [...page] };
    },
    facets: async (filter, among) => {
      const at = await current();
      return countFacets(at.columns, filter, among ?? (await order(at, 'name')));
    },
    arranged: async (numbers, sort, direction) => {
      const wanted = new Set(numbers);
      const arranged = Array.from(await order(await current(), sort)).filter((number) => wanted.has(number));
      return direction === 'up' ? arranged : arranged.reverse();
    },
    all: async (filter) => found(await current(), filter, 'name'),
    changed: (numbers) => {
      if (numbers === 'all' || numbers.length > mostInPlace) {
        stale = true;
        return;
      }
      // A directory being built may or may not have seen the change; looking it up again is harmless.
      pending = pending
        .catch(() => undefined)
        .then(async () => {
          const at = building === null ? snapshot : await building;
          if (at !== null) await putInPlace(read(), at, numbers);
          lastFound = null;
        })
        .catch(() => void (stale = true));
    },
  };
}

async function countOf(db: ReadDb): Promise<number> {
  const [row] = await db.driver.all('select count(*) as size from customers');
  return Number(row?.['size']);
}

async function build(db: ReadDb): Promise<Snapshot> {
  const [row] = await db.driver.all('select coalesce(max(number), 0) as last from customers');
  const length = Number(row?.['last']) + 1;
  const column = (): CodedColumn => new CodedColumn(length);
  const columns: Columns = {
    country: column(),
    marketing: column(),
    source: column(),
    language: column(),
    tag: column(),
    import: column(),
  };
  let after = 0;
  for (;;) {
    const rows = await packedRows<Attributes>(
      db,
      `select ${attributes} as value from (select number, country, marketing, source, language, tags, import from customers where number > ? order by number limit ?)`,
      [after, rowsPerRead],
    );
    for (const one of rows) put(columns, one);
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsPerRead) break;
    after = last[0];
  }
  const byName = await readOrder(db, 'name');
  return { size: byName.length, columns, orders: new Map([['name', byName]]), outdated: new Set() };
}

function put(columns: Columns, [number, country, marketing, source, language, tags, imported]: Attributes): void {
  for (const column of Object.values(columns)) column.grow(number + 1);
  columns.country.set(number, country);
  columns.marketing.set(number, marketing);
  columns.source.set(number, source);
  columns.language.set(number, language);
  columns.tag.set(number, tags);
  columns.import.set(number, imported);
}

const orderBy: Readonly<Record<CustomerSort, string>> = {
  name: 'sort_name, number',
  email: 'email_key is null, email_key, number',
  company: 'company is null, lower(company), number',
  city: 'city is null, lower(city), number',
  added: 'number',
  changed: 'changed_at, number',
};

async function readOrder(db: ReadDb, sort: CustomerSort): Promise<Uint32Array<ArrayBuffer>> {
  const [row] = await db.driver.all(
    `select group_concat(number) as numbers, count(*) as size from (select number from customers order by ${orderBy[sort]})`,
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
  return order;
}

/** Looks single customers up again and gives each its place in name order; the other orders are made anew when asked for. */
async function putInPlace(db: ReadDb, at: Snapshot, numbers: readonly number[]): Promise<void> {
  const rows = await packedRows<[Attributes, string]>(
    db,
    `select json_array(json(${attributes}), sort_name) as value from customers where number in (select value from json_each(?))`,
    [JSON.stringify(numbers)],
  );
  const rest = without(at.orders.get('name') ?? new Uint32Array(), numbers);
  const placed: { number: number; before: number }[] = [];
  for (const [one, sortName] of rows) {
    put(at.columns, one);
    placed.push({ number: one[0], before: await placeIn(db, rest, sortName, one[0]) });
  }
  placed.sort((a, b) => a.before - b.before);
  const names = new Map(rows.map(([one, sortName]) => [one[0], sortName]));
  const bySortName = (a: number, b: number): number => {
    const [x, y] = [names.get(a) ?? '', names.get(b) ?? ''];
    return Buffer.compare(Buffer.from(x), Buffer.from(y)) || a - b;
  };
  const order = new Uint32Array(rest.length + placed.length);
  let from = 0;
  let filled = 0;
  for (let index = 0; index < placed.length;) {
    const before = placed[index]?.before ?? 0;
    order.set(rest.subarray(from, before), filled);
    filled += before - from;
    from = before;
    const here = placed
      .slice(index)
      .filter((one) => one.before === before)
      .map((one) => one.number)
      .sort(bySortName);
    order.set(here, filled);
    filled += here.length;
    index += here.length;
  }
  order.set(rest.subarray(from), filled);
  at.orders.set('name', order);
  // The other orders still serve, without those that are gone, until somebody asks and they are read again.
  for (const sort of at.orders.keys()) if (sort !== 'name') at.outdated.add(sort);
  at.size = order.length;
}

/** An order without some numbers. A few are cut out by moving memory; testing every row would be felt. */
function without(order: Uint32Array<ArrayBuffer>, numbers: readonly number[]): Uint32Array<ArrayBuffer> {
  if (numbers.length > 16) {
    const gone = new Set(numbers);
    return order.filter((number) => !gone.has(number));
  }
  const rest = order.slice();
  let { length } = rest;
  for (const number of numbers) {
    const position = rest.subarray(0, length).indexOf(number);
    if (position < 0) continue;
    rest.copyWithin(position, position + 1, length);
    length -= 1;
  }
  return rest.subarray(0, length);
}

/** Before which position of `order` the name belongs: asks the index for the next customer that is in `order`. */
async function placeIn(db: ReadDb, order: Uint32Array, sortName: string, number: number): Promise<number> {
  let [name, after] = [sortName, number];
  for (;;) {
    const [next] = await db.driver.all(
      'select number, sort_name from customers where (sort_name, number) > (?, ?) order by sort_name, number limit 1',
      [name, after],
    );
    if (next === undefined) return order.length;
    const position = order.indexOf(Number(next['number']));
    if (position >= 0) return position;
    [name, after] = [String(next['sort_name']), Number(next['number'])];
  }
}

type Test = (number: number) => boolean;

/** A test of one column: which codes pass. */
function columnTest(column: CodedColumn, passes: (value: string) => boolean): Test {
  const allowed = Uint8Array.from(column.values, (value) => (passes(value) ? 1 : 0));
  const { codes } = column;
  return (number) => allowed[codes[number] ?? 0] === 1;
}

function testsOf(columns: Columns, filter: CustomerFilter): { name: FacetName | 'import'; test: Test }[] {
  const tests: { name: FacetName | 'import'; test: Test }[] = [];
  for (const name of facetNames) {
    const choices = filter[name];
    if (choices === undefined || choices.length === 0) continue;
    const wanted = new Set<string>(choices);
    const passes =
      name === 'tag'
        ? (value: string) => tagsOf(value).some((tag) => wanted.has(tag))
        : (value: string) => wanted.has(value);
    tests.push({ name, test: columnTest(columns[name], passes) });
  }
  if (filter.import !== undefined)
    tests.push({ name: 'import', test: columnTest(columns.import, (value) => value === filter.import) });
  return tests;
}

function testOf(columns: Columns, filter: CustomerFilter): Test | null {
  const tests = testsOf(columns, filter).map(({ test }) => test);
  return tests.length === 0 ? null : (number) => tests.every((test) => test(number));
}

/** Tags are coded as whole lists, as they are stored: a JSON text, empty for none. */
const tagsOf = (value: string): string[] => (value === '' ? [] : (JSON.parse(value) as string[]));

/** Counts each value of each facet among those that pass the other facets' filters. Plain loops over typed arrays: a million rows take milliseconds. */
function countFacets(
  columns: Columns,
  filter: CustomerFilter,
  numbers: ArrayLike<number>,
): { total: number } & Record<FacetName, Counts> {
  const { length } = numbers;
  /** How many filters a row fails, and the place of the last one it failed. */
  const failures = new Uint8Array(length);
  const failedAt = new Uint8Array(length);
  const tests = testsOf(columns, filter);
  for (const [place, { test }] of tests.entries()) {
    for (let index = 0; index < length; index += 1) {
      if (test(numbers[index] ?? 0)) continue;
      failures[index] = (failures[index] ?? 0) + 1;
      failedAt[index] = place;
    }
  }
  let total = 0;
  for (let index = 0; index < length; index += 1) if (failures[index] === 0) total += 1;
  const listed = (name: FacetName): Counts => {
    const { codes, values } = columns[name];
    const counts = new Uint32Array(values.length);
    const own = tests.findIndex((test) => test.name === name);
    for (let index = 0; index < length; index += 1) {
      const failed = failures[index];
      if (failed !== 0 && !(failed === 1 && failedAt[index] === own)) continue;
      const code = codes[numbers[index] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const sums = new Map<string, number>();
    for (const [code, count] of counts.entries()) {
      if (count === 0) continue;
      const value = values[code] ?? '';
      for (const one of name === 'tag' ? tagsOf(value) : [value]) sums.set(one, (sums.get(one) ?? 0) + count);
    }
    return [...sums]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    total,
    country: listed('country'),
    marketing: listed('marketing'),
    source: listed('source'),
    language: listed('language'),
    tag: listed('tag'),
  };
}
