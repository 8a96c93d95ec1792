/** How long things are kept: who can go, who stays and why, holds, and a run that removes exactly those and leaves a certificate. */
import { fc } from '@fast-check/vitest';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seePdf } from '#main/papers/see-pdf';
import type { CustomerFields, CustomerId } from '#shared/domains/customers/model';
import type { RetentionClassId } from '#shared/domains/fields/model';
import type { RetentionPeriod, StartField } from '#shared/domains/retention/model';
import type { Day } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { keptUntil } from './kept-until';
import { type TestBench, testBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-retention-'));
let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());
afterAll(() => rmSync(files, { recursive: true, force: true }));

const relationship = 'customer-relationship' as RetentionClassId;
const books = 'bookkeeping' as RetentionClassId;
const period = (starts: string[], amount: number, more: Partial<RetentionPeriod> = {}): RetentionPeriod => ({
  starts: starts as StartField[],
  amount,
  unit: 'years',
  yearEnd: false,
  because: 'Decided by the owner',
  ...more,
});
const rule = (id: RetentionClassId, chosen: RetentionPeriod | null, revision = 0) =>
  bench.ask('retention', 'setRule', { class: id, revision, period: chosen });
const add = async (fields: CustomerFields, custom: Record<string, string> = {}): Promise<CustomerId> =>
  (await bench.ask('customers', 'add', { fields, custom })).id;
const invoiceField = async (): Promise<StartField> => {
  const { name } = await bench.ask('fields', 'add', {
    label: 'Last invoice',
    kind: 'day',
    declaration: { purpose: 'keep-books', sensitivity: 'ordinary', retentionClass: 'bookkeeping' } as never,
  });
  return name;
};
const alone = (expected: number) => bench.askRaw('retention', 'run', { expected }, undefined, undefined, true);

describe('a period', () => {
  it.each([
    [period(['last_activity'], 3), ['2023-11-23'], '2026-11-23'],
    [period(['last_activity'], 8, { yearEnd: true }), ['2018-02-14'], '2026-12-31'],
    [period(['last_activity'], 1), ['2024-02-29'], '2025-03-01'],
    [period(['last_activity'], 1, { unit: 'months' }), ['2026-01-31'], '2026-03-03'],
    [period(['last_activity'], 90, { unit: 'days' }), ['2026-01-01'], '2026-04-01'],
    [period(['last_activity', 'customer_since'], 1), ['2020-01-01', '2021-05-05'], '2022-05-05'],
    [period(['last_activity'], 1), [null], null],
  ] as const)('ends on the last day (%#)', (chosen, starts, until) => {
    expect(keptUntil(chosen, [...starts])).toBe(until);
  });
});

describe('the simulation', () => {
  it('says who can go, who stays because of what and until when, and changes nothing', async () => {
    const invoice = await invoiceField();
    await rule(relationship, period(['last_activity'], 3));
    await rule(books, period([invoice], 8, { yearEnd: true, because: 'Vouchers: eight years' }));
    await add({ full_name: 'Long gone', last_activity: '2020-01-01' });
    await add({ full_name: 'Has an invoice', last_activity: '2020-01-01' }, { [invoice]: '2018-06-01' });
    await add({ full_name: 'Was here lately', last_activity: '2026-01-01' });
    await add({ full_name: 'Nobody knows' });
    const held = await add({ full_name: 'In a lawsuit', last_activity: '2019-01-01' });
    await bench.ask('retention', 'addHold', { name: 'Lawsuit', reason: 'Claim of 2025', people: { ids: [held] } });
    const said = await bench.ask('retention', 'simulate', {});
    expect(said).toMatchObject({ people: 5, canGo: 1 });
    expect(said.stays.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
      { reason: 'bookkeeping', people: 1, from: '2026-12-31', until: '2026-12-31' },
      { reason: 'customer-relationship', people: 1, from: '2029-01-01', until: '2029-01-01' },
      { reason: 'hold', people: 1, from: '2022-01-01', until: '2022-01-01' },
      { reason: 'no-start', people: 1, from: null, until: null },
    ]);
    expect((await bench.ask('retention', 'list', { canGo: true })).map(({ name }) => name)).toEqual(['Long gone']);
    expect((await bench.ask('retention', 'list', { canGo: false })).map(({ name, reason }) => [name, reason])).toEqual([
      ['Has an invoice', 'bookkeeping'],
      ['Was here lately', 'customer-relationship'],
      ['Nobody knows', 'no-start'],
      ['In a lawsuit', 'hold'],
    ]);
    expect((await bench.ask('customers', 'count', {})).total).toBe(5);
  });

  it('lets nobody go while there is no rule, and keeps somebody through the whole last day', async () => {
    await add({ full_name: 'Old', last_activity: '2000-01-01' });
    expect(await bench.ask('retention', 'simulate', {})).toMatchObject({ canGo: 0, people: 1 });
    await rule(relationship, period(['last_activity'], 26));
    expect(await bench.ask('retention', 'simulate', { today: '2026-01-01' as Day })).toMatchObject({ canGo: 0 });
    expect(await bench.ask('retention', 'simulate', { today: '2026-01-02' as Day })).toMatchObject({ canGo: 1 });
  });

  it('decides in the store as the rule does, for any rules and days', async () => {
    const days = ['2018-12-31', '2020-02-29', '2023-11-24', '2024-01-31', '2025-06-15', null] as const;
    const people: { id: CustomerId; fields: Record<string, string | null> }[] = [];
    for (const since of days)
      for (const activity of days) {
        const fields = { customer_since: since, last_activity: activity };
        const given = Object.fromEntries(Object.entries(fields).filter(([, day]) => day !== null));
        people.push({ id: await add({ full_name: `P ${since} ${activity}`, ...given }), fields });
      }
    const arbitrary = fc.record({
      starts: fc.constantFrom(['last_activity'], ['customer_since'], ['last_activity', 'customer_since']),
      amount: fc.integer({ min: 0, max: 14 }),
      unit: fc.constantFrom('days', 'months', 'years') as fc.Arbitrary<'days' | 'months' | 'years'>,
      yearEnd: fc.boolean(),
      because: fc.constant(''),
    }) as fc.Arbitrary<RetentionPeriod>;
    const pairs = fc.sample(fc.tuple(arbitrary, fc.option(arbitrary)), { numRuns: 40, seed: 4_711 });
    let revisions: [number, number] = [0, 0];
    for (const [one, other] of pairs) {
      const first = await rule(relationship, one, revisions[0]);
      const second = await rule(books, other, revisions[1]);
      revisions = [first.revision, second.revision];
      const kept = people.flatMap(({ id, fields }) => {
        const untils = [one, other].flatMap((chosen) =>
          chosen === null
            ? []
            : [
                keptUntil(
                  chosen,
                  chosen.starts.map((name) => fields[name] ?? null),
                ),
              ],
        );
        const latest = untils
          .filter((until) => until !== null)
          .toSorted()
          .at(-1);
        return latest !== undefined && latest < '2026-11-24' ? [id] : [];
      });
      const rows = await bench.ask('retention', 'list', { canGo: true, limit: 200 });
      expect(rows.map(({ id }) => id)).toEqual(kept);
      expect((await bench.ask('retention', 'simulate', {})).canGo).toBe(kept.length);
    }
  }, 60_000);

  it('takes no rule that begins with what is no day, and none over another’s change', async () => {
    expect(await failureOf(rule(relationship, period(['full_name'], 1)))).toMatchObject({
      rule: 'retention.start-is-no-day',
    });
    expect(await failureOf(rule(relationship, period(['birth_date'], 1)))).toMatchObject({
      rule: 'retention.start-is-no-day',
    });
    await rule(relationship, period(['created'], 1));
    expect(await failureOf(rule(relationship, period(['created'], 2)))).toMatchObject({ code: 'conflict' });
  });
});

describe('a run', () => {
  const seed = async (): Promise<CustomerId[]> => {
    await rule(relationship, period(['last_activity'], 3));
    const gone: CustomerId[] = [];
    for (let at = 0; at < 30; at += 1) {
      const old = at % 3 !== 0;
      const id = await add({
        full_name: `Canary Person ${at}`,
        notes: `canarynote-${at}-end`,
        last_activity: old ? '2020-05-05' : '2026-05-05',
      });
      await bench.ask('consents', 'record', {
        customer: id,
        said: 'no',
        topics: ['channel/phone' as never],
        proof: { how: 'phone', on: '2026-01-01' as Day },
      });
      if (old) gone.push(id);
    }
    return gone;
  };

  it('removes exactly those, with everything of theirs, says so in a certificate, and the trail stays sound', async () => {
    const gone = await seed();
    const answer = await alone(20);
    expect(answer).toMatchObject({ ok: true, value: { removed: 20, stayed: 10 } });
    const digest = createHash('sha256')
      .update(gone.map((id) => `${id}\n`).join(''))
      .digest('hex');
    expect(answer).toMatchObject({ value: { digest } });
    const { rows } = await bench.ask('customers', 'list', { limit: 100 });
    expect(rows.map(({ id }) => id)).not.toEqual(expect.arrayContaining([gone[0]]));
    expect(rows).toHaveLength(10);
    const [left] = await bench.workbench
      .read()
      .driver.all(
        'select (select count(*) from consent_facts) as facts, (select count(*) from customer_changes) as changes',
      );
    expect(left).toEqual({ facts: 10, changes: 10 });
    // A backup made before is told of each of them when it is put back.
    const ledger = await bench.workbench
      .read()
      .driver.all("select subject from erasure_ledger where kind = 'customer-erased'");
    expect(ledger.map(({ subject }) => subject)).toEqual(gone);
    // Neither the search nor the blocks of its index know their words any more.
    expect((await bench.ask('customers', 'search', { text: 'canarynote-1-end' })).rows).toEqual([]);
    const [words] = await bench.workbench
      .read()
      .driver.all('select count(*) as many from customers_search where customers_search match \'"ote"\'');
    expect(words).toEqual({ many: 10 });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
    const [run] = await bench.ask('retention', 'runs', {});
    const file = join(files, 'certificate.pdf');
    await bench.ask('retention', 'certificate', { id: run!.id, file });
    const { text } = await seePdf(readFileSync(file));
    for (const part of ['Deletion certificate', '20', 'Decided by the owner']) expect(text).toContain(part);
    expect(text).not.toContain('Canary');
    for (const change of ['update retention_runs set removed = 1', 'delete from retention_runs'])
      await expect(bench.workbench.write((db) => db.driver.exec(change))).rejects.toThrow();
  });

  it('needs somebody else where there is one', async () => {
    await seed();
    await bench.ask('access', 'addPerson', { name: 'Pia', signInName: 'pia', role: 'privacy-officer' as never });
    const asked = await bench.askRaw('retention', 'run', { expected: 20 });
    expect(asked).toMatchObject({ ok: false, failure: { code: 'rule' } });
    expect((await bench.ask('customers', 'count', {})).total).toBe(30);
  });

  it('removes nobody when the number is not the one that was shown, or the day has not come', async () => {
    await seed();
    expect(await alone(19)).toMatchObject({ ok: false, failure: { code: 'conflict' } });
    expect(await alone(19)).toMatchObject({ ok: false });
    expect((await bench.ask('customers', 'count', {})).total).toBe(30);
    expect(await bench.ask('retention', 'runs', {})).toEqual([]);
    const ahead = await bench.askRaw(
      'retention',
      'run',
      { expected: 20, today: '2030-01-01' },
      undefined,
      undefined,
      true,
    );
    expect(ahead).toMatchObject({ ok: false, failure: { rule: 'retention.day-has-not-come' } });
  });

  it('stops as a whole when it is cancelled', async () => {
    await seed();
    const task = 'a-run';
    const running = bench.askRaw('retention', 'run', { expected: 20 }, undefined, task, true);
    await bench.askRaw('tasks', 'cancel', { task });
    const answer = await running;
    const left = (await bench.ask('customers', 'count', {})).total;
    expect(answer.ok ? left : left).toBe(answer.ok ? 10 : 30);
  });
});

describe('a hold', () => {
  it('keeps those whom its filter finds until it is released, and never changes otherwise', async () => {
    await rule(relationship, period(['last_activity'], 3));
    await add({ full_name: 'A', country: 'DE', last_activity: '2019-01-01', tags: ['claim'] });
    await add({ full_name: 'B', country: 'AT', last_activity: '2019-01-01' });
    const hold = await bench.ask('retention', 'addHold', {
      name: 'Claims',
      reason: 'The insurer asked',
      people: { filter: { tag: ['claim'] } },
    });
    expect(await bench.ask('retention', 'simulate', {})).toMatchObject({ canGo: 1 });
    await expect(bench.workbench.write((db) => db.driver.exec("update legal_holds set reason = 'x'"))).rejects.toThrow(
      /never changed/,
    );
    await bench.ask('retention', 'releaseHold', { id: hold.id });
    expect(await bench.ask('retention', 'simulate', {})).toMatchObject({ canGo: 2 });
    expect(await failureOf(bench.ask('retention', 'releaseHold', { id: hold.id }))).toMatchObject({ code: 'conflict' });
    const { items } = await bench.ask('today', 'list', {});
    expect(items).toContainEqual(expect.objectContaining({ kind: 'retention-due', count: 2 }));
  });
});

it('finds where less would do', async () => {
  await bench.ask('fields', 'add', {
    label: 'Shoe size',
    kind: 'text',
    declaration: { purpose: 'serve-customers', sensitivity: 'ordinary', retentionClass: 'short-lived' } as never,
  });
  for (let at = 0; at < 40; at += 1)
    await add({
      full_name: `P ${at}`,
      ...(at < 3 && { notes: 'Has an allergy to nickel' }),
      ...(at < 5 && { birth_date: '1980-01-01' }),
    });
  const found = await bench.ask('retention', 'review', {});
  expect(found).toContainEqual({ kind: 'empty-field', field: 'x_shoe_size', people: 0, of: 40 });
  expect(found).toContainEqual({ kind: 'birth-date', field: 'birth_date', people: 5, of: 40 });
  expect(found).toContainEqual({ kind: 'health-words', field: 'notes', people: 3, of: 40 });
});
