/** The list's memory against the store itself: whatever is asked, changed or imported while it is read, in the end they agree. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '#main/db/handles';
import { createDirectory, type Directory } from '#main/domains/customers/directory';
import { directoryOf } from '#main/domains/customers/public';
import { type CustomerFilter, type CustomerId, CustomerSort } from '#shared/domains/customers/model';
import { fold } from '#shared/kernel/text';
import { person } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-directory-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

let bench: TestBench;
let current: Directory;
let renewed = 0;
beforeEach(async () => {
  bench = await testBench();
  // What serve uses is whichever directory a test has made last.
  bench.workbench.cache('customers.directory', (): Directory => ({
    page: (...asked) => current.page(...asked),
    facets: (filter) => current.facets(filter),
    count: (filter) => current.count(filter),
    following: (...asked) => current.following(...asked),
    outdate: () => current.outdate(),
  }));
  expect(directoryOf(bench.workbench)).not.toBe(undefined);
});
afterEach(() => bench.end());

/** A connection whose answers are late: what was read is older than what is true when it arrives. */
function late(db: ReadDb, wait: () => Promise<unknown>): ReadDb {
  const { driver } = db;
  return {
    ...db,
    driver: {
      ...driver,
      all: async (sql, parameters) => {
        const rows = await driver.all(sql, parameters);
        await wait();
        return rows;
      },
    },
  };
}

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `large: 0` makes every list one that serves while it is caught up with. */
function newDirectory(large: number, wait: () => Promise<unknown> = async () => undefined): void {
  renewed = 0;
  const { workbench } = bench;
  current = createDirectory(
    {
      read: workbench.read,
      behind: () => late(workbench.readBehind(), wait),
      commonness: () => null,
      inTurn: (work) => workbench.write(async (db) => workbench.afterCommit(await work(db))),
      whenRenewed: () => (renewed += 1),
    },
    large,
  );
}

const add = async (number: number, more: object = {}): Promise<CustomerId> => {
  const { given, family, email, company, city, country } = person(number);
  const fields = { given_name: given, family_name: family, company, city, country, ...more };
  return (await bench.ask('customers', 'add', { fields: number % 3 === 0 ? fields : { ...fields, email } })).id;
};
const numbersIn = async (sort: CustomerSort, filter: CustomerFilter = {}): Promise<number[]> =>
  (await bench.ask('customers', 'list', { filter, sort, limit: 500 })).rows.map(({ id }) => Number(id.slice(2)));

/** Each order as one would write it down without knowing of the directory. */
const orderBy: Record<CustomerSort, string> = {
  name: 'sort_name, number',
  email: 'email_key is null, email_key, number',
  company: 'company is null, lower(company), number',
  city: 'city is null, lower(city), number',
  added: 'number',
  changed: 'changed_at, number',
};

async function disagreements(): Promise<string[]> {
  const found: string[] = [];
  const stored = new Map<CustomerSort, { number: number; country: string; tags: string[]; text: string }[]>();
  for (const sort of CustomerSort.options)
    stored.set(
      sort,
      (
        await bench.workbench
          .read()
          .driver.all(`select number, country, tags, search_text from customers order by ${orderBy[sort]}`)
      ).map((row) => ({
        number: Number(row['number']),
        country: (row['country'] ?? '') as string,
        tags: JSON.parse((row['tags'] ?? '[]') as string) as string[],
        text: String(row['search_text']),
      })),
    );
  for (const filter of [{}, { country: ['US'] }, { tag: ['vip'] }, { text: 'an' }, { text: 'mar', country: ['US'] }]) {
    const { country, tag, text } = filter as CustomerFilter;
    for (const sort of CustomerSort.options) {
      const expected = (stored.get(sort) ?? []).filter(
        (one) =>
          (country === undefined || country.includes(one.country)) &&
          (tag === undefined || tag.some((name) => one.tags.includes(name))) &&
          (text === undefined || one.text.includes(fold(text))),
      );
      const up = await bench.ask('customers', 'list', { filter, sort, limit: 500 });
      const down = await bench.ask('customers', 'list', { filter, sort, direction: 'down', limit: 3 });
      const numbers = expected.map(({ number }) => number);
      if (up.capped || up.rows.map(({ id }) => Number(id.slice(2))).join() !== numbers.join())
        found.push(`${sort} of ${JSON.stringify(filter)}`);
      if (down.rows.map(({ id }) => Number(id.slice(2))).join() !== numbers.toReversed().slice(0, 3).join())
        found.push(`${sort} downwards of ${JSON.stringify(filter)}`);
      if (sort !== 'name') continue;
      const counted = (await bench.ask('customers', 'facets', { filter })).total;
      if (counted !== expected.length || (await bench.ask('customers', 'count', { filter })).total !== expected.length)
        found.push(`the count of ${JSON.stringify(filter)}`);
    }
  }
  return found;
}

/** In the end, however late the memory was: looks again as long as a large list may take to catch up. */
async function agreement(): Promise<void> {
  let found = await disagreements();
  for (let round = 0; round < 40 && found.length > 0; round += 1) {
    await soon(25);
    found = await disagreements();
  }
  expect(found).toEqual([]);
}

type Step =
  | { do: 'add' | 'edit' | 'tag'; at: number; number: number }
  | { do: 'remove' | 'merge' | 'tagAll'; at: number }
  | { do: 'ask'; sort: CustomerSort; filter: CustomerFilter }
  | { do: 'clock'; minutes: number }
  | { do: 'import'; from: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('add', 'edit', 'tag'), at: fc.nat(40), number: fc.nat(3_000) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('remove', 'merge', 'tagAll'), at: fc.nat(40) }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      sort: fc.constantFrom(...CustomerSort.options),
      filter: fc.constantFrom<CustomerFilter>({}, { country: ['US'] }, { text: 'an' }, { text: 'mar' }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('clock' as const), minutes: fc.integer({ min: -500, max: 500 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('import' as const), from: fc.nat(3_000) }) },
);

let file = 0;
async function take(one: Step, ids: CustomerId[]): Promise<void> {
  const id = 'at' in one ? ids[one.at % Math.max(ids.length, 1)] : undefined;
  const { ask, askRaw } = bench;
  switch (one.do) {
    case 'add':
      ids.push(await add(one.number, one.number % 2 === 0 ? { tags: ['vip'] } : {}));
      return;
    case 'edit': {
      const answer = await askRaw('customers', 'get', { id });
      if (!answer.ok) return;
      const { revision } = answer.value as { revision: number };
      const { given, family, city, country } = person(one.number);
      // Somebody else may have been faster; then there is a conflict and nothing changes.
      await askRaw('customers', 'edit', {
        id,
        revision,
        draft: { fields: { given_name: given, family_name: family, city, country } },
      });
      return;
    }
    case 'tag':
      if (id !== undefined) await ask('customers', 'tag', { selection: { ids: [id] }, add: ['vip', `t${one.number}`] });
      return;
    case 'tagAll':
      await ask('customers', 'tag', { selection: { filter: { country: ['US'] } }, add: [], remove: ['vip'] });
      return;
    case 'remove':
      if (id !== undefined) await ask('customers', 'remove', { ids: [id] });
      return;
    case 'merge': {
      const other = ids[(one.at + 1) % ids.length];
      if (other !== undefined && other !== id) await askRaw('customers', 'merge', { survivor: id, others: [other] });
      return;
    }
    case 'ask':
      await ask('customers', 'list', { sort: one.sort, filter: one.filter });
      return;
    case 'clock':
      bench.setNow(new Date(Date.UTC(2026, 10, 24, 9) + one.minutes * 60_000).toISOString());
      return;
    case 'import': {
      const path = join(files, `${(file += 1)}.csv`);
      const rows = [0, 1, 2].map((more) => person(one.from + more));
      writeFileSync(path, `Name,City\n${rows.map((row) => `${row.given} ${row.family},${row.city}`).join('\n')}\n`);
      await ask('imports', 'run', {
        file: path,
        columns: ['full_name', 'city'].map((field, index) => ({ index, field })),
      });
    }
  }
}

describe('the directory agrees with the store', () => {
  it.each([
    ['at once where it is small', 100_000],
    ['in the end where it is large', 0],
  ])(
    '%s',
    async (_, large) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 }),
          fc.nat(20),
          async (groups, slowness) => {
            let turn = slowness;
            newDirectory(large, () => soon((turn = (turn * 7 + 3) % (slowness + 1))));
            const ids = (await bench.workbench.read().driver.all('select number from customers')).map(
              (row) => `C-${String(row['number'])}` as CustomerId,
            );
            for (const group of groups) {
              // All of a group at the same time: who reads and who writes meanwhile is up to chance.
              await Promise.all(group.map((one) => take(one, ids)));
              if (large > 0) expect(await disagreements()).toEqual([]);
            }
            await agreement();
          },
        ),
        { numRuns: 6 },
      );
    },
    120_000,
  );

  it('places a change that is committed while an order is read for the first time', async () => {
    let reading: Promise<unknown> = Promise.resolve();
    newDirectory(100_000, () => reading);
    for (const number of [1, 2, 3]) await add(number);
    for (const [index, sort] of CustomerSort.options.entries()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      reading = promise;
      const asked = numbersIn(sort);
      await soon(20);
      const id = Number((await add(50 + index)).slice(2));
      resolve();
      expect(await asked).toContain(id);
      expect(await numbersIn(sort)).toContain(id);
    }
    await agreement();
  });

  it('serves a large list at once while everything is looked up again, and says when it has caught up', async () => {
    let delay = 0;
    newDirectory(0, () => soon(delay));
    for (const number of [1, 2, 3]) await add(number);
    expect(await numbersIn('city')).toHaveLength(3);
    delay = 300;
    current.outdate();
    const start = performance.now();
    expect(await numbersIn('city')).toHaveLength(3);
    await add(4);
    expect(await numbersIn('city')).toHaveLength(3);
    expect(performance.now() - start).toBeLessThan(300);
    await expect.poll(() => renewed, { timeout: 5_000 }).toBeGreaterThan(0);
    await expect.poll(() => numbersIn('city'), { timeout: 5_000 }).toHaveLength(4);
  });

  it('keeps serving when a change is taken back', async () => {
    newDirectory(100_000);
    for (const number of [1, 2, 3]) await add(number);
    const before = await numbersIn('name');
    await expect(
      bench.workbench.write(async (db) => {
        await db.driver.run('delete from customers where number = ?', [before[0] ?? 0]);
        bench.workbench.afterCommit(await current.following(db, [before[0] ?? 0]));
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await numbersIn('name')).toEqual(before);
    await add(4);
    await agreement();
  });
});
