/** Applicability, obligations, measures, evidence and Today through serve, on a real vault and the real packs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { verify } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allCustomersChanged } from '#main/domains/customers/public';
import type { ObligationRecord } from '#shared/domains/obligations/model';
import type { Day } from '#shared/kernel/time';
import { testBench, type TestBench } from '#test/support/workbench';
import { failureOf } from '#test/support/failure-of';

const files = mkdtempSync(join(tmpdir(), 'steward-duties-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));
const day = (text: string): Day => text as Day;
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n');
const write = (name: string, bytes: string | Buffer): string => {
  const file = join(files, name);
  writeFileSync(file, bytes);
  return file;
};
const record = (more: Partial<ObligationRecord>): ObligationRecord => ({
  state: 'not-started',
  owner: null,
  dueOn: null,
  reviewedOn: null,
  reason: null,
  note: null,
  ...more,
});

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const get = (name: string) => bench.ask('obligations', 'get', { name });
/** A German craft business: decides about its own customers' data in the Union. */
const carpenter = async (): Promise<void> => {
  for (const [question, answer] of [
    ['gdpr:q-decides', true],
    ['gdpr:q-consent', false],
    ['uk-gdpr:q-uk', false],
    ['ccpa:q-consumers', 0],
    ['ccpa:q-revenue', 900_000],
    ['ccpa:q-share', 0],
    ['ccpa:q-group', false],
    ['hipaa:q-provider', false],
    ['hipaa:q-plan', false],
    ['hipaa:q-clearinghouse', false],
    ['hipaa:q-associate', false],
    ['us-state-breach:q-residents', false],
    ['us-state-privacy:q-consumers', false],
  ] as const) {
    await bench.ask('applicability', 'answer', { question, answer });
  }
};

describe('which law applies', () => {
  it('begins with what decides most, one question of each law', async () => {
    const questions = await bench.ask('applicability', 'questions', {});
    const first = questions.slice(0, 6);
    expect(new Set(first.map(({ regulation }) => regulation)).size).toBe(6);
    expect(first.every(({ relevant, given }) => relevant && given === null)).toBe(true);
    // What only matters after another answer is not asked yet.
    expect(questions.filter(({ relevant }) => relevant).length).toBeLessThan(questions.length / 2);
    const { next } = await bench.ask('obligations', 'summary', {});
    expect(next).toMatchObject({ kind: 'answer-question', name: first[0]?.name });
  });

  it('follows from the answers, with the reason, and drops questions that no longer matter', async () => {
    await carpenter();
    const decisions = new Map((await bench.ask('applicability', 'decisions', {})).map((one) => [one.regulation, one]));
    expect(decisions.get('gdpr')).toMatchObject({ applies: 'yes' });
    expect(decisions.get('gdpr')?.reasons.length).toBeGreaterThan(0);
    expect(decisions.get('uk-gdpr')?.applies).toBe('no');
    const questions = new Map((await bench.ask('applicability', 'questions', {})).map((one) => [one.name, one]));
    expect(questions.get('uk-gdpr:q-charity')?.relevant).toBe(false);
    expect(questions.get('gdpr:q-consent')).toMatchObject({ given: false });
    expect((await get('gdpr:art-30.1')).state).not.toBe('not-applicable');
    expect(
      await failureOf(bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: 7 })),
    ).toMatchObject({ code: 'invalid' });
    expect(
      await failureOf(bench.ask('applicability', 'answer', { question: 'gdpr:q-nothing', answer: true })),
    ).toMatchObject({ code: 'not-found' });
  });

  it('keeps every answer and lets the newest count', async () => {
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: true });
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: false });
    const [question] = (await bench.ask('applicability', 'questions', {})).filter(
      ({ name }) => name === 'gdpr:q-decides',
    );
    expect(question?.given).toBe(false);
    const rows = await bench.workbench.read().driver.all('select answer from applicability_answers order by id');
    expect(rows.map((row) => row['answer'])).toEqual(['true', 'false']);
    await expect(
      bench.workbench.vault().store.writer.driver.exec("update applicability_answers set answer = 'false'"),
    ).rejects.toThrow(/never change/);
  });

  it('is asked again when the store says otherwise: the first customer in the Union, as many Californians as the law counts', async () => {
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: false });
    await bench.ask('applicability', 'answer', { question: 'ccpa:q-consumers', answer: 500 });
    const again = async () =>
      (await bench.ask('today', 'list', {})).items
        .filter(({ kind }) => kind === 'question-again')
        .map(({ about, count }) => [about, count]);
    expect(await again()).toEqual([]);
    await bench.ask('customers', 'add', { fields: { full_name: 'Karin Holz', country: 'Germany' } });
    expect(await again()).toEqual([['gdpr:q-decides', 1]]);
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: true });
    expect(await again()).toEqual([]);
    // Set-wise, because ninety thousand Californians are the point.
    await bench.workbench.write(async (db) => {
      await db.driver.run(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 90000)
         insert into customers (created_at, changed_at, country, region, sort_name, search_text) select '2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z', 'US', 'CA', 'n', 'n' from n`,
      );
      allCustomersChanged(bench.workbench);
    });
    expect(await again()).toEqual([['ccpa:q-consumers', 90_000]]);
  });

  it('is written down as a memo whose signature anybody can check and whose digest is in the trail', async () => {
    await carpenter();
    const file = join(files, 'memo.json');
    const { digest, decisions } = await bench.ask('applicability', 'memo', { format: 'json', file });
    const signed = JSON.parse(readFileSync(file, 'utf8')) as {
      memo: { decisions: unknown[] };
      publicKey: string;
      signature: string;
    };
    expect(signed.memo.decisions).toHaveLength(decisions);
    const key = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(signed.publicKey, 'base64')]),
      format: 'der',
      type: 'spki',
    });
    const check = (memo: unknown): boolean =>
      verify(null, Buffer.from(canonicalize(memo) ?? ''), key, Buffer.from(signed.signature, 'base64'));
    expect(check(signed.memo)).toBe(true);
    expect(check({ ...signed.memo, storeId: 'another' })).toBe(false);
    const { entries } = await bench.ask('trail', 'list', { event: 'applicability.memo-written' });
    expect(entries[0]?.facts['digest']).toBe(digest);
    const paper = join(files, 'memo.pdf');
    expect(await bench.ask('applicability', 'memo', { format: 'pdf', language: 'de', file: paper })).toMatchObject({
      decisions,
    });
    expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a law whose gate is shut', () => {
  it('brings nothing, whatever the other answers are', async () => {
    await carpenter();
    for (const { name, answer } of await bench.ask('applicability', 'questions', {})) {
      if (
        answer === 'yes-no' &&
        /^(ccpa|uk-gdpr|us-state-privacy):/.test(name) &&
        !/q-(uk|group|consumers)$/.test(name)
      ) {
        await bench.ask('applicability', 'answer', { question: name, answer: true });
      }
    }
    const applies = new Map(
      (await bench.ask('applicability', 'decisions', {})).map((one) => [one.regulation, one.applies]),
    );
    expect([applies.get('ccpa'), applies.get('uk-gdpr'), applies.get('us-state-privacy')]).toEqual(['no', 'no', 'no']);
  });
});

describe('the register', () => {
  beforeEach(carpenter);

  it('goes from not started over in place and evidenced to expired, and back', async () => {
    const name = 'gdpr:art-30.1';
    expect((await get(name)).state).toBe('not-started');
    await bench.ask('obligations', 'record', {
      name,
      revision: 0,
      record: record({ state: 'in-place', owner: 'Ina', reviewedOn: day('2026-11-01') }),
    });
    expect(await get(name)).toMatchObject({ state: 'in-place', owner: 'Ina', revision: 1, dueOn: '2027-11-01' });
    const added = await bench.ask('evidence', 'add', {
      file: write('records.pdf', pdf),
      expiresOn: day('2026-12-01'),
      targets: [name],
    });
    expect((await get(name)).state).toBe('evidenced');
    bench.setNow('2026-12-02T09:00:00.000Z');
    expect((await get(name)).state).toBe('expired');
    await bench.ask('evidence', 'link', {
      id: added.id,
      revision: added.revision,
      targets: [name],
      expiresOn: day('2028-01-01'),
    });
    expect((await get(name)).state).toBe('evidenced');
    bench.setNow('2027-11-02T09:00:00.000Z');
    expect(await get(name)).toMatchObject({ state: 'expired', overdue: true });
  });

  it('wants a reason for "does not apply" and refuses to overwrite somebody else', async () => {
    const name = 'gdpr:art-30.1';
    expect(
      await failureOf(
        bench.ask('obligations', 'record', { name, revision: 0, record: record({ state: 'not-applicable' }) }),
      ),
    ).toMatchObject({ rule: 'obligations.reason-needed' });
    await bench.ask('obligations', 'record', {
      name,
      revision: 0,
      record: record({ state: 'not-applicable', reason: 'We hold nothing.' }),
    });
    expect((await get(name)).state).toBe('not-applicable');
    for (const revision of [0, 7]) {
      expect(
        await failureOf(bench.ask('obligations', 'record', { name, revision, record: record({ state: 'in-place' }) })),
      ).toEqual({ code: 'conflict', what: 'obligation' });
    }
    await bench.ask('obligations', 'record', { name, revision: 1, record: record({ state: 'in-place' }) });
    expect((await get(name)).record.state).toBe('in-place');
    expect(
      await failureOf(bench.ask('obligations', 'record', { name: 'gdpr:art-999', revision: 0, record: record({}) })),
    ).toMatchObject({ code: 'not-found' });
  });

  it('lets one measure serve its obligations in every law that applies', async () => {
    await bench.ask('applicability', 'answer', { question: 'hipaa:q-provider', answer: true });
    const training = async () =>
      (await bench.ask('obligations', 'measures', {})).find(({ measure }) => measure === 'training');
    const before = await training();
    expect(before?.regulations.length).toBeGreaterThan(1);
    await bench.ask('obligations', 'recordMeasure', {
      measure: 'training',
      revision: 0,
      inPlace: true,
      owner: 'Ina',
      reviewedOn: day('2026-11-20'),
      note: null,
    });
    const served = (await bench.ask('obligations', 'list', {})).filter(
      ({ measures, state }) => measures.includes('training') && state !== 'not-applicable',
    );
    expect(served.length).toBe(before?.obligations);
    expect(served.every(({ state }) => state === 'in-place')).toBe(true);
    await bench.ask('evidence', 'add', {
      file: write('attendance.csv', 'name,day\nIna,2026-11-20\n'),
      targets: ['measure:training'],
    });
    const after = (await bench.ask('obligations', 'list', {})).filter(
      ({ measures, state }) => measures.includes('training') && state !== 'not-applicable',
    );
    expect(after.every(({ state }) => state === 'evidenced')).toBe(true);
    expect(
      await failureOf(
        bench.ask('obligations', 'recordMeasure', {
          measure: 'training',
          revision: 0,
          inPlace: false,
          owner: null,
          reviewedOn: null,
          note: null,
        }),
      ),
    ).toMatchObject({ code: 'conflict' });
  });

  it('counts and names one next action; it has no percentages', async () => {
    const summary = await bench.ask('obligations', 'summary', {});
    const rows = await bench.ask('obligations', 'list', {});
    for (const [state, count] of Object.entries(summary.counts))
      expect(rows.filter((row) => row.state === state).length).toBe(count);
    expect(summary.next).toMatchObject({ kind: 'start' });
    expect(JSON.stringify(summary)).not.toMatch(/percent|score|%/i);
  });
});

describe('evidence', () => {
  it('is encrypted on the disk, read back byte for byte, and refused when it is not what it says', async () => {
    const secret = Buffer.concat([pdf, Buffer.from('canary-in-evidence %%EOF')]);
    const added = await bench.ask('evidence', 'add', { file: write('contract.pdf', secret), title: 'Contract' });
    const folder = join(bench.folder, 'evidence');
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('canary')).toBe(false);
      expect(name).not.toContain(added.sha256.slice(0, 8));
    }
    const copy = join(files, 'copy.pdf');
    await bench.ask('evidence', 'export', { id: added.id, file: copy });
    expect(readFileSync(copy).equals(secret)).toBe(true);
    for (const [name, bytes] of [
      ['fake.pdf', 'hello'],
      ['fake.png', pdf],
      ['script.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1])],
      ['fake.docx', 'PK'],
      ['fake.eml', pdf.subarray(1)],
    ] as const) {
      expect(await failureOf(bench.ask('evidence', 'add', { file: write(name, bytes as never) }))).toMatchObject({
        rule: 'evidence.not-what-it-says',
      });
    }
    expect(await failureOf(bench.ask('evidence', 'add', { file: write('tool.exe', 'MZ') }))).toMatchObject({
      rule: 'evidence.kind-not-taken',
    });
    expect(await failureOf(bench.ask('evidence', 'add', { file: join(files, 'nowhere.pdf') }))).toMatchObject({
      resource: 'file-missing',
    });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('shows damage, a swap and a loss', async () => {
    const one = await bench.ask('evidence', 'add', { file: write('one.txt', 'one') });
    const two = await bench.ask('evidence', 'add', { file: write('two.txt', 'two') });
    const three = await bench.ask('evidence', 'add', { file: write('three.txt', 'three') });
    expect(await bench.ask('evidence', 'check', {})).toEqual({ checked: 3, damaged: [] });
    const folder = join(bench.folder, 'evidence');
    const rows = await bench.workbench.read().driver.all('select id, stored_as from evidence');
    const place = (id: string): string => join(folder, String(rows.find((row) => row['id'] === id)?.['stored_as']));
    const bytes = readFileSync(place(one.id));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(place(one.id), bytes);
    writeFileSync(place(two.id), readFileSync(place(three.id)));
    rmSync(place(three.id));
    expect((await bench.ask('evidence', 'check', {})).damaged.toSorted()).toEqual(
      [one.id, two.id, three.id].toSorted(),
    );
    expect(await failureOf(bench.ask('evidence', 'export', { id: one.id, file: join(files, 'x.txt') }))).toMatchObject({
      resource: 'file-unreadable',
    });
  });

  it('has revisions that take over the links, and goes for good when removed', async () => {
    const first = await bench.ask('evidence', 'add', {
      file: write('plan.txt', 'plan one'),
      title: 'Plan',
      targets: ['measure:breach-plan'],
    });
    const second = await bench.ask('evidence', 'add', { file: write('plan-2.txt', 'plan two'), replaces: first.id });
    expect(await bench.ask('evidence', 'list', {})).toMatchObject([
      { id: second.id, title: 'Plan', replaces: first.id, targets: ['measure:breach-plan'] },
    ]);
    await bench.ask('evidence', 'remove', { id: second.id });
    expect(
      await failureOf(bench.ask('evidence', 'export', { id: second.id, file: join(files, 'y.txt') })),
    ).toMatchObject({ code: 'not-found' });
    expect(readdirSync(join(bench.folder, 'evidence'))).toHaveLength(1);
  });
});

describe('Today', () => {
  beforeEach(carpenter);

  it('gathers what is due in order and writes it as a calendar with alarms', async () => {
    await bench.ask('obligations', 'record', {
      name: 'gdpr:art-30.1',
      revision: 0,
      record: record({ state: 'in-place', dueOn: day('2026-11-20'), owner: 'Ina' }),
    });
    await bench
      .ask('obligations', 'record', {
        name: 'gdpr:art-32.1',
        revision: 0,
        record: record({ state: 'in-place', dueOn: day('2026-12-05') }),
      })
      .catch(() => undefined);
    await bench.ask('evidence', 'add', {
      file: write('insurance.pdf', pdf),
      title: 'Insurance, “cyber”; until spring',
      expiresOn: day('2027-03-31'),
    });
    const { items, clockWentBack } = await bench.ask('today', 'list', { today: day('2026-11-24') });
    expect(clockWentBack).toBeNull();
    expect(items[0]).toMatchObject({ kind: 'obligation-due', state: 'overdue', owner: 'Ina', on: '2026-11-20' });
    expect(items.at(-1)).toMatchObject({ kind: 'evidence-expires', state: 'later' });
    const file = join(files, 'due.ics');
    const { events } = await bench.ask('today', 'calendar', { today: day('2026-11-24'), file });
    expect(events).toBe(items.filter(({ on }) => on !== null).length);
    const read = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as [string, unknown[], unknown[]]);
    const summaries = read.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('summary')));
    expect(summaries).toContain('Insurance, “cyber”; until spring');
    const first = read
      .getAllSubcomponents('vevent')
      .find((event) => String(event.getFirstPropertyValue('dtstart')) === '2026-11-20');
    expect(first).toBeDefined();
  });

  it('notices that the clock went back, and forgives a little drift', async () => {
    const back = async () => (await bench.ask('today', 'list', {})).clockWentBack;
    bench.setNow('2026-11-24T08:58:30.000Z');
    expect(await back()).toBeNull();
    bench.setNow('2026-11-20T09:00:00.000Z');
    expect(await back()).toEqual({ lastSeen: '2026-11-24T09:00:00.000Z' });
  });
});
