/** A loop over every operation of the contract: none may be reached without its right, and nothing hostile is ever a bug. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Caller } from '#main/ipc/context';
import { contract, findOperation } from '#shared/contract';
import { builtInRoles } from '#shared/domains/access/model';
import { grantsOfBuiltIn, mayGrants } from '#shared/domains/access/rules';
import type { Operation, Operations } from '#shared/kernel/operations';
import { naughtyStrings } from '#test/support/naughty-strings';
import { testBench, type TestBench } from '#test/support/workbench';

const every = Object.entries(contract as Record<string, Operations>).flatMap(([domain, operations]) =>
  Object.entries(operations).map(([name, operation]) => ({ domain, name, operation })),
);
const as = (role: string): Caller => ({ actor: { id: role, role }, origin: 'page' });

let bench: TestBench;
beforeAll(async () => {
  bench = await testBench();
});
afterAll(() => bench.end());

/** What a broken or malicious page might send. The canary must never come back in a failure. */
const canary = 'canary-4711';
const deep = (): unknown => {
  let value: unknown = canary;
  for (let level = 0; level < 100; level += 1) value = { [level % 2 ? 'fields' : 'filter']: value };
  return value;
};
const hostile: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  Number.NaN,
  Infinity,
  1e308,
  canary,
  '',
  [],
  [canary],
  new Map([[canary, canary]]),
  new Date(Number.NaN),
  new Uint8Array(8),
  10n,
  Symbol.iterator,
  () => canary,
  deep(),
  { [canary]: canary },
  Object.create(null),
  JSON.parse(`{"__proto__":{"may":"${canary}"}}`),
  JSON.parse(`{"constructor":{"prototype":{"x":"${canary}"}}}`),
  { id: canary },
  { id: { toString: () => canary } },
  { ids: canary },
  { ids: [canary] },
  { filter: { text: canary.repeat(1_000) } },
  { limit: 1e9 },
  { limit: -1 },
  { offset: 0.5 },
  { file: 7 },
  { file: `/etc/${canary}\u0000` },
  { passphrase: { length: 20, normalize: canary } },
  { fields: { notes: '\ud800' } },
  { fields: { full_name: `a\u0000${canary}` } },
  { format: 'exe' },
];

/** What is too much rather than wrong. */
const huge: readonly unknown[] = [
  canary.repeat(1_000_000),
  Array.from({ length: 100_000 }, () => canary),
  nested(10_000),
  Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`${canary}${at}`, at])),
];

function nested(levels: number): unknown {
  let value: unknown = canary;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { fields: value };
  return value;
}

/** The names an operation gives its parts. */
const ownNames = ({ input }: Operation): string[] => (input instanceof z.ZodObject ? Object.keys(input.shape) : []);

/** Objects with the operation's own names, so that more than the first check is reached, and texts of every bad kind in them. */
function underOwnNames(operation: Operation): fc.Arbitrary<unknown> {
  const text = fc.oneof(
    fc.constantFrom(...naughtyStrings),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'en',
      'de',
      'owner',
      '2026-11-24',
      'C-1',
      'email',
      'csv',
      'gdpr',
      'all',
      'consent',
      '\ud800\udc00\ud800',
    ),
  );
  const leaf = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, 1, 2, 10n));
  const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(text, leaf, { maxKeys: 3 }));
  const names = ownNames(operation);
  const record = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  // Some also own a name that every object has.
  const withPrototype = record.map((own) => Object.assign(JSON.parse(`{"__proto__":{"may":"x"}}`) as object, own));
  return fc.oneof({ weight: 9, arbitrary: record }, withPrototype);
}

describe('every operation', () => {
  it('is known only by its own name', async () => {
    for (const name of ['__proto__', 'toString', 'constructor', 'hasOwnProperty', '', 'list\u0000']) {
      expect(findOperation(name, 'list')).toBeUndefined();
      for (const domain of Object.keys(contract)) {
        expect(findOperation(domain, name)).toBeUndefined();
        expect(await bench.askRaw(domain, name, {})).toEqual({
          ok: false,
          failure: { code: 'not-found', what: 'operation' },
        });
      }
    }
  });

  it.each(every)('$domain $name is refused to whoever lacks the right', async ({ domain, name, operation }) => {
    for (const role of ['', '__proto__', 'own-unknown', ...builtInRoles]) {
      if (mayGrants(grantsOfBuiltIn(role), domain, operation.may)) continue;
      expect(await bench.askRaw(domain, name, {}, as(role))).toEqual({
        ok: false,
        failure: { code: 'forbidden', permission: `${domain}.${operation.may}` },
      });
    }
    // Whoever has not signed in stands before a locked vault.
    if (operation.may !== 'anyone')
      expect(await bench.askRaw(domain, name, {}, as('nobody'))).toEqual({ ok: false, failure: { code: 'locked' } });
  });

  it.each(every)(
    '$domain $name answers hostile input with "invalid" and repeats none of it',
    async ({ domain, name, operation }) => {
      for (const input of hostile) await expectHarmless(domain, name, operation, input);
    },
    60_000,
  );

  const rubbish = fc.sample(
    fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true, maxDepth: 4 }),
    { numRuns: 1_000, seed: 4_711 },
  );

  it.each(every)(
    '$domain $name survives 2,000 generated payloads, half of them under its own names',
    async ({ domain, name, operation }) => {
      const own = fc.sample(underOwnNames(operation), { numRuns: 1_000, seed: 4_711 });
      let accepted = 0;
      for (const input of [...rubbish, ...own]) {
        // What is accepted is done: a few dozen times is enough for those that read much, a few for those that touch the world.
        const enough = operation.kind === 'task' ? 4 : 40;
        if (operation.input.safeParse(input).success && ++accepted > enough) continue;
        await expectHarmless(domain, name, operation, input);
      }
      expect(({} as { may?: unknown }).may).toBeUndefined();
    },
    60_000,
  );

  it.each(every)(
    '$domain $name is not brought down by what is huge or deep',
    async ({ domain, name, operation }) => {
      for (const key of ['', ...ownNames(operation)])
        for (const value of huge) await expectHarmless(domain, name, operation, key === '' ? value : { [key]: value });
    },
    60_000,
  );

  async function expectHarmless(domain: string, name: string, operation: Operation, input: unknown): Promise<void> {
    if (operation.input.safeParse(input).success) {
      // What the contract accepts may be done or refused, but it is never our mistake. The vault stays open for the others.
      // Asking the system itself takes seconds each time, and has tests of its own.
      if (domain === 'vault' || (domain === 'devices' && name === 'check')) return;
      const answer = await bench.askRaw(domain, name, input, as('owner'));
      expect(answer.ok ? 'ok' : answer.failure.code).not.toBe('bug');
      return;
    }
    const answer = await bench.askRaw(domain, name, input);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.failure.code).toBe('invalid');
    const said = JSON.stringify(answer.failure);
    // A key we do not know may be named in a path only where our own schema would name it.
    expect(said).not.toContain(canary);
  }
});

describe('a locked vault', () => {
  it('answers nothing but what must work before it is open', async () => {
    const locked = await testBench('none');
    for (const { domain, name, operation } of every) {
      if (operation.may === 'anyone') continue;
      expect(await locked.askRaw(domain, name, {})).toEqual({ ok: false, failure: { code: 'locked' } });
    }
    await locked.end();
  });
});
