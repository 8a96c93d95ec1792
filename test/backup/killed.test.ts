/** The program killed in the middle of a backup or a restore: what was there is whole, nothing half is left, the next run tidies up. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPlace } from '#main/backup/places/open-place';
import { openRepository } from '#main/backup/repository';
import { verifyRepository } from '#main/backup/verify';
import { seeded } from '#test/support/people';

/** `STEWARD_KILLS` says how many of each. */
const kills = Number(process.env['STEWARD_KILLS'] ?? 2);
vi.setConfig({ testTimeout: 60_000 + kills * 15_000 });

const root = resolve(import.meta.dirname, '../..');
const passphrase = 'correct horse battery staple';
const program = join(root, 'out/cli/index.js');
const random = seeded(6);
let folder: string;
const vault = (): string => join(folder, 'vault');
const place = (): string => join(folder, 'place');
const env = { ...process.env, STEWARD_PASSPHRASE: passphrase };

const steward = (...words: string[]): number | null =>
  spawnSync(process.execPath, ['--no-warnings', program, ...words], { cwd: root, env, stdio: 'ignore' }).status;

/** How long one whole run takes, so that kills fall into all of it. */
let takes = 1_000;

beforeAll(() => {
  // Built once where nobody has: `npm test` builds before the tests.
  if (!existsSync(program))
    spawnSync(process.execPath, ['scripts/steward.mjs', 'help'], { cwd: root, stdio: 'ignore' });
  folder = mkdtempSync(join(tmpdir(), 'steward-killed-'));
  steward('init', '--vault', vault(), '--kit', join(folder, 'kit.txt'));
  const file = join(folder, 'people.csv');
  const lines = Array.from({ length: 20_000 }, (_, index) => `Person ${index},p${index}@example.org`);
  writeFileSync(file, `name,email\n${lines.join('\n')}\n`);
  steward('import', file, '--vault', vault());
  const start = performance.now();
  expect(steward('backup', 'create', '--vault', vault(), '--to', place())).toBe(0);
  takes = performance.now() - start;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function killedAfter(ms: number, ...words: string[]): Promise<boolean> {
  const child = spawn(process.execPath, ['--no-warnings', program, ...words], { cwd: root, env, stdio: 'ignore' });
  const ended = new Promise<boolean>((end) => child.once('exit', (code) => end(code === 0)));
  await sleep(ms);
  child.kill('SIGKILL');
  return ended;
}

async function looked(): Promise<{ damages: readonly unknown[]; backups: number; unused: number }> {
  const at = await openPlace({ kind: 'folder', folder: place() }, null);
  const repository = await openRepository(at, { with: 'passphrase', passphrase });
  const found = await verifyRepository(repository, { signal: new AbortController().signal });
  await repository.close();
  return found;
}

test(`${kills} kills during a first and a later backup: everything published is whole, and the next run leaves no litter`, async () => {
  let finished = 0;
  for (let round = 0; round < kills; round += 1) {
    // Half of them begin with an empty place, where everything is sent.
    const isFirst = round % 2 === 1;
    if (isFirst) rmSync(place(), { recursive: true, force: true });
    const before = isFirst ? 0 : (await looked()).backups;
    if (await killedAfter(takes * (0.2 + random() * 0.8), 'backup', 'create', '--vault', vault(), '--to', place()))
      finished += 1;
    if (!isFirst || existsSync(join(place(), 'steward-backup.json'))) {
      const { damages, backups } = await looked();
      expect(damages).toEqual([]);
      expect(backups - before).toBeGreaterThanOrEqual(0);
    }
    expect(steward('backup', 'create', '--vault', vault(), '--to', place())).toBe(0);
    expect(await looked()).toMatchObject({ damages: [], unused: 0 });
    for (const part of ['', 'data', 'manifests', 'slots'])
      expect(readdirSync(join(place(), part)).filter((name) => name.endsWith('.part'))).toEqual([]);
  }
  if (kills > 10) process.stdout.write(`backup: ${kills} kills, ${finished} came too late\n`);
});

test(`${kills} kills during a restore: there is a whole vault or none`, async () => {
  let finished = 0;
  for (let round = 0; round < kills; round += 1) {
    const target = join(folder, 'restored');
    if (await killedAfter(takes * (0.2 + random() * 0.8), 'backup', 'restore', '--from', place(), '--vault', target))
      finished += 1;
    if (existsSync(target)) expect(steward('customers', 'count', '--vault', target)).toBe(0);
    else expect(steward('backup', 'restore', '--from', place(), '--vault', target)).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('restored.'))).toEqual([]);
    rmSync(target, { recursive: true });
  }
  if (kills > 10) process.stdout.write(`restore: ${kills} kills, ${finished} came too late\n`);
});
