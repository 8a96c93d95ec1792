/** Searching against a plain look through everybody: whatever is stored and whatever is typed, in a small store and in a large one. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchOf, trigramsOf, wordsOf } from '#main/domains/customers/search-words';
import type { CustomerFilter } from '#shared/domains/customers/model';
import { fold } from '#shared/kernel/text';
import { naughtyStrings } from '#test/support/naughty-strings';
import { person } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

/** Customers are numbered from here on: a store whose numbers are this high may be large, and is treated as such. */
async function numberFrom(number: number): Promise<void> {
  await bench.ask('customers', 'add', { fields: { full_name: 'First' } });
  await bench.workbench.write((db) =>
    db.driver.run("update sqlite_sequence set seq = ?1 where name = 'customers'", [number]),
  );
}

/** Everybody with the folded texts they can be found by; the phone numbers are left out of all this. */
async function fill(): Promise<Map<string, string[]>> {
  // Every other one: what holds 500 people is answered as one page.
  const naughty = naughtyStrings.filter((_, index) => index % 2 === 0);
  const texts = [...naughty, ...Array.from({ length: 60 }, (_, index) => person(index).note)];
  for (const [index, notes] of texts.entries()) {
    const { given, family, company } = person(index);
    await bench.askRaw('customers', 'add', { fields: { full_name: `${given} ${family}`, company, notes } });
  }
  const held = new Map<string, string[]>();
  const { rows } = await bench.ask('customers', 'list', { limit: 500 });
  for (const { id } of rows) {
    const { fields } = await bench.ask('customers', 'get', { id });
    held.set(
      id,
      [fields.full_name, fields.company, fields.notes].flatMap((text) => (text === undefined ? [] : [fold(text)])),
    );
  }
  return held;
}

function foundSlowly(held: ReadonlyMap<string, string[]>, typed: string): string[] {
  if (!typed.isWellFormed()) return [];
  const words = fold(typed)
    .split(/[\s\u0000]+/)
    .filter((word) => word !== '');
  if (words.length === 0 && typed.trim() !== '') return [];
  return [...held]
    .filter(([, texts]) => words.every((word) => texts.some((text) => text.includes(word))))
    .map(([id]) => id)
    .toSorted();
}

/** The whole list of a text, once it says that it is whole. */
async function listed(filter: CustomerFilter): Promise<string[]> {
  for (;;) {
    const { rows, capped } = await bench.ask('customers', 'list', { filter, limit: 500 });
    if (!capped) return rows.map(({ id }) => id as string).toSorted();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const typed = (held: ReadonlyMap<string, string[]>): fc.Arbitrary<string> => {
  const piece = fc
    .tuple(fc.constantFrom(...[...held.values()].flat()), fc.nat(), fc.integer({ min: 1, max: 9 }))
    .map(([text, start, length]) => text.slice(start % Math.max(text.length, 1)).slice(0, length));
  return fc.oneof(
    { weight: 4, arbitrary: piece },
    { weight: 3, arbitrary: fc.tuple(piece, piece).map((pieces) => pieces.join(' ')) },
    { weight: 2, arbitrary: fc.constantFrom(...naughtyStrings).map((text) => text.slice(0, 400)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  );
};

describe('whatever is typed finds exactly those who hold all its words', () => {
  it.each([
    ['in a small store', 0],
    ['in a large store', 60_000],
  ])(
    '%s',
    async (_, from) => {
      await numberFrom(from);
      const held = await fill();
      const isLarge = from > 0;
      await fc.assert(
        fc.asyncProperty(typed(held), async (text) => {
          if (text.trim() === '') return;
          const expected = foundSlowly(held, text);
          expect(await listed({ text })).toEqual(expected);
          expect((await bench.ask('customers', 'count', { filter: { text } })).total).toBe(expected.length);
          expect((await bench.ask('customers', 'facets', { filter: { text } })).total).toBe(expected.length);
          const { rows, more } = await bench.ask('customers', 'search', { text, limit: 500 });
          const found = rows.map(({ id }) => id as string).toSorted();
          // A large store may leave people out of an instant search for a word of one or two characters, and says so.
          if (isLarge && more) expect(expected).toEqual(expect.arrayContaining(found));
          else expect(found).toEqual(expected);
          if (!isLarge) expect(more).toBe(false);
        }),
        { numRuns: 120 },
      );
    },
    180_000,
  );

  it('in bulk work, too, where a word is short and the store is large', async () => {
    await numberFrom(60_000);
    for (let index = 0; index < 20; index += 1)
      await bench.ask('customers', 'add', {
        fields: { full_name: `Person ${index}`, notes: index % 2 === 0 ? 'likes qx' : 'q x' },
      });
    const selection = { filter: { text: 'qx' } };
    expect((await bench.ask('customers', 'count', selection)).total).toBe(10);
    const file = join(tmpdir(), `steward-short-${process.pid}.json`);
    try {
      expect((await bench.ask('customers', 'export', { selection, format: 'json', file })).rows).toBe(10);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(10);
    } finally {
      rmSync(file, { force: true });
    }
    expect((await bench.ask('customers', 'tag', { selection, add: ['short'] })).changed).toBe(10);
    const { rows, more } = await bench.ask('customers', 'search', { text: 'qx' });
    // Nobody's name begins so: the instant search finds nobody and does not claim that there is nobody.
    expect([rows.length, more]).toEqual([0, true]);
  });
});

describe('the list of a text', () => {
  it('shows some at once, says that it is not whole, tells when it is, and follows changes', async () => {
    await numberFrom(60_000);
    await bench.workbench.write((db) =>
      db.driver.run(
        `with recursive some (number) as (values (1) union all select number + 1 from some where number < 1200)
         insert into customers (created_at, changed_at, full_name, sort_name, search_text, country)
         select '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'Sam ' || number, 'sam ' || number, 'sam ' || number, iif(number % 2, 'DE', 'FR') from some`,
      ),
    );
    const filter = { text: 'sam' };
    await bench.ask('customers', 'facets', {});
    bench.told.length = 0;
    const first = await bench.ask('customers', 'list', { filter });
    expect([first.total, first.capped]).toEqual([500, true]);
    await expect.poll(async () => (await bench.ask('customers', 'list', { filter })).total).toBe(1_200);
    expect(bench.told).toContainEqual({ topic: 'changed', value: { domain: 'customers' } });
    const whole = await bench.ask('customers', 'facets', { filter });
    expect([whole.total, whole.capped, whole.country]).toEqual([
      1_200,
      false,
      [
        { value: 'DE', count: 600 },
        { value: 'FR', count: 600 },
      ],
    ]);
    const some = await bench.ask('customers', 'facets', { filter: { text: 'sa' } });
    expect([some.total, some.capped]).toEqual([500, true]);
    await listed(filter);
    const { id } = await bench.ask('customers', 'add', { fields: { full_name: 'Sam Aaron' } });
    const after = await bench.ask('customers', 'list', { filter, limit: 1 });
    expect([after.total, after.capped]).toEqual([1_201, false]);
    expect(
      (await bench.ask('customers', 'list', { filter, sort: 'added', direction: 'down', limit: 1 })).rows[0]?.id,
    ).toBe(id);
    await bench.ask('customers', 'remove', { ids: [id] });
    expect((await bench.ask('customers', 'list', { filter, limit: 1 })).total).toBe(1_200);
  });
});

it('gives up looking for words that are rare only together, and says so', async () => {
  await bench.workbench.write((db) =>
    db.driver.run(
      `with recursive some (number) as (values (1) union all select number + 1 from some where number < 12000)
       insert into customers (created_at, changed_at, full_name, sort_name, search_text)
       select '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'Kim', 'kim', iif(number in (700, 11900), 'kim zq', 'kim') from some`,
    ),
  );
  const found = async (text: string) => {
    const { rows, more } = await bench.ask('customers', 'search', { text });
    return [rows.map(({ id }) => id), more];
  };
  // The second is beyond the ten thousandth who has the long word.
  expect(await found('zq kim')).toEqual([['C-700'], true]);
  expect((await bench.ask('customers', 'count', { filter: { text: 'zq kim' } })).total).toBe(2);
  expect(await listed({ text: 'zq kim' })).toEqual(['C-11900', 'C-700']);
});

describe('which pieces of words the index is asked for', () => {
  const commonness = {
    parts: new Map([
      ['cus', 0.9],
      ['tom', 0.9],
      ['ann', 0.05],
      ['nna', 0.03],
      ['hub', 0.02],
    ]),
    unseen: 0.0005,
  };
  it('are the rarest ones, as many as are worth reading, each as a plain text', () => {
    expect(matchOf(wordsOf('Custom'), commonness)).toBe('"ust" AND "sto"');
    expect(matchOf(wordsOf('anna cus'), commonness)).toBe('"nna" AND "ann"');
    expect(matchOf(wordsOf('a"b" an'), null)).toBe('"a""b" AND """b"""');
    expect(matchOf(wordsOf('ab c'), commonness)).toBe(null);
  });
  it('are all there are while nothing is known, and never more than a dozen', () => {
    expect(trigramsOf(['annan'])).toEqual(['ann', 'nna', 'nan']);
    expect(matchOf(['x'.repeat(3), 'abcdefghijklmnopqrstuvwxyz'], null)?.split(' AND ')).toHaveLength(12);
  });
});
