/** Watching in a real vault: what is in the trail becomes alerts, alerts are decided, and what was taught stays quiet. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendTrail } from '#main/domains/trail/public';
import { watchful } from '#main/domains/watching/public';
import type { Caller } from '#main/ipc/context';
import type { TrailDraft } from '#shared/domains/trail/model';
import type { AlertId } from '#shared/domains/watching/model';
import type { Day, Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { attacks, dayAfter, type Draft, honestWork, randomOf, startDay } from '#test/support/office-work';
import { owner, testBench, type TestBench, testPassphrase } from '#test/support/workbench';

const day = (text: string): Day => text as Day;
const officer: Caller = { actor: { id: 'officer', role: 'privacy-officer' }, origin: 'page' };
let bench: TestBench;
let files: string;
beforeEach(async () => {
  bench = await testBench();
  files = mkdtempSync(join(tmpdir(), 'steward-watching-'));
});
afterEach(async () => {
  await bench.end();
  rmSync(files, { recursive: true, force: true });
});

const open = () => bench.ask('watching', 'list', {});
const export120 = async (name = 'all.csv') =>
  bench.ask('customers', 'export', { selection: { filter: {} }, format: 'csv', file: join(files, name) });
async function have120(): Promise<void> {
  const file = join(files, 'people.csv');
  const rows = Array.from({ length: 120 }, (_, index) => `Person ${index},person${index}@example.org`);
  writeFileSync(file, `name,email\n${rows.join('\n')}\n`);
  await bench.ask('imports', 'run', { file });
}
/** Entries as serve writes them, for days on which nobody sits here to do the work. */
const plant = (drafts: readonly Draft[]) =>
  bench.workbench.write((db) =>
    appendTrail(
      db,
      drafts
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .map((one) => ({ ...one, at: one.at as Instant, origin: 'page', about: [...one.about] }) as TrailDraft),
    ),
  );

describe('an export of everything by somebody new', () => {
  it('is an alert with its reason, on Today too, and the same look finds nothing twice', async () => {
    await have120();
    expect(await bench.ask('watching', 'look', {})).toMatchObject({ raised: 0 });
    await export120();
    expect(await bench.ask('watching', 'look', {})).toEqual({ entries: 2, raised: 1 });
    expect(await bench.ask('watching', 'look', {})).toEqual({ entries: 0, raised: 0 });
    const { alerts, entries, people } = await open();
    expect(people).toBe(1);
    expect(alerts).toMatchObject([
      { actor: 'owner', kind: 'bulk-export', state: 'open', numbers: { value: 120, limit: 60, hours: null } },
    ]);
    const trail = await bench.ask('trail', 'list', {});
    expect(entries).toBe(trail.total);
    // The entry it names is the export.
    expect(trail.entries.find(({ number }) => number === alerts[0]?.entry)?.event).toBe('customers.exported');
    const { items } = await bench.ask('today', 'list', { today: day('2026-11-24') });
    expect(items).toMatchObject([{ kind: 'alerts-open', state: 'today', count: 1 }]);
    expect(bench.told).toContainEqual({ topic: 'changed', value: { domain: 'watching' } });
  });

  it('says more of itself when more is exported the same day, and stays one alert', async () => {
    await have120();
    await export120('one.csv');
    await bench.ask('watching', 'look', {});
    await export120('two.csv');
    expect(await bench.ask('watching', 'look', {})).toMatchObject({ raised: 0 });
    expect((await open()).alerts).toMatchObject([{ revision: 2, numbers: { value: 240 } }]);
  });

  it('is reported once as an incident, with a hand-over that holds the numbers', async () => {
    await have120();
    await export120();
    await bench.ask('watching', 'look', {});
    const [alert] = (await open()).alerts;
    if (alert === undefined) throw new Error('no alert');
    const reported = await bench.ask('watching', 'report', { id: alert.id, revision: alert.revision }, officer);
    expect(reported).toMatchObject({ state: 'incident', decidedBy: 'officer', report: expect.stringMatching(/^rep_/) });
    const [row] = await bench.workbench.read().driver.all('select summary, incident from alert_reports');
    expect(JSON.parse(String(row?.['summary']))).toMatchObject({ kind: 'bulk-export', numbers: { value: 120 } });
    expect(row?.['incident']).toBeNull();
    for (const revision of [alert.revision, reported.revision])
      expect(await failureOf(bench.ask('watching', 'report', { id: alert.id, revision }))).toEqual({
        code: 'conflict',
        what: 'alert',
      });
    expect((await open()).alerts).toEqual([]);
    expect((await bench.ask('trail', 'list', { about: alert.id })).entries).toMatchObject([
      { event: 'watching.alert-reported', facts: { kind: 'bulk-export' } },
    ]);
  });
});

describe('a dismissed alert', () => {
  const dismissFirst = async (quietDays = 180) => {
    const [alert] = (await open()).alerts;
    if (alert === undefined) throw new Error('no alert');
    return bench.ask('watching', 'dismiss', {
      id: alert.id,
      revision: alert.revision,
      reason: 'newsletter',
      quietDays,
    });
  };
  const nextDay = async (date: string, name: string) => {
    bench.setNow(`${date}T11:00:00.000Z`);
    await export120(name);
    return (await bench.ask('watching', 'look', {})).raised;
  };
  beforeEach(async () => {
    await have120();
    await export120();
    await bench.ask('watching', 'look', {});
  });

  it('teaches: as much of the same is quiet, until the day, and until it is taken back', async () => {
    expect(await dismissFirst(30)).toMatchObject({ state: 'dismissed', reason: 'newsletter', decidedBy: 'owner' });
    const [lesson] = await bench.ask('watching', 'lessons', {});
    expect(lesson).toMatchObject({ actor: 'owner', kind: 'bulk-export', upTo: 120, until: '2026-12-24' });
    expect(await nextDay('2026-12-01', 'a.csv')).toBe(0);
    expect(await nextDay('2027-01-08', 'b.csv')).toBeGreaterThan(0);
    if (lesson === undefined) throw new Error('no lesson');
    bench.setNow('2026-12-02T11:00:00.000Z');
    expect(await bench.ask('watching', 'revoke', { id: lesson.id })).toMatchObject({
      revokedAt: '2026-12-02T11:00:00.000Z',
    });
    expect(await failureOf(bench.ask('watching', 'revoke', { id: lesson.id }))).toMatchObject({ code: 'not-found' });
  });

  it('is an alert again the next time when it was taken back, or taught nothing', async () => {
    await dismissFirst(0);
    expect(await bench.ask('watching', 'lessons', {})).toEqual([]);
    expect(await nextDay('2026-12-10', 'a.csv')).toBe(1);
    await dismissFirst(180);
    const [lesson] = await bench.ask('watching', 'lessons', {});
    if (lesson === undefined) throw new Error('no lesson');
    await bench.ask('watching', 'revoke', { id: lesson.id });
    expect(await nextDay('2026-12-20', 'b.csv')).toBe(1);
  });

  it('opens again when there is more of it on the same day', async () => {
    await dismissFirst();
    await export120('more.csv');
    expect((await bench.ask('watching', 'look', {})).raised).toBe(1);
    expect((await open()).alerts).toMatchObject([{ state: 'open', numbers: { value: 240 } }]);
  });

  it('needs a reason, the right to approve, and somebody else than the one it is about', async () => {
    const [alert] = (await open()).alerts;
    const asked = { id: alert?.id, revision: alert?.revision, reason: 'nothing' };
    expect(await bench.askRaw('watching', 'dismiss', { ...asked, reason: '  ' })).toMatchObject({
      failure: { code: 'invalid' },
    });
    const clerk: Caller = { actor: { id: 'clerk', role: 'staff' }, origin: 'page' };
    expect(await bench.askRaw('watching', 'dismiss', asked, clerk)).toMatchObject({ failure: { code: 'forbidden' } });
    await plant([
      {
        actor: 'officer',
        at: '2026-11-24T12:00:00.000Z',
        event: 'customers.exported',
        facts: { rows: 900 },
        about: [],
      },
    ]);
    await bench.ask('watching', 'look', {});
    const own = (await open()).alerts.find(({ actor, kind }) => actor === 'officer' && kind === 'bulk-export');
    const ofOfficer = { id: own?.id as AlertId, revision: own?.revision ?? 0, reason: 'it was me' };
    expect(await failureOf(bench.ask('watching', 'dismiss', ofOfficer, officer))).toMatchObject({
      rule: 'watching.own-alert',
    });
    expect(await bench.ask('watching', 'dismiss', ofOfficer, owner)).toMatchObject({ state: 'dismissed' });
  });
});

describe('months of work in the trail', () => {
  it('is looked at in pieces, also across locking, with the same outcome as at once', async () => {
    const attackDay = dayAfter(startDay, 75);
    const drafts = [
      ...honestWork(randomOf(5), 'clerk', 'clerk', 95, 8_000),
      ...attacks['slow drip over days'](randomOf(1), 'clerk', attackDay),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const third = Math.floor(drafts.length / 3);
    for (let at = 0; at < drafts.length; at += third) {
      const piece = drafts.slice(at, at + third);
      await plant(piece);
      bench.setNow(piece.at(-1)?.at ?? '');
      await bench.ask('watching', 'look', {});
      await bench.ask('vault', 'lock', {});
      await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    }
    const pieces = (await open()).alerts.filter(({ actor }) => actor === 'clerk');
    const other = await testBench();
    other.setNow(drafts.at(-1)?.at ?? '');
    const before = bench;
    bench = other;
    await plant(drafts);
    await bench.ask('watching', 'look', {});
    const whole = (await open()).alerts.filter(({ actor }) => actor === 'clerk');
    bench = before;
    await other.end();
    const plain = (alerts: typeof whole) => alerts.map(({ kind, day: on, numbers }) => ({ kind, on, numbers }));
    expect(pieces.length).toBeGreaterThan(0);
    expect(plain(pieces)).toEqual(plain(whole));

    const drip = pieces.find(({ kind }) => kind === 'slow-drip');
    if (drip === undefined) throw new Error('no drip');
    const picture = await bench.ask('watching', 'picture', { id: drip.id });
    expect(picture.counted).toBe('week');
    expect(picture.days.at(-1)).toEqual({ day: drip.day, value: drip.numbers.value });
    expect(picture.high).toBeLessThan(drip.numbers.value);
    expect(picture.low).toBeGreaterThan(0);
    // Whom somebody saw is forgotten when the day is over.
    const [kept] = await bench.workbench
      .read()
      .driver.all("select count(*) as days from watch_days where json_array_length(features, '$.seen') > 0");
    expect(kept?.['days']).toBeLessThanOrEqual(2);
  }, 120_000);
});

describe('somebody who is away', () => {
  it('is an alert when their account is used, and no longer when they are back', async () => {
    const absence = await bench.ask('watching', 'away', {
      actor: 'clerk',
      from: day('2026-11-23'),
      until: day('2026-11-30'),
    });
    const view = (at: string): Draft => ({ actor: 'clerk', at, event: 'customers.viewed', facts: {}, about: ['C-1'] });
    await plant([view('2026-11-24T12:00:00.000Z')]);
    await bench.ask('watching', 'look', {});
    expect((await open()).alerts).toMatchObject([{ kind: 'while-away', actor: 'clerk' }]);
    await bench.ask('watching', 'back', { id: absence.id });
    expect(await bench.ask('watching', 'absences', {})).toEqual([]);
    await plant([view('2026-11-25T12:00:00.000Z')]);
    expect((await bench.ask('watching', 'look', {})).raised).toBe(0);
    expect(
      await failureOf(
        bench.ask('watching', 'away', { actor: 'clerk', from: day('2026-12-02'), until: day('2026-12-01') }),
      ),
    ).toMatchObject({ rule: 'watching.away-ends-before' });
  });
});

it('looks by itself after something was asked, and is stopped by locking', async () => {
  await have120();
  await export120();
  const serve = watchful(bench.workbench, async () => ({ ok: true, value: null }));
  await serve({ domain: 'x', operation: 'y', input: {}, caller: owner });
  expect((await open()).alerts).toEqual([]);
  await expect.poll(async () => (await open()).alerts.length, { timeout: 6_000 }).toBe(1);
  await serve({ domain: 'x', operation: 'y', input: {}, caller: owner });
  await bench.workbench.lock();
  await new Promise((resolve) => setTimeout(resolve, 2_300));
  expect(bench.logged).toEqual([]);
}, 15_000);
