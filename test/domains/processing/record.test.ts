/** The record of processing through serve: taken from a trade, generated from the store's own metadata, kept for good, taken along. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BusinessFacts } from '#shared/domains/business/model';
import type { PersonId } from '#shared/domains/access/model';
import type { PurposeId } from '#shared/domains/fields/model';
import {
  type Activity,
  type ActivityDraft,
  type Gap,
  type ProposedName,
  recordFormats,
} from '#shared/domains/processing/model';
import { draftOf } from '#shared/domains/processing/rules';
import type { Day } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
  bench.setNow('2026-11-24T12:00:00.000Z');
});
afterEach(() => bench.end());

const named = (name: string): ProposedName => `processing:${name}` as ProposedName;
const day = (text: string): Day => text as Day;
const record = () => bench.ask('processing', 'record', {});
const take = (...names: string[]) => bench.ask('processing', 'take', { names: names.map(named), language: 'en' });
const entry = async (title: string) => (await record()).content.entries.find((one) => one.title === title);
const due = async (today = '2026-11-24') =>
  (await bench.ask('today', 'list', { today: day(today) })).items
    .filter(({ kind }) => kind.startsWith('record-'))
    .map(({ kind, count, on, owner }) => [kind, count, on, owner]);
const silentIn = (gaps: readonly Gap[]): string[] =>
  gaps.flatMap((gap) => (gap.kind === 'purpose' && gap.fields.length > 0 ? [gap.purpose.id] : []));

const carpenter: BusinessFacts = {
  name: 'Tischlerei Berg',
  street: 'Hafenstraße 3',
  postalCode: '24103',
  city: 'Kiel',
  region: 'Schleswig-Holstein',
  country: 'DE',
  email: 'post@tischlerei-berg.example',
  phone: '',
  website: '',
  trade: 'processing:craft',
  staff: 6,
  customersIn: ['DE'],
  contact: { name: 'Anna Berg', reach: 'anna@tischlerei-berg.example' },
  representative: null,
  officer: null,
};
const saveBusiness = (facts: Partial<BusinessFacts> = {}, revision = 0) =>
  bench.ask('business', 'save', { revision, facts: { ...carpenter, ...facts } });

describe('what the record says', () => {
  it('follows the fields of the store: nobody types the data, their sensitivity or their retention', async () => {
    await take('customers');
    const before = await entry('Look after customers');
    expect(before?.storeData.map(({ name }) => name)).toContain('birth_date');
    expect(before?.purposes.map(({ id }) => id)).toEqual(['serve-customers', 'answer-enquiries', 'honour-choices']);
    expect(before?.storeRetention.map(({ id }) => id)).toEqual([
      'customer-relationship',
      'marketing-choice',
      'short-lived',
    ]);

    await bench.ask('fields', 'add', {
      label: 'Allergy to wood',
      kind: 'text',
      declaration: {
        purpose: 'serve-customers',
        sensitivity: 'special-category',
        retentionClass: 'bookkeeping',
      } as never,
    });
    const after = await entry('Look after customers');
    expect(after?.storeData).toContainEqual({
      name: 'x_allergy_to_wood',
      label: 'Allergy to wood',
      sensitivity: 'special-category',
    });
    expect(after?.storeRetention.map(({ id }) => id)).toContain('bookkeeping');
    // Nobody touched the activity.
    expect(after?.revision).toBe(1);
  });

  it('names what the store holds and no activity mentions, on its page and on Today', async () => {
    expect(await due()).toEqual([]);
    await take('books');
    expect(silentIn((await record()).gaps)).toEqual(['serve-customers', 'answer-enquiries', 'honour-choices']);
    expect(await due()).toContainEqual(['record-not-recorded', 3, null, null]);
    await take('customers');
    expect(silentIn((await record()).gaps)).toEqual([]);
    expect((await due()).map(([kind]) => kind)).not.toContain('record-not-recorded');

    const { id } = await bench.ask('fields', 'addPurpose', { name: 'Plan the summer party', lawfulBasis: 'consent' });
    await bench.ask('fields', 'add', {
      label: 'Favourite dish',
      kind: 'text',
      declaration: { purpose: id, sensitivity: 'ordinary', retentionClass: 'short-lived' } as never,
    });
    expect(silentIn((await record()).gaps)).toEqual([id]);
    expect(await due()).toContainEqual(['record-not-recorded', 1, null, null]);
  });

  it('says what an activity lacks until it is there', async () => {
    const { activities } = await take('payroll-for-clients');
    const [activity] = activities;
    if (activity === undefined) throw new Error('it was taken');
    const lacks = async () => (await record()).gaps.flatMap((gap) => (gap.kind === 'entry' ? gap.lacks : []));
    expect(await lacks()).toEqual(['partners', 'owner']);
    const draft: ActivityDraft = {
      ...draftOf(activity),
      partners: [{ name: 'Bäckerei Sonne', reach: 'Marktplatz 1' }],
      owner: 'owner' as PersonId,
      reviewOn: day('2026-12-10'),
    };
    await bench.ask('processing', 'change', { id: activity.id, revision: 1, activity: draft });
    expect(await lacks()).toEqual([]);
    expect(await due()).toContainEqual(['record-review-due', 1, '2026-12-10', 'Owner']);
    for (const [part, lack] of [
      [{ otherData: [] as ActivityDraft['otherData'] }, 'data'],
      [{ retention: '' }, 'retention'],
      [{ measures: [] as ActivityDraft['measures'] }, 'measures'],
      [{ systems: [] as ActivityDraft['systems'] }, 'systems'],
    ] satisfies [Partial<ActivityDraft>, string][]) {
      const { revision } = (await record()).activities[0] ?? activity;
      await bench.ask('processing', 'change', { id: activity.id, revision, activity: { ...draft, ...part } });
      expect(await lacks()).toEqual([lack]);
    }
  });

  it('asks for a tool only where the law at home does, as the packs know the countries', async () => {
    const { activities } = await take('newsletter');
    const [activity] = activities;
    if (activity === undefined) throw new Error('it was taken');
    let revision = 1;
    const needs = async (country: string, home: string, tool: string | null = null) => {
      const known = await bench.ask('business', 'facts', {});
      await saveBusiness({ country: home }, known.revision);
      const recipients = [{ name: 'Mailer', country, tool: tool === null ? null : named(tool), vendor: null }];
      await bench.ask('processing', 'change', {
        id: activity.id,
        revision: revision++,
        activity: { ...draftOf(activity), recipients, owner: 'owner' as PersonId },
      });
      const { content, gaps } = await record();
      const lacking = gaps.some((gap) => gap.kind === 'entry' && gap.lacks.includes('transfer-tool'));
      return [content.entries[0]?.recipients[0]?.need, lacking];
    };
    expect(await needs('AT', 'DE')).toEqual(['none', false]);
    expect(await needs('NO', 'DE')).toEqual(['none', false]);
    expect(await needs('CH', 'DE')).toEqual(['adequate', false]);
    // Only some recipients there: a tool has to be named.
    expect(await needs('US', 'DE')).toEqual(['tool', true]);
    expect(await needs('US', 'DE', 'framework')).toEqual(['tool', false]);
    expect(await needs('IN', 'DE')).toEqual(['tool', true]);
    expect(await needs('US', 'GB')).toEqual(['tool', true]);
    expect(await needs('DE', 'GB')).toEqual(['adequate', false]);
    expect(await needs('DE', 'US')).toEqual(['abroad', false]);
    expect((await record()).content.tools).toEqual([]);
    await needs('IN', 'DE', 'standard-clauses');
    expect((await record()).content.tools.map(({ name }) => name)).toEqual(['processing:standard-clauses']);
  });
});

describe('activities', () => {
  it('are taken once, make the purposes they need, and can be one’s own', async () => {
    const first = await bench.ask('processing', 'take', { names: [named('patients')], language: 'de' });
    expect(first.purposes).toEqual(['treat-patients']);
    expect(first.activities[0]).toMatchObject({
      title: 'Patienten behandeln',
      from: 'processing:patients',
      revision: 1,
    });
    expect(await take('patients')).toEqual({ activities: [], purposes: [] });
    const purposes = await bench.ask('fields', 'purposes', {});
    expect(purposes.find(({ id }) => id === 'treat-patients')).toMatchObject({
      name: 'Patienten behandeln und die Behandlung dokumentieren',
      lawfulBasis: 'contract',
    });
    expect(await failureOf(take('nothing-like-it'))).toEqual({ code: 'not-found', what: 'activity' });
    const { activities } = await take('customers');
    const draft = draftOf(activities[0] as Activity);
    const own = await bench.ask('processing', 'add', { ...draft, title: 'Raffle in summer' });
    expect(own).toMatchObject({ from: null, title: 'Raffle in summer' });
    const odd = { ...draft, purposes: ['no-such-purpose' as PurposeId] };
    expect(await failureOf(bench.ask('processing', 'add', odd))).toMatchObject({ rule: 'processing.unknown-purpose' });
    const stranger = { ...draft, owner: 'per_00000000000000000000' as PersonId };
    expect(await failureOf(bench.ask('processing', 'add', stranger))).toMatchObject({
      rule: 'processing.nobody-by-that-name',
    });
  });

  it('are followed by newer versions and never changed, also not by SQL', async () => {
    const { activities } = await take('customers');
    const { id } = activities[0] as Activity;
    const draft = draftOf(activities[0] as Activity);
    await bench.ask('processing', 'change', { id, revision: 1, activity: { ...draft, title: 'Look after everybody' } });
    expect(
      await failureOf(bench.ask('processing', 'change', { id, revision: 1, activity: { ...draft, title: 'Late' } })),
    ).toEqual({ code: 'conflict', what: 'activity' });
    await bench.ask('processing', 'end', { id, revision: 2, ended: true });
    expect((await record()).content.entries).toEqual([]);
    await bench.ask('processing', 'end', { id, revision: 3, ended: false });
    const history = await bench.ask('processing', 'history', { id });
    expect(history.map(({ revision, title, ended }) => [revision, title, ended])).toEqual([
      [4, 'Look after everybody', false],
      [3, 'Look after everybody', true],
      [2, 'Look after everybody', false],
      [1, 'Look after customers', false],
    ]);
    for (const sql of [
      "update processing_activities set content = '{}'",
      'delete from processing_activities',
      "insert or replace into processing_activities select id, version, at, 'else', ended, content from processing_activities",
      "update business_profiles set content = '{}'",
    ]) {
      await saveBusiness().catch(() => undefined);
      await expect(
        bench.workbench.write((db) => db.driver.exec(sql)),
        sql,
      ).rejects.toThrow();
    }
  });
});

describe('versions', () => {
  it('hold the record as it was, with the names of that time, and are found by day', async () => {
    await saveBusiness();
    await take('customers');
    const first = await bench.ask('processing', 'keep', {});
    expect(first).toMatchObject({ number: 1, entries: 1 });
    expect((await record()).changed).toBe(false);
    // Nothing changed: the same version.
    expect(await bench.ask('processing', 'keep', {})).toEqual(first);

    bench.setNow('2026-12-24T12:00:00.000Z');
    const [serve] = await bench.ask('fields', 'purposes', {});
    if (serve === undefined) throw new Error('there are purposes');
    await bench.ask('fields', 'changePurpose', {
      id: serve.id,
      revision: serve.revision,
      name: 'Build furniture for people',
      lawfulBasis: 'contract',
    });
    expect((await record()).changed).toBe(true);
    const second = await bench.ask('processing', 'keep', {});
    expect(second.number).toBe(2);
    const purposeOn = async (on: string) =>
      (await bench.ask('processing', 'asOf', { on: day(on) }))?.content.entries[0]?.purposes[0]?.name;
    expect(await purposeOn('2026-11-23')).toBeUndefined();
    expect(await purposeOn('2026-11-24')).toBe('Serve customers: orders, appointments, delivery');
    expect(await purposeOn('2026-12-23')).toBe('Serve customers: orders, appointments, delivery');
    expect(await purposeOn('2026-12-24')).toBe('Build furniture for people');
    await expect(
      bench.workbench.write((db) => db.driver.exec("update processing_versions set digest = 'x'")),
    ).rejects.toThrow();
    await expect(
      bench.workbench.write((db) => db.driver.exec('delete from processing_versions where number = 1')),
    ).rejects.toThrow();
  });

  it('can be taken along in every format; what leaves is kept, and says who is responsible', async () => {
    await saveBusiness();
    await take('customers', 'newsletter', 'payroll-for-clients');
    const saved = new Map<string, Awaited<ReturnType<typeof save>>>();
    const save = (format: (typeof recordFormats)[number], part: 'all' | 'processor' = 'all') =>
      bench.ask('processing', 'export', {
        format,
        part,
        language: 'de',
        file: join(bench.folder, '..', `record-${part}.${format}`),
      });
    for (const format of recordFormats) saved.set(format, await save(format));
    expect(new Set([...saved.values()].map(({ version, entries }) => `${version} ${entries}`))).toEqual(
      new Set(['1 3']),
    );
    const html = readFileSync(saved.get('html')?.file ?? '', 'utf8');
    for (const words of ['Tischlerei Berg', 'Anna Berg', 'Kundenspeicher (Steward)', 'Löschfristen', '<svg'])
      expect(html).toContain(words);
    const processor = await save('md', 'processor');
    expect(processor.entries).toBe(1);
    const text = readFileSync(processor.file, 'utf8');
    expect(text).toContain('Payroll for clients');
    expect(text).not.toContain('Newsletter');
    expect(
      await failureOf(
        bench.ask('processing', 'export', { format: 'csv', version: 9, file: join(bench.folder, '..', 'no.csv') }),
      ),
    ).toEqual({ code: 'not-found', what: 'record-version' });
  }, 20_000);

  it('draws where data go', async () => {
    await take('newsletter', 'patients');
    const file = join(bench.folder, '..', 'flow.svg');
    const { nodes } = await bench.ask('processing', 'exportFlow', { language: 'en', file });
    const svg = readFileSync(file, 'utf8');
    expect(svg.match(/<rect x="\d+" y="\d+" width="190"/g)).toHaveLength(nodes);
    expect(svg).toContain('Dental laboratory');
    expect(svg).not.toMatch(/<script|style=|href/);
  });
});
