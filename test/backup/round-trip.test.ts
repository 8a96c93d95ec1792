/** A backup of a vault in use: what comes back is what was there, only what changed is sent, and work goes on meanwhile. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFolderPlace } from '#main/backup/places/folder';
import { openRepository } from '#main/backup/repository';
import { writeOut } from '#main/backup/restore';
import { verifyRepository } from '#main/backup/verify';
import { failureOf } from '#test/support/failure-of';
import { backUp, memoryPlace, ownRepository } from '#test/support/backup';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';

let bench: TestBench;
let folder: string;
const signal = new AbortController().signal;
const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

async function addPeople(from: number, count: number): Promise<void> {
  await bench.workbench.write(async (db) => {
    await db.driver.run(
      `insert into customers (full_name, email, created_at, changed_at, sort_name, search_text)
         select 'Ada Number ' || value, 'ada' || value || '@example.org', ?1, ?1, 'number ' || value, 'ada number ' || value
           from json_each(?2)`,
      ['2026-11-24T09:00:00.000Z', JSON.stringify(Array.from({ length: count }, (_, index) => from + index))],
    );
  });
}

beforeAll(async () => {
  bench = await testBench();
  folder = mkdtempSync(join(tmpdir(), 'steward-backup-'));
  await addPeople(1, 3_000);
  writeFileSync(join(folder, 'paper.txt'), 'The lamp was repaired on Monday. '.repeat(200));
  await bench.ask('evidence', 'add', { file: join(folder, 'paper.txt') });
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('comes back byte for byte, with evidence and the folders of the owner', async () => {
    mkdirSync(join(folder, 'own/deep'), { recursive: true });
    writeFileSync(join(folder, 'own/deep/a.bin'), Buffer.alloc(2_500_000, 'abc'));
    writeFileSync(join(folder, 'own/empty'), '');
    const place = await openFolderPlace(join(folder, 'place'), 'folder', true);
    const { manifest } = await backUp(bench.workbench, place, [{ name: 'Own', folder: join(folder, 'own') }]);
    expect(manifest.counts['customers']).toBe(3_000);
    const repository = await ownRepository(bench.workbench, place);
    expect((await verifyRepository(repository, { signal })).damages).toEqual([]);
    mkdirSync(join(folder, 'out'));
    await writeOut(repository, manifest, join(folder, 'out'), { signal });
    expect(digestOf(join(folder, 'out/store.db'))).toBe(digestOf(join(bench.folder, 'store.db')));
    expect(digestOf(join(folder, 'out/slots.json'))).toBe(digestOf(join(bench.folder, 'slots.json')));
    expect(digestOf(join(folder, 'out/restored-folders/Own/deep/a.bin'))).toBe(
      digestOf(join(folder, 'own/deep/a.bin')),
    );
    expect(readFileSync(join(folder, 'out/restored-folders/Own/empty'))).toHaveLength(0);
    // What came back is a vault that opens with its passphrase.
    const other = await testBench('none', join(folder, 'out'));
    await other.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    expect((await other.ask('customers', 'count', { filter: {} })).total).toBe(3_000);
    expect((await other.ask('evidence', 'check', {})).damaged).toEqual([]);
    await other.workbench.lock();
  });

  test('sends only pages and files that changed', async () => {
    const place = memoryPlace();
    const first = await backUp(bench.workbench, place);
    expect(first.manifest.added.pages).toBe(first.manifest.database.pages);
    await bench.workbench.write((db) =>
      db.driver.run("update customers set city = 'Aachen' where number = 1500").then(() => undefined),
    );
    const second = await backUp(bench.workbench, place);
    expect(second.manifest.added.pages).toBeGreaterThan(0);
    expect(second.manifest.added.bytes).toBeLessThan(first.manifest.added.bytes / 8);
    expect(second.manifest.known).toEqual([{ sequence: 1, digest: first.digest }]);
  });

  test('holds what was there when it began, whatever is written meanwhile', async () => {
    const place = memoryPlace();
    const busy = {
      ...place,
      put: async (name: string, bytes: Buffer) => {
        if (name.startsWith('data/')) await addPeople(1e6, 400);
        return place.put(name, bytes);
      },
    };
    const before = (await bench.ask('customers', 'count', { filter: {} })).total;
    const { manifest } = await backUp(bench.workbench, busy);
    expect(manifest.counts['customers']).toBe(before);
    expect((await bench.ask('customers', 'count', { filter: {} })).total).toBeGreaterThan(before);
    const repository = await ownRepository(bench.workbench, place);
    expect((await verifyRepository(repository, { signal })).damages).toEqual([]);
    mkdirSync(join(folder, 'still'));
    await writeOut(repository, manifest, join(folder, 'still'), { signal });
    const other = await testBench('none', join(folder, 'still'));
    await other.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    expect((await other.ask('customers', 'count', { filter: {} })).total).toBe(before);
    await other.workbench.lock();
  });

  test('opens with the passphrase or the recovery words alone, and with nothing else', async () => {
    const other = await testBench('none');
    const { kit } = await other.ask('vault', 'create', { passphrase: testPassphrase, useKeychain: false });
    await other.ask('vault', 'confirmKit', {
      words: kit.challenge.positions.map((position) => kit.words[position - 1] ?? ''),
    });
    const place = memoryPlace();
    await backUp(other.workbench, place);
    await other.end();
    const opened = await openRepository(place, { with: 'kit', words: kit.words.join(' ') });
    expect(await opened.sequences()).toEqual([1]);
    await openRepository(place, { with: 'passphrase', passphrase: testPassphrase });
    for (const secret of [
      { with: 'passphrase', passphrase: `${testPassphrase}!` } as const,
      { with: 'kit', words: kit.words.toReversed().join(' ') } as const,
    ])
      expect(await failureOf(openRepository(place, secret))).toMatchObject({ resource: 'wrong-secret' });
    // Nothing in the place says anything to whoever has no key.
    const all = Buffer.concat([...place.objects.values()]).toString('latin1');
    expect(all).not.toContain('paper.txt');
    expect(all).not.toContain('vault/slots.json');
  });

  test('is refused where another vault has its backups, and nothing is changed there', async () => {
    const place = memoryPlace();
    await backUp(bench.workbench, place);
    const before = new Map(place.objects);
    const other = await testBench();
    expect(await failureOf(backUp(other.workbench, place))).toMatchObject({ resource: 'backup-of-another' });
    expect(place.objects).toEqual(before);
    await other.end();
  });

  test('opens with a new passphrase after the next backup, and not with the one before', async () => {
    const other = await testBench();
    const place = memoryPlace();
    await backUp(other.workbench, place);
    await other.workbench
      .vault()
      .changePassphrase('owner', testPassphrase, 'a whole new passphrase', '2026-11-24T10:00:00.000Z' as never);
    await backUp(other.workbench, place);
    expect(await failureOf(openRepository(place, { with: 'passphrase', passphrase: testPassphrase }))).toMatchObject({
      resource: 'wrong-secret',
    });
    await openRepository(place, { with: 'passphrase', passphrase: 'a whole new passphrase' });
    await other.end();
  });
});
