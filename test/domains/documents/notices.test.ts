/** The notices of the three example businesses hold what the law's lists ask, item by item; and each item is missed when its section is gone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seePdf } from '#main/papers/see-pdf';
import type { DocumentDetail, DocumentId } from '#shared/domains/documents/model';
import { plainBlocks } from '#shared/domains/documents/rules';
import { carpenter, dentist, type ExampleBusiness, shop } from '#test/support/businesses';
import { testBench, type TestBench } from '#test/support/workbench';

const root = mkdtempSync(join(tmpdir(), 'steward-notices-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function settle(bench: TestBench, business: ExampleBusiness): Promise<void> {
  await bench.ask('business', 'save', { revision: 0, facts: business.facts });
  await bench.ask('documents', 'setFacts', { facts: business.more });
  for (const [question, answer] of Object.entries(business.answers))
    await bench.ask('applicability', 'answer', { question, answer } as never);
}

async function noticeOf(bench: TestBench, template: string, language: 'en' | 'de' = 'en'): Promise<DocumentDetail> {
  const { made } = await bench.ask('documents', 'create', { templates: [template], language });
  return bench.ask('documents', 'open', { id: made[0]!.id, language });
}

const saidIn = (notice: DocumentDetail, id: string): string =>
  plainBlocks(notice.sections.find((section) => section.id === id)?.blocks ?? []);
const statesOf = (notice: DocumentDetail): Record<string, string> =>
  Object.fromEntries(
    notice.checklists.flatMap(({ name, items }) => items.map(({ item, state }) => [`${name}/${item}`, state] as const)),
  );
const missing = (notice: DocumentDetail): string[] =>
  Object.entries(statesOf(notice))
    .filter(([, state]) => state === 'missing' || state === 'unclear')
    .map(([item]) => item);

/** Each item is missed as soon as nothing is left of the sections that are there for it. */
async function expectEachItemCounts(bench: TestBench, id: DocumentId): Promise<number> {
  let notice = await bench.ask('documents', 'open', { id });
  const there = Object.entries(statesOf(notice)).filter(([, state]) => state === 'there');
  for (const section of notice.sections)
    await bench
      .ask('documents', 'editSection', { id, revision: notice.revision, section: section.id, blocks: [] })
      .then(async () => (notice = await bench.ask('documents', 'open', { id })));
  for (const [item, state] of Object.entries(statesOf(notice))) expect([item, state]).not.toEqual([item, 'there']);
  return there.length;
}

describe('a dental practice in Ohio', () => {
  it('gives patients every statement of the notice of privacy practices', async () => {
    const bench = await testBench();
    try {
      await settle(bench, dentist);
      const { templates } = await bench.ask('documents', 'overview', {});
      const applying = templates.filter(({ applies }) => applies === 'yes').map(({ name }) => name);
      expect(applying).toEqual(
        expect.arrayContaining([
          'documents:notice-of-privacy-practices',
          'documents:sanction-policy',
          'documents:contingency-plan',
        ]),
      );
      for (const other of ['documents:privacy-notice', 'documents:california-policy'])
        expect(applying).not.toContain(other);
      const notice = await noticeOf(bench, 'documents:notice-of-privacy-practices');
      expect(missing(notice)).toEqual([]);
      expect(notice.missing).toBe(0);
      expect(saidIn(notice, 'header')).toBe(
        'THIS NOTICE DESCRIBES HOW MEDICAL INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED AND HOW YOU CAN GET ACCESS TO THIS INFORMATION. PLEASE REVIEW IT CAREFULLY.',
      );
      for (const use of ['Treatment', 'Payment', 'Running the practice'])
        expect(saidIn(notice, 'uses')).toMatch(new RegExp(`${use}\\. For example,`));
      for (const word of [
        'public health',
        'abuse',
        'oversight',
        'court',
        'law enforcement',
        'coroners',
        'research',
        'serious and imminent threat',
        'workers’ compensation',
      ])
        expect(saidIn(notice, 'other')).toContain(word);
      for (const word of ['Psychotherapy notes', 'marketing', 'selling', 'revoke'])
        expect(saidIn(notice, 'authorization')).toContain(word);
      for (const right of [
        'Restriction',
        'paid in full',
        'Confidential ways',
        'Access',
        'Amendment',
        'Accounting',
        'Paper copy',
      ])
        expect(saidIn(notice, 'rights')).toContain(right);
      for (const duty of [
        'keep your information private',
        'give you this notice',
        'after a breach',
        'keep to the notice in effect',
        'may change it',
      ])
        expect(saidIn(notice, 'duties')).toContain(duty);
      expect(saidIn(notice, 'complaints')).toMatch(
        /Secretary of the U\.S\. Department of Health and Human Services.*Nobody will be treated worse/s,
      );
      expect(saidIn(notice, 'contact')).toContain('Dr. Priya Nair, Privacy Official, phone (614) 555-0111');
      expect(saidIn(notice, 'effective')).toContain('February 16, 2026');
      // Not a programme for substance use: its paragraph is left out.
      expect(notice.sections.map(({ id }) => id)).not.toContain('part2');
      expect(await expectEachItemCounts(bench, notice.id)).toBe(11);
    } finally {
      await bench.end();
    }
  });
});

describe('a shop with customers in California', () => {
  it('tells them at collection and in its policy what the Act asks', async () => {
    const bench = await testBench();
    try {
      await settle(bench, shop);
      const collection = await noticeOf(bench, 'documents:california-collection');
      expect(missing(collection)).toEqual([]);
      const table = collection.sections.find(({ id }) => id === 'kinds')!.blocks.find(({ kind }) => kind === 'table');
      const rows = table?.kind === 'table' ? table.rows : [];
      expect(rows.map(([kind]) => kind)).toEqual([
        'Identifiers',
        'Customer records',
        'Protected characteristics',
        'Commercial information',
        'Work',
      ]);
      // Every kind has its purposes and how long it is kept.
      for (const row of rows) expect(row.every((cell) => cell !== '')).toBe(true);
      expect(saidIn(collection, 'opt-out')).toContain(
        'Do Not Sell or Share My Personal Information: https://harborlane.example/do-not-sell',
      );
      expect(saidIn(collection, 'opt-out')).not.toContain('Limit the Use');
      const policy = await noticeOf(bench, 'documents:california-policy');
      expect(missing(policy)).toEqual([]);
      expect(saidIn(policy, 'sold')).toMatch(/sold or shared.*under 16/s);
      expect(saidIn(policy, 'how')).toMatch(
        /\(510\) 555-0100.*ana@harborlane\.example.*privacy\/ask.*signed permission/s,
      );
      expect(saidIn(policy, 'signals')).toContain('Global Privacy Control');
      expect(saidIn(policy, 'date')).toContain('Last updated: January 1, 2026');
      // A link that people could follow goes into the file as one.
      const file = join(root, 'collection.html');
      await bench.ask('documents', 'export', { id: collection.id, format: 'html', file });
      expect(readFileSync(file, 'utf8')).toContain('href="https://harborlane.example/do-not-sell"');
      expect(await expectEachItemCounts(bench, collection.id)).toBe(6);
      expect(await expectEachItemCounts(bench, policy.id)).toBe(16);
    } finally {
      await bench.end();
    }
  });

  it('says that it does not sell when it does not, and needs no link', async () => {
    const bench = await testBench();
    try {
      await settle(bench, { ...shop, answers: { ...shop.answers, 'ccpa:q-sells': false } });
      const collection = await noticeOf(bench, 'documents:california-collection');
      expect(statesOf(collection)['ccpa:notice-at-collection/opt-out']).toBe('not-needed');
      expect(saidIn(collection, 'sold')).toContain('We do not sell any of these kinds');
      expect(saidIn(await noticeOf(bench, 'documents:california-policy'), 'sold')).toContain('have not sold');
    } finally {
      await bench.end();
    }
  });
});

describe('a carpenter in Germany with customers in the United Kingdom', () => {
  it('tells people what both laws ask, in German, with the British way to complain', async () => {
    const bench = await testBench();
    try {
      await settle(bench, carpenter);
      const notice = await noticeOf(bench, 'documents:privacy-notice', 'de');
      expect(missing(notice)).toEqual([]);
      expect(notice.checklists.map(({ name }) => name)).toEqual(['gdpr:notice-direct', 'gdpr:notice-indirect']);
      expect(saidIn(notice, 'controller')).toContain(
        'Tischlerei Lindner, Werkstraße 3, 86150 Augsburg, BY. Telefon +49 821 555010',
      );
      expect(saidIn(notice, 'officer')).toContain('Kanzlei Beck');
      expect(saidIn(notice, 'purposes')).toMatch(/Kunden bedienen.*ein Vertrag mit Ihnen/s);
      for (const right of ['Auskunft', 'Berichtigung', 'Löschung', 'Einschränkung', 'Übertragbarkeit'])
        expect(saidIn(notice, 'rights')).toContain(right);
      expect(saidIn(notice, 'object')).toContain('Werbung können Sie ohne jeden Grund widersprechen');
      expect(saidIn(notice, 'withdraw')).toContain('Neuigkeiten und Angebote');
      expect(saidIn(notice, 'interests')).toContain('Anfragen beantworten');
      expect(saidIn(notice, 'complain')).toContain('Bayerische Landesamt');
      expect(saidIn(notice, 'complain-uk')).toMatch(/30 Tagen.*Information Commissioner/s);
      const file = join(root, 'hinweis.pdf');
      await bench.ask('documents', 'export', { id: notice.id, format: 'pdf', file });
      expect(await seePdf(readFileSync(file))).toMatchObject({
        tagged: true,
        language: 'de',
        title: 'Datenschutzerklärung',
      });
      expect(await expectEachItemCounts(bench, notice.id)).toBe(25);
    } finally {
      await bench.end();
    }
  });

  it('sees what is missing while its facts are', async () => {
    const bench = await testBench();
    try {
      await settle(bench, { ...carpenter, more: {} });
      const notice = await noticeOf(bench, 'documents:privacy-notice');
      const complaint = notice.checklists[0]!.items.find(({ item }) => item === 'complain');
      expect(complaint).toMatchObject({
        state: 'missing',
        missing: ['Authority for complaints', 'Authority for complaints in the UK'],
      });
    } finally {
      await bench.end();
    }
  });
});
