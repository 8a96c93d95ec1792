/** Least data: special-category fields are masked for staff until they state a purpose; and what leaves needs two. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '#main/ipc/context';
import type { CustomerId } from '#shared/domains/customers/model';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
let id: CustomerId;
let field: string;
const secret = 'allergic to penicillin';
const idOf = (role: string): string =>
  role === 'owner' ? 'owner' : `per_${role.replaceAll(/[^a-f]/g, '').padEnd(20, '0')}`;
const as = (role: string): Caller => ({ actor: { id: idOf(role), role }, origin: 'page' });
beforeEach(async () => {
  bench = await testBench();
  const [purpose] = await bench.ask('fields', 'purposes', {});
  const [retention] = await bench.ask('fields', 'retentionClasses', {});
  const added = await bench.ask('fields', 'add', {
    label: 'Allergies',
    kind: 'text',
    declaration: {
      purpose: purpose?.id as never,
      sensitivity: 'special-category',
      retentionClass: retention?.id as never,
    },
  });
  field = added.name;
  const fields = { full_name: 'Rosa Delgado', company: 'Blue Heron' };
  ({ id } = await bench.ask('customers', 'add', { fields, custom: { [field]: secret } }));
});
afterEach(() => bench.end());
const breakGlass = () =>
  bench.ask(
    'access',
    'breakGlass',
    { customer: id, reason: { kind: 'treatment', words: 'is in the chair' } },
    as('staff'),
  );

describe('a special-category field', () => {
  it.each(['manager', 'staff', 'auditor'])('is nowhere in what a %s sees', async (role) => {
    const seen = [
      await bench.ask('customers', 'get', { id }, as(role)),
      await bench.ask('customers', 'history', { id }, as(role)),
      await bench.ask('customers', 'list', {}, as(role)),
      await bench.ask('customers', 'search', { text: 'Rosa' }, as(role)),
      await bench.ask('customers', 'duplicates', {}, as(role)),
    ];
    expect(JSON.stringify(seen)).not.toContain('penicillin');
    expect(seen[0]).toMatchObject({ masked: [field], fields: { full_name: 'Rosa Delgado' } });
  });

  it.each(['owner', 'privacy-officer'])('is shown to the %s', async (role) => {
    expect(await bench.ask('customers', 'get', { id }, as(role))).toMatchObject({
      masked: [],
      custom: { [field]: secret },
    });
  });

  it('is shown for a stated purpose, to that person, for that customer, for a quarter of an hour', async () => {
    const other = await bench.ask('customers', 'add', { fields: { full_name: 'Ana' }, custom: { [field]: secret } });
    await breakGlass();
    const shown = async (customer: CustomerId, role: string): Promise<boolean> =>
      (await bench.ask('customers', 'get', { id: customer }, as(role))).custom[field] === secret;
    expect(await shown(id, 'staff')).toBe(true);
    expect(await shown(other.id, 'staff')).toBe(false);
    expect(await shown(id, 'manager')).toBe(false);
    bench.setNow('2026-11-24T09:14:59.000Z');
    expect(await shown(id, 'staff')).toBe(true);
    bench.setNow('2026-11-24T09:15:00.000Z');
    expect(await shown(id, 'staff')).toBe(false);
    // A clock set back does not open it again before it was asked for.
    bench.setNow('2026-11-24T08:59:00.000Z');
    expect(await shown(id, 'staff')).toBe(false);
  });

  it('stays as it is when somebody saves who does not see it', async () => {
    const seen = await bench.ask('customers', 'get', { id }, as('staff'));
    const draft = { fields: { ...seen.fields, company: 'Heron & Co' }, custom: { [field]: 'overwritten' } };
    await bench.ask('customers', 'edit', { id, revision: seen.revision, draft }, as('staff'));
    const whole = await bench.ask('customers', 'get', { id });
    expect(whole).toMatchObject({ fields: { company: 'Heron & Co' }, custom: { [field]: secret } });
  });

  it('says in the list that something is held, and can be filled where nothing is', async () => {
    const [company] = (await bench.ask('fields', 'list', {})).filter(({ name }) => name === 'company');
    const { purpose, retentionClass, revision } = company as NonNullable<typeof company>;
    const declaration = { purpose, retentionClass, sensitivity: 'special-category' as const };
    await bench.ask('fields', 'declare', { name: 'company', revision, declaration });
    const empty = await bench.ask('customers', 'add', { fields: { full_name: 'Ana' } });
    const { rows } = await bench.ask('customers', 'list', {}, as('staff'));
    expect(rows.map(({ id: number, company: held, masked }) => [number, held, masked])).toEqual([
      [empty.id, null, []],
      [id, null, ['company']],
    ]);
    const draft = { fields: { full_name: 'Ana' }, custom: { [field]: 'nuts' } };
    await bench.ask('customers', 'edit', { id: empty.id, revision: 1, draft }, as('staff'));
    expect((await bench.ask('customers', 'get', { id: empty.id })).custom[field]).toBe('nuts');
  });

  it('leaves in no export of somebody who may not see it', async () => {
    for (const format of ['csv', 'json'] as const) {
      const terminal = (role: string): Caller => ({ ...as(role), origin: 'terminal' });
      const fileFor = (role: string): string => join(bench.folder, `${role}.${format}`);
      for (const role of ['manager', 'owner'])
        await bench.ask(
          'customers',
          'export',
          { selection: { ids: [id] }, format, file: fileFor(role) },
          terminal(role),
        );
      expect(readFileSync(fileFor('manager'), 'utf8')).not.toContain('penicillin');
      expect(readFileSync(fileFor('manager'), 'utf8')).not.toContain('Allergies');
      expect(readFileSync(fileFor('manager'), 'utf8')).toContain('Rosa');
      expect(readFileSync(fileFor('owner'), 'utf8')).toContain('penicillin');
    }
  });
});

describe('a look', () => {
  it('waits to be read through by somebody else, and its reason is not in the trail', async () => {
    const look = await breakGlass();
    const due = await bench.ask('today', 'list', {});
    expect(due.items).toContainEqual(expect.objectContaining({ kind: 'glass-breaks-open', count: 1 }));
    const review = (role: string) =>
      bench.askRaw('access', 'reviewGlassBreak', { id: look.id, verdict: 'fine' }, as(role));
    expect(await review('staff')).toMatchObject({ failure: { code: 'forbidden' } });
    expect(await review('owner')).toMatchObject({ ok: true });
    const { entries } = await bench.ask('trail', 'list', {});
    expect(entries.find(({ event }) => event === 'access.glass-broken')).toMatchObject({
      actor: idOf('staff'),
      about: [id],
      facts: { reason: 'treatment' },
    });
    expect(JSON.stringify(entries)).not.toContain('chair');
  });

  it('is for nobody who may not see customers, and for no customer who is not there', async () => {
    const ask = (customer: string, caller: Caller) =>
      bench.askRaw('access', 'breakGlass', { customer, reason: { kind: 'other', words: 'why not' } }, caller);
    const stranger: Caller = { actor: { id: 'x', role: 'own-x', grants: [] }, origin: 'page' };
    expect(await ask(id, stranger)).toMatchObject({ failure: { code: 'forbidden' } });
    expect(await ask('C-999', as('staff'))).toMatchObject({ failure: { code: 'not-found' } });
  });
});

describe('what leaves or goes for good', () => {
  const owner: Caller = as('owner');
  it('needs two, or the word of somebody alone', async () => {
    for (let count = 0; count < 24; count += 1)
      await bench.ask('customers', 'add', { fields: { full_name: `Person ${count}` } });
    const all = { selection: { filter: {} }, format: 'csv' };
    const file = join(bench.folder, 'all.csv');
    // From a page main asks for the place; a terminal names it.
    expect(await bench.askRaw('customers', 'remove', { ids: [id] }, owner)).toMatchObject({
      failure: { rule: 'approvals.alone', facts: { kind: 'erasure' } },
    });
    expect((await bench.ask('customers', 'count', {})).total).toBe(25);
    const terminal: Caller = { ...owner, origin: 'terminal' };
    expect(await bench.askRaw('customers', 'export', { ...all, file }, terminal)).toMatchObject({ ok: true });
    expect(await bench.askRaw('customers', 'remove', { ids: [id] }, owner, undefined, true)).toMatchObject({
      ok: true,
    });
    const { entries } = await bench.ask('trail', 'list', {});
    expect(entries.filter(({ facts }) => facts['alone'] === true).map(({ event }) => event)).toEqual([
      'customers.removed',
      'customers.exported',
    ]);
  });

  it('needs a fresh proof', async () => {
    const unproven: Caller = { ...owner, provenAt: null };
    for (const [operation, input] of [
      ['remove', { ids: [id] }],
      ['export', { selection: { ids: [id] }, format: 'csv' }],
    ] as const)
      expect(await bench.askRaw('customers', operation, input, unproven, undefined, true)).toMatchObject({
        failure: { rule: 'access.proof-needed' },
      });
  });
});
