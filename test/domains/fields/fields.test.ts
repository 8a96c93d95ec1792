/** What a field is for, through serve: nothing is changed by a page that is behind, and nothing without a purpose that exists. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeAll(async () => {
  bench = await testBench();
});
afterAll(() => bench.end());

it('changes a purpose once for each revision, and keeps what somebody else decided', async () => {
  const { ask, askRaw } = bench;
  const made = await ask('fields', 'addPurpose', { name: 'Birthday letters', lawfulBasis: 'consent' });
  expect(made.revision).toBe(1);
  const changed = await ask('fields', 'changePurpose', { ...made, lawfulBasis: 'legitimate-interests' });
  expect(changed).toEqual({ ...made, lawfulBasis: 'legitimate-interests', revision: 2 });
  expect(await askRaw('fields', 'changePurpose', { ...made, name: 'Letters' })).toEqual({
    ok: false,
    failure: { code: 'conflict', what: 'purpose' },
  });
  expect((await ask('fields', 'purposes', {})).find(({ id }) => id === made.id)).toEqual(changed);
  expect(await askRaw('fields', 'changePurpose', { ...made, id: 'no-such-purpose' })).toEqual({
    ok: false,
    failure: { code: 'not-found', what: 'purpose' },
  });
});

it('declares a field once for each revision', async () => {
  const { ask, askRaw } = bench;
  const before = (await ask('fields', 'list', {})).find(({ name }) => name === 'website');
  if (before === undefined) throw new Error('every vault has this field');
  const { name, revision, purpose, sensitivity, retentionClass } = before;
  const declaration = { purpose, sensitivity, retentionClass };
  const after = await ask('fields', 'declare', {
    name,
    revision,
    declaration: { ...declaration, sensitivity: 'confidential' },
  });
  expect(after).toEqual({ ...before, sensitivity: 'confidential', revision: revision + 1 });
  expect(await askRaw('fields', 'declare', { name, revision, declaration })).toEqual({
    ok: false,
    failure: { code: 'conflict', what: 'field' },
  });
  for (const [wrong, rule] of [
    [{ purpose: 'no-such-purpose' }, 'fields.purpose-required'],
    [{ retentionClass: 'no-such-class' }, 'fields.retention-required'],
  ] as const) {
    const answer = await askRaw('fields', 'declare', {
      name,
      revision: after.revision,
      declaration: { ...declaration, ...wrong },
    });
    expect(answer).toEqual({ ok: false, failure: { code: 'rule', rule } });
  }
});
