/** The year out of everything that is dated, and reviews that are signed and kept. */
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byMonth, type Dated, yearOf } from '#shared/domains/programme/rules';
import type { Day } from '#shared/kernel/time';
import { seePdf } from '#main/papers/see-pdf';
import { failureOf } from '../../support/failure-of';
import { testBench, type TestBench } from '../../support/workbench';

const today = '2026-11-24' as Day;
const draft = (id: string, on: string | null, everyDays?: number): Dated => ({
  id,
  kind: 'audit-check-due',
  title: id,
  on: on as Day | null,
  owner: null,
  ...(everyDays === undefined ? {} : { everyDays }),
});

describe('a year', () => {
  it('has every date once, what comes again as often as it comes, and nothing beyond', () => {
    const { items, slipped, until } = yearOf(
      [
        draft('once', '2027-01-05'),
        draft('quarterly', '2026-12-01', 91),
        draft('far', '2028-01-01'),
        draft('undated', null),
      ],
      today,
    );
    expect(until).toBe('2027-11-24');
    expect(items.map(({ id, on, again }) => [id.split(':')[0], on, again])).toEqual([
      ['quarterly', '2026-12-01', false],
      ['once', '2027-01-05', false],
      ['quarterly', '2027-03-02', true],
      ['quarterly', '2027-06-01', true],
      ['quarterly', '2027-08-31', true],
    ]);
    expect(slipped).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('shows what slipped, and plans it from today', () => {
    const { items, slipped } = yearOf(
      [draft('b', '2026-11-20', 300), draft('a', '2026-10-01'), draft('now', today)],
      today,
    );
    expect(slipped.map(({ id, on }) => [id, on])).toEqual([
      ['a', '2026-10-01'],
      ['b', '2026-11-20'],
    ]);
    expect(items.map(({ id, on }) => [id, on])).toEqual([
      ['now', today],
      ['b:2027-09-20', '2027-09-20'],
    ]);
  });

  it('is told by months in order', () => {
    const { items } = yearOf([draft('c', '2027-02-01'), draft('a', '2026-12-01'), draft('b', '2026-12-31')], today);
    expect(byMonth(items).map(({ month, items: own }) => [month, own.length])).toEqual([
      ['2026-12', 2],
      ['2027-02', 1],
    ]);
  });
});

describe('the programme', () => {
  let bench: TestBench;
  let files: string;
  beforeAll(async () => {
    bench = await testBench();
    files = mkdtempSync(join(tmpdir(), 'steward-programme-'));
    await bench.ask('audits', 'begin', { today });
    await bench.ask('training', 'begin', { today });
  });
  afterAll(async () => {
    await bench.end();
    rmSync(files, { recursive: true, force: true });
  });
  const year = (day: Day = today) => bench.ask('programme', 'year', { today: day });

  it('gathers checks and courses, also those Today does not show yet', async () => {
    const { items, slipped } = await year();
    // The weekly check alone comes more than fifty times.
    expect(items.filter(({ id }) => id.startsWith('audit:audits:alerts')).length).toBe(52);
    expect(items.filter(({ kind }) => kind === 'training-due')).toHaveLength(7);
    expect(slipped).toEqual([]);
    const { items: shown } = await bench.ask('today', 'list', { today });
    expect(shown.every((item) => !('everyDays' in item))).toBe(true);
    expect((await year('2026-12-30' as Day)).slipped.length).toBeGreaterThan(10);
  });

  it('is a paper and a calendar file with every date', async () => {
    const { items, slipped } = await year();
    const save = async (format: 'pdf' | 'ics') => {
      const file = join(files, `year.${format}`);
      const done = await bench.ask('programme', 'exportYear', { format, language: 'de', today, file });
      expect(done.dates).toBe(items.length + slipped.length);
      return readFileSync(file);
    };
    expect((await save('ics')).toString('utf8').match(/BEGIN:VEVENT/g)).toHaveLength(items.length);
    const seen = await seePdf(await save('pdf'));
    expect([seen.tagged, seen.language]).toEqual([true, 'de']);
    expect(seen.rows.filter(([day]) => /^\d{4}-\d{2}-\d{2}$/.test((day ?? '').trim()))).toHaveLength(items.length);
  });

  const review = {
    present: 'Owner, Ana',
    looked: 'Backups work',
    decided: 'Ana tests a restore by May',
    heldOn: today,
    nextOn: '2027-11-24' as Day,
  };

  it('is reviewed: counted, signed, kept as evidence, and due again on the day that was named', async () => {
    expect(
      await failureOf(bench.ask('programme', 'hold', { review: { ...review, heldOn: '2026-12-01' as Day }, today })),
    ).toMatchObject({ rule: 'programme.not-held-yet' });
    expect(
      await failureOf(bench.ask('programme', 'hold', { review: { ...review, nextOn: today }, today })),
    ).toMatchObject({ rule: 'programme.next-before-this' });
    const held = await bench.ask('programme', 'hold', { review, today });
    expect(held.figures.training).toEqual({ upToDate: 0, due: 7, overdue: 0 });
    const kept = (await bench.ask('evidence', 'list', {})).find(({ id }) => id === held.evidence);
    expect(kept).toMatchObject({ kind: 'pdf', title: 'Management review 2026-11-24', expiresOn: '2027-11-24' });
    const copy = join(files, 'review.pdf');
    await bench.ask('evidence', 'export', { id: held.evidence, file: copy });
    const seen = await seePdf(readFileSync(copy));
    expect(seen.pages).toBe(1);
    expect(seen.text.replaceAll(/\s/g, '')).toContain(held.digest);
    const { items } = await bench.ask('today', 'list', { today: '2027-11-24' as Day });
    expect(items.filter(({ kind }) => kind === 'management-review')).toMatchObject([{ state: 'today' }]);
    expect((await year()).reviews).toEqual([held]);
  });

  it('can be checked without Steward, and breaks with one changed letter', async () => {
    const [held = expect.fail('one was held')] = (await year()).reviews;
    const file = join(files, 'review.json');
    await bench.ask('programme', 'exportReview', { id: held.id, format: 'json', file });
    const data = JSON.parse(readFileSync(file, 'utf8')) as {
      review: Record<string, unknown>;
      publicKey: string;
      signature: string;
    };
    const key = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(data.publicKey, 'base64')]),
      format: 'der',
      type: 'spki',
    });
    const isSigned = (what: object): boolean =>
      verify(null, Buffer.from(canonicalize(what) ?? ''), key, Buffer.from(data.signature, 'base64'));
    expect(isSigned(data.review)).toBe(true);
    expect(isSigned({ ...data.review, decided: 'Ana tests a restore by June' })).toBe(false);
    await expect(
      bench.workbench.write((db) => db.driver.run(`update management_reviews set next_on = '2030-01-01'`, [])),
    ).rejects.toThrow(/never changes/);
  });
});
