/** The conversation through serve: order, once for all packs, the same answer every time, the memo, and what hostile callers send. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { fc } from '@fast-check/vitest';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, decideApplicability } from '#shared/content/applicability';
import { packs } from '#test/content/harness';
import { testBench, type TestBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-memo-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));
let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());
const questions = (language: 'en' | 'de' = 'en') => bench.ask('applicability', 'questions', { language });
const answer = (question: string, value: boolean | number | string | string[] | null) =>
  bench.ask('applicability', 'answer', { question, answer: value });
const decision = async (regulation: string) =>
  (await bench.ask('applicability', 'decisions', {})).find((one) => one.regulation === regulation);

/** Every question people are asked; what only repeats one of another pack is not. */
const all = packs.flatMap((pack) => pack.questionnaire).filter(({ sameAs }) => sameAs === undefined);
/** Any answers to any of the questions. */
const given = fc.record(
  Object.fromEntries(
    all.map(({ name, answer: kind, choices = [] }) => [
      name,
      kind === 'number'
        ? fc.nat(200_000)
        : kind === 'several'
          ? fc.subarray(choices.map((one) => one.name))
          : fc.boolean(),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

describe('the conversation', () => {
  it('asks in German as well, and everything once', async () => {
    const [english, german] = [await questions('en'), await questions('de')];
    expect(english.map(({ name }) => name)).toEqual(german.map(({ name }) => name));
    expect(english.filter(({ words }, index) => words === german[index]?.words)).toEqual([]);
    expect(new Set(english.map(({ words }) => words)).size).toBe(english.length);
    expect(english.map(({ name }) => name)).not.toContain('us-state-privacy:q-share');
  });

  it('lets an answer given once count for every law that asks the same', async () => {
    for (const [question, value] of [
      ['us-state-privacy:q-consumers', true],
      ['us-state-breach:q-states', ['US-VA']],
      ['us-state-privacy:q-us-va', 25_000],
    ] satisfies [string, boolean | number | string[]][])
      await answer(question, value);
    const virginia = async () => (await bench.ask('obligations', 'get', { name: 'us-state-privacy:US-VA' })).state;
    expect(await virginia()).toBe('unknown');
    await answer('ccpa:q-share', 60);
    expect(await virginia()).toBe('not-started');
    expect((await decision('ccpa'))?.applies).toBe('yes');
    await answer('ccpa:q-share', 10);
    expect(await virginia()).toBe('not-applicable');
    expect((await bench.ask('obligations', 'get', { name: 'us-state-privacy:US-VA' })).reasons.length).toBeGreaterThan(
      0,
    );
  });

  it('ends: when every question still relevant was answered, nothing is open, and no question was asked in vain', async () => {
    const random = fc.sample(fc.infiniteStream(fc.integer({ min: 0, max: 3 })), { numRuns: 3, seed: 11 });
    for (const choices of random) {
      let asked = 0;
      for (;;) {
        const next = (await questions()).find(({ relevant }) => relevant);
        if (next === undefined) break;
        const choice = choices.next().value as number;
        const chosen = next.choices.slice(0, choice * 9).map(({ name }) => name);
        await answer(
          next.name,
          next.answer === 'yes-no' ? choice > 1 : next.answer === 'several' ? chosen : choice * 40_000,
        );
        asked += 1;
        expect(asked).toBeLessThan(200);
      }
      const decisions = await bench.ask('applicability', 'decisions', {});
      expect(decisions.map(({ obligations }) => obligations.open)).toEqual(decisions.map(() => 0));
      for (const { name, given } of await questions())
        if (given !== null) await answer(name, typeof given === 'number' ? 0 : Array.isArray(given) ? [] : given);
    }
  }, 60_000);

  it('comes to the same decisions whatever the order of answers', () => {
    fc.assert(
      fc.property(given, fc.infiniteStream(fc.nat()), (answers, order) => {
        const entries = Object.entries(answers).toSorted(() => ((order.next().value as number) % 3) - 1);
        for (const pack of packs)
          expect(decideApplicability(pack, Object.fromEntries(entries))).toEqual(decideApplicability(pack, answers));
      }),
      { numRuns: 30 },
    );
  });

  it('never closes by an answer what another answer already decided, nor decides without a reason', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(...all), fc.boolean(), (answers, extra, yes) => {
        if (Object.hasOwn(answers, extra.name)) return;
        const more = {
          ...answers,
          [extra.name]:
            extra.answer === 'number' ? (yes ? 1e9 : 0) : extra.answer === 'several' ? (yes ? ['US-TX'] : []) : yes,
        };
        for (const pack of packs) {
          const after = new Map(decideApplicability(pack, more).map((one) => [one.obligation, one]));
          for (const before of decideApplicability(pack, answers)) {
            if (before.applies === 'open') continue;
            expect(after.get(before.obligation)?.applies).toBe(before.applies);
            expect(before.reasons.length).toBeGreaterThan(0);
            expect(before.openQuestions).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the memo', () => {
  it('has the digest of exactly what it says, for any answers, and says why something does not apply', async () => {
    await answer('gdpr:q-decides', true);
    await answer('hipaa:q-provider', false);
    const file = join(files, 'memo.json');
    const first = await bench.ask('applicability', 'memo', { format: 'json', file });
    const { memo, digest } = JSON.parse(readFileSync(file, 'utf8')) as {
      memo: { decisions: { applies: string; obligation: string; reasons: unknown[] }[] };
      digest: string;
    };
    expect(
      createHash('sha256')
        .update(canonicalize(memo) ?? '')
        .digest('hex'),
    ).toBe(digest);
    expect(first.digest).toBe(digest);
    for (const one of memo.decisions)
      if (one.applies !== 'open') expect([one.obligation, one.reasons.length > 0]).toEqual([one.obligation, true]);
    // The same answers at the same moment give the same memo; another answer another one.
    expect((await bench.ask('applicability', 'memo', { format: 'json', file })).digest).toBe(digest);
    await answer('gdpr:q-consent', true);
    expect((await bench.ask('applicability', 'memo', { format: 'json', file })).digest).not.toBe(digest);
  });
});

describe('people in the customer store', () => {
  const texan = { fields: { full_name: 'Ray Holt', country: 'US', region: 'TX' } };

  it('bring the law of the State they live in, and the question back when they were left out', async () => {
    await answer('us-state-breach:q-residents', true);
    const state = async (name: string) =>
      (await bench.ask('obligations', 'get', { name: `us-state-breach:${name}` })).state;
    expect(await state('US-TX')).toBe('unknown');
    await bench.ask('customers', 'add', texan);
    expect([await state('US-TX'), await state('US-OH')]).toEqual(['not-started', 'unknown']);
    const list = async () => (await questions()).find(({ name }) => name === 'us-state-breach:q-states');
    expect(await list()).toMatchObject({ held: [{ choice: 'US-TX', people: 1 }], askAgain: null });
    await answer('us-state-breach:q-states', ['US-NV']);
    expect([await state('US-TX'), await state('US-NV'), await state('US-OH')]).toEqual([
      'not-started',
      'not-started',
      'not-applicable',
    ]);
    expect((await list())?.askAgain).toEqual({ people: 1, places: ['US-TX'] });
    expect((await bench.ask('today', 'list', {})).items.map(({ about }) => about)).toContain(
      'us-state-breach:q-states',
    );
    await answer('us-state-breach:q-states', ['US-NV', 'US-TX']);
    expect((await list())?.askAgain).toBeNull();
  });

  it('count for Puerto Rico also under its own country', async () => {
    await bench.ask('customers', 'add', { fields: { full_name: 'Ana Ruiz', country: 'PR' } });
    expect((await questions()).find(({ name }) => name === 'us-state-breach:q-states')?.held).toEqual([
      { choice: 'US-PR', people: 1 },
    ]);
  });
});

describe('not known', () => {
  it('stays open, is not asked again by itself, is in the memo, and can be answered later', async () => {
    await answer('gdpr:q-decides', null);
    const asked = async () => (await questions()).find(({ name }) => name === 'gdpr:q-decides');
    expect(await asked()).toMatchObject({ given: null, notKnown: true, relevant: true });
    expect((await decision('gdpr'))?.obligations.yes).toBe(0);
    expect((await bench.ask('obligations', 'summary', {})).next.name).not.toBe('gdpr:q-decides');
    const file = join(files, 'not-known.json');
    await bench.ask('applicability', 'memo', { format: 'json', file });
    expect(readFileSync(file, 'utf8')).toMatch(/"question": "gdpr:q-decides",\s+"answer": null/);
    await answer('gdpr:q-decides', true);
    expect(await asked()).toMatchObject({ given: true, notKnown: false });
    expect((await decision('gdpr'))?.applies).toBe('yes');
  });
});

describe('answers nobody should give', () => {
  it.each([
    ['gdpr:q-decides', 'yes', 'invalid'],
    ['gdpr:q-decides', 1, 'invalid'],
    ['ccpa:q-consumers', true, 'invalid'],
    ['ccpa:q-consumers', -1, 'invalid'],
    ['ccpa:q-consumers', Number.NaN, 'invalid'],
    ['ccpa:q-consumers', Number.POSITIVE_INFINITY, 'invalid'],
    ['ccpa:q-consumers', 1e16, 'invalid'],
    ['gdpr:q-decides', ['US-TX'], 'invalid'],
    ['us-state-breach:q-states', true, 'invalid'],
    ['us-state-breach:q-states', 'US-TX', 'invalid'],
    ['us-state-breach:q-states', ['US-TX', 'US-TX'], 'invalid'],
    ['us-state-breach:q-states', ['DE'], 'invalid'],
    ['__proto__', true, 'not-found'],
    ['constructor', true, 'not-found'],
    ['gdpr:q-decides ', true, 'not-found'],
  ])('%j with %j are %s, and nothing is kept', async (question, value, code) => {
    expect(await bench.askRaw('applicability', 'answer', { question, answer: value })).toMatchObject({
      ok: false,
      failure: { code },
    });
    expect((await questions()).filter(({ given }) => given !== null)).toEqual([]);
  });
});
