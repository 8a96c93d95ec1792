/** Documents through the one path: made, out of date, brought up to date, approved, published, read, evidence, on Today, as files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seeDocx } from '#main/papers/see-docx';
import { seeHtml } from '#main/papers/see-html';
import { seePdf } from '#main/papers/see-pdf';
import type { Caller } from '#main/ipc/context';
import type { DocumentDetail, DocumentId } from '#shared/domains/documents/model';
import type { BusinessFacts } from '#shared/domains/business/model';
import { someBusiness } from '#test/support/businesses';
import { testBench, type TestBench } from '#test/support/workbench';

const root = mkdtempSync(join(tmpdir(), 'steward-documents-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const open = (id: DocumentId): Promise<DocumentDetail> => bench.ask('documents', 'open', { id });
const made = async (template: string): Promise<DocumentDetail> => {
  const { made: all } = await bench.ask('documents', 'create', { templates: [template] });
  return open(all[0]!.id);
};
const sayWho = (facts: Partial<BusinessFacts>) =>
  bench.ask('business', 'save', { revision: 0, facts: { ...someBusiness, ...facts } });
const sectionOf = (detail: DocumentDetail, id: string) => detail.sections.find((one) => one.id === id)!;
const said = (detail: DocumentDetail): string => JSON.stringify(detail.sections.map(({ blocks }) => blocks));
const mine = [{ kind: 'paragraph', text: 'Our own words about purposes.' }] as const;

describe('making documents', () => {
  it('offers what applies, and makes each once', async () => {
    const before = await bench.ask('documents', 'overview', {});
    expect(before.documents).toEqual([]);
    const applying = before.templates.filter(({ applies }) => applies === 'yes').map(({ name }) => name);
    expect(applying).toContain('documents:security-policy');
    expect(applying).not.toContain('documents:sanction-policy');
    const { made: all } = await bench.ask('documents', 'create', {});
    expect(all.map(({ template }) => template).toSorted()).toEqual(applying.toSorted());
    expect((await bench.ask('documents', 'create', {})).made).toEqual([]);
    const after = await bench.ask('documents', 'overview', {});
    expect(after.documents.every(({ state, outOfDate }) => state === 'draft' && outOfDate === 0)).toBe(true);
    expect(await bench.askRaw('documents', 'create', { templates: ['documents:no-such'] })).toMatchObject({
      failure: { code: 'not-found', what: 'template' },
    });
  });

  it('follows the answers about laws', async () => {
    await bench.ask('applicability', 'answer', { question: 'hipaa:q-provider', answer: true });
    const { templates } = await bench.ask('documents', 'overview', {});
    expect(templates.find(({ name }) => name === 'documents:sanction-policy')?.applies).toBe('yes');
    expect(templates.find(({ name }) => name === 'documents:privacy-notice')?.applies).toBe('open');
  });
});

describe('changing a fact', () => {
  it('marks the documents that say it, and says what changed', async () => {
    const policy = await made('documents:privacy-policy');
    const backup = await made('documents:backup-policy');
    const told = await bench.ask('documents', 'setFacts', { facts: { backupPlace: 'Bank vault, Main Street' } });
    expect(told).toMatchObject({ changed: ['backupPlace'], outOfDate: 1 });
    expect((await open(policy.id)).outOfDate).toBe(0);
    const now = await open(backup.id);
    expect(sectionOf(now, 'where')).toMatchObject({
      state: 'changed',
      changes: [
        {
          fact: 'business.backupPlace',
          label: 'Where backups are kept',
          removed: [],
          added: ['Bank vault, Main Street'],
        },
      ],
    });
    expect(said(now)).not.toContain('Bank vault');
  });

  it('a new purpose and a new field do so, too', async () => {
    const policy = await made('documents:privacy-policy');
    await bench.ask('fields', 'addPurpose', { name: 'Greet on birthdays', lawfulBasis: 'consent' } as never);
    let now = await open(policy.id);
    expect(sectionOf(now, 'purposes').changes).toEqual([
      { fact: 'held.purposes', label: 'Purposes', removed: [], added: ['Greet on birthdays · your consent · –'] },
    ]);
    await bench.ask('documents', 'bringUpToDate', { id: policy.id, revision: now.revision });
    await bench.ask('fields', 'add', {
      label: 'Allergies',
      kind: 'text',
      declaration: {
        purpose: 'serve-customers',
        sensitivity: 'special-category',
        retentionClass: 'short-lived',
      } as never,
    });
    now = await open(policy.id);
    expect(now.sections.filter(({ state }) => state === 'changed').map(({ id }) => id)).toEqual([
      'purposes',
      'sensitive',
    ]);
    expect(sectionOf(now, 'sensitive').changes).toEqual([
      { fact: 'held.sensitive', label: 'Sensitive information', removed: [], added: ['Allergies'] },
    ]);
  });

  it('regenerates on request and keeps hand edits', async () => {
    let policy = await made('documents:privacy-policy');
    await bench.ask('documents', 'editSection', {
      id: policy.id,
      revision: policy.revision,
      section: 'purposes',
      blocks: [...mine],
    });
    await sayWho({ name: 'Harbor Lane Goods' });
    await bench.ask('fields', 'add', {
      label: 'Allergies',
      kind: 'text',
      declaration: {
        purpose: 'serve-customers',
        sensitivity: 'special-category',
        retentionClass: 'short-lived',
      } as never,
    });
    policy = await open(policy.id);
    expect(sectionOf(policy, 'purposes')).toMatchObject({ state: 'changed', edited: true });
    expect(sectionOf(policy, 'purposes').fresh?.blocks).not.toEqual(sectionOf(policy, 'purposes').generated?.blocks);
    const first = await bench.ask('documents', 'bringUpToDate', { id: policy.id, revision: policy.revision });
    expect(first.undecided).toEqual(['purposes']);
    policy = await open(policy.id);
    expect(said(policy)).toContain('Our own words about purposes.');
    expect(said(policy)).toContain('Harbor Lane Goods');
    expect(said(policy)).toContain('Allergies');
    expect(policy.outOfDate).toBe(1);
    const second = await bench.ask('documents', 'bringUpToDate', {
      id: policy.id,
      revision: policy.revision,
      choices: [{ section: 'purposes', take: 'mine' }],
    });
    expect(second.undecided).toEqual([]);
    policy = await open(policy.id);
    expect(policy.outOfDate).toBe(0);
    expect(said(policy)).toContain('Our own words about purposes.');
    // Taking the hand's words back shows the text of today.
    await bench.ask('documents', 'editSection', {
      id: policy.id,
      revision: policy.revision,
      section: 'purposes',
      blocks: null,
    });
    expect(said(await open(policy.id))).toContain('Allergies');
  });

  it('is refused on an older revision, and nothing changes', async () => {
    const policy = await made('documents:privacy-policy');
    await bench.ask('documents', 'plan', {
      id: policy.id,
      revision: policy.revision,
      owner: 'owner' as never,
      nextReviewOn: null,
    });
    expect(
      await bench.askRaw('documents', 'editSection', {
        id: policy.id,
        revision: policy.revision,
        section: 'purposes',
        blocks: [...mine],
      }),
    ).toMatchObject({ failure: { code: 'conflict' } });
    expect(said(await open(policy.id))).not.toContain('Our own words');
  });
});

describe('versions', () => {
  it('freeze what was approved, hold after later edits, and carry a digest into the trail', async () => {
    let policy = await made('documents:remote-work');
    const step = async () => (policy = await open(policy.id));
    expect(await bench.askRaw('documents', 'publish', { id: policy.id, revision: policy.revision })).toMatchObject({
      failure: { rule: 'documents.not-approved' },
    });
    await sayWho({ name: 'Harbor Lane Goods' });
    await step();
    expect(await bench.askRaw('documents', 'approve', { id: policy.id, revision: policy.revision })).toMatchObject({
      failure: { rule: 'documents.out-of-date' },
    });
    await bench.ask('documents', 'bringUpToDate', { id: policy.id, revision: policy.revision });
    await step();
    const { version } = await bench.ask('documents', 'approve', { id: policy.id, revision: policy.revision });
    expect(version).toMatchObject({ number: 1, approvedBy: 'owner', publishedAt: null });
    expect(version.digest).toMatch(/^[0-9a-f]{64}$/);
    await step();
    expect(policy).toMatchObject({ state: 'approved', version: 1, changedSince: false });
    expect(await bench.askRaw('documents', 'approve', { id: policy.id, revision: policy.revision })).toMatchObject({
      failure: { rule: 'documents.nothing-changed' },
    });
    await bench.ask('documents', 'publish', { id: policy.id, revision: policy.revision });
    await step();
    await bench.ask('documents', 'editSection', {
      id: policy.id,
      revision: policy.revision,
      section: 'rules',
      blocks: [...mine],
    });
    await step();
    expect(policy).toMatchObject({ state: 'published', changedSince: true, outOfDate: 0 });
    const frozen = await bench.ask('documents', 'version', { id: policy.id, version: 1 });
    expect(JSON.stringify(frozen)).not.toContain('Our own words');
    expect(JSON.stringify(await bench.ask('documents', 'version', { id: policy.id, version: null }))).toContain(
      'Our own words',
    );
    const { entries } = await bench.ask('trail', 'list', { about: policy.id, limit: 50 });
    expect(JSON.stringify(entries)).toContain(version.digest);
    await expect(
      bench.workbench.write((db) => db.driver.run("update document_versions set content = '{}'", [])),
    ).rejects.toThrow('published once');
  });
});

describe('reading', () => {
  const luis = async (): Promise<Caller> => {
    const { person } = await bench.ask('access', 'addPerson', {
      name: 'Luis',
      signInName: 'luis',
      role: 'staff',
      until: null,
    } as never);
    return { actor: { id: person.id, role: 'staff' }, origin: 'page' } as Caller;
  };
  const published = async (template: string): Promise<DocumentDetail> => {
    const one = await made(template);
    await bench.ask('documents', 'approve', { id: one.id, revision: one.revision });
    await bench.ask('documents', 'publish', { id: one.id, revision: one.revision + 1 });
    return open(one.id);
  };

  it('is asked of everybody, acknowledged by each, and shown who is missing', async () => {
    const staff = await luis();
    const policy = await published('documents:remote-work');
    expect(policy.unread.toSorted()).toEqual([policy.readBy[0]!.name, 'Luis'].toSorted());
    const items = async (): Promise<string[]> =>
      (await bench.ask('today', 'list', {} as never)).items.map(({ kind, count }) => `${kind} ${count}`);
    expect(await items()).toContain('document-unread 2');
    expect((await bench.ask('documents', 'overview', {}, staff)).toRead).toEqual([
      { id: policy.id, title: 'Working elsewhere', version: 1 },
    ]);
    await bench.ask('documents', 'acknowledge', { id: policy.id, version: 1 }, staff);
    expect(await bench.askRaw('documents', 'acknowledge', { id: policy.id, version: 1 }, staff)).toMatchObject({
      failure: { rule: 'documents.read-already' },
    });
    expect((await bench.ask('documents', 'overview', {}, staff)).toRead).toEqual([]);
    expect((await open(policy.id)).unread).toEqual([policy.readBy.find(({ person }) => person === 'owner')!.name]);
    await bench.ask('documents', 'acknowledge', { id: policy.id, version: 1 });
    expect((await open(policy.id)).unread).toEqual([]);
    expect(await items()).not.toContain('document-unread 1');
  });

  it('makes it evidence for what it satisfies, until the next look', async () => {
    const staff = await luis();
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: true });
    const linked = async () => (await bench.ask('obligations', 'get', { name: 'gdpr:art-24.2' } as never)).linked;
    const policy = await published('documents:remote-work');
    await bench.ask('documents', 'acknowledge', { id: policy.id, version: 1 });
    expect(await linked()).toEqual([]);
    await bench.ask('documents', 'acknowledge', { id: policy.id, version: 1 }, staff);
    expect(await linked()).toEqual([
      { id: policy.id, title: 'Working elsewhere', expiresOn: '2027-11-24', expired: false, through: null },
    ]);
    expect((await bench.ask('obligations', 'get', { name: 'gdpr:art-24.2' } as never)).state).toBe('evidenced');
  });

  it('of a notice is asked of nobody', async () => {
    const notice = await published('documents:privacy-notice');
    expect(notice).toMatchObject({ state: 'published', unread: [], readers: 0 });
  });
});

describe('files', () => {
  it('say the text in every format, and are opened again', async () => {
    await sayWho({ name: 'Tischlerei Lindner', email: 'post@lindner.example' });
    const notice = await made('documents:privacy-notice');
    const bytes = new Map<string, Buffer>();
    for (const format of ['pdf', 'docx', 'html', 'md'] as const) {
      const file = join(root, `notice.${format}`);
      await bench.ask('documents', 'export', { id: notice.id, format, file });
      bytes.set(format, readFileSync(file));
    }
    const pdf = await seePdf(bytes.get('pdf')!);
    expect(pdf).toMatchObject({ tagged: true, language: 'en', title: 'Privacy notice' });
    const docx = await seeDocx(bytes.get('docx')!);
    const html = seeHtml(bytes.get('html')!.toString('utf8'));
    expect(html.foreign).toEqual([]);
    for (const text of [pdf.said, docx.lines.join(' '), html.lines.join(' '), bytes.get('md')!.toString('utf8')])
      expect(text).toContain('Tischlerei Lindner');
    expect(docx.addresses).toContain('mailto:post@lindner.example');
  });
});
