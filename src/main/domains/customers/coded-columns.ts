/** The few columns that are filtered and counted, as small codes by customer number: a million people are counted in milliseconds. */
import type { CustomerFilter } from '#shared/domains/customers/model';
import { packedRows, type ReadDb } from '../../db/handles';
import { lastNumber } from './selection';

/** Rows of one packed read; small enough that parsing them is not felt. */
const rowsPerRead = 2_500;

const facetNames = ['country', 'marketing', 'source', 'language', 'tag'] as const;
type FacetName = (typeof facetNames)[number];
type Counts = { value: string; count: number }[];
export type Facets = { total: number } & Record<FacetName, Counts>;
type ColumnName = FacetName | 'import';

/** A column whose values are few: a code for each customer number, 0 for none. */
class CodedColumn {
  codes: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  readonly values: string[] = [''];
  readonly #known = new Map<string, number>([['', 0]]);
  constructor(size: number) {
    this.codes = new Uint16Array(size);
  }
  set(number: number, value: string | null): void {
    const text = value ?? '';
    let code = this.#known.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(text);
      this.#known.set(text, code);
      if (code === 0x1_0000) this.codes = Uint32Array.from(this.codes);
    }
    this.codes[number] = code;
  }
  grow(size: number): void {
    const larger = this.codes instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
    larger.set(this.codes);
    this.codes = larger;
  }
}

/** One row: number, country, marketing, source, language, tags, import. */
type Cell = string | null;
type Attributes = [number, Cell, Cell, Cell, Cell, Cell, Cell];
const columnsRead = 'number, country, marketing, source, language, tags, import';

/** A test of one column: 1 at each code that passes. */
type Test = { readonly name: ColumnName; readonly allowed: Uint8Array; readonly codes: ArrayLike<number> };

/** Of those with a 1 in `base` the ones that pass every test. */
function passingOf(base: Uint8Array, tests: readonly Test[]): Uint8Array {
  if (tests.length === 0) return base;
  const passes = base.slice();
  for (const { allowed, codes } of tests) {
    for (let number = 0; number < passes.length; number += 1)
      passes[number] = (passes[number] ?? 0) & (allowed[codes[number] ?? 0] ?? 0);
  }
  return passes;
}

function sumOf(marks: Uint8Array): number {
  let sum = 0;
  for (let number = 0; number < marks.length; number += 1) sum += marks[number] ?? 0;
  return sum;
}

export class CodedColumns {
  /** 1 where there is a customer with this number. */
  #there: Uint8Array<ArrayBuffer>;
  readonly #columns: Record<ColumnName, CodedColumn>;
  readonly #tagLists = new Map<string, string[]>([['', []]]);

  private constructor(size: number) {
    const column = (): CodedColumn => new CodedColumn(size);
    this.#there = new Uint8Array(size);
    this.#columns = {
      country: column(),
      marketing: column(),
      source: column(),
      language: column(),
      tag: column(),
      import: column(),
    };
  }

  /** As many as the highest customer number needs. */
  get size(): number {
    return this.#there.length;
  }

  static async read(db: ReadDb): Promise<CodedColumns> {
    const columns = new CodedColumns((await lastNumber(db)) + 1);
    let after = 0;
    for (;;) {
      const rows = await packedRows<Attributes>(
        db,
        `select json_array(${columnsRead}) as value from (select ${columnsRead} from customers where number > ? order by number limit ?)`,
        [after, rowsPerRead],
      );
      for (const one of rows) columns.#put(one);
      const last = rows.at(-1);
      if (last === undefined || rows.length < rowsPerRead) return columns;
      after = last[0];
    }
  }

  /** Looks `numbers` up; what is handed back puts them in as they were found, and takes out those that are gone. */
  async lookUp(db: ReadDb, numbers: readonly number[]): Promise<() => void> {
    const rows = await packedRows<Attributes>(
      db,
      `select json_array(${columnsRead}) as value from customers where number in (select value from json_each(?))`,
      [JSON.stringify(numbers)],
    );
    return () => {
      for (const number of numbers) if (number < this.#there.length) this.#there[number] = 0;
      for (const row of rows) this.#put(row);
    };
  }

  #put([number, country, marketing, source, language, tags, imported]: Attributes): void {
    if (number >= this.#there.length) this.#grow(number + 1);
    this.#there[number] = 1;
    const columns = this.#columns;
    columns.country.set(number, country);
    columns.marketing.set(number, marketing);
    columns.source.set(number, source);
    columns.language.set(number, language);
    columns.tag.set(number, tags);
    columns.import.set(number, imported);
  }

  #grow(size: number): void {
    const roomy = Math.ceil(size * 1.25) + 1_000;
    const larger = new Uint8Array(roomy);
    larger.set(this.#there);
    this.#there = larger;
    for (const column of Object.values(this.#columns)) column.grow(roomy);
  }

  /** 1 for each number the filter finds, whatever its text; with `among`, only where that has a 1. */
  passing(filter: CustomerFilter, among: Uint8Array | null = null): Uint8Array {
    return passingOf(this.#among(among), this.#testsOf(filter));
  }

  count(filter: CustomerFilter): number {
    return sumOf(this.passing(filter));
  }

  /** Counts each value of each facet among those that pass the other facets' filters; with `among`, only where that has a 1. */
  facets(filter: CustomerFilter, among: Uint8Array | null): Facets {
    const base = this.#among(among);
    const tests = this.#testsOf(filter);
    const passing = passingOf(base, tests);
    const listed = (name: FacetName): Counts => {
      const others = tests.filter((test) => test.name !== name);
      const passes = others.length === tests.length ? passing : passingOf(base, others);
      const { codes, values } = this.#columns[name];
      const counts = new Uint32Array(values.length);
      for (let number = 0; number < passes.length; number += 1) {
        const code = codes[number] ?? 0;
        // Adding nothing is faster than asking whether to add.
        counts[code] = (counts[code] ?? 0) + (passes[number] ?? 0);
      }
      const sums = new Map<string, number>();
      for (const [code, count] of counts.entries()) {
        if (count === 0) continue;
        const value = values[code] ?? '';
        for (const one of name === 'tag' ? this.#tagsOf(value) : [value]) sums.set(one, (sums.get(one) ?? 0) + count);
      }
      return [...sums]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    };
    return {
      total: sumOf(passing),
      country: listed('country'),
      marketing: listed('marketing'),
      source: listed('source'),
      language: listed('language'),
      tag: listed('tag'),
    };
  }

  #among(among: Uint8Array | null): Uint8Array {
    if (among === null) return this.#there;
    const there = this.#there;
    const marks = new Uint8Array(Math.min(there.length, among.length));
    for (let number = 0; number < marks.length; number += 1)
      marks[number] = (there[number] ?? 0) & (among[number] ?? 0);
    return marks;
  }

  #testsOf(filter: CustomerFilter): Test[] {
    const test = (name: ColumnName, passes: (value: string) => boolean): Test => ({
      name,
      allowed: Uint8Array.from(this.#columns[name].values, (value) => (passes(value) ? 1 : 0)),
      codes: this.#columns[name].codes,
    });
    const tests = facetNames.flatMap((name) => {
      const choices = filter[name];
      if (choices === undefined || choices.length === 0) return [];
      const wanted = new Set<string>(choices);
      return [
        test(
          name,
          name === 'tag' ? (value) => this.#tagsOf(value).some((tag) => wanted.has(tag)) : (value) => wanted.has(value),
        ),
      ];
    });
    return filter.import === undefined ? tests : [...tests, test('import', (value) => value === filter.import)];
  }

  /** Tags are coded as whole lists, as they are stored: a JSON text, empty for none. */
  #tagsOf(value: string): string[] {
    let tags = this.#tagLists.get(value);
    if (tags === undefined) {
      tags = JSON.parse(value) as string[];
      this.#tagLists.set(value, tags);
    }
    return tags;
  }
}

/** Whether a filter asks for anything but a text. */
export const isFiltered = (filter: CustomerFilter): boolean =>
  filter.import !== undefined || facetNames.some((name) => (filter[name]?.length ?? 0) > 0);
