/** Backups from the built terminal program, as somebody with nothing but the kit would use them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const passphrase = 'correct horse battery staple';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-cli-backup-'));
  steward(['init', '--vault', vault(), '--kit', kit()]);
  const file = join(folder, 'people.csv');
  writeFileSync(file, 'name,email\nRosa,rosa@example.org\nBert,bert@example.org\nCleo,cleo@example.org\n');
  steward(['import', file, '--vault', vault()]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vault = (): string => join(folder, 'vault');
const kit = (): string => join(folder, 'kit.txt');
const place = (): string => join(folder, 'place');

function steward(words: string[], environment: Record<string, string> = { STEWARD_PASSPHRASE: passphrase }) {
  const env: NodeJS.ProcessEnv = { ...process.env, STEWARD_PASSPHRASE: '', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/steward.mjs', ...words], {
    cwd: root,
    encoding: 'utf8',
    env,
    input: '',
  });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> };
}

test('what is backed up can be listed, verified, rehearsed and restored with the kit alone', () => {
  expect(steward(['backup', 'create', '--vault', vault(), '--to', place()]).status).toBe(0);
  const listed = steward(['backup', 'list', '--from', place(), '--json']);
  expect(JSON.parse(listed.stdout)).toMatchObject([{ moment: 1, customers: 3 }]);
  expect(steward(['backup', 'verify', '--from', place()]).status).toBe(0);
  const drilled = steward(['backup', 'drill', '--from', place(), '--kit', kit(), '--json'], {});
  expect(drilled.json()).toMatchObject({ sequence: 1, opened: true, withWords: true });
  const restored = join(folder, 'restored');
  expect(steward(['backup', 'restore', '--from', place(), '--vault', restored, '--kit', kit()], {}).status).toBe(0);
  expect(steward(['search', 'cleo', '--vault', restored]).stdout).toContain('cleo@example.org');
  // There is something there now, so it is not written over.
  const again = steward(['backup', 'restore', '--from', place(), '--vault', restored, '--kit', kit()], {});
  expect({ status: again.status, said: again.stderr }).toMatchObject({ status: 1 });
  expect(again.stderr).toContain('files in it already');
}, 120_000);

test('what is damaged is named, ends with 1, and leaves no vault', () => {
  const [pack = ''] = readdirSync(join(place(), 'data'));
  const file = join(place(), 'data', pack);
  const bytes = readFileSync(file);
  bytes[4_000] = (bytes[4_000] ?? 0) ^ 8;
  writeFileSync(file, bytes);
  const verified = steward(['backup', 'verify', '--from', place()]);
  expect(verified.status).toBe(1);
  expect(verified.stdout).toContain(`data/${pack}: damaged`);
  const target = join(folder, 'never');
  const restored = steward(['backup', 'restore', '--from', place(), '--vault', target]);
  expect(restored.status).toBe(1);
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([]);
}, 60_000);

test('a wrong passphrase, no backup and a password in an address are said in words', () => {
  expect(steward(['backup', 'list', '--from', place()], { STEWARD_PASSPHRASE: 'something else' }).stderr).toContain(
    'not right',
  );
  expect(steward(['backup', 'list', '--from', join(folder, 'nowhere')]).status).toBe(1);
  const said = steward(['backup', 'list', '--from', 'webdavs://me:sesame@example.org/']);
  expect(said).toMatchObject({ status: 2 });
  expect(said.stderr).not.toContain('sesame');
}, 60_000);
