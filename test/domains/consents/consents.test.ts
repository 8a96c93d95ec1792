/** Consents and choices: facts that are added and never edited, what holds now, receipts that strangers check, and segments that let nobody in who may not be. */
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seePdf } from '#main/papers/see-pdf';
import { canonicalJson, sha256, verifyEd25519 } from '#main/domains/trail/public';
import { readHandle } from '#main/db/handles';
import {
  type ConsentFact,
  type ProofDraft,
  type SegmentId,
  Topic,
  type WordingId,
} from '#shared/domains/consents/model';
import { checkReceipt } from '#shared/domains/consents/receipt';
import { holding } from '#shared/domains/consents/rules';
import type { CustomerFields, CustomerId } from '#shared/domains/customers/model';
import type { PurposeId } from '#shared/domains/fields/model';
import type { Day } from '#shared/kernel/time';
import type { Arguments } from '#cli/arguments';
import { verifyReceiptFile } from '#cli/consent-commands';
import { failureOf } from '#test/support/failure-of';
import { type TestBench, testBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-consents-'));
let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());
afterAll(() => rmSync(files, { recursive: true, force: true }));

const topic = (text: string): Topic => Topic.parse(text);
const news = topic('purpose/send-news');
const email = topic('channel/email');
const add = async (fields: CustomerFields): Promise<CustomerId> => (await bench.ask('customers', 'add', { fields })).id;
const proof = (more: Partial<ProofDraft> = {}): ProofDraft => ({
  how: 'phone',
  on: '2026-01-12' as Day,
  wording: null,
  evidence: [],
  note: 'Said so on the phone',
  guardian: '',
  expiresOn: null,
  ...more,
});
const say = (customer: CustomerId, said: 'yes' | 'no', topics: Topic[], more: Partial<ProofDraft> = {}) =>
  bench.ask('consents', 'record', { customer, said, topics, proof: proof(more) });
const stateOf = async (customer: CustomerId, about: Topic, today?: Day) =>
  (await bench.ask('consents', 'of', { customer, ...(today && { today }) })).standing.find((one) => one.topic === about)
    ?.state;
const tools = { sha256, verify: verifyEd25519, canonical: canonicalJson };

describe('what somebody said', () => {
  it('needs something that shows it where it is a yes, and nothing where it is a no', async () => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    const refused = (said: 'yes' | 'no', more: Partial<ProofDraft>) => failureOf(say(anna, said, [news], more));
    expect(await refused('yes', { note: '' })).toMatchObject({ rule: 'consents.yes-without-proof' });
    expect(await refused('yes', { on: '2026-11-25' as Day })).toMatchObject({ rule: 'consents.said-in-the-future' });
    expect(await refused('yes', { how: 'gpc' })).toMatchObject({ rule: 'consents.signal-is-a-no' });
    expect(await refused('yes', { expiresOn: '2026-01-01' as Day })).toMatchObject({
      rule: 'consents.ends-before-it-begins',
    });
    expect(await refused('yes', { wording: 'wrd_00000000000000000000' as WordingId })).toMatchObject({
      code: 'not-found',
    });
    expect(await failureOf(say(anna, 'yes', [topic('purpose/no-such')]))).toMatchObject({ code: 'not-found' });
    expect((await bench.ask('consents', 'of', { customer: anna })).facts).toEqual([]);
    expect(await say(anna, 'no', [news], { note: '' })).toHaveLength(1);
    expect(await stateOf(anna, news)).toBe('no');
  });

  it('is added, never edited: taking back is a fact of its own, and the day decides which holds', async () => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    await say(anna, 'yes', [news, email], { expiresOn: '2026-12-31' as Day });
    expect(await stateOf(anna, news)).toBe('yes');
    expect(await stateOf(anna, news, '2027-01-01' as Day)).toBe('expired');
    await say(anna, 'no', [email], { on: '2026-03-01' as Day, how: 'letter' });
    // Told late: it was said before the no.
    await say(anna, 'yes', [email], { on: '2026-02-01' as Day });
    expect(await stateOf(anna, email)).toBe('no');
    const { facts } = await bench.ask('consents', 'of', { customer: anna });
    expect(facts.map(({ on, said }) => `${on} ${said}`)).toEqual([
      '2026-03-01 no',
      '2026-02-01 yes',
      '2026-01-12 yes',
      '2026-01-12 yes',
    ]);
    expect(
      await bench.ask('consents', 'heldOn', { customer: anna, topic: email, on: '2026-02-15' as Day }),
    ).toMatchObject({ said: 'yes', on: '2026-02-01' });
    expect(await bench.ask('consents', 'heldOn', { customer: anna, topic: email, on: '2026-01-11' as Day })).toBeNull();
    for (const change of ["said = 'no'", "note = ''", "statement = ''"])
      await expect(bench.workbench.write((db) => db.driver.exec(`update consent_facts set ${change}`))).rejects.toThrow(
        /never changes/,
      );
  });

  it('is a leaf of the trail that says nothing about the person, and the trail stays sound', async () => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    const [fact] = await say(anna, 'yes', [news], { note: 'Her words at the till' });
    const { entries } = await bench.ask('trail', 'list', { about: fact?.id ?? '' });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'consent',
      event: 'consents.said-yes',
      about: [fact?.id, anna],
      facts: { topic: news, said: 'yes', on: '2026-01-12', how: 'phone' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/Anna|Huber|example|till/);
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
  });

  it('goes with the customer, and the trail verifies as before', async () => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    const [fact] = await say(anna, 'yes', [news]);
    await bench.askRaw('customers', 'remove', { ids: [anna] }, undefined, undefined, true);
    const [left] = await bench.workbench
      .read()
      .driver.all('select (select count(*) from consent_facts) + (select count(*) from consent_standing) as left');
    expect(left).toEqual({ left: 0 });
    expect((await bench.ask('trail', 'list', { about: fact?.id ?? '' })).entries).toHaveLength(1);
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
    expect(
      await failureOf(bench.ask('consents', 'receipt', { id: fact!.id, file: join(files, 'gone.json') })),
    ).toMatchObject({ code: 'not-found' });
  });

  it('is handed over when two records of one person become one, and the later word holds', async () => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    const twin = await add({ full_name: 'A. Huber', email: 'a.huber@example.com' });
    await say(anna, 'yes', [news]);
    await say(twin, 'no', [news], { on: '2026-05-01' as Day });
    await bench.ask('customers', 'merge', { survivor: anna, others: [twin] });
    expect(await stateOf(anna, news)).toBe('no');
    expect((await bench.ask('consents', 'of', { customer: anna })).facts).toHaveLength(2);
  });
});

describe('a wording', () => {
  it('gets a new version instead of a new text, and stands in the receipt as it was shown', async () => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    const draft = { topic: news, language: 'en', since: '2026-01-01' as Day } as const;
    const first = await bench.ask('consents', 'addWording', { ...draft, text: 'Yes, send me news.' });
    const second = await bench.ask('consents', 'addWording', { ...draft, text: 'Yes, e-mail me offers.' });
    expect([first.version, second.version]).toEqual([1, 2]);
    await expect(
      bench.workbench.write((db) => db.driver.exec("update consent_wordings set text = 'other'")),
    ).rejects.toThrow(/never changes/);
    const [fact] = await say(anna, 'yes', [news], { wording: first.id, note: '' });
    const file = join(files, 'worded.json');
    await bench.ask('consents', 'receipt', { id: fact!.id, file });
    const verdict = checkReceipt(tools, JSON.parse(readFileSync(file, 'utf8')));
    expect(verdict).toMatchObject({ holds: true, statement: { wording: { text: 'Yes, send me news.', version: 1 } } });
  });
});

describe('a receipt', () => {
  const receiptFor = async (format: 'json' | 'pdf' = 'json', language: 'en' | 'de' = 'en') => {
    const anna = await add({ full_name: 'Anna Huber', email: 'anna@example.com' });
    const [fact] = await say(anna, 'yes', [news], { note: 'Asked at the till', expiresOn: '2027-12-31' as Day });
    const file = join(files, `receipt-${language}.${format}`);
    rmSync(file, { force: true });
    await bench.ask('consents', 'receipt', { id: fact!.id, format, language, file });
    return { fact: fact!, file };
  };

  it('holds without the vault, and says the same in the fields of ISO/IEC TS 27560', async () => {
    const { file, fact } = await receiptFor();
    const receipt = JSON.parse(readFileSync(file, 'utf8')) as { record: object };
    const { key } = await bench.ask('trail', 'standing', {});
    expect(checkReceipt(tools, receipt, key ?? '')).toMatchObject({
      holds: true,
      statement: {
        id: fact.id,
        person: { name: 'Anna Huber', email: 'anna@example.com' },
        said: 'yes',
        note: 'Asked at the till',
      },
    });
    expect(receipt.record).toMatchObject({
      schema_version: 'ISO/IEC TS 27560:2023',
      record_id: fact.id,
      pii_processing: [{ lawful_basis: 'consent', collection_method: 'phone', validity_until: '2027-12-31' }],
      event: { event_time: '2026-01-12', event_state: 'given' },
    });
  });

  it('does not hold when anything in it was changed', async () => {
    const { file } = await receiptFor();
    const text = readFileSync(file, 'utf8');
    const faultOf = (changed: unknown): string => {
      const verdict = checkReceipt(tools, changed);
      return verdict.holds ? 'holds' : verdict.fault;
    };
    const change = (edit: (receipt: any) => void): unknown => {
      const receipt: unknown = JSON.parse(text);
      edit(receipt);
      return receipt;
    };
    const other = { ...JSON.parse(JSON.parse(text).statement), note: 'Other words' };
    expect(faultOf(change((one) => (one.statement = canonicalJson(other))))).toBe('statement-changed');
    expect(faultOf(change((one) => (one.statement = ` ${one.statement}`)))).toBe('not-a-receipt');
    expect(faultOf(change((one) => (one.salt = '0'.repeat(64))))).toBe('statement-changed');
    expect(faultOf(change((one) => (one.record.event.event_state = 'withdrawn or refused')))).toBe('record-differs');
    expect(faultOf(change((one) => (one.record.party_identification[0].party_name = 'Somebody else')))).toBe(
      'record-differs',
    );
    expect(faultOf(change((one) => (one.proof.index += 1)))).not.toBe('holds');
    expect(faultOf(change((one) => delete one.proof))).toBe('not-a-receipt');
    const [, byAnother] = [text, await receiptFor()];
    const swapped = JSON.parse(readFileSync(byAnother.file, 'utf8')) as { proof: unknown };
    expect(faultOf(change((one) => (one.proof = swapped.proof)))).toBe('leaf-of-something-else');
  });

  it('is checked by the terminal without a vault, and says no to a changed one', async () => {
    const { file } = await receiptFor();
    const { key } = await bench.ask('trail', 'standing', {});
    const check = (place: string, values: object = {}) =>
      verifyReceiptFile({ words: ['consent', 'verify', place], values } as unknown as Arguments);
    const held = await check(file, { key });
    expect(held.bad).toBeUndefined();
    expect(held.lines.join(' ')).toContain('on 2026-01-12 Anna Huber (C-1) said yes');
    expect((await check(file, { key: `${key}x` })).bad).toBe(true);
    const changed = join(files, 'changed.json');
    writeFileSync(changed, readFileSync(file, 'utf8').replaceAll('Asked at the till', 'Asked by e-mail!!'));
    expect((await check(changed)).lines.join(' ')).toContain('does not hold');
    writeFileSync(changed, 'not json');
    expect((await check(changed)).bad).toBe(true);
  });

  it.each(['en', 'de'] as const)('is one tagged page for people (%s)', async (language) => {
    const { file, fact } = await receiptFor('pdf', language);
    const { text, pages } = await seePdf(readFileSync(file));
    expect(pages).toBe(1);
    // What machines compare is set letter by letter.
    const read = text.replaceAll(/\s+/g, '');
    for (const part of ['AnnaHuber', fact.id, 'Askedatthetill', '2026-01-12']) expect(read).toContain(part);
    expect(read).toContain(language === 'de' ? 'Einwilligungsbeleg' : 'Consentreceipt');
  });
});

describe('a list that says people subscribed', () => {
  const bringIn = async (rows: number) => {
    const file = join(files, 'list.csv');
    const people = Array.from(
      { length: rows },
      (_, at) => `Person ${at},person${at}@example.com,${at % 3 === 0 ? 'unsubscribed' : 'subscribed'}`,
    );
    writeFileSync(file, `Name,Email,Marketing status\n${people.join('\n')}\n`);
    return bench.ask('imports', 'run', { file });
  };

  it('is not a yes until somebody shows it, and then each person has a leaf of their own', async () => {
    const report = await bringIn(900);
    const before = await bench.ask('consents', 'overview', {});
    expect(before.unproven).toEqual([expect.objectContaining({ import: report.id, people: 600 })]);
    const done = await bench.ask('consents', 'proveList', {
      import: report.id,
      topics: [news],
      proof: proof({ how: 'double-opt-in', note: 'Export of the newsletter service' }),
    });
    expect(done).toEqual({ people: 600, facts: 1_200 });
    const after = await bench.ask('consents', 'overview', {});
    expect(after.unproven).toEqual([]);
    expect(after.topics).toContainEqual({ topic: news, yes: 600, no: 0, expired: 0 });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
    // A second time there is nobody left.
    expect(await bench.ask('consents', 'proveList', { import: report.id, topics: [news], proof: proof() })).toEqual({
      people: 0,
      facts: 0,
    });
  });

  it('stands on Today', async () => {
    await bringIn(30);
    const { items } = await bench.ask('today', 'list', {});
    expect(items).toContainEqual(expect.objectContaining({ kind: 'consents-unproven', count: 20 }));
  });
});

describe('a segment', () => {
  const save = (purpose: string, channel: 'email' | 'post', filter = {}) =>
    bench.ask('consents', 'saveSegment', {
      id: null,
      revision: 0,
      segment: { name: 'Spring letter', purpose: purpose as PurposeId, channel, filter },
    });

  it('leaves out everybody who may not be written to, says why, and the file holds exactly the others', async () => {
    const yes = await add({ full_name: 'Yes', email: 'yes@example.com' });
    await say(yes, 'yes', [news]);
    const took = await add({ full_name: 'Took back', email: 'back@example.com' });
    await say(took, 'yes', [news]);
    await say(took, 'no', [news], { on: '2026-02-01' as Day });
    const channel = await add({ full_name: 'No e-mail', email: 'no@example.com' });
    await say(channel, 'yes', [news]);
    await say(channel, 'no', [email]);
    const old = await add({ full_name: 'Old', email: 'old@example.com' });
    await say(old, 'yes', [news], { expiresOn: '2026-02-01' as Day });
    const bare = await add({ full_name: 'No address' });
    await say(bare, 'yes', [news]);
    await add({ full_name: 'Listed', email: 'listed@example.com', marketing: 'subscribed' });
    const gone = await add({ full_name: 'Gone', email: 'gone@example.com', marketing: 'never' });
    await say(gone, 'yes', [news]);
    await add({ full_name: 'Nobody asked', email: 'nobody@example.com' });
    const { id } = await save('send-news', 'email');
    const counts = {
      found: 8,
      included: 1,
      leftOut: [
        { reason: 'said-no', people: 1 },
        { reason: 'opted-out-of-channel', people: 1 },
        { reason: 'unsubscribed', people: 1 },
        { reason: 'no-address', people: 1 },
        { reason: 'expired', people: 1 },
        { reason: 'no-proof', people: 1 },
        { reason: 'never-asked', people: 1 },
      ],
    };
    expect(await bench.ask('consents', 'countSegment', { id })).toEqual(counts);
    const file = join(files, 'segment.csv');
    expect(await bench.ask('consents', 'exportSegment', { id, format: 'csv', file })).toMatchObject(counts);
    const rows = Papa.parse<string[]>(readFileSync(file, 'utf8').replace('\ufeff', ''), { skipEmptyLines: true }).data;
    expect(rows.slice(1).map((row) => row[2])).toEqual(['yes@example.com']);
  });

  it('needs no yes for a letter on another basis, and heeds every no all the same', async () => {
    await add({ full_name: 'A', street: 'Weg 1', city: 'Ulm', country: 'DE' });
    const objects = await add({ full_name: 'B', street: 'Weg 2', city: 'Ulm', country: 'DE' });
    await say(objects, 'no', [topic('channel/post')]);
    const profiled = await add({ full_name: 'C', street: 'Weg 3', city: 'Ulm', country: 'DE' });
    await say(profiled, 'no', [topic('choice/profiling')]);
    const { id } = await save('answer-enquiries', 'post');
    expect(await bench.ask('consents', 'countSegment', { id })).toMatchObject({ found: 3, included: 2 });
    const picked = await save('answer-enquiries', 'post', { country: ['DE'] });
    expect((await bench.ask('consents', 'countSegment', { id: picked.id })).leftOut).toContainEqual({
      reason: 'objects-to-profiling',
      people: 1,
    });
  });

  it('is changed only by whoever saw it last', async () => {
    const { id, revision } = await save('send-news', 'email');
    const segment = { name: 'Other', purpose: 'send-news' as PurposeId, channel: 'post', filter: {} } as const;
    await bench.ask('consents', 'saveSegment', { id, revision, segment });
    expect(await failureOf(bench.ask('consents', 'saveSegment', { id, revision, segment }))).toMatchObject({
      code: 'conflict',
    });
    expect(await failureOf(bench.ask('consents', 'removeSegment', { id, revision }))).toMatchObject({
      code: 'conflict',
    });
    await bench.ask('consents', 'removeSegment', { id, revision: revision + 1 });
    expect(await bench.ask('consents', 'segments', {})).toEqual([]);
    expect(await failureOf(bench.ask('consents', 'countSegment', { id: id as SegmentId }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('never has anybody in it whom the facts, read one by one, keep out', async () => {
    const days = ['2026-01-01', '2026-02-01', '2026-03-01'] as Day[];
    const marks = ['subscribed', 'unsubscribed', 'never', 'not-asked'] as const;
    const topics = [news, email, topic('channel/post'), topic('choice/profiling')];
    // A small generator with a fixed seed: what it makes is the same in every run.
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(seed / 65_536) % below;
    };
    const people = new Map<CustomerId, { fields: CustomerFields; facts: ConsentFact[] }>();
    for (let at = 0; at < 60; at += 1) {
      const fields: CustomerFields = {
        full_name: `Person ${at}`,
        ...(next(4) > 0 && { email: `p${at}@example.com` }),
        ...(next(2) > 0 && { marketing: marks[next(4)]! }),
        ...(next(3) === 0 && { customer_since: '2024-05-01' }),
      };
      const id = await add(fields);
      const facts: ConsentFact[] = [];
      for (let told = next(5); told > 0; told -= 1) {
        const expiresOn = next(4) === 0 ? ('2026-06-01' as Day) : null;
        const said = next(3) === 0 ? 'no' : 'yes';
        bench.setNow(`2026-11-24T09:${String(10 + (at % 50)).padStart(2, '0')}:0${told}.000Z`);
        facts.push(...(await say(id, said, [topics[next(4)]!], { on: days[next(3)]!, expiresOn })));
      }
      people.set(id, { fields, facts });
    }
    for (const [purpose, needsYes] of [
      ['send-news', true],
      ['answer-enquiries', false],
    ] as const) {
      const { id } = await save(purpose, 'email');
      const file = join(files, `property-${purpose}.csv`);
      rmSync(file, { force: true });
      await bench.ask('consents', 'exportSegment', { id, format: 'csv', file });
      const inside = new Set(
        Papa.parse<string[]>(readFileSync(file, 'utf8').replace('\ufeff', ''), { skipEmptyLines: true })
          .data.slice(1)
          .map(([number]) => number),
      );
      for (const [customer, { fields, facts }] of people) {
        const last = (about: string) => holding(facts.filter((fact) => fact.topic === about));
        const [of, by] = [last(`purpose/${purpose}`), last('channel/email')];
        const holds = (fact: ConsentFact | null): boolean =>
          fact?.said === 'yes' && (fact.expiresOn === null || fact.expiresOn >= '2026-11-24');
        const barred =
          of?.said === 'no' ||
          by?.said === 'no' ||
          fields.marketing === 'never' ||
          (fields.marketing === 'unsubscribed' && by?.said !== 'yes') ||
          fields.email === undefined;
        const allowed = needsYes ? holds(of) : holds(of) || holds(by) || fields.customer_since !== undefined;
        expect([customer, inside.has(customer)]).toEqual([customer, !barred && allowed]);
      }
    }
  }, 60_000);
});

it('sorts what is kept as the rule sorts it', async () => {
  // What holds is a table of its own; it must follow from the facts and nothing else.
  const anna = await add({ full_name: 'Anna' });
  for (const [said, on] of [
    ['yes', '2026-01-01'],
    ['no', '2026-01-01'],
    ['yes', '2026-01-01'],
  ] as const)
    await say(anna, said, [news], { on: on as Day });
  const { facts } = await bench.ask('consents', 'of', { customer: anna });
  const [row] = await readHandle(bench.workbench.read().driver).driver.all('select fact from consent_standing');
  expect(row?.['fact']).toBe(holding(facts)?.id);
});
