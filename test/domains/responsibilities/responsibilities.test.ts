/** Who looks after what: named, with a deputy, and a gap on Today as soon as somebody leaves. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seePdf } from '#main/papers/see-pdf';
import type { PersonId } from '#shared/domains/access/model';
import { gapsOf } from '#shared/domains/responsibilities/rules';
import { testBench, type TestBench } from '#test/support/workbench';

const [ana, luis, mara] = ['owner', 'per_11111111111111111111', 'per_22222222222222222222'] as PersonId[];
const named = (more: object) => ({
  accountable: null,
  responsible: null,
  deputy: null,
  consulted: [],
  informed: [],
  ...more,
});

describe('gaps', () => {
  it.each([
    [named({}), [ana], ['nobody']],
    [named({ accountable: ana }), [ana], []],
    [named({ accountable: ana }), [ana, luis], ['no-deputy']],
    [named({ accountable: ana, deputy: ana }), [ana, luis], ['same-person']],
    [named({ accountable: ana, deputy: luis }), [ana, luis], []],
    [named({ accountable: ana, deputy: luis }), [ana, mara], ['deputy-left']],
    [named({ accountable: luis, deputy: ana }), [ana], ['left']],
    [named({ accountable: ana, deputy: mara, informed: [luis] }), [ana, mara], ['others-left']],
  ] as const)('%j among %j', (assignment, active, gaps) => {
    expect(gapsOf(assignment as never, new Set(active as readonly string[]))).toEqual(gaps);
  });
});

describe('through the one path', () => {
  let bench: TestBench;
  const folder = mkdtempSync(join(tmpdir(), 'steward-raci-'));
  beforeAll(async () => {
    bench = await testBench();
  });
  afterAll(async () => {
    await bench.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const areaOf = async (name: string) =>
    (await bench.ask('responsibilities', 'list', {})).areas.find((area) => area.name === name)!;
  const gapsOnToday = async (): Promise<string[]> =>
    (await bench.ask('today', 'list', {} as never)).items
      .filter(({ kind }) => kind === 'responsibility-gap')
      .map(({ about }) => about);

  it('shows a gap on Today when the person has left', async () => {
    expect(await gapsOnToday()).toEqual([]);
    const { person } = await bench.ask('access', 'addPerson', {
      name: 'Luis',
      signInName: 'luis',
      role: 'staff',
      until: null,
    } as never);
    const { areas } = await bench.ask('responsibilities', 'list', {});
    expect(areas.every(({ gaps }) => gaps.includes('nobody'))).toBe(true);
    expect(areas.map(({ name }) => name)).not.toContain('documents:hipaa-privacy');
    for (const { name } of areas)
      await bench.ask('responsibilities', 'assign', {
        area: name,
        revision: 0,
        assignment: named({
          accountable: name === 'documents:backups' ? person.id : 'owner',
          deputy: name === 'documents:backups' ? 'owner' : person.id,
        }) as never,
      });
    expect(await gapsOnToday()).toEqual([]);
    await bench.ask('access', 'disablePerson', { id: person.id });
    expect(await gapsOnToday()).toContain('documents:backups');
    expect((await areaOf('documents:backups')).gaps).toEqual(['left']);
    expect((await areaOf('documents:privacy')).gaps).toEqual(['deputy-left']);
  });

  it('refuses an older revision, an unknown area and somebody who has left', async () => {
    const area = await areaOf('documents:privacy');
    expect(
      await bench.askRaw('responsibilities', 'assign', {
        area: area.name,
        revision: 0,
        assignment: named({ accountable: 'owner' }),
      }),
    ).toMatchObject({ failure: { code: 'conflict' } });
    expect(
      await bench.askRaw('responsibilities', 'assign', {
        area: 'documents:no-such',
        revision: 0,
        assignment: named({}),
      }),
    ).toMatchObject({ failure: { code: 'not-found', what: 'area' } });
    expect(
      await bench.askRaw('responsibilities', 'assign', {
        area: area.name,
        revision: area.revision,
        assignment: named({ accountable: 'per_33333333333333333333' }),
      }),
    ).toMatchObject({ failure: { code: 'not-found', what: 'person' } });
  });

  it('is a table on paper', async () => {
    const file = join(folder, 'who.pdf');
    const done = await bench.ask('responsibilities', 'export', { format: 'pdf', file });
    const seen = await seePdf(readFileSync(file));
    expect(seen.rows).toHaveLength(done.areas + 1);
    expect(seen.text).toContain('Luis (left)');
  });
});
