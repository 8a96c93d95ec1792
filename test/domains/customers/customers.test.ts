/** Customers through serve on a real vault: what is typed comes back, what changed is remembered, what is removed is gone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { streamXlsxRows } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CustomerFields,
  CustomerFilter,
  CustomerId,
  CustomerRow,
  CustomerSort,
} from '#shared/domains/customers/model';
import { fold } from '#shared/kernel/text';
import { naughtyStrings } from '#test/support/naughty-strings';
import { person } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';
import { failureOf } from '#test/support/failure-of';

const files = mkdtempSync(join(tmpdir(), 'steward-customers-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const add = (fields: CustomerFields, custom: Record<string, string> = {}) =>
  bench.ask('customers', 'add', { fields, custom });
const list = (filter: CustomerFilter = {}, more: object = {}) =>
  bench.ask('customers', 'list', { filter, limit: 500, ...more });
const names = (rows: readonly CustomerRow[]): string[] => rows.map(({ name }) => name);
const tables = async (id: CustomerId) => {
  const number = Number(id.slice(2));
  const [row] = await bench.workbench.read().driver.all(
    `select (select count(*) from customers where number = ?1) as customers, (select count(*) from customer_changes where customer = ?1) as changes,
            (select count(*) from duplicate_members where customer = ?1) as members, (select count(*) from import_quarantine where customer = ?1) as quarantined`,
    [number],
  );
  return row;
};

describe('one customer', () => {
  it('is stored as the standards say, keeps what was typed, and remembers every change', async () => {
    const added = await add({
      full_name: '  Rosa   Delgado ',
      email: 'ROSA@Example.COM',
      phone: '(510) 555-0142',
      country: 'United States',
      tags: ['vip', 'VIP '],
    });
    expect(added.fields).toMatchObject({ full_name: 'Rosa Delgado', phone: '+15105550142', country: 'US' });
    expect(added.originals).toMatchObject({ phone: '(510) 555-0142', country: 'United States' });
    const changed = await bench.ask('customers', 'edit', {
      id: added.id,
      revision: added.revision,
      draft: { fields: { ...added.fields, city: 'Oakland' } },
    });
    expect(changed).toMatchObject({ revision: 2, originals: { phone: '(510) 555-0142' } });
    const history = await bench.ask('customers', 'history', { id: added.id });
    expect(history.map(({ event }) => event)).toEqual(['changed', 'added']);
    expect(history[0]?.changes).toEqual({ city: [null, 'Oakland'] });
    expect(
      await failureOf(
        bench.ask('customers', 'edit', { id: added.id, revision: 1, draft: { fields: { full_name: 'Stale' } } }),
      ),
    ).toEqual({ code: 'conflict', what: 'customer' });
    expect((await bench.ask('customers', 'get', { id: added.id })).fields.full_name).toBe('Rosa Delgado');
  });

  it('is refused when nothing identifies it, its address is none, or its own field has no purpose or holds something else', async () => {
    expect(await failureOf(add({ city: 'Oakland' }))).toMatchObject({ code: 'invalid' });
    expect(await failureOf(add({ full_name: 'A', email: 'not an address' }))).toMatchObject({
      code: 'invalid',
      problems: [{ path: ['fields', 'email'] }],
    });
    expect(await failureOf(add({ full_name: 'A' }, { x_secret: '1' }))).toMatchObject({
      rule: 'customers.field-without-purpose',
    });
    const declaration = {
      purpose: 'serve-customers',
      sensitivity: 'ordinary',
      retentionClass: 'customer-relationship',
    } as never;
    await bench.ask('fields', 'add', { label: 'Größe', kind: 'number', declaration });
    await bench.ask('fields', 'add', { label: 'Since', kind: 'day', declaration });
    expect(await failureOf(add({ full_name: 'A' }, { x_grosse: 'tall' }))).toMatchObject({
      code: 'invalid',
      problems: [{ path: ['custom', 'x_grosse'] }],
    });
    expect(await failureOf(add({ full_name: 'A' }, { x_since: '2026-02-30' }))).toMatchObject({ code: 'invalid' });
    expect((await add({ full_name: 'A' }, { x_grosse: '1,85', x_since: '2026-02-28' })).custom).toEqual({
      x_grosse: '1,85',
      x_since: '2026-02-28',
    });
  });

  it('leaves nothing behind when removed: history, clusters, search, list', async () => {
    const one = await add({ full_name: 'Zebulon Quark', phone: '+15105550001', email: 'z1@example.com' });
    const other = await add({ full_name: 'Zebulon Quark', phone: '+15105550001', email: 'z2@example.com' });
    await bench.ask('customers', 'findDuplicates', {});
    expect((await bench.ask('customers', 'duplicates', {})).open).toBe(1);
    expect(await bench.ask('customers', 'remove', { ids: [one.id] })).toEqual({ removed: 1 });
    expect(await tables(one.id)).toEqual({ customers: 0, changes: 0, members: 0, quarantined: 0 });
    expect((await bench.ask('customers', 'duplicates', {})).open).toBe(0);
    expect(names((await bench.ask('customers', 'search', { text: 'quark' })).rows)).toEqual(['Zebulon Quark']);
    expect((await list()).rows.map(({ id }) => id)).toEqual([other.id]);
    const hits = await bench.workbench
      .read()
      .driver.all('select rowid from customers_search where customers_search match \'"qua"\'');
    expect(hits).toHaveLength(1);
    expect(await failureOf(bench.ask('customers', 'get', { id: one.id }))).toEqual({
      code: 'not-found',
      what: 'customer',
    });
  });
});

describe('joining', () => {
  it('keeps the survivor, takes what it lacks, and a no to marketing outweighs a yes', async () => {
    const survivor = await add({
      full_name: 'Ana María',
      email: 'ana@example.com',
      marketing: 'subscribed',
      tags: ['vip'],
    });
    const other = await add({
      full_name: 'Ana Maria',
      phone: '+4989123456',
      marketing: 'unsubscribed',
      tags: ['wholesale'],
      city: 'München',
    });
    const merged = await bench.ask('customers', 'merge', { survivor: survivor.id, others: [other.id] });
    expect(merged.fields).toMatchObject({
      full_name: 'Ana María',
      phone: '+4989123456',
      marketing: 'unsubscribed',
      city: 'München',
    });
    expect(merged.fields.tags?.toSorted()).toEqual(['vip', 'wholesale']);
    expect((await list()).total).toBe(1);
    expect((await bench.ask('customers', 'history', { id: survivor.id })).map(({ event }) => event)).toContain(
      'merged',
    );
    expect(
      await failureOf(bench.ask('customers', 'merge', { survivor: survivor.id, others: [survivor.id] })),
    ).toMatchObject({ rule: 'customers.merge-needs-two' });
  });

  it('is offered with the customer it is about, however many other groups there are', async () => {
    await bench.workbench.write(async (db) => {
      await db.driver.exec(
        `with recursive some (number) as (values (1) union all select number + 1 from some where number < 301)
         insert into customers (created_at, changed_at, full_name, sort_name, search_text)
         select '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'P ' || number, 'p ' || number, 'p ' || number from some;
         insert into duplicate_clusters (reason, likeness, survivor, found_at) select 'name', 0.9, number, '2026-01-01' from customers where number % 2 = 1 and number < 301;
         insert into duplicate_members (cluster, customer) select id, survivor from duplicate_clusters;
         insert into duplicate_members (cluster, customer) select id, survivor + 1 from duplicate_clusters;`,
      );
    });
    const late = await bench.ask('customers', 'duplicates', { of: 'C-300' as CustomerId });
    expect(late.open).toBe(150);
    expect(late.clusters.map(({ members }) => members.map(({ id }) => id))).toEqual([['C-299', 'C-300']]);
    expect((await bench.ask('customers', 'duplicates', { of: 'C-301' as CustomerId })).clusters).toEqual([]);
    // Whoever leaves takes only the own group along.
    await bench.ask('customers', 'remove', { ids: ['C-299' as CustomerId] });
    expect((await bench.ask('customers', 'duplicates', { of: 'C-300' as CustomerId })).clusters).toEqual([]);
    expect((await bench.ask('customers', 'duplicates', {})).open).toBe(149);
  });

  it('is not offered again for people somebody told apart', async () => {
    await add({ full_name: 'Jo Sand', phone: '+15105550009' });
    await add({ full_name: 'Jo Sand', phone: '+15105550009' });
    await bench.ask('customers', 'findDuplicates', {});
    const { clusters } = await bench.ask('customers', 'duplicates', {});
    await bench.ask('customers', 'keepApart', { cluster: clusters[0]?.id ?? 0 });
    expect((await bench.ask('customers', 'findDuplicates', {})).clusters).toBe(0);
    expect(await bench.ask('customers', 'duplicates', {})).toEqual({ open: 0, clusters: [] });
  });
});

describe('naughty strings', () => {
  it('survive adding, listing, searching and every export byte for byte', async () => {
    const kept = new Map<string, string>();
    for (const [index, text] of naughtyStrings.entries()) {
      const answer = await bench.askRaw('customers', 'add', { fields: { full_name: `Person ${index}`, notes: text } });
      if (answer.ok) kept.set(`Person ${index}`, text);
      else expect(answer.failure.code).toBe('invalid');
    }
    expect(kept.size).toBeGreaterThan(515);
    const stored = new Map<string, string>();
    const everybody = [...(await list()).rows, ...(await list({}, { offset: 500 })).rows];
    expect(everybody).toHaveLength(kept.size);
    for (const { id, name } of everybody)
      stored.set(name, (await bench.ask('customers', 'get', { id })).fields.notes ?? '');
    // A text of nothing but spaces may be taken for none; every other one comes back as it was.
    for (const [name, text] of kept) if (text.trim() !== '') expect(stored.get(name)).toBe(text);
    for (const text of kept.values()) await bench.ask('customers', 'search', { text: text.slice(0, 400) });
    const export_ = async (format: 'csv' | 'xlsx' | 'json'): Promise<string> => {
      const file = join(files, `naughty.${format}`);
      expect((await bench.ask('customers', 'export', { selection: { filter: {} }, format, file })).rows).toBe(
        kept.size,
      );
      return file;
    };
    const json = JSON.parse(readFileSync(await export_('json'), 'utf8')) as { full_name: string; notes?: string }[];
    for (const { full_name, notes } of json) expect(notes ?? '').toBe(stored.get(full_name));
    const bare = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);
    const rows = Papa.parse<string[]>(readFileSync(await export_('csv'), 'utf8').slice(1), {
      header: false,
    }).data.filter((row) => row.length > 1);
    const at = rows[0]?.indexOf('Notes') ?? -1;
    for (const row of rows.slice(1)) {
      const text = stored.get(row[1] ?? '') ?? '';
      expect([row[at], bare(row[at] ?? '')]).toContain(text);
      expect(row[at]).not.toMatch(/^[=@\t\r]/);
    }
    const sheet: unknown[][] = [];
    for await (const row of streamXlsxRows(readFileSync(await export_('xlsx')))) sheet.push(row.values);
    for (const row of sheet.slice(1)) {
      const text = stored.get(String(row[1])) ?? '';
      const cell = String((row[at] ?? '') as string | number);
      // A spreadsheet knows one kind of line end.
      const lines = (value: string): string => value.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
      expect([lines(cell), lines(bare(cell))]).toContain(lines(text));
    }
    expect(readdirSync(files).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 60_000);
});

describe('searching', () => {
  it('finds any part of any word, in any script, accents or not, words in any order, and hostile text harms nothing', async () => {
    await add({ full_name: 'Jürgen Großmann', email: 'jg@example.com', company: 'Schreinerei am Eck' });
    await add({ full_name: '王小明', notes: 'prefers 中文' });
    await add({ full_name: 'Łukasz Żółć', phone: '+48221234567' });
    const find = async (text: string) => names((await bench.ask('customers', 'search', { text })).rows);
    expect(await find('GROSSM')).toEqual(['Jürgen Großmann']);
    expect(await find('eck jurg')).toEqual(['Jürgen Großmann']);
    expect(await find('小明')).toEqual(['王小明']);
    expect(await find('zolc')).toEqual(['Łukasz Żółć']);
    expect(await find('221234')).toEqual(['Łukasz Żółć']);
    expect(await find('jg@')).toEqual(['Jürgen Großmann']);
    for (const hostile of [
      '"',
      '""',
      'a" OR "b',
      'NEAR(a b)',
      '* * *',
      '%',
      '_',
      "'; drop table customers; --",
      '\u0000',
      '\ud800',
      'x'.repeat(400),
      '(((',
      'rowid:1',
      '-a',
      '^a',
    ])
      await find(hostile);
    expect((await list()).total).toBe(3);
  });

  it('agrees with a plain look through every person', async () => {
    const people = Array.from({ length: 400 }, (_, number) => person(number));
    for (const one of people)
      await add({ full_name: `${one.given} ${one.family}`, email: one.email, company: one.company, notes: one.note });
    const held = people.map((one) =>
      [`${one.given} ${one.family}`, one.given, one.family, one.email, one.company, one.note].map(fold).join('\n'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...held),
        fc.nat(),
        fc.integer({ min: 3, max: 9 }),
        async (text, start, length) => {
          const words = fold(
            text
              .replaceAll('\n', ' ')
              .slice(start % Math.max(text.length - length, 1))
              .slice(0, length),
          )
            .split(/\s+/)
            .filter((word) => word !== '');
          if (words.length === 0) return;
          const expected = held.filter((one) => words.every((word) => one.includes(word))).length;
          const { rows, more } = await bench.ask('customers', 'search', { text: words.join(' '), limit: 500 });
          expect({ found: rows.length, more }).toEqual({ found: expected, more: false });
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

/** A person as the slow reference keeps them. */
type Kept = { id: CustomerId; number: number; sort: string; country: string; marketing: string; tags: string[] };

describe('the list', () => {
  it('always agrees with the store: order, pages, filters, facets, whatever happened before', async () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('add' as const),
          number: fc.nat(5_000),
          country: fc.constantFrom('Germany', 'Ireland', ''),
          marketing: fc.constantFrom('subscribed', 'never', undefined),
          tags: fc.subarray(['vip', 'wholesale', 'returns']),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat(), number: fc.nat(5_000) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: fc.nat() }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('tag' as const),
          add: fc.subarray(['vip', 'new']),
          remove: fc.subarray(['returns', 'vip']),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), at: fc.nat() }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const everybody = (await list()).rows.map(({ id }) => id);
        if (everybody.length > 0) await bench.ask('customers', 'remove', { ids: everybody });
        for (const one of steps) {
          const { rows } = await list();
          const pick = (at: number): CustomerId | undefined => rows[at % Math.max(rows.length, 1)]?.id;
          if (one.do === 'add') {
            const { given, family } = person(one.number);
            await add({
              given_name: given,
              family_name: family,
              country: one.country,
              ...(one.marketing === undefined ? {} : { marketing: one.marketing as 'never' }),
              tags: one.tags,
            });
          } else if (one.do === 'tag')
            await bench.ask('customers', 'tag', {
              selection: { filter: { country: ['DE'] } },
              add: one.add,
              remove: one.remove,
            });
          else {
            const id = pick(one.at);
            if (id === undefined) continue;
            if (one.do === 'remove') await bench.ask('customers', 'remove', { ids: [id] });
            else if (one.do === 'edit') {
              const customer = await bench.ask('customers', 'get', { id });
              const { given, family } = person(one.number);
              await bench.ask('customers', 'edit', {
                id,
                revision: customer.revision,
                draft: {
                  fields: {
                    ...customer.fields,
                    full_name: `${given} ${family}`,
                    given_name: given,
                    family_name: family,
                  },
                },
              });
            } else {
              const other = pick(one.at + 1);
              if (other !== undefined && other !== id)
                await bench.ask('customers', 'merge', { survivor: id, others: [other] });
            }
          }
        }
        await expectAgreement();
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  async function expectAgreement(): Promise<void> {
    const stored = await bench.workbench
      .read()
      .driver.all(
        'select number, sort_name, country, marketing, tags, email_key, company, city, changed_at from customers',
      );
    const people: (Kept & { row: Record<string, unknown> })[] = stored.map((row) => ({
      id: `C-${String(row['number'])}` as CustomerId,
      number: Number(row['number']),
      sort: String(row['sort_name']),
      country: (row['country'] ?? '') as string,
      marketing: (row['marketing'] ?? '') as string,
      tags: JSON.parse((row['tags'] ?? '[]') as string) as string[],
      row,
    }));
    const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    const orders: Record<CustomerSort, (a: (typeof people)[number], b: (typeof people)[number]) => number> = {
      name: (a, b) => bytes(a.sort, b.sort) || a.number - b.number,
      email: (a, b) => a.number - b.number,
      company: (a, b) => a.number - b.number,
      city: (a, b) => a.number - b.number,
      added: (a, b) => a.number - b.number,
      changed: (a, b) => bytes(String(a.row['changed_at']), String(b.row['changed_at'])) || a.number - b.number,
    };
    const filters: CustomerFilter[] = [
      {},
      { country: ['DE'] },
      { country: [''] },
      { marketing: ['never'] },
      { tag: ['vip'] },
      { tag: ['vip', 'new'], country: ['IE', 'DE'] },
    ];
    for (const filter of filters) {
      const fits = (one: Kept): boolean =>
        (filter.country === undefined || filter.country.includes(one.country)) &&
        (filter.marketing === undefined || (filter.marketing as string[]).includes(one.marketing)) &&
        (filter.tag === undefined || filter.tag.some((tag) => one.tags.includes(tag)));
      const expected = people.filter(fits);
      expect(await bench.ask('customers', 'count', { filter })).toEqual({ total: expected.length });
      for (const sort of ['name', 'added', 'changed'] as const) {
        const ids = expected.toSorted(orders[sort]).map(({ id }) => id);
        const up = await list(filter, { sort });
        expect({ total: up.total, ids: up.rows.map(({ id }) => id) }).toEqual({ total: ids.length, ids });
        expect((await list(filter, { sort, direction: 'down' })).rows.map(({ id }) => id)).toEqual(ids.toReversed());
        expect((await list(filter, { sort, offset: 1, limit: 2 })).rows.map(({ id }) => id)).toEqual(ids.slice(1, 3));
      }
      const facets = await bench.ask('customers', 'facets', { filter });
      expect(facets.total).toBe(expected.length);
      const { country: _, ...others } = filter;
      const countable = people.filter(
        (one) =>
          (others.marketing === undefined || (others.marketing as string[]).includes(one.marketing)) &&
          (others.tag === undefined || others.tag.some((tag) => one.tags.includes(tag))),
      );
      const counts = new Map<string, number>();
      for (const one of countable) counts.set(one.country, (counts.get(one.country) ?? 0) + 1);
      expect(new Map(facets.country.map(({ value, count }) => [value, count]))).toEqual(counts);
    }
  }
});

describe('bulk work', () => {
  it('tags exactly those a filter finds, also right after an import, and refuses tags that storage would change', async () => {
    for (let number = 0; number < 60; number += 1)
      await add({
        full_name: `P ${number}`,
        country: number % 3 === 0 ? 'Germany' : 'Ireland',
        notes: number % 2 === 0 ? 'likes tea' : '',
      });
    expect(await bench.ask('customers', 'tag', { selection: { filter: { country: ['DE'] } }, add: ['craft'] })).toEqual(
      { changed: 20 },
    );
    expect(await bench.ask('customers', 'tag', { selection: { filter: { text: 'tea' } }, add: ['tea'] })).toEqual({
      changed: 30,
    });
    expect((await list({ tag: ['craft'] })).total).toBe(20);
    expect((await list({ tag: ['tea'], country: ['DE'] })).total).toBe(10);
    for (const tag of ['a\u0000b', '\ud800', 'a,b', ' '])
      expect(await failureOf(bench.ask('customers', 'tag', { selection: { filter: {} }, add: [tag] }))).toMatchObject({
        code: 'invalid',
      });
  });

  it('gives and takes tags as a plain look at each person would, and remembers it where people are few', async () => {
    const tag = fc.constantFrom<string>('vip', 'new', 'old', 'Ä"x', "it's");
    const tags = fc.uniqueArray(tag, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(tags, { minLength: 1, maxLength: 5 }), tags, tags, async (people, give, take) => {
        const ids: CustomerId[] = [];
        for (const [index, own] of people.entries()) ids.push((await add({ full_name: `T ${index}`, tags: own })).id);
        // Tags of people are normalised on entry; what is stored is what counts.
        const before = await Promise.all(ids.map(async (id) => bench.ask('customers', 'get', { id })));
        const { changed } = await bench.ask('customers', 'tag', { selection: { ids }, add: give, remove: take });
        const gone = take.filter((one) => !give.includes(one));
        let different = 0;
        for (const { id, fields, revision } of before) {
          const own = fields.tags ?? [];
          const kept = own.filter((one) => !gone.includes(one));
          const expected = [...kept, ...give.filter((one) => !kept.includes(one))];
          const isChanged = expected.join('\n') !== own.join('\n');
          if (isChanged) different += 1;
          const after = await bench.ask('customers', 'get', { id });
          expect(after.fields.tags ?? []).toEqual(expected);
          expect(after.revision).toBe(isChanged ? revision + 1 : revision);
          const history = await bench.ask('customers', 'history', { id });
          expect(history.filter(({ event }) => event === 'tagged')).toHaveLength(isChanged ? 1 : 0);
        }
        expect(changed).toBe(different);
        await bench.ask('customers', 'remove', { ids });
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('refuses tags beyond a hundred instead of dropping them, and changes nobody', async () => {
    const many = (from: number, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `tag ${from + index}`);
    const full = await add({ full_name: 'Full', tags: many(0, 95) });
    const other = await add({ full_name: 'Other' });
    const selection = { ids: [other.id, full.id] };
    expect(await failureOf(bench.ask('customers', 'tag', { selection, add: many(200, 6) }))).toEqual({
      code: 'rule',
      rule: 'customers.too-many-tags',
    });
    expect((await bench.ask('customers', 'get', { id: other.id })).fields.tags).toBe(undefined);
    await bench.ask('customers', 'tag', { selection, add: many(200, 5) });
    expect((await bench.ask('customers', 'get', { id: full.id })).fields.tags).toHaveLength(100);
  });

  it('names nobody in histories where thousands change, and the list still knows', async () => {
    await bench.workbench.write((db) =>
      db.driver.run(
        `with recursive some (number) as (values (1) union all select number + 1 from some where number < 6001)
         insert into customers (created_at, changed_at, full_name, sort_name, search_text)
         select '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'Many ' || number, 'many ' || number, 'many ' || number from some`,
      ),
    );
    expect((await list()).total).toBe(6_001);
    expect((await list({ tag: ['all'] })).total).toBe(0);
    expect(await bench.ask('customers', 'tag', { selection: { filter: {} }, add: ['all'] })).toEqual({
      changed: 6_001,
    });
    const tagged = await list({ tag: ['all'] });
    expect(tagged.total).toBe(6_001);
    expect(await bench.ask('customers', 'history', { id: tagged.rows[0]?.id as CustomerId })).toEqual([]);
  });

  it('counts its own CSV right, whatever the size of the pieces it is read in', async () => {
    const filler = 'quoted, "text"\r\nwith lines '.repeat(40);
    for (let number = 0; number < 300; number += 1)
      await add({ full_name: `N ${number}`, notes: filler.slice(number % 97) });
    const file = join(files, 'large.csv');
    expect((await bench.ask('customers', 'export', { selection: { filter: {} }, format: 'csv', file })).rows).toBe(300);
  }, 60_000);

  it('refuses a spreadsheet that could not hold a text, and leaves no file', async () => {
    await add({ full_name: 'Long', notes: 'x'.repeat(40_000) });
    const file = join(files, 'too-long.xlsx');
    expect(
      await failureOf(bench.ask('customers', 'export', { selection: { filter: {} }, format: 'xlsx', file })),
    ).toMatchObject({ rule: 'files.cell-too-long' });
    expect(readdirSync(files).filter((name) => name.includes('too-long'))).toEqual([]);
  });
});
