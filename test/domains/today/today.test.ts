/** What is due, by property, and as a calendar file that another library reads, whatever the titles hold. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCalendar } from '#main/domains/today/calendar-file';
import type { DueItem } from '#shared/domains/today/model';
import { dueState, firstHalfDone, inOrder, wentBack } from '#shared/domains/today/rules';
import { type Day, daysLater, type Instant } from '#shared/kernel/time';
import { testBench, type TestBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-today-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));
const day = (text: string): Day => text as Day;
const days = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const lines = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => !/\p{Cc}/u.test(text) && text.isWellFormed());
const item = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('obligation-due', 'evidence-expires', 'quarantine-open'),
  title: lines,
  on: fc.option(days),
  state: fc.constantFrom('overdue', 'today', 'soon', 'later', 'waiting'),
  owner: fc.option(lines),
  count: fc.nat(),
  about: fc.string(),
}) as fc.Arbitrary<DueItem>;

describe('how urgent', () => {
  test.prop([days, fc.integer({ min: -4_000, max: 4_000 })])(
    'depends on nothing but the distance',
    (today, distance) => {
      const expected = distance < 0 ? 'overdue' : distance === 0 ? 'today' : distance <= 30 ? 'soon' : 'later';
      expect(dueState(today, daysLater(today, distance))).toBe(expected);
    },
  );

  test.prop([fc.array(item, { maxLength: 20 })])('orders without losing, adding or changing anything', (items) => {
    const ordered = inOrder(items);
    expect(new Set(ordered)).toEqual(new Set(items));
    expect(ordered).toHaveLength(items.length);
    const rank = { overdue: 0, today: 1, waiting: 2, soon: 3, later: 4 };
    for (const [index, one] of ordered.entries()) {
      const next = ordered[index + 1];
      if (next !== undefined) expect(rank[one.state]).toBeLessThanOrEqual(rank[next.state]);
    }
  });

  it('puts rows in quarantine and possible duplicates before questions that wait as well', () => {
    const waiting = (kind: DueItem['kind'], title: string) =>
      ({ id: kind, kind, title, on: null, state: 'waiting', owner: null, count: 1, about: '' }) as const;
    const items = [
      waiting('question-again', 'A question'),
      waiting('duplicates-open', 'Z'),
      waiting('quarantine-open', 'Z'),
    ];
    const order = ['quarantine-open', 'duplicates-open', 'question-again'];
    expect(inOrder(items).map(({ kind }) => kind)).toEqual(order);
    expect(inOrder(items.toReversed()).map(({ kind }) => kind)).toEqual(order);
    expect(firstHalfDone(items)?.kind).toBe('quarantine-open');
    expect(firstHalfDone(items.slice(0, 2))?.kind).toBe('duplicates-open');
    expect(firstHalfDone(items.slice(0, 1))).toBeNull();
  });

  it('forgives a clock two minutes behind and no more', () => {
    const seen = '2026-11-24T09:00:00.000Z';
    expect(
      [null, '2026-11-24T08:58:00.000Z', '2026-11-24T08:57:59.999Z', '2027-01-01T00:00:00.000Z'].map((now) =>
        wentBack(now ?? seen, now === null ? null : seen),
      ),
    ).toEqual([false, false, true, false]);
  });
});

describe('the calendar file', () => {
  const of = {
    name: 'What is due',
    language: 'en',
    storeId: '01234567-89abcdef',
    now: '2026-11-24T09:00:00.000Z' as Instant,
  } as const;
  const read = (file: string) =>
    new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as [string, unknown[], unknown[]]);

  test.prop([fc.uniqueArray(item, { maxLength: 8, selector: ({ id }) => id })], { numRuns: 60 })(
    'holds every dated item on its day with its alarms, in whatever words',
    async (items) => {
      const file = join(files, 'due.ics');
      const dated = items.filter(({ on }) => on !== null);
      expect((await writeCalendar(file, items, of)).events).toBe(dated.length);
      const events = read(file).getAllSubcomponents('vevent');
      expect(
        events.map((event) => [String(event.getFirstPropertyValue('dtstart')), event.getFirstPropertyValue('summary')]),
      ).toEqual(dated.map(({ on, title }) => [on, title]));
      for (const event of events) {
        expect(event.getFirstProperty('dtstart')?.type).toBe('date');
        const triggers = event
          .getAllSubcomponents('valarm')
          .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
        expect(triggers.toSorted()).toEqual(['-P1D', '-P7D']);
      }
      // Lines longer than the standard allows break calendars that believe it.
      expect(
        readFileSync(file, 'utf8')
          .split('\r\n')
          .every((line) => Buffer.byteLength(line) <= 75),
      ).toBe(true);
    },
  );

  it('cannot be made to hold an event of its own by a title', async () => {
    const file = join(files, 'hostile.ics');
    const title = 'x\\nEND:VEVENT;BEGIN:VEVENT,SUMMARY:evil';
    const one = {
      id: 'a',
      kind: 'obligation-due',
      title,
      on: day('2026-12-01'),
      state: 'soon',
      owner: 'END:VCALENDAR',
      count: 1,
      about: 'a',
    } as const;
    await writeCalendar(file, [one], of);
    expect(
      read(file)
        .getAllSubcomponents('vevent')
        .map((event) => event.getFirstPropertyValue('summary')),
    ).toEqual([title]);
  });

  it('leaves nothing behind when it cannot be written', async () => {
    const before = readdirSync(files);
    await expect(writeCalendar(join(files, 'no', 'such', 'folder.ics'), [], of)).rejects.toMatchObject({
      failure: { resource: 'file-missing' },
    });
    expect(readdirSync(files)).toEqual(before);
  });
});

describe('Today', () => {
  let bench: TestBench;
  beforeEach(async () => {
    bench = await testBench();
  });
  afterEach(() => bench.end());
  const list = () => bench.ask('today', 'list', { today: day('2026-11-24') });

  it('is empty in a new vault, and gathers what waits in the customer store', async () => {
    expect(await list()).toEqual({ today: '2026-11-24', items: [], clockWentBack: null });
    const file = join(files, 'people.csv');
    writeFileSync(file, 'name,email\nKarin Holz,karin@example.org\nBroken,not-an-address@@\n');
    const { quarantined, id } = await bench.ask('imports', 'run', { file });
    expect(quarantined).toBe(1);
    expect((await list()).items).toMatchObject([{ kind: 'quarantine-open', state: 'waiting', count: 1, about: id }]);
  });

  it('counts people anew after every kind of change: added, moved, merged, removed, imported, taken back', async () => {
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: false });
    const again = async () =>
      (await list()).items.filter(({ kind }) => kind === 'question-again').map(({ count }) => count);
    const draft = (country: string) => ({ fields: { full_name: 'Karin Holz', country } });
    const one = await bench.ask('customers', 'add', draft('FR'));
    const two = await bench.ask('customers', 'add', draft('DE'));
    expect(await again()).toEqual([2]);
    await bench.ask('customers', 'edit', { id: two.id, revision: two.revision, draft: draft('JP') });
    expect(await again()).toEqual([1]);
    await bench.ask('customers', 'merge', { survivor: one.id, others: [two.id] });
    expect(await again()).toEqual([1]);
    const file = join(files, 'europeans.csv');
    writeFileSync(file, 'name,email,country\nAda,ada@example.org,Italy\nBo,bo@example.org,Sweden\n');
    const { id } = await bench.ask('imports', 'run', { file });
    expect(await again()).toEqual([3]);
    await bench.ask('imports', 'undo', { id });
    expect(await again()).toEqual([1]);
    await bench.ask('customers', 'remove', { ids: [one.id] });
    expect(await again()).toEqual([]);
  });

  it('follows the day of the person who asks, not of the computer', async () => {
    const file = join(files, 'proof.txt');
    writeFileSync(file, 'proof');
    await bench.ask('evidence', 'add', { file, title: 'Proof', expiresOn: day('2026-11-24') });
    const on = async (today: string) =>
      (await bench.ask('today', 'list', { today: day(today) })).items.map(({ kind, state }) => [kind, state]);
    expect(await on('2026-11-23')).toEqual([['evidence-expires', 'soon']]);
    expect(await on('2026-11-24')).toEqual([['evidence-expires', 'today']]);
    expect(await on('2026-11-25')).toEqual([['evidence-expired', 'overdue']]);
  });

  it('goes on noticing after something was written with the clock set back', async () => {
    bench.setNow('2026-10-01T09:00:00.000Z');
    await bench.ask('applicability', 'answer', { question: 'gdpr:q-decides', answer: true });
    expect((await list()).clockWentBack).toEqual({ lastSeen: '2026-11-24T09:00:00.000Z' });
    bench.setNow('2026-11-24T09:05:00.000Z');
    expect((await list()).clockWentBack).toBeNull();
  });

  it('refuses a title that is no line, and takes a file whose name is none', async () => {
    const file = join(files, 'two\nlines.txt');
    writeFileSync(file, 'proof');
    for (const title of ['a\nb', 'a\u0000b', '\ud800', '   ']) {
      expect(await bench.askRaw('evidence', 'add', { file, title })).toMatchObject({
        ok: false,
        failure: { code: 'invalid' },
      });
    }
    const added = await bench.ask('evidence', 'add', { file, expiresOn: day('2026-12-24') });
    expect(added).toMatchObject({ title: 'two lines.txt', fileName: 'two lines.txt' });
    expect(
      (await bench.ask('today', 'calendar', { today: day('2026-11-24'), file: join(files, 'due.ics') })).events,
    ).toBe(1);
    const record = { state: 'in-place', owner: 'a\u0000', dueOn: null, reviewedOn: null, reason: null, note: null };
    expect(await bench.askRaw('obligations', 'record', { name: 'gdpr:art-30.1', revision: 0, record })).toMatchObject({
      failure: { code: 'invalid' },
    });
  });
});
