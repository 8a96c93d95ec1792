/** The borders between layers: each rule of .dependency-cruiser.mjs is broken once, in a tree made for it, to see it caught. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.mjs';

const root = resolve(import.meta.dirname, '../..');
const command = [
  join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
  '--config',
  join(root, '.dependency-cruiser.mjs'),
  'src',
];

/** rule → [the file that breaks it, its text]. Every rule has exactly one line here. */
const broken: Record<string, [string, string]> = {
  'no-circles': ['src/shared/kernel/circle-a.ts', "import { b } from './circle-b'; export const a = b;"],
  resolvable: ['src/shared/kernel/nowhere.ts', "import { x } from './does-not-exist'; export const a = x;"],
  'no-tests-in-the-product': ['src/main/db/tests.ts', "import { t } from '../../../test/t'; export const a = t;"],
  'shared-runs-anywhere': ['src/shared/kernel/main.ts', "import { ok } from '../../main/db/ok'; export const a = ok;"],
  'shared-without-node': [
    'src/shared/kernel/node.ts',
    "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
  ],
  'main-knows-shared-only': ['src/main/shell/cli.ts', "import { ok } from '../../cli/ok'; export const a = ok;"],
  'cli-knows-shared-and-main': ['src/cli/page.ts', "import { ok } from '../renderer/ui/ok'; export const a = ok;"],
  'preload-knows-the-kernel': [
    'src/preload/domains.ts',
    "import { ok } from '../shared/domains/one/ok'; export const a = ok;",
  ],
  'renderer-knows-shared-only': [
    'src/renderer/ui/main.ts',
    "import type { Ok } from '../../main/db/ok'; export type A = Ok;",
  ],
  'renderer-without-node': ['src/renderer/ui/node.ts', "import { join } from 'node:path'; export const a = join;"],
  'shared-kernel-knows-only-what-is-below': [
    'src/shared/kernel/up.ts',
    "import { ok } from '../content/ok'; export const a = ok;",
  ],
  'shared-papers-knows-only-what-is-below': [
    'src/shared/papers/up.ts',
    "import { ok } from '../content/ok'; export const a = ok;",
  ],
  'shared-content-knows-only-what-is-below': [
    'src/shared/content/up.ts',
    "import { ok } from '../domains/one/ok'; export const a = ok;",
  ],
  'shared-domains-knows-only-what-is-below': [
    'src/shared/domains/one/up.ts',
    "import { ok } from '../../contract'; export const a = ok;",
  ],
  'main-files-knows-only-what-is-below': [
    'src/main/files/up.ts',
    "import { ok } from '../db/ok'; export const a = ok;",
  ],
  'main-papers-knows-only-what-is-below': [
    'src/main/papers/up.ts',
    "import { ok } from '../db/ok'; export const a = ok;",
  ],
  'main-content-knows-only-what-is-below': [
    'src/main/content/up.ts',
    "import { ok } from '../vault/ok'; export const a = ok;",
  ],
  'main-db-knows-only-what-is-below': ['src/main/db/up.ts', "import { ok } from '../vault/ok'; export const a = ok;"],
  'main-vault-knows-only-what-is-below': [
    'src/main/vault/up.ts',
    "import { ok } from '../ipc/ok'; export const a = ok;",
  ],
  'main-ipc-knows-only-what-is-below': [
    'src/main/ipc/up.ts',
    "import { ok } from '../domains/one/ok'; export const a = ok;",
  ],
  'main-domains-knows-only-what-is-below': [
    'src/main/domains/one/up.ts',
    "import { ok } from '../../shell/ok'; export const a = ok;",
  ],
  'main-shell-knows-only-what-is-below': [
    'src/main/shell/up.ts',
    "import { ok } from '../index'; export const a = ok;",
  ],
  'renderer-ui-knows-only-what-is-below': [
    'src/renderer/ui/up.ts',
    "import { ok } from '../app/ok'; export const a = ok;",
  ],
  'renderer-app-knows-only-what-is-below': [
    'src/renderer/app/up.ts',
    "import { ok } from '../domains/one/ok'; export const a = ok;",
  ],
  'renderer-domains-knows-only-what-is-below': [
    'src/renderer/domains/one/up.ts',
    "import { ok } from '../../routes/ok'; export const a = ok;",
  ],
  'domain-through-model': ['src/shared/domains/two/rules.ts', "import { ok } from '../one/ok'; export const a = ok;"],
  'domain-through-public': ['src/main/domains/two/handlers.ts', "import { ok } from '../one/ok'; export const a = ok;"],
  'electron-at-the-edge': ['src/main/domains/one/electron.ts', "import { app } from 'electron'; export const a = app;"],
  'driver-in-db': [
    'src/main/domains/one/store.ts',
    "import sqlcipher from '@journeyapps/sqlcipher'; export const a = sqlcipher;",
  ],
  'sql-in-stores': ['src/main/domains/one/handlers.ts', "import { sql } from 'kysely'; export const a = sql;"],
  'keychain-in-vault': ['src/main/ipc/keychain.ts', "import keytar from 'keytar'; export const a = keytar;"],
  'migrations-stand-alone': ['src/main/db/migrations/0001-one.ts', "import { ok } from '../ok'; export const a = ok;"],
};

/** What the broken files lean on, and uses that are allowed and must not be reported. */
const allowed: Record<string, string> = {
  'test/t.ts': 'export const t = 1;',
  'src/shared/kernel/circle-b.ts': "import { a } from './circle-a'; export const b = a;",
  'src/shared/content/ok.ts': 'export const ok = 1;',
  'src/shared/contract.ts': 'export const ok = 1;',
  'src/shared/domains/one/ok.ts': 'export const ok = 1;',
  'src/shared/domains/one/model.ts': 'export const model = 1;',
  'src/shared/domains/two/ok.ts': "import { model } from '#shared/domains/one/model'; export const ok = model;",
  'src/main/index.ts': "import { app } from 'electron'; export const ok = app;",
  'src/main/db/ok.ts':
    "import sqlcipher from '@journeyapps/sqlcipher'; export const ok = sqlcipher; export type Ok = 1;",
  'src/main/db/migrations/migration.ts': 'export type Migration = 1;',
  'src/main/db/migrations/0002-two.ts': "import type { Migration } from './migration'; export const m: Migration = 1;",
  'src/main/vault/ok.ts': "import keytar from 'keytar'; export const ok = keytar;",
  'src/main/ipc/ok.ts': 'export const ok = 1;',
  'src/main/ipc/listen.ts': "import { ipcMain } from 'electron'; export const ok = ipcMain;",
  'src/main/shell/ok.ts':
    "import { app } from 'electron'; import { ok as below } from '#main/domains/one/ok'; export const ok = [app, below];",
  'src/main/domains/one/ok.ts':
    "import type { Kysely } from 'kysely'; export const ok = 1; export type Db = Kysely<unknown>;",
  'src/main/domains/one/public.ts': 'export const ok = 1;',
  'src/main/domains/one/list-store.ts': "import { sql } from 'kysely'; export const ok = sql;",
  'src/main/domains/two/ok.ts': "import { ok as one } from '../one/public'; export const ok = one;",
  'src/cli/ok.ts': "import { ok as main } from '#main/db/ok'; export const ok = main;",
  'src/preload/ok.ts': "import { contextBridge } from 'electron'; export const ok = contextBridge;",
  'src/renderer/ui/ok.ts': 'export const ok = 1;',
  'src/renderer/app/ok.ts': "import { ok as ui } from '../ui/ok'; export const ok = ui;",
  'src/renderer/domains/one/ok.ts': "import { model } from '#shared/domains/one/model'; export const ok = model;",
  'src/renderer/routes/ok.ts': 'export const ok = 1;',
};

let folder: string;
let violations: { rule: string; from: string }[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-borders-'));
  const files = { ...allowed, ...Object.fromEntries(Object.values(broken)) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { stdout } = spawnSync(process.execPath, [...command, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  violations = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('borders', () => {
  test('every rule has a file here that breaks it', () => {
    expect(config.forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(broken).toSorted());
  });

  test.each(Object.entries(broken))('%s is caught', (rule, [file]) => {
    expect(violations).toContainEqual({ rule, from: file });
  });

  test('what is allowed is not reported', () => {
    const reported = violations.map(({ from }) => from).filter((from) => from !== 'src/shared/kernel/circle-b.ts');
    expect(reported.filter((from) => from in allowed)).toEqual([]);
  });

  test('the product keeps them', () => {
    const { status, stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
    expect(`${status}\n${stdout}`).toMatch(/^0\n/);
  });
});
