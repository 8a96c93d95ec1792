/** Risks through serve: the register with actions, assessments that somebody else signs, papers, and files of the CNIL. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment, AssessmentContent, RiskDraft } from '#shared/domains/risks/model';
import { isNeeded, lacksOf, leftLevel, levelOf } from '#shared/domains/risks/rules';
import { plainOf } from '#shared/domains/risks/cnil';
import type { Caller } from '#main/ipc/context';
import { seePdf } from '#main/papers/see-pdf';
import { failureOf } from '../../support/failure-of';
import { testBench, type TestBench } from '../../support/workbench';

let bench: TestBench;
let files: string;
beforeAll(async () => {
  bench = await testBench();
  files = mkdtempSync(join(tmpdir(), 'steward-risks-'));
});
afterAll(async () => {
  await bench.end();
  rmSync(files, { recursive: true, force: true });
});

const draft: RiskDraft = {
  title: 'The counter computer is stolen',
  words: 'It stands near the door.',
  likelihood: 3,
  impact: 4,
  treatment: 'reduce',
  measures: 'Encrypt it; lock it to the desk.',
  left: { likelihood: 3, impact: 1 },
  owner: null,
  reviewOn: '2027-05-24' as never,
};
const templates = () => bench.workbench.law.current().assessments;
const template = (name: string) => templates().find((one) => one.name === name) ?? expect.fail(name);
const squeezed = (text: string) => text.replaceAll(/\s+/g, '');

/** Everything an assessment asks, said. */
function whole(name: string): Omit<AssessmentContent, 'title'> {
  const asked = template(name);
  return {
    screen: asked.screen.slice(0, 2).map((one) => one.name),
    anyway: false,
    parts: asked.parts
      .filter(({ when }) => when !== 'not-needed')
      .map((part) => ({ name: part.name, text: `Said of ${part.name}` })),
    items: asked.items.map((item) => ({ name: item.name, decision: 'in-place', reason: '' })),
    risks: asked.withRisks
      ? [{ words: 'Files are lost', likelihood: 3, impact: 4, measures: 'Backups', leftLikelihood: 1, leftImpact: 4 }]
      : [],
    advice: { from: 'Ana', text: 'Go on' },
  };
}

describe('a risk', () => {
  it('is graver with each step of likelihood or impact', () => {
    const order = ['low', 'middle', 'high', 'very-high'];
    for (let likelihood = 1; likelihood <= 5; likelihood += 1)
      for (let impact = 1; impact < 5; impact += 1) {
        const at = (a: number, b: number) => order.indexOf(levelOf(a, b));
        expect(at(likelihood, impact + 1)).toBeGreaterThanOrEqual(at(likelihood, impact));
        expect(at(impact + 1, likelihood)).toBeGreaterThanOrEqual(at(impact, likelihood));
      }
    expect([levelOf(1, 4), levelOf(1, 5), levelOf(2, 5), levelOf(3, 5)]).toEqual(order);
  });

  it('is entered, changed at the revision that was seen, and stands on Today with its actions', async () => {
    const risk = await bench.ask('risks', 'add', { risk: draft });
    expect(
      await failureOf(bench.ask('risks', 'add', { risk: { ...draft, owner: 'per_00000000000000000000' as never } })),
    ).toMatchObject({ rule: 'risks.nobody-by-that-name' });
    const changed = await bench.ask('risks', 'change', {
      id: risk.id,
      revision: 1,
      risk: { ...draft, left: null, owner: 'owner' as never },
      state: 'open',
    });
    expect(changed.revision).toBe(2);
    expect(
      await failureOf(bench.ask('risks', 'change', { id: risk.id, revision: 1, risk: draft, state: 'open' })),
    ).toMatchObject({ code: 'conflict' });
    const action = await bench.ask('risks', 'addAction', {
      about: risk.id,
      action: { words: 'Buy a lock', owner: null, dueOn: '2026-11-20' as never },
    });
    const due = async () =>
      (await bench.ask('today', 'list', { today: '2026-11-24' as never })).items
        .filter(({ kind }) => kind.startsWith('risk'))
        .map(({ kind, state, owner }) => [kind, state, owner]);
    expect(await due()).toEqual([
      ['risk-action', 'overdue', null],
      ['risk-review', 'later', 'Owner'],
    ]);
    await bench.ask('risks', 'closeAction', { id: action.id, words: 'Bought and fixed' });
    expect(await failureOf(bench.ask('risks', 'closeAction', { id: action.id, words: 'Again' }))).toMatchObject({
      code: 'conflict',
    });
    expect((await bench.ask('risks', 'picture', {})).risks).toEqual([changed]);
    expect(await due()).toHaveLength(1);
  });

  it('is on paper with the picture and its words', async () => {
    const file = join(files, 'register.pdf');
    expect(await bench.ask('risks', 'exportRegister', { format: 'pdf', language: 'de', file })).toMatchObject({
      risks: 1,
    });
    const seen = await seePdf(readFileSync(file));
    expect([seen.tagged, seen.language]).toEqual([true, 'de']);
    expect(seen.alternatives.join(' ')).toContain('The counter computer is stolen: 3 × 4');
    expect(seen.rows.flat().map(squeezed)).toContain('hoch');
  });
});

describe('the questions', () => {
  it('of the security risk analysis are every standard and specification, and addressable ones want a reason', () => {
    const { items, obligations } = template('risks:hipaa-analysis');
    expect(items).toHaveLength(71);
    expect(items.filter(({ need }) => need === 'addressable')).toHaveLength(22);
    for (const section of ['308', '310', '312', '314', '316'])
      expect(items.some(({ cite }) => cite.startsWith(`45 CFR 164.${section}`))).toBe(true);
    const known = bench.workbench.law.current().catalogue;
    expect(items.every(({ obligation }) => obligation !== null && known.obligation(obligation) !== undefined)).toBe(
      true,
    );
    expect(obligations.every((name) => known.obligation(name) !== undefined)).toBe(true);
    const content = { title: 'x', ...whole('risks:hipaa-analysis') };
    expect(lacksOf(template('risks:hipaa-analysis'), content)).toEqual([]);
    const addressable = items.find(({ need }) => need === 'addressable')?.name ?? '';
    const other = content.items.map((item) =>
      item.name === addressable ? { ...item, decision: 'other-way' as const } : item,
    );
    expect(lacksOf(template('risks:hipaa-analysis'), { ...content, items: other })).toEqual([
      { kind: 'reason', name: addressable },
    ]);
    expect(lacksOf(template('risks:hipaa-analysis'), { ...content, items: other.slice(1) }).length).toBeGreaterThan(1);
  });

  it('of a DPIA follow its nine criteria', () => {
    const dpia = template('risks:dpia');
    expect(dpia.screen).toHaveLength(9);
    const content = { title: 'x', ...whole('risks:dpia') };
    expect(lacksOf(dpia, content)).toEqual([]);
    const one = { ...content, screen: content.screen.slice(0, 1) };
    expect([isNeeded(dpia, one), isNeeded(dpia, { ...one, anyway: true }), isNeeded(dpia, content)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(lacksOf(dpia, one)).toEqual([{ kind: 'part', name: 'why-not' }]);
    for (const [lack, change] of [
      ['risks', { risks: [] }],
      ['advice', { advice: { from: 'Ana', text: '' } }],
      ['part', { parts: content.parts.slice(1) }],
    ] as const)
      expect(lacksOf(dpia, { ...content, ...(change as Partial<AssessmentContent>) }).map(({ kind }) => kind)).toEqual([
        lack,
      ]);
    expect(leftLevel(content)).toBe('low');
    expect(dpia.parts.map(({ cite }) => cite)).toEqual(
      expect.arrayContaining(['a', 'b', 'd'].map((part) => `GDPR Art. 35(7)(${part})`)),
    );
  });
});

describe('an assessment', () => {
  const begun = async (name: string): Promise<Assessment> => {
    const fresh = await bench.ask('risks', 'begin', { template: name });
    return bench.ask('risks', 'save', {
      id: fresh.id,
      revision: fresh.revision,
      content: { ...whole(name), title: `About ${name}` },
    });
  };
  const sign = (one: Assessment, caller?: Caller, alone = false) =>
    bench.ask('risks', 'sign', { id: one.id, revision: one.revision, reviewOn: '2027-11-24' as never, alone }, caller);

  it('is signed only when it is whole, and by somebody else where there is somebody', async () => {
    const fresh = await bench.ask('risks', 'begin', { template: 'risks:interests' });
    expect(await failureOf(sign(fresh))).toMatchObject({ rule: 'risks.not-complete', facts: { open: 6 } });
    const draftOne = await begun('risks:dpia');
    expect(await failureOf(sign(draftOne))).toMatchObject({ rule: 'risks.say-alone' });
    const added = await bench.askRaw(
      'access',
      'addPerson',
      { name: 'Ines', signInName: 'ines', role: 'manager', until: null },
      undefined,
      undefined,
      true,
    );
    const ines = (added as unknown as { value: { person: { id: string } } }).value.person.id;
    expect(await failureOf(sign(draftOne, undefined, true))).toMatchObject({ rule: 'risks.second-person' });
    const second: Caller = { actor: { id: ines, role: 'manager' }, origin: 'page' };
    const signed = await sign(draftOne, second);
    expect(signed).toMatchObject({
      state: 'signed',
      signedBy: ines,
      author: 'owner',
      alone: false,
      reviewOn: '2027-11-24',
    });
    expect(signed.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that is signed never changes, and is evidence until it is to be looked at again', async () => {
    const { assessments } = await bench.ask('risks', 'picture', {});
    const signed = assessments.find(({ state }) => state === 'signed') ?? expect.fail('one is signed');
    expect(
      await failureOf(
        bench.ask('risks', 'save', { id: signed.id, revision: signed.revision, content: signed.content }),
      ),
    ).toMatchObject({ rule: 'risks.signed-stays' });
    for (const sql of [`update assessments set content = '{}' where state = 'signed'`, 'delete from assessments'])
      await expect(bench.workbench.write((db) => db.driver.run(sql, []))).rejects.toThrow(/assessment/);
    const { linked } = await bench.ask('obligations', 'get', { name: 'gdpr:art-35.7', language: 'en' });
    expect(linked.map(({ title, expiresOn }) => [title, expiresOn])).toEqual([['About risks:dpia', '2027-11-24']]);
  });

  it('is renewed by a new version, once', async () => {
    const { assessments } = await bench.ask('risks', 'picture', {});
    const signed = assessments.find(({ state }) => state === 'signed') ?? expect.fail('one is signed');
    const next = await bench.ask('risks', 'begin', { template: signed.template, replaces: signed.id });
    expect(next).toMatchObject({ state: 'draft', content: signed.content, replaces: signed.id });
    expect(
      await failureOf(bench.ask('risks', 'begin', { template: signed.template, replaces: signed.id })),
    ).toMatchObject({ rule: 'risks.renewed-already' });
  });

  it('takes no answer that was not asked', async () => {
    const fresh = await bench.ask('risks', 'begin', { template: 'risks:zero-trust' });
    const content = { ...fresh.content, items: [{ name: 'invented', decision: 'in-place' as const, reason: '' }] };
    expect(await failureOf(bench.ask('risks', 'save', { id: fresh.id, revision: 1, content }))).toMatchObject({
      rule: 'risks.not-asked',
    });
  });

  it.each(['pdf', 'docx', 'html', 'md'] as const)('is on paper as %s, whole', async (format) => {
    const one = await begun('risks:hipaa-analysis');
    const file = join(files, `analysis.${format}`);
    await bench.ask('risks', 'exportAssessment', { id: one.id, format, language: 'de', file });
    if (format === 'md') {
      const text = readFileSync(file, 'utf8');
      expect(text.match(/45 CFR 164\.\d+/g)?.length).toBeGreaterThan(70);
      expect(text).toContain('Entwurf, nicht unterschrieben');
    }
  });
});

describe('a file of the CNIL’s software', () => {
  const pia = {
    pia: {
      name: 'Video at the door',
      status: 1,
      dpos_names: 'Marie',
      dpo_opinion: '<p>Fine &amp; good</p>',
      concerned_people_opinion: 'Asked staff',
    },
    answers: [
      {
        id: 1,
        pia_id: 3,
        reference_to: '111',
        data: { text: '<p>A camera<br>at the door</p>', gauge: null, list: [] },
      },
      { id: 2, pia_id: 3, reference_to: '211', data: { text: 'Safety', gauge: null, list: [] } },
      { id: 3, pia_id: 3, reference_to: '321', data: { text: null, gauge: null, list: ['Shame', 'Theft'] } },
      { id: 4, pia_id: 3, reference_to: '324', data: { text: '', gauge: null, list: ['Locked room'] } },
      { id: 5, pia_id: 3, reference_to: '325', data: { text: '', gauge: 3, list: null } },
      { id: 6, pia_id: 3, reference_to: '326', data: { text: '', gauge: 1, list: null } },
      { id: 7, pia_id: 3, reference_to: '999', data: { text: 'elsewhere' } },
    ],
    measures: [{ id: 1, title: 'Key', content: 'Kept by two' }],
    evaluations: [],
    comments: [],
  };
  const write = (value: unknown): string => {
    const file = join(files, 'pia.json');
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
    return file;
  };

  it('becomes a draft, as plain words', async () => {
    const done = await bench.ask('risks', 'importCnil', { file: write(pia) });
    expect(done).toMatchObject({ parts: 4, risks: 1, ignored: 1 });
    const one =
      (await bench.ask('risks', 'picture', {})).assessments.find(({ id }) => id === done.id) ?? expect.fail('there');
    const textOf = (name: string) => one.content.parts.find((part) => part.name === name)?.text;
    expect([textOf('description'), textOf('purposes'), textOf('measures'), textOf('views')]).toEqual([
      'A camera\nat the door',
      'Safety',
      'Key: Kept by two',
      'Asked staff',
    ]);
    expect(one.content.risks).toMatchObject([{ impact: 4, likelihood: 2, measures: '• Locked room' }]);
    expect(one.content).toMatchObject({
      title: 'Video at the door',
      screen: [],
      anyway: true,
      advice: { from: 'Marie', text: 'Fine & good' },
    });
  });

  it('is written again so that it can be read again', async () => {
    const { id } = await bench.ask('risks', 'importCnil', { file: write(pia) });
    const out = join(files, 'out.json');
    await bench.ask('risks', 'exportAssessment', { id, format: 'cnil', file: out });
    const again = await bench.ask('risks', 'importCnil', { file: out });
    const all = (await bench.ask('risks', 'picture', {})).assessments;
    const contentOf = (name: string) => all.find((one) => one.id === name)?.content;
    expect(again.ignored).toBe(0);
    expect(contentOf(again.id)?.parts.map(({ name }) => name)).toEqual(contentOf(id)?.parts.map(({ name }) => name));
    expect(contentOf(again.id)?.advice).toEqual(contentOf(id)?.advice);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', []],
    ['no answers', { pia: { name: 'x' } }],
    ['an answer that is a number', { ...pia, answers: [7] }],
    ['a gauge beyond its scale', { ...pia, answers: [{ reference_to: '325', data: { gauge: 99 } }] }],
    ['a name that is an object', { ...pia, pia: { name: {} } }],
    ['too many answers', { ...pia, answers: Array.from({ length: 501 }, () => pia.answers[0]) }],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('is refused with %s, and nothing is kept', async (_what, value) => {
    const before = (await bench.ask('risks', 'picture', {})).assessments.length;
    expect(await failureOf(bench.ask('risks', 'importCnil', { file: write(value) }))).toMatchObject({
      rule: 'risks.not-a-pia-file',
    });
    expect((await bench.ask('risks', 'picture', {})).assessments).toHaveLength(before);
  });

  it('gives no markup through', () => {
    expect(plainOf('<script>alert(1)</script>x<img src=y onerror=z>', 100)).toBe('alert(1)x');
    expect(plainOf('&lt;b&gt; stays text', 100)).toBe('<b> stays text');
    expect(plainOf(`${'<'.repeat(50_000)}a`, 200_000).length).toBeLessThan(60_000);
  });
});
