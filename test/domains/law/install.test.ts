/** A new edition from a file, through serve: refused by name when it is not right, and compared for this business when it is. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesToSign } from '#main/content/edition-signature';
import { createLawSource } from '#main/content/law-source';
import { trustedKeys } from '#main/content/trusted-keys';
import type { Obligation } from '#shared/content/pack';
import { contentFolder } from '#test/content/harness';
import { testBench, type TestBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-law-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));
const pair = generateKeyPairSync('ed25519');
const ours = {
  ...trustedKeys,
  test: pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
};

type Parts = Record<string, unknown> & { manifest: { edition: string }; obligations: Obligation[] };
const [shipped = ''] = readdirSync(join(contentFolder, 'gdpr'));
const part = (name: string): unknown => JSON.parse(readFileSync(join(contentFolder, 'gdpr', shipped, name), 'utf8'));
const shippedParts = (): Parts =>
  Object.fromEntries(
    readdirSync(join(contentFolder, 'gdpr', shipped))
      .filter((name) => name !== 'signature.json')
      .map((name) => [name.slice(0, -'.json'.length), part(name)]),
  ) as Parts;
const signed = (parts: Parts) => ({
  parts,
  signature: {
    algorithm: 'Ed25519',
    key: 'test',
    signature: sign(null, bytesToSign(parts), pair.privateKey).toString('base64'),
  },
});
const bring = (content: unknown): string => {
  const file = join(files, 'edition.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
/** The edition of next year: one duty reworded, one gone, one new, and one clock renamed in its title. */
const nextYear = (): Parts => {
  const parts = shippedParts();
  parts.manifest = { ...parts.manifest, edition: '2027-06-01.1' };
  parts.obligations = parts.obligations
    .filter(({ name }) => name !== 'gdpr:art-30.5')
    .map((one) =>
      one.name === 'gdpr:art-30.1' || one.name === 'gdpr:art-8.1'
        ? { ...one, sentence: { en: 'New words.', de: 'Neue Worte.' } }
        : one,
    );
  const [first] = parts.obligations;
  if (first === undefined) throw new Error('no obligations');
  parts.obligations.push({ ...first, name: 'gdpr:new', title: { en: 'A new duty', de: 'Eine neue Pflicht' } });
  return parts;
};

let bench: TestBench;
let own: string;
beforeEach(async () => {
  bench = await testBench();
  own = mkdtempSync(join(files, 'own-'));
  Object.assign(bench.workbench, { law: createLawSource(own, ours) });
});
afterEach(() => bench.end());
const install = async (file: string) => {
  const answer = await bench.askRaw('law', 'install', { file });
  return answer.ok ? 'installed' : answer.failure;
};
const inUse = async () =>
  (await bench.ask('law', 'overview', {})).regulations.find(({ regulation }) => regulation === 'gdpr')?.edition;

describe('a new edition from a file', () => {
  it.each([
    [
      'is older',
      (): unknown => ({ parts: shippedParts(), signature: part('signature.json') }),
      'law.edition-older',
      `gdpr/${shipped}`,
    ],
    ['is unsigned', () => ({ parts: nextYear() }), 'law.edition-unsigned', 'gdpr/2027-06-01.1'],
    [
      'was changed after signing',
      () => {
        const whole = signed(nextYear());
        return { ...whole, parts: { ...whole.parts, values: [] } };
      },
      'law.edition-tampered',
      'gdpr/2027-06-01.1',
    ],
    [
      'carries the signature of another edition',
      () => ({ parts: nextYear(), signature: part('signature.json') }),
      'law.edition-tampered',
      'gdpr/2027-06-01.1',
    ],
    [
      'has a part nobody knows',
      () => signed({ ...nextYear(), programs: [] }),
      'law.edition-malformed',
      'gdpr/2027-06-01.1',
    ],
    [
      'has a clock without steps',
      () => signed({ ...nextYear(), clocks: [{ name: 'gdpr.x.y' }] }),
      'law.edition-malformed',
      'gdpr/2027-06-01.1',
    ],
    [
      'is of a law nobody knows',
      () => {
        const parts = nextYear();
        return signed({ ...parts, manifest: { ...parts.manifest, regulation: 'moon-law' } as Parts['manifest'] });
      },
      'law.edition-misplaced',
      'moon-law/2027-06-01.1',
    ],
    [
      'would be written elsewhere',
      () => {
        const parts = nextYear();
        return signed({ ...parts, manifest: { ...parts.manifest, edition: '../../../x' } });
      },
      'law.edition-malformed',
      '(file)',
    ],
    ['is no JSON', (): unknown => 'PK not json', 'law.edition-unreadable', '(file)'],
    ['is some other JSON', (): unknown => ['a', 'b'], 'law.edition-unreadable', '(file)'],
  ] as const)('that %s is refused by name, and nothing changes', async (_, make, rule, pack) => {
    expect(await install(bring(make()))).toEqual({ code: 'rule', rule, facts: { pack } });
    expect(readdirSync(own)).toEqual([]);
    expect(await inUse()).toBe(shipped);
    const { entries } = await bench.ask('trail', 'list', { event: 'law.edition-installed' });
    expect(entries.map(({ stage, facts }) => [stage, facts])).toEqual([
      ['failed', { failure: rule }],
      ['started', {}],
    ]);
  });

  it('is not there: said so, without a mistake of ours', async () => {
    expect(await install(join(files, 'nowhere.json'))).toMatchObject({ rule: 'law.edition-unreadable' });
    expect(await install(files)).toMatchObject({ rule: 'law.edition-unreadable' });
  });

  it('serves at once when it is right, and says what changed and whether that concerns this business', async () => {
    for (const question of ['gdpr:q-decides', 'gdpr:q-consent'] as const)
      await bench.ask('applicability', 'answer', { question, answer: true });
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-children', answer: false });
    const record = {
      state: 'in-place',
      owner: 'Ina',
      dueOn: null,
      reviewedOn: null,
      reason: null,
      note: null,
    } as const;
    await bench.ask('obligations', 'record', { name: 'gdpr:art-30.1', revision: 0, record });
    expect(await bench.ask('law', 'changes', { regulation: 'gdpr' })).toEqual({
      edition: `gdpr/${shipped}`,
      before: null,
      changes: [],
      decisions: [],
    });

    const installed = await bench.ask('law', 'install', { file: bring(signed(nextYear())), language: 'de' });
    expect(installed).toMatchObject({ edition: 'gdpr/2027-06-01.1', before: `gdpr/${shipped}` });
    const seen = installed.changes.map(({ name, change, fields, yours }) => [name, change, fields.join(), yours]);
    expect(seen).toEqual([
      ['gdpr:art-8.1', 'changed', 'sentence', false],
      ['gdpr:art-30.1', 'changed', 'sentence', true],
      ['gdpr:new', 'added', '', true],
      ['gdpr:art-30.5', 'removed', '', true],
    ]);
    expect(installed.changes.find(({ name }) => name === 'gdpr:new')?.title).toBe('Eine neue Pflicht');
    expect(await inUse()).toBe('2027-06-01.1');
    // The same again later, from what is on the disk; and the record keeps the edition it was made under.
    expect(await bench.ask('law', 'changes', { regulation: 'gdpr', language: 'de' })).toEqual(installed);
    expect(await bench.ask('obligations', 'get', { name: 'gdpr:art-30.1' })).toMatchObject({
      sentence: 'New words.',
      edition: 'gdpr/2027-06-01.1',
      recordedUnder: `gdpr/${shipped}`,
      state: 'in-place',
    });
    expect(await install(bring(signed(nextYear())))).toMatchObject({ rule: 'law.edition-older' });
  });

  it('says in words what changed for this business: before and after, from when, and what is decided otherwise', async () => {
    for (const question of ['gdpr:q-decides', 'gdpr:q-consent'])
      await bench.ask('applicability', 'answer', { question, answer: true });
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-joint', answer: false });
    const parts = nextYear();
    const clocks = JSON.parse(
      JSON.stringify(parts['clocks']).replace('"amount":1,"extended":3', '"amount":2,"extended":3'),
    );
    const [first, joint] = ['gdpr:art-5.2', 'gdpr:art-26.1'].map((name) =>
      parts.obligations.find((one) => one.name === name),
    );
    if (first === undefined || joint === undefined) throw new Error('no such obligation');
    const notOurs = { ...joint, name: 'gdpr:new-joint', appliesWhen: [['joint']] };
    const changed = signed({
      ...parts,
      clocks,
      obligations: [...parts.obligations, notOurs].map((one) =>
        one.name === first.name
          ? { ...one, reviewMonths: 24, law: { ...one.law, citation: 'A new place', since: '2027-01-01' } }
          : one.name === joint.name
            ? { ...one, appliesWhen: [['controller']] }
            : one,
      ),
    });
    await bench.ask('law', 'install', { file: bring(changed) });
    const { changes, decisions } = await bench.ask('law', 'changes', { regulation: 'gdpr' });
    const named = (name: string) => changes.find((one) => one.name === name);
    expect(named(first.name)).toMatchObject({
      inForceFrom: '2027-01-01',
      details: [
        { field: 'citation', before: first.law.citation, after: 'A new place' },
        { field: 'since', before: null, after: '2027-01-01' },
        { field: 'reviewMonths', before: String(first.reviewMonths), after: '24' },
      ],
    });
    expect(named('gdpr:art-30.1')?.details).toEqual([
      { field: 'sentence', before: expect.stringContaining('record') as string, after: 'New words.' },
    ]);
    expect(named('gdpr:new')?.details).toMatchObject([{ field: 'sentence', before: null }]);
    expect(named('gdpr:art-30.5')?.details).toMatchObject([{ field: 'sentence', after: null }]);
    // A clock is told by a case in which it gives another day: a month from 24 November, then two.
    expect(named('gdpr.request.respond')?.example).toMatchObject({
      start: '2026-11-24',
      before: '2026-12-24',
      after: '2027-01-25',
    });
    expect(named(joint.name)).toMatchObject({ fields: ['appliesWhen'], details: [], yours: true });
    expect(decisions).toContainEqual({
      name: joint.name,
      title: expect.any(String) as string,
      before: 'no',
      after: 'yes',
    });
    expect(decisions).toContainEqual(expect.objectContaining({ name: 'gdpr:new', before: null, after: 'yes' }));
    // New, but not for this business: nothing to decide.
    expect(named('gdpr:new-joint')).toMatchObject({ change: 'added', yours: false });
    for (const name of ['gdpr:art-30.1', 'gdpr:new-joint'])
      expect(decisions.map((one) => one.name)).not.toContain(name);
  });

  it('shows what was recorded and answered under the edition before, until it is recorded anew', async () => {
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: true });
    await bench.ask('applicability', 'answer', { question: 'hipaa:q-provider', answer: false });
    const record = { state: 'in-place', owner: null, dueOn: null, reviewedOn: null, reason: null, note: null } as const;
    await bench.ask('obligations', 'record', { name: 'gdpr:art-30.1', revision: 0, record });
    expect(await bench.ask('law', 'olderRecords', {})).toEqual([]);
    await bench.ask('law', 'install', { file: bring(signed(nextYear())) });
    bench.setNow('2026-11-25T09:00:00.000Z');
    const older = async () =>
      (await bench.ask('law', 'olderRecords', {})).map(({ kind, name, edition, now }) => [kind, name, edition, now]);
    const from = [`gdpr/${shipped}`, 'gdpr/2027-06-01.1'];
    expect(await older()).toEqual([
      ['obligation', 'gdpr:art-30.1', ...from],
      ['answer', 'gdpr:q-decides', ...from],
    ]);
    await bench.ask('obligations', 'record', { name: 'gdpr:art-30.1', revision: 1, record });
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: true });
    expect(await older()).toEqual([]);
  });

  it('that is changed on the disk afterwards is named and refused, and the one before serves again', async () => {
    await bench.ask('law', 'install', { file: bring(signed(nextYear())) });
    const place = join(own, 'gdpr/2027-06-01.1/obligations.json');
    writeFileSync(place, readFileSync(place, 'utf8').replace('New words.', 'No words.'));
    Object.assign(bench.workbench, { law: createLawSource(own, ours) });
    const { refused } = await bench.ask('law', 'overview', {});
    expect(refused).toEqual([{ pack: 'gdpr/2027-06-01.1', reason: 'tampered', part: null }]);
    expect(await inUse()).toBe(shipped);
    expect(
      (await bench.ask('law', 'compute', { clock: 'gdpr.request.respond', place: 'DE', start: '2026-03-05' })).due,
    ).toBe('2026-04-07');
    // A good copy of the same edition repairs it.
    expect(await install(bring(signed(nextYear())))).toBe('installed');
    expect((await bench.ask('law', 'overview', {})).refused).toEqual([]);
  });

  it('leaves a folder of somebody else alone', async () => {
    mkdirSync(join(own, 'notes'), { recursive: true });
    await bench.ask('law', 'install', { file: bring(signed(nextYear())) });
    expect(existsSync(join(own, 'notes'))).toBe(true);
    expect((await bench.ask('law', 'overview', {})).refused).toEqual([]);
  });
});

describe('asking about the law', () => {
  it('answers an unknown clock, place or fact with what was not understood', async () => {
    const ask = (input: object) =>
      bench.askRaw('law', 'compute', { clock: 'gdpr.request.respond', place: 'DE', start: '2026-03-05', ...input });
    for (const [input, path, code] of [
      [{ clock: 'gdpr.nothing.here' }, ['clock'], 'unknown-clock'],
      [{ place: 'XX' }, ['place'], 'unknown-place'],
      [{ start: '2026-02-30' }, ['start'], 'bad-start'],
      [{ facts: { moon: true } }, ['facts', 'moon'], 'unknown-fact'],
      [{ facts: { extended: 'maybe' } }, ['facts', 'extended'], 'bad-fact'],
    ] as const) {
      expect(await ask(input)).toEqual({ ok: false, failure: { code: 'invalid', problems: [{ path, code }] } });
    }
    expect(await bench.askRaw('law', 'changes', { regulation: 'moon-law' })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('offers for every clock the facts that change its answer, in every place it knows', async () => {
    const clocks = await bench.ask('law', 'clocks', {});
    expect(clocks.length).toBeGreaterThan(30);
    for (const { name, places } of clocks) {
      expect([name, places.length]).not.toEqual([name, 0]);
      const place = places[0]?.code ?? '';
      expect(
        (await bench.ask('law', 'compute', { clock: name, place, start: '2026-03-05T10:00:00+01:00' })).because.length,
      ).toBeGreaterThan(0);
    }
  });
});
