/** The set-up through serve: steps that are remembered, objectives that make purposes, and fields that serve nothing questioned. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProposedName } from '#shared/domains/processing/model';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
  bench.setNow('2026-11-24T12:00:00.000Z');
});
afterEach(() => bench.end());

const named = (...names: string[]): ProposedName[] => names.map((name) => `processing:${name}` as ProposedName);

describe('steps', () => {
  it('are remembered with their moment until none is left', async () => {
    const begun = await bench.ask('setup', 'state', {});
    expect(begun).toMatchObject({ startedAt: null, finishedAt: null });
    expect(new Set(begun.steps.map(({ state }) => state))).toEqual(new Set(['open']));
    await bench.ask('setup', 'mark', { step: 'business', state: 'done' });
    bench.setNow('2026-11-24T12:31:00.000Z');
    for (const { name } of begun.steps.slice(1)) await bench.ask('setup', 'mark', { step: name, state: 'later' });
    await bench.reopen();
    const finished = await bench.ask('setup', 'state', {});
    expect([finished.startedAt, finished.finishedAt]).toEqual(['2026-11-24T12:00:00.000Z', '2026-11-24T12:31:00.000Z']);
    expect((await bench.ask('setup', 'mark', { step: 'vendors', state: 'open' })).finishedAt).toBeNull();
  });
});

describe('objectives', () => {
  it('make the purposes they need, and question every field that serves none of them', async () => {
    expect((await bench.ask('setup', 'objectives', {})).questioned).toEqual([]);
    const { objectives, questioned } = await bench.ask('setup', 'want', {
      names: named('o-serve', 'o-remind'),
      language: 'en',
    });
    expect(objectives.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(named('o-serve', 'o-remind'));
    expect((await bench.ask('fields', 'purposes', {})).map(({ id }) => id)).toContain('remind-people');
    expect(questioned.map(({ name }) => name).toSorted()).toEqual([
      'birth_date',
      'job_title',
      'marketing',
      'marketing_on',
      'notes',
      'source',
      'tags',
      'website',
    ]);
    const more = await bench.ask('setup', 'want', { names: named('o-serve', 'o-treat', 'o-answer', 'o-choices') });
    expect(more.questioned).toEqual([]);
    expect(await failureOf(bench.ask('setup', 'want', { names: named('o-nothing') }))).toEqual({
      code: 'not-found',
      what: 'objective',
    });
    // Refused as a whole: what was chosen before stays.
    expect((await bench.ask('setup', 'objectives', {})).objectives.filter(({ chosen }) => chosen)).toHaveLength(4);
  });
});
