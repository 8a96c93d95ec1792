/** Vendors through serve: what a contract must say, what is due, connections without their secrets, questionnaires there and back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '#shared/domains/access/model';
import type { BusinessFacts } from '#shared/domains/business/model';
import { draftOf } from '#shared/domains/processing/rules';
import type { ClauseName, IntegrationDraft, VendorDraft, VendorId } from '#shared/domains/vendors/model';
import { contractDueOn, looksLikeSecret } from '#shared/domains/vendors/rules';
import type { Day } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { naughtyStrings } from '#test/support/naughty-strings';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
  bench.setNow('2026-11-24T12:00:00.000Z');
});
afterEach(() => bench.end());

const day = (text: string): Day => text as Day;
const plain: VendorDraft = {
  name: 'MailRiver',
  reach: 'privacy@mailriver.example',
  country: 'US',
  roles: ['processor'],
  does: 'Sends the newsletter',
  fields: ['email'],
  clauses: {},
  contractFrom: null,
  contractUntil: null,
  noticeDays: null,
  subProcessors: [],
  tool: null,
  owner: null,
  reviewOn: null,
  exitPlan: '',
};
const add = (some: Partial<VendorDraft> = {}) => bench.ask('vendors', 'add', { ...plain, ...some });
const list = () => bench.ask('vendors', 'list', {});
const due = async (today = '2026-11-24') =>
  (await bench.ask('today', 'list', { today: day(today) })).items
    .filter(({ kind }) => /^(vendor|integration)-/.test(kind))
    .map(({ kind, title, on, count }) => [kind, title, on, count]);

describe('a vendor', () => {
  it('brings the list of what its contract must say by what it is, each item with its citation', async () => {
    const items = async (roles: VendorDraft['roles']) => {
      const { checklists } = await add({ roles });
      return checklists.map(({ name, items: all }) => [name, all.length]);
    };
    expect(await items(['processor'])).toEqual([['gdpr:processor-contract', 10]]);
    expect(await items(['service-provider'])).toEqual([['ccpa:vendor-contract', 10]]);
    expect(await items(['business-associate', 'third-party'])).toEqual([
      ['hipaa:associate-agreement', 12],
      ['ccpa:third-party-contract', 6],
    ]);
    expect(await items(['controller'])).toEqual([]);
    const german = (await bench.ask('vendors', 'list', { language: 'de' })).vendors.flatMap((one) => one.checklists);
    const clause = german.find(({ name }) => name === 'gdpr:processor-contract')?.items[1];
    expect(clause?.cite).toBe('Art. 28 Abs. 3 lit. a DSGVO');
  });

  it('says what is missing until nothing is', async () => {
    await bench.ask('business', 'save', { revision: 0, facts: { ...berg, country: 'DE' } });
    const vendor = await add();
    expect(vendor.gaps).toEqual([
      'contract',
      'clauses',
      'transfer-tool',
      'review',
      'exit-plan',
      'owner',
      'not-in-record',
    ]);
    expect(await due()).toContainEqual(['vendor-gaps', '', null, 1]);
    const names = vendor.checklists[0]?.items.map(({ name }) => name) ?? [];
    const complete: VendorDraft = {
      ...plain,
      clauses: Object.fromEntries(names.map((name) => [name, 'there'])) as VendorDraft['clauses'],
      contractFrom: day('2026-01-01'),
      tool: 'processing:framework' as never,
      owner: 'owner' as PersonId,
      reviewOn: day('2027-11-24'),
      exitPlan: 'Take the list along, have it deleted within 30 days',
    };
    await bench.ask('vendors', 'change', { id: vendor.id, revision: 1, vendor: complete });
    const { activities } = await bench.ask('processing', 'take', { names: ['processing:newsletter' as never] });
    const [news] = activities;
    if (news === undefined) throw new Error('it was taken');
    const recipients = [{ name: plain.name, country: 'US', tool: null, vendor: vendor.id as never }];
    await bench.ask('processing', 'change', { id: news.id, revision: 1, activity: { ...draftOf(news), recipients } });
    const [done] = (await list()).vendors;
    expect(done).toMatchObject({ gaps: [], activities: ['News and offers by e-mail'] });
    const almost = { ...complete, clauses: { ...complete.clauses, [names[3] as ClauseName]: 'unclear' as const } };
    const changed = await bench.ask('vendors', 'change', { id: vendor.id, revision: 2, vendor: almost });
    expect(changed.gaps).toEqual(['clauses']);
    const left = await bench.ask('vendors', 'end', { id: vendor.id, revision: 3, ended: true });
    expect(left.gaps).toEqual([]);
    expect((await bench.ask('vendors', 'history', { id: vendor.id })).map(({ revision }) => revision)).toEqual([
      4, 3, 2, 1,
    ]);
    expect(await failureOf(bench.ask('vendors', 'change', { id: vendor.id, revision: 1, vendor: plain }))).toEqual({
      code: 'conflict',
      what: 'vendor',
    });
    await expect(bench.workbench.write((db) => db.driver.exec('delete from vendors'))).rejects.toThrow();
  });

  it('is on Today before its contract can no longer be given notice of, and when it is to be looked at', async () => {
    expect(contractDueOn({ ...plain, contractUntil: day('2027-03-31'), noticeDays: 90 })).toBe('2026-12-31');
    await add({ contractUntil: day('2027-03-31'), noticeDays: 90, reviewOn: day('2026-12-01') });
    expect(await due('2026-11-24')).toContainEqual(['vendor-review-due', 'MailRiver', '2026-12-01', 1]);
    expect((await due('2026-11-24')).map(([kind]) => kind)).not.toContain('vendor-contract-ends');
    expect(await due('2026-12-02')).toContainEqual(['vendor-contract-ends', 'MailRiver', '2026-12-31', 1]);
  });
});

const berg: BusinessFacts = {
  name: 'Berg',
  street: '',
  postalCode: '',
  city: '',
  region: '',
  country: 'DE',
  email: 'post@berg.example',
  phone: '',
  website: '',
  trade: 'processing:craft',
  staff: 2,
  customersIn: [],
  contact: null,
  representative: null,
  officer: null,
};

const shop: IntegrationDraft = {
  name: 'Shop to bookkeeping',
  vendor: null,
  uses: 'Orders API, version 3',
  direction: 'out',
  secretPlace: 'Password manager, entry “Shop bookkeeping”',
  scope: 'read orders',
  owner: null,
  rotatedOn: day('2026-09-01'),
  rotateEveryDays: 90,
  testedOn: null,
  testEveryDays: 30,
};

describe('a connection', () => {
  it('is due by its intervals; what was never tested is due at once', async () => {
    const added = await bench.ask('vendors', 'addIntegration', shop);
    expect(added).toMatchObject({ rotateDueOn: '2026-11-30', testDueOn: '2026-11-24' });
    expect(await due()).toEqual([
      ['integration-test', 'Shop to bookkeeping', '2026-11-24', 1],
      ['integration-rotate', 'Shop to bookkeeping', '2026-11-30', 1],
    ]);
    await bench.ask('vendors', 'endIntegration', { id: added.id, revision: 1, ended: true });
    expect(await due()).toEqual([]);
  });

  it.each([
    ['secretPlace', 'sk_' + 'live_51Hb9xQ2eZvKYlo2C'],
    ['scope', 'token ghp_' + '16C7e42F292c6912E7710c838347Ae178B4a'],
    ['uses', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0'],
    ['name', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'],
    ['secretPlace', '-----BEGIN PRIVATE KEY-----'],
    ['scope', 'AKIA' + 'IOSFODNN7EXAMPLE'],
  ] as const)('never keeps a secret: %s with %j', async (field, text) => {
    const failure = await failureOf(bench.ask('vendors', 'addIntegration', { ...shop, [field]: text }));
    expect(failure).toEqual({ code: 'rule', rule: 'vendors.looks-like-secret' });
    expect(JSON.stringify(bench.logged)).not.toContain(text);
    const added = await bench.ask('vendors', 'addIntegration', shop);
    const change = { id: added.id, revision: 1, integration: { ...shop, [field]: text } };
    expect(await failureOf(bench.ask('vendors', 'changeIntegration', change))).toEqual(failure);
  });

  it('takes what people write for what it is', () => {
    for (const words of [
      'Password manager, entry Shop',
      'https://shop.example/admin/settings/apps/private',
      'Donaudampfschifffahrtsgesellschaft 2026',
      'read_orders,write_products,read_customers',
      'Safe in the office, second drawer, envelope 12',
      'C-1042',
    ])
      expect(looksLikeSecret(words), words).toBe(false);
  });
});

describe('a questionnaire', () => {
  const ask = async (vendor: VendorId, language: 'en' | 'de' = 'en') => {
    const file = join(bench.folder, '..', `questions-${language}.html`);
    return bench.ask('vendors', 'ask', { vendor, language, file });
  };
  const answersFor = (questionnaire: string, some: object = {}) => ({
    format: 'steward-vendor-answers',
    version: 1,
    questionnaire,
    filledInBy: 'Jo Field, security',
    filledInOn: '2026-11-25',
    answers: { contract: 'yes', countries: 'Ireland' },
    ...some,
  });
  const read = (content: unknown) => {
    const file = join(bench.folder, '..', 'answers.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return bench.ask('vendors', 'readAnswers', { file });
  };

  it('is a page that loads nothing and whose only script is ours; answers are kept when somebody took them', async () => {
    const vendor = await add({ name: '<script>alert(1)</script> & Co' });
    const written = await ask(vendor.id, 'de');
    const page = readFileSync(written.file, 'utf8');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/src=|href="|url\(|@import|https?:/);
    expect(page.match(/<fieldset>|class="question"/g)).toHaveLength(written.questions + 1);

    const found = await read(answersFor(written.questionnaire));
    expect(found).toMatchObject({ vendor: vendor.id, vendorName: vendor.name });
    const asked = () => bench.ask('vendors', 'questionnaires', { vendor: vendor.id });
    expect(await asked()).toMatchObject([{ takenAt: null, answers: {} }]);
    await bench.ask('vendors', 'takeAnswers', { answers: found.answers });
    expect(await asked()).toMatchObject([{ filledInBy: 'Jo Field, security', answers: { countries: 'Ireland' } }]);
    expect(await failureOf(read(answersFor(written.questionnaire)))).toMatchObject({ rule: 'vendors.answers-there' });
    expect(await failureOf(bench.ask('vendors', 'takeAnswers', { answers: found.answers }))).toMatchObject({
      rule: 'vendors.answers-there',
    });
    await expect(
      bench.workbench.write((db) => db.driver.exec("update vendor_questionnaires set answers = '{}'")),
    ).rejects.toThrow();
  });

  it('refuses whatever is not an answer to it, with a name and without repeating it', async () => {
    const { id } = await add();
    const { questionnaire } = await ask(id);
    const wrong = { code: 'unavailable', resource: 'file-format' };
    for (const content of [
      'not json',
      '[]',
      answersFor(questionnaire, { format: 'something-else' }),
      answersFor(questionnaire, { version: 2 }),
      answersFor(questionnaire, { more: 1 }),
      answersFor(questionnaire, { filledInOn: '2026-02-30' }),
      answersFor(questionnaire, { answers: { contract: { toString: 'x' } } }),
      answersFor(questionnaire, { answers: { contract: 'a\u0000b' } }),
      answersFor(questionnaire, { answers: { does: 'x'.repeat(8_001) } }),
      `{"__proto__":{"format":"steward-vendor-answers"}}`,
    ])
      expect(await failureOf(read(content)), JSON.stringify(content).slice(0, 90)).toEqual(wrong);
    expect(await failureOf(read('x'.repeat(1024 * 1024 + 1)))).toMatchObject({ resource: 'file-too-large' });
    expect(await failureOf(read(answersFor('vqn_00000000000000000000')))).toEqual({
      code: 'not-found',
      what: 'questionnaire',
    });
    for (const answers of [{ 'not-a-question': 'x' }, { contract: 'maybe' }, { tested: 'last year' }])
      expect(await failureOf(read(answersFor(questionnaire, { answers })))).toMatchObject({
        rule: 'vendors.not-asked',
      });
  });

  it('keeps naughty strings as they are, and shows them as text', async () => {
    const { id } = await add();
    const { questionnaire } = await ask(id);
    const does = naughtyStrings
      .filter((text) => !text.includes('\u0000') && text.isWellFormed())
      .join('\n')
      .slice(0, 7_000)
      .trim();
    const { answers } = await read(answersFor(questionnaire, { answers: { does } }));
    const kept = await bench.ask('vendors', 'takeAnswers', { answers });
    expect(kept.answers['does']).toBe(does);
  });
});
