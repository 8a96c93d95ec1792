/** The demo organisation: Harbor Lane Goods, an online shop in Oakland with 8,000 customers, seeded through operations only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { draftOf } from '#shared/domains/processing/rules';
import type { BusinessFacts } from '#shared/domains/business/model';
import type { Topic } from '#shared/domains/consents/model';
import type { CustomerId } from '#shared/domains/customers/model';
import type { PurposeId } from '#shared/domains/fields/model';
import type { RiskDraft } from '#shared/domains/risks/model';
import type { MemberDraft, MemberId } from '#shared/domains/training/model';
import type { IntegrationDraft, VendorDraft } from '#shared/domains/vendors/model';
import type { Day } from '#shared/kernel/time';
import { usualRetention } from '#shared/domains/backups/retention';
import { hubspotExport, shopifyExport } from '#test/support/people';
import { seedDocuments } from '#test/support/demo-documents';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';

/** How many people the demo shop has. */
const size = 8_000;

/** Fills an open vault as its owner would have: exports of two systems, a field of its own, corrections, a few decisions. */
export async function seedDemo({ ask }: TestBench, people = size): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'steward-demo-'));
  try {
    const shop = join(files, 'customers_export.csv');
    writeFileSync(shop, shopifyExport(0, people));
    await ask('imports', 'run', { file: shop, options: { defaultCountry: 'US' } });
    const enquiries = join(files, 'hubspot-crm-exports-all-contacts.csv');
    writeFileSync(enquiries, hubspotExport(people - 60, people + 240));
    await ask('imports', 'run', { file: enquiries, options: { defaultCountry: 'US' } });
    // Everything leaves on the first day: watching has something to ask about.
    const everybody = join(files, 'everybody.csv');
    await ask('customers', 'export', { selection: { filter: {} }, format: 'csv', file: everybody });
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
  await ask('fields', 'add', {
    label: 'Workshop size',
    kind: 'text',
    declaration: {
      purpose: 'serve-customers',
      sensitivity: 'ordinary',
      retentionClass: 'customer-relationship',
    } as never,
  });
  const added = await ask('customers', 'add', {
    fields: {
      full_name: 'Rosa Delgado',
      email: 'rosa@delgado-frames.example',
      phone: '(510) 555-0142',
      company: 'Delgado Frames',
      city: 'Oakland',
      region: 'CA',
      country: 'United States',
      marketing: 'subscribed',
      tags: ['wholesale'],
    },
    custom: { x_workshop_size: '4 people' },
  });
  await ask('customers', 'edit', {
    id: added.id,
    revision: added.revision,
    draft: { fields: { ...added.fields, notes: 'Wants the invoice by post' }, custom: added.custom },
  });
  await seedRecord(ask);
  await seedConsents(ask, added.id);
  await seedTraining(ask);
  await seedRisks(ask);
  for (const device of demoDevices) await ask('devices', 'add', { ...noDates, ...device });
  await seedDocuments(ask);
  await ask('backups', 'addOther', {
    what: 'Web shop',
    where: 'Snapshots at the host',
    howOften: 'every night',
    testedBy: 'Dana',
    testedOn: '2026-10-02' as never,
    testEveryDays: 90,
    note: null,
  });
  await ask('watching', 'look', {});
}

/** The shop's own facts and its record of processing, taken from its trade and half filled in. */
async function seedRecord(ask: TestBench['ask']): Promise<void> {
  await ask('business', 'save', { revision: 0, facts: harborLane });
  const names = ['orders', 'payments', 'customers', 'newsletter', 'books', 'staff'] as const;
  const { activities } = await ask('processing', 'take', { names: names.map((name) => `processing:${name}` as never) });
  for (const one of activities) {
    const { id, from, revision } = one;
    const draft = draftOf(one);
    const country = from === 'processing:newsletter' ? 'CA' : 'US';
    const recipients = draft.recipients.map((recipient) => ({ ...recipient, country }));
    const owner = from === 'processing:staff' ? null : ('owner' as never);
    await ask('processing', 'change', { id, revision, activity: { ...draft, recipients, owner } });
  }
  const { id } = await ask('vendors', 'add', mailRiver);
  await ask('vendors', 'addIntegration', { ...shopToMail, vendor: id });
  await ask('processing', 'keep', {});
}
const harborLane: BusinessFacts = {
  name: 'Harbor Lane Goods',
  street: '418 Harbor Lane',
  postalCode: '94607',
  city: 'Oakland',
  region: 'CA',
  country: 'US',
  email: 'privacy@harborlane.example',
  phone: '(510) 555-0100',
  website: 'https://harborlane.example',
  trade: 'processing:online-shop',
  staff: 4,
  customersIn: ['US'],
  contact: { name: 'Ana Reyes', reach: 'ana@harborlane.example' },
  representative: null,
  officer: null,
};
/** The newsletter form, what one customer said on the phone, and a segment; the imported lists still wait to be shown. */
async function seedConsents(ask: TestBench['ask'], customer: CustomerId): Promise<void> {
  const topics = ['purpose/send-news' as Topic, 'channel/email' as Topic];
  const wording = await ask('consents', 'addWording', {
    topic: topics[0]!,
    language: 'en',
    since: '2025-03-01' as Day,
    text: 'Yes, send me news and offers by e-mail about once a month. I can stop this at any time with the link in every mail.',
  });
  const proof = { how: 'web-form', on: '2026-01-12' as Day, wording: wording.id } as const;
  await ask('consents', 'record', { customer, said: 'yes', topics, proof });
  const no = { how: 'phone', on: '2026-06-03' as Day, note: 'Called: no calls, please' } as const;
  await ask('consents', 'record', { customer, said: 'no', topics: ['channel/phone' as Topic], proof: no });
  const segment = { name: 'Spring letter', purpose: 'send-news' as PurposeId, channel: 'email', filter: {} } as const;
  await ask('consents', 'saveSegment', { id: null, revision: 0, segment });
}

/** What would keep the owner awake, with one thing to do, and an assessment that is half said. */
async function seedRisks(ask: TestBench['ask']): Promise<void> {
  const base = { words: '', treatment: 'reduce', left: null, owner: 'owner', reviewOn: '2027-05-24' } as const;
  for (const [title, likelihood, impact, measures] of [
    ['The mailbox of the shop is taken over', 3, 5, 'A second factor for everybody; invoices are paid after a call.'],
    ['The counter computer is stolen', 2, 4, 'Encrypt the disk; lock it to the desk.'],
    ['A parcel label goes to the wrong customer', 4, 2, 'Two look at each label.'],
  ] as const) {
    const risk = { ...base, title, likelihood, impact, measures } as unknown as RiskDraft;
    const { id } = await ask('risks', 'add', { risk });
    if (impact !== 4) continue;
    const action = { words: 'Switch on disk encryption at the counter', owner: null, dueOn: '2026-12-11' as Day };
    await ask('risks', 'addAction', { about: id, action });
  }
  await ask('risks', 'begin', { template: 'risks:zero-trust' });
}

/** Two who do not sign in, a course passed here, one on paper, one missed, and one who has just come. */
async function seedTraining(ask: TestBench['ask']): Promise<void> {
  await ask('training', 'begin', {});
  const added: MemberId[] = [];
  for (const [name, role, since] of [
    ['Ana Ruiz', 'manager', '2024-03-01'],
    ['Luis Ortega', 'staff', '2026-11-16'],
  ] as const) {
    const member = { name, role, since } as MemberDraft;
    added.push((await ask('training', 'addMember', { member })).id);
  }
  const [ana, luis] = added;
  if (ana === undefined || luis === undefined) throw new Error('The team has two.');
  for (const [course, right] of [
    ['training:privacy-basics', 6],
    ['training:phishing', 5],
    ['training:clean-desk', 3],
  ] as const)
    await ask('training', 'recordPaper', { member: ana, course, on: '2026-11-20' as Day, right });
  await ask('training', 'assign', { member: luis, course: 'training:privacy-basics', dueOn: '2026-12-04' as Day });
  await ask('training', 'startChecklist', { member: luis, kind: 'joining' });
}

const mailRiver: VendorDraft = {
  name: 'MailRiver',
  reach: 'privacy@mailriver.example',
  country: 'CA',
  roles: ['service-provider'],
  does: 'Sends the newsletter and keeps the list of its readers',
  fields: ['email', 'full_name', 'marketing'],
  clauses: { 'ccpa:vendor-contract/1': 'there', 'ccpa:vendor-contract/2': 'unclear' } as VendorDraft['clauses'],
  contractFrom: '2025-04-01' as Day,
  contractUntil: '2028-03-31' as Day,
  noticeDays: 60,
  subProcessors: [{ name: 'CloudBarn', country: 'US', does: 'Servers' }],
  tool: null,
  owner: 'owner' as VendorDraft['owner'],
  reviewOn: '2028-01-15' as Day,
  exitPlan: 'Export the list of readers, have it deleted within 30 days',
};
const shopToMail: IntegrationDraft = {
  name: 'Shop to newsletter',
  vendor: null,
  uses: 'Contacts interface',
  direction: 'out',
  secretPlace: 'Password manager, entry “MailRiver shop”',
  scope: 'add and remove readers',
  owner: null,
  rotatedOn: '2028-01-10' as Day,
  rotateEveryDays: 365,
  testedOn: null,
  testEveryDays: null,
};

const noDates = { patchedOn: null, nextCheckOn: null, state: 'in-use', stateOn: null, note: null } as const;
const demoDevices = [
  { name: 'Counter', kind: 'desktop', owner: 'Ana', product: 'windows-10', version: '22H2', encrypted: 'no' },
  { name: 'Office laptop', kind: 'laptop', owner: 'Ana', product: 'windows-11', version: '25H2', encrypted: 'yes' },
  { name: 'Shop phone', kind: 'phone', owner: 'Luis', product: 'android', version: '15', encrypted: 'yes' },
  { name: 'Web shop', kind: 'cloud-app', owner: 'Ana', product: null, version: null, encrypted: 'unknown' },
] as const;

/** A local backup, so that there is something to look at, to rehearse and to break. */
async function backUpDemo({ ask }: TestBench, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const place = await ask('backups', 'addPlace', {
    name: 'Blue drive',
    address: { kind: 'drive', folder },
    login: null,
    plan: {
      schedule: { every: 'working-day', at: '18:00' },
      whenThere: true,
      notOnBattery: true,
      retention: usualRetention,
    },
  });
  await ask('backups', 'run', { place: place.id });
}

async function main(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const bench = await testBench('open', folder);
  await seedDemo(bench);
  await backUpDemo(bench, `${folder}-backups`);
  const { total } = await bench.ask('customers', 'count', {});
  await bench.workbench.lock();
  process.stdout.write(
    `Harbor Lane Goods is ready: ${total} customers in ${folder}\nOpen it with: npm start -- --vault=${folder}\nPassphrase: ${testPassphrase}\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(resolve(process.argv[2] ?? '.steward-demo'));
