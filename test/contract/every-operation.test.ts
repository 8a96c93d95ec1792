/** A loop over every operation of the contract: none may be reached without its right, and nothing hostile is ever a bug. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#main/ipc/context';
import { contract, findOperation } from '#shared/contract';
import { mayRole, roles } from '#shared/domains/access/rules';
import type { Operation, Operations } from '#shared/kernel/operations';
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

  it.each(every)('$domain.$name is refused to whoever lacks the right', async ({ domain, name, operation }) => {
    for (const role of ['nobody', '', '__proto__', ...roles]) {
      if (mayRole(role, operation.may)) continue;
      expect(await bench.askRaw(domain, name, {}, as(role))).toEqual({
        ok: false,
        failure: { code: 'forbidden', permission: `${domain}.${operation.may}` },
      });
    }
  });

  it.each(every)(
    '$domain.$name answers hostile input with "invalid" and repeats none of it',
    async ({ domain, name, operation }) => {
      for (const input of hostile) await expectHarmless(domain, name, operation, input);
    },
  );

  it('survives generated rubbish', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...every),
        fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true, maxDepth: 4 }),
        async ({ domain, name, operation }, input) => {
          await expectHarmless(domain, name, operation, input);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(({} as { may?: unknown }).may).toBeUndefined();
  });

  async function expectHarmless(domain: string, name: string, operation: Operation, input: unknown): Promise<void> {
    // What the contract accepts is not hostile to it; such inputs have tests of their own.
    if (operation.input.safeParse(input).success) return;
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
