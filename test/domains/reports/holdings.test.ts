/** The holdings report's numbers: equal to a plain count over every customer, whatever the customers are. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer, CustomerDraft } from '#shared/domains/customers/model';
import type { HoldingsGap, HoldingsReport } from '#shared/domains/reports/model';
import type { Driver } from '#main/db/driver';
import { readHandle } from '#main/db/handles';
import { readHoldings } from '#main/domains/reports/store';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeAll(async () => {
  bench = await testBench();
});
afterAll(() => bench.end());

const holdings = (): Promise<HoldingsReport> => bench.ask('reports', 'holdings', {});
const gapOf = (report: HoldingsReport, code: HoldingsGap['code']): number =>
  report.gaps.find((gap) => gap.code === code)?.count ?? 0;

describe('an empty vault', () => {
  it('says that nothing is held, and lists every field at nothing', async () => {
    const report = await holdings();
    expect(report).toMatchObject({ people: 0, countries: [], marketing: [], sources: [] });
    expect(report.gaps).toEqual([{ code: 'nothing-held', field: null, count: 0 }]);
    expect(report.fields).toHaveLength(24);
    expect(
      report.fields.every((field) => field.people === 0 && field.purposeName !== '' && field.retentionRule !== ''),
    ).toBe(true);
  });
});

describe('random stores', () => {
  const own: string[] = [];
  beforeAll(async () => {
    const purpose = await bench.ask('fields', 'addPurpose', { name: 'Birthday letters', lawfulBasis: 'consent' });
    for (let number = 1; number <= 10; number += 1) {
      const field = await bench.ask('fields', 'add', {
        label: `Own ${number}`,
        kind: 'text',
        declaration: {
          purpose: number === 1 ? purpose.id : ('serve-customers' as never),
          sensitivity: number === 2 ? 'special-category' : 'ordinary',
          retentionClass: 'short-lived' as never,
        },
      });
      own.push(field.name);
    }
  });

  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const word = fc.constantFrom('', ' ', 'a', 'Müller', '0', '|', ',', '"', 'x|y|z', '[]', '日本', '=1');
  const person = fc.record({
    full_name: fc.constantFrom('Ada', 'Bo', 'Çelik'),
    company: maybe(word),
    city: maybe(word),
    notes: maybe(word),
    street: maybe(word),
    source: maybe(fc.constantFrom('Web', 'Fair')),
    email: maybe(fc.constantFrom('a@example.com', 'b@example.com')),
    phone: maybe(fc.constantFrom('+49 30 123456', '0170 1234567')),
    country: maybe(fc.constantFrom('DE', 'Germany', 'US', 'Narnia|Land', 'GB')),
    marketing: maybe(
      fc.constantFrom('subscribed' as const, 'unsubscribed' as const, 'never' as const, 'not-asked' as const),
    ),
    last_activity: maybe(fc.constantFrom('2019-01-01', '2023-11-23', '2023-11-24', '2026-01-01')),
    tags: maybe(fc.array(fc.constantFrom('vip', 'new'), { maxLength: 2 })),
  });

  it('are counted as a plain loop counts them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(person, fc.array(fc.tuple(fc.nat(9), word), { maxLength: 4 })), { maxLength: 12 }),
        async (people) => {
          const customers: Customer[] = [];
          for (const [fields, values] of people) {
            const draft = {
              fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
              custom: Object.fromEntries(values.map(([at, value]) => [own[at], value])),
            } as CustomerDraft;
            customers.push(await bench.ask('customers', 'add', draft));
          }
          const report = await holdings();
          if (customers.length > 0) await bench.ask('customers', 'remove', { ids: customers.map(({ id }) => id) });
          compare(report, customers);
        },
      ),
      { numRuns: 25 },
    );
  });

  /** Counts what customers say of themselves, one by one, knowing nothing of the report's way. */
  function compare(report: HoldingsReport, customers: readonly Customer[]): void {
    const valueOf = (customer: Customer, name: string): unknown =>
      name.startsWith('x_') ? customer.custom[name] : (customer.fields as Record<string, unknown>)[name];
    const holds = (customer: Customer, name: string): boolean => {
      const value = valueOf(customer, name);
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
    };
    const count = (is: (customer: Customer) => boolean): number => customers.filter(is).length;
    expect(report.people).toBe(customers.length);
    expect(report.fields).toHaveLength(34);
    for (const field of report.fields) {
      expect([field.name, field.people]).toEqual([field.name, count((customer) => holds(customer, field.name))]);
    }
    for (const purpose of report.purposes) {
      const names = report.fields.filter((field) => field.purpose === purpose.id).map(({ name }) => name);
      expect([purpose.id, purpose.fields, purpose.people]).toEqual([
        purpose.id,
        names.length,
        count((customer) => names.some((name) => holds(customer, name))),
      ]);
    }
    const total = (rows: readonly { people: number }[]): number => rows.reduce((sum, { people }) => sum + people, 0);
    expect(total(report.countries)).toBe(customers.length);
    expect(total(report.marketing)).toBe(customers.length);
    for (const { country, people } of report.countries) {
      expect([country, people]).toEqual([country, count(({ fields }) => (fields.country || null) === country)]);
    }
    for (const { status, people } of report.marketing) {
      expect([status, people]).toEqual([status, count(({ fields }) => (fields.marketing ?? null) === status)]);
    }
    if (customers.length === 0) return;
    expect(gapOf(report, 'people-without-contact')).toBe(
      count((customer) => !['email', 'phone', 'mobile', 'street'].some((name) => holds(customer, name))),
    );
    expect(gapOf(report, 'people-without-source')).toBe(count((customer) => !holds(customer, 'source')));
    // The clock stands at 24 November 2026: three years before is not yet inactive, a day more is.
    expect(gapOf(report, 'people-long-inactive')).toBe(
      count(({ fields }) => fields.last_activity !== undefined && fields.last_activity < '2023-11-24'),
    );
    expect(gapOf(report, 'consent-basis-without-consent')).toBe(
      count((customer) => holds(customer, own[0]!) && customer.fields.marketing !== 'subscribed'),
    );
    expect(gapOf(report, 'field-special-category')).toBe(count((customer) => holds(customer, own[1]!)));
    expect(gapOf(report, 'field-unused')).toBe(
      report.fields.filter(({ name }) => !customers.some((one) => holds(one, name))).length,
    );
  }
});

describe('what has been emptied', () => {
  it('is not held any more', async () => {
    const { id } = await bench.ask('customers', 'add', {
      fields: { full_name: 'Ada', tags: ['vip'], notes: 'x' },
      custom: { x_own_3: 'y' },
    });
    expect((await holdings()).fields.filter(({ people }) => people > 0).map(({ name }) => name)).toEqual([
      'full_name',
      'tags',
      'notes',
      'x_own_3',
    ]);
    await bench.ask('customers', 'tag', { selection: { ids: [id] }, remove: ['vip'] });
    const { revision } = await bench.ask('customers', 'get', { id });
    await bench.ask('customers', 'edit', {
      id,
      revision,
      draft: { fields: { full_name: 'Ada', notes: '' }, custom: { x_own_3: '' } },
    });
    expect((await holdings()).fields.filter(({ people }) => people > 0).map(({ name }) => name)).toEqual(['full_name']);
    await bench.ask('customers', 'remove', { ids: [id] });
  });
});

describe('one moment', () => {
  it('is one moment wherever somebody writes in between', async () => {
    const before = await holdings();
    const plain = bench.workbench.read().driver;
    let statements = Number.POSITIVE_INFINITY;
    for (let between = 1; between <= statements; between += 1) {
      let asked = 0;
      const driver: Driver = {
        ...plain,
        all: async (sql, parameters) => {
          const rows = await plain.all(sql, parameters);
          asked += 1;
          if (asked === between) await bench.ask('customers', 'add', { fields: { full_name: `Between ${between}` } });
          return rows;
        },
      };
      const report = await readHoldings(readHandle(driver), 'S', before.madeAt);
      // Each statement once, and all of them again after the one disturbance.
      statements = Math.min(statements, asked);
      expect([between, report.people - before.people]).toEqual([between, report.trail.entries - before.trail.entries]);
    }
    expect(statements).toBeGreaterThan(8);
  });

  it('answers several at once', async () => {
    const answers = await Promise.all([holdings(), holdings(), holdings()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('never mixes moments while others write: as many people as the trail has seen added', async () => {
    const before = await holdings();
    const writing = (async () => {
      for (let number = 0; number < 30; number += 1) {
        await bench.ask('customers', 'add', { fields: { full_name: `Writer ${number}` } });
      }
    })();
    const seen: HoldingsReport[] = [];
    while (seen.length < 6) {
      const answer = await bench.askRaw('reports', 'holdings', {});
      // A store that never rests may be refused, but never misreported.
      if (answer.ok) seen.push(answer.value as HoldingsReport);
      else expect(answer.failure.code).toBe('conflict');
    }
    await writing;
    for (const report of seen) {
      expect(report.people - before.people).toBe(report.trail.entries - before.trail.entries);
    }
    const after = await holdings();
    expect(after.people).toBe(before.people + 30);
    expect((await bench.ask('trail', 'verify', {})).root).toBe(after.trail.root);
  });
});
