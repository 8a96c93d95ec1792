/** Whatever is changed in a place, verifying names it, and a restore of what is damaged writes no vault. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDamage, type Repository } from '#main/backup/repository';
import { verifyRepository } from '#main/backup/verify';
import { backUp, memoryPlace, ownRepository } from '#test/support/backup';
import { seeded } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';

/** Each number of the issue, or a tenth of it; `STEWARD_DAMAGE=1` runs all. */
const part = process.env['STEWARD_DAMAGE'] === '1' ? 1 : 0.1;
const times = (full: number): number => Math.ceil(full * part);
const signal = new AbortController().signal;

let bench: TestBench;
let folder: string;
let whole: Map<string, Buffer>;
/** Manifests as they were at each time, for putting older ones in the place of newer ones. */
const manifests: Buffer[] = [];
const random = seeded(6);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

beforeAll(async () => {
  bench = await testBench();
  folder = mkdtempSync(join(tmpdir(), 'steward-damage-'));
  const place = memoryPlace();
  for (let round = 0; round < 6; round += 1) {
    await bench.workbench.write((db) =>
      db.driver
        .run(
          `insert into customers (full_name, created_at, changed_at, sort_name, search_text)
             select hex(randomblob(30)), ?1, ?1, value, value from json_each(?2)`,
          ['2026-11-24T09:00:00.000Z', JSON.stringify(Array.from({ length: 300 }, (_, index) => String(index)))],
        )
        .then(() => undefined),
    );
    await backUp(bench.workbench, place);
  }
  whole = new Map(place.objects);
  for (const name of [...whole.keys()].filter((one) => one.startsWith('manifests/')).sort())
    manifests.push(whole.get(name) as Buffer);
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Opening the repository counts as looking, too: a damaged head or slots file is named there. */
async function damagesOf(objects: Map<string, Buffer>): Promise<string[]> {
  let repository: Repository | undefined;
  try {
    repository = await ownRepository(bench.workbench, memoryPlace(new Map(objects)));
    const { damages } = await verifyRepository(repository, { signal });
    return damages.map(({ item }) => item);
  } catch (error) {
    const { failure } = error as { failure?: { resource?: string; facts?: { item?: string } } };
    if (failure?.resource === 'backup-of-another') return ['steward-backup.json'];
    if (failure?.resource !== 'backup-damaged' && failure?.resource !== 'backup-missing') throw error;
    return [failure.facts?.item ?? 'steward-backup.json'];
  }
}

/** Slots are made anew by whoever owns the vault, so only those of a repository opened elsewhere matter; they have tests of their own. */
const names = (): string[] => [...whole.keys()].filter((name) => !name.startsWith('slots/'));

describe('verifying', () => {
  test('finds nothing wrong with what is whole', async () => {
    expect(await damagesOf(whole)).toEqual([]);
  });

  test(`finds ${times(500)} single flipped bits, and names the object`, async () => {
    for (let round = 0; round < times(500); round += 1) {
      const name = pick(names());
      const bytes = Buffer.from(whole.get(name) as Buffer);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const found = await damagesOf(new Map(whole).set(name, bytes));
      expect(found, `bit in byte ${at} of ${name}`).toContain(name);
    }
  });

  test(`finds ${times(100)} truncations`, async () => {
    for (let round = 0; round < times(100); round += 1) {
      const name = pick(names());
      const bytes = whole.get(name) as Buffer;
      const left = bytes.subarray(0, Math.floor(random() * bytes.length));
      expect(await damagesOf(new Map(whole).set(name, left)), name).toContain(name);
    }
  });

  test(`finds ${times(100)} parts put in the place of others`, async () => {
    for (let round = 0; round < times(100); round += 1) {
      const kind = pick(['data/', 'manifests/']);
      const of = names().filter((name) => name.startsWith(kind));
      const one = pick(of);
      const other = pick(of.filter((name) => name !== one));
      const swapped = new Map(whole).set(one, whole.get(other) as Buffer).set(other, whole.get(one) as Buffer);
      const found = await damagesOf(swapped);
      expect(found).toEqual(expect.arrayContaining([one, other]));
    }
  });

  test(`finds ${times(50)} older manifests played again`, async () => {
    for (let round = 0; round < times(50); round += 1) {
      const newer = 1 + Math.floor(random() * (manifests.length - 1));
      const older = Math.floor(random() * newer);
      const name = `manifests/${String(newer + 1).padStart(8, '0')}`;
      expect(await damagesOf(new Map(whole).set(name, manifests[older] as Buffer)), name).toContain(name);
    }
  });

  test('finds every object that is gone', async () => {
    for (const name of names()) {
      const without = new Map(whole);
      without.delete(name);
      // Nothing in a place can say that its newest backup was taken away; the vault knows.
      if (name === `manifests/${String(manifests.length).padStart(8, '0')}`) continue;
      expect(await damagesOf(without), name).toContain(name);
    }
  });

  test('finds that the newest backups were taken away when it is told which there was', async () => {
    const name = `manifests/${String(manifests.length).padStart(8, '0')}`;
    const without = new Map(whole);
    const repository = await ownRepository(bench.workbench, memoryPlace(without));
    const last = await repository.manifest(manifests.length);
    if (isDamage(last)) throw new Error('expected the newest manifest');
    without.delete(name);
    const newest = { sequence: manifests.length, digest: last.digest };
    const again = await ownRepository(bench.workbench, memoryPlace(without));
    const { damages } = await verifyRepository(again, { signal, newest });
    expect(damages).toEqual([{ item: name, what: 'taken-away' }]);
  });
});

describe('restoring what is damaged', () => {
  test('writes no vault', async () => {
    const { writeOut } = await import('#main/backup/restore');
    for (let round = 0; round < times(100); round += 1) {
      const name = pick(names().filter((one) => one.startsWith('data/')));
      const bytes = Buffer.from(whole.get(name) as Buffer);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const repository = await ownRepository(bench.workbench, memoryPlace(new Map(whole).set(name, bytes)));
      const newest = await repository.manifest(manifests.length);
      if (isDamage(newest)) throw new Error('expected the newest manifest');
      const needed = newest.manifest.packs.some((pack) => `data/${pack.name}` === name);
      const target = join(folder, `out-${round}`);
      mkdirSync(target);
      const writing = writeOut(repository, newest.manifest, target, { signal });
      if (needed) await expect(writing).rejects.toThrow('backup-damaged');
      else await writing;
      expect(existsSync(join(target, 'slots.json'))).toBe(!needed);
      rmSync(target, { recursive: true });
    }
  });
});
