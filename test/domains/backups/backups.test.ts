/** Places, runs and restores as the page asks for them: what is written down, what comes back, and what must not. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '#shared/domains/backups/schedule';
import { usualRetention } from '#shared/domains/backups/retention';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';

const plan: Plan = {
  schedule: { every: 'working-day', at: '18:00' },
  whenThere: true,
  notOnBattery: true,
  retention: usualRetention,
};
let bench: TestBench;
let folder: string;
beforeEach(async () => {
  bench = await testBench();
  folder = mkdtempSync(join(tmpdir(), 'steward-places-'));
});
afterEach(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

const addPlace = (name = 'Drive') =>
  bench.ask('backups', 'addPlace', { name, address: { kind: 'drive', folder: join(folder, name) }, login: null, plan });

const addPerson = (name: string, marketing: 'subscribed' | 'not-asked' = 'not-asked') =>
  bench.ask('customers', 'add', { fields: { full_name: name, marketing }, custom: {} });

async function restored(work: (other: TestBench) => Promise<void>, sequence = 1): Promise<void> {
  const { places } = await bench.ask('backups', 'overview', {});
  const into = join(folder, `restored-${Math.random()}`);
  const place = places[0]?.id;
  if (place === undefined) throw new Error('expected a place');
  await bench.ask('backups', 'restore', { place, sequence, folder: into });
  const other = await testBench('none', into);
  await other.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
  await work(other);
  await other.workbench.lock();
}

describe('a place', () => {
  test('is kept with its plan, and what was done there is written down', async () => {
    const place = await addPlace();
    const made = await bench.ask('backups', 'run', { place: place.id });
    expect(made).toMatchObject({ sequence: 1, removed: [] });
    expect((await bench.ask('backups', 'check', { place: place.id })).damages).toEqual([]);
    const { places, runs, wouldLoseHours, standing } = await bench.ask('backups', 'overview', {});
    expect(places).toMatchObject([{ name: 'Drive', light: 'ageing', lastGood: '2026-11-24T09:00:00.000Z' }]);
    expect(runs.map(({ kind, outcome }) => [kind, outcome])).toEqual(
      expect.arrayContaining([
        ['backup', 'good'],
        ['check', 'good'],
      ]),
    );
    expect(wouldLoseHours).toBe(0);
    expect(standing).toMatchObject({
      copies: { have: 2, good: false },
      offline: { good: true },
      errors: { good: false },
    });
  });

  test('that is damaged is found, named, and written down as bad', async () => {
    const place = await addPlace();
    await bench.ask('backups', 'run', { place: place.id });
    const [pack = ''] = readdirSync(join(folder, 'Drive/data'));
    rmSync(join(folder, 'Drive/data', pack));
    expect(await bench.ask('backups', 'check', { place: place.id })).toMatchObject({
      damages: [{ item: `data/${pack}`, what: 'missing' }],
    });
    const { runs } = await bench.ask('backups', 'overview', {});
    expect(runs.find(({ kind }) => kind === 'check')).toMatchObject({
      outcome: 'bad',
      facts: { item: `data/${pack}` },
    });
  });

  test('whose newest backup was taken away is found by what the vault remembers', async () => {
    const place = await addPlace();
    await bench.ask('backups', 'run', { place: place.id });
    await addPerson('Ada');
    await bench.ask('backups', 'run', { place: place.id });
    rmSync(join(folder, 'Drive/manifests/00000002'));
    expect((await bench.ask('backups', 'check', { place: place.id })).damages).toContainEqual({
      item: 'manifests/00000002',
      what: 'taken-away',
    });
  });

  test('that is not plugged in fails with its reason, and nothing is made in its stead', async () => {
    const place = await addPlace();
    rmSync(join(folder, 'Drive'), { recursive: true });
    const failure = await failureOf(bench.ask('backups', 'run', { place: place.id }));
    expect(failure).toMatchObject({ code: 'unavailable', resource: 'file-missing' });
    expect(existsSync(join(folder, 'Drive'))).toBe(false);
  });

  test('with a password needs a keychain, and keeps nothing without', async () => {
    const adding = bench.ask('backups', 'addPlace', {
      name: 'Cloud',
      address: { kind: 'folder', folder: join(folder, 'x') },
      login: { user: 'me', secret: 'sesame' },
      plan,
    });
    expect(await failureOf(adding)).toMatchObject({ rule: 'backups.keychain-needed' });
    expect((await bench.ask('backups', 'overview', {})).places).toEqual([]);
  });
});

describe('a restore', () => {
  test('brings back what was there, in a new folder, and leaves the vault in use alone', async () => {
    await addPlace();
    await addPerson('Rosa');
    const { places } = await bench.ask('backups', 'overview', {});
    await bench.ask('backups', 'run', { place: places[0]?.id as never });
    await addPerson('Later');
    await restored(async (other) => {
      expect((await other.ask('customers', 'count', { filter: {} })).total).toBe(1);
      expect((await other.ask('trail', 'verify', {})).sound).toBe(true);
    });
    expect((await bench.ask('customers', 'count', { filter: {} })).total).toBe(2);
  });

  test('does not bring back who was erased since, nor a yes that was taken back', async () => {
    const place = await addPlace();
    const gone = await addPerson('Gone');
    const quiet = await addPerson('Quiet', 'subscribed');
    const stays = await addPerson('Stays', 'subscribed');
    await bench.ask('backups', 'run', { place: place.id });
    await bench.ask('customers', 'remove', { ids: [gone.id] });
    await bench.ask('customers', 'edit', {
      id: quiet.id,
      revision: quiet.revision,
      draft: { fields: { ...quiet.fields, marketing: 'unsubscribed' }, custom: {} },
    });
    await restored(async (other) => {
      expect(await failureOf(other.ask('customers', 'get', { id: gone.id }))).toMatchObject({ code: 'not-found' });
      expect((await other.ask('customers', 'get', { id: quiet.id })).fields.marketing).toBe('unsubscribed');
      expect((await other.ask('customers', 'get', { id: stays.id })).fields.marketing).toBe('subscribed');
    });
  });

  test('opens with the passphrase of today, whatever it was then', async () => {
    const place = await addPlace();
    await bench.ask('backups', 'run', { place: place.id });
    const next = 'a whole new passphrase';
    await bench.workbench.vault().changePassphrase('owner', testPassphrase, next, '2026-11-24T10:00:00.000Z' as never);
    await addPerson('Ada');
    await bench.ask('backups', 'run', { place: place.id });
    const into = join(folder, 'out');
    await bench.ask('backups', 'restore', { place: place.id, sequence: 1, folder: into });
    const other = await testBench('none', into);
    await other.ask('vault', 'unlock', { with: 'passphrase', passphrase: next });
    expect((await other.ask('customers', 'count', { filter: {} })).total).toBe(0);
    await other.workbench.lock();
  });

  test('of what is damaged leaves nothing behind', async () => {
    const place = await addPlace();
    await bench.ask('backups', 'run', { place: place.id });
    const [pack = ''] = readdirSync(join(folder, 'Drive/data'));
    rmSync(join(folder, 'Drive/data', pack));
    const into = join(folder, 'out');
    const restoring = bench.ask('backups', 'restore', { place: place.id, sequence: 1, folder: into });
    expect(await failureOf(restoring)).toMatchObject({ resource: 'backup-damaged' });
    expect(readdirSync(folder)).toEqual(['Drive']);
  });
});

describe('a drill', () => {
  test('with the recovery words restores, opens, counts, and is signed and kept', async () => {
    const other = await testBench('none', join(folder, 'own'));
    const { kit } = await other.ask('vault', 'create', { passphrase: testPassphrase, useKeychain: false });
    await other.ask('vault', 'confirmKit', {
      words: kit.challenge.positions.map((position) => kit.words[position - 1] ?? ''),
    });
    const place = await other.ask('backups', 'addPlace', {
      name: 'Drive',
      address: { kind: 'drive', folder: join(folder, 'Drive') },
      login: null,
      plan,
    });
    await other.ask('backups', 'run', { place: place.id });
    const words = kit.words.join(' ');
    expect(await other.ask('backups', 'drill', { place: place.id, words })).toMatchObject({
      sequence: 1,
      withWords: true,
    });
    const wrong = other.ask('backups', 'drill', { place: place.id, words: kit.words.toReversed().join(' ') });
    expect(await failureOf(wrong)).toMatchObject({ resource: 'wrong-secret' });
    const { runs, places } = await other.ask('backups', 'overview', {});
    expect(
      runs
        .filter(({ kind }) => kind === 'drill')
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['failed', 'good']);
    expect(runs.find(({ kind, outcome }) => kind === 'drill' && outcome === 'good')?.signature).toMatch(
      /^[\w+/]{86}==$/,
    );
    expect(places[0]?.light).toBe('good');
    await other.workbench.lock();
  });
});

describe('the register of other backups', () => {
  test('says when each is to be tested again', async () => {
    const draft = {
      what: 'Website',
      where: 'At the host',
      howOften: 'every night',
      testedBy: 'Rosa',
      testedOn: '2026-09-01' as never,
      testEveryDays: 90,
      note: null,
    };
    const added = await bench.ask('backups', 'addOther', draft);
    expect(added.testDue).toBe('2026-11-30');
    const changed = await bench.ask('backups', 'changeOther', {
      id: added.id,
      revision: added.revision,
      other: { ...draft, testedOn: '2026-11-24' as never },
    });
    expect(changed.testDue).toBe('2027-02-22');
    await bench.ask('backups', 'removeOther', { id: added.id, revision: changed.revision });
    expect((await bench.ask('backups', 'overview', {})).others).toEqual([]);
  });
});
