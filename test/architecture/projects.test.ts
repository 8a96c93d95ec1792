/** The borders between processes, held by TypeScript's projects: each is broken once to see it refused, even for types. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const projects = ['src/shared', 'src/main', 'src/cli', 'src/preload', 'src/renderer', 'test'];
const files: Record<string, string> = {
  'src/shared/value.ts': 'export type Value = 1;',
  'src/shared/node.ts': 'export const a = process.env;',
  'src/shared/dom.ts': 'export const a = document.title;',
  'src/main/fine.ts':
    "import { readFileSync } from 'node:fs'; import type { Value } from '#shared/value'; export const a: [typeof readFileSync, Value] = [readFileSync, 1];",
  'src/main/window.ts': 'export const a = window;',
  'src/renderer/node.ts': 'export const a = process.env;',
  'src/renderer/main.ts': "import type { a } from '#main/fine'; export type A = typeof a;",
  'src/main/page.ts': "import type { A } from '../renderer/plain'; export type B = A;",
  'src/renderer/fine.tsx': 'export const A = <p>{document.title}</p>; export type A = 1;',
  'src/renderer/plain.ts': 'export type A = 1;',
  'src/cli/fine.ts': "import { a } from '#main/fine'; export const b = a;",
  'src/preload/fine.ts': "import type { Value } from '#shared/value'; export type A = Value;",
  'src/preload/main.ts': "import type { a } from '#main/fine'; export type A = typeof a;",
  'test/fine.ts': "import { a } from '#main/fine'; import { A } from '../src/renderer/fine'; export const b = [a, A];",
};
let folder: string;
let output: string;
let outputWhenFine: string;

const isFine = (path: string) => /(?:fine|value|plain)\.tsx?$/.test(path);

function add(paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${files[path]}\n`);
  }
}

function compile(): string {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules/@typescript/native/package.json'), 'utf8')) as {
    bin: { tsc: string };
  };
  const command = [join(root, 'node_modules/@typescript/native', bin.tsc), '-b', '--pretty', 'false'];
  return spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' }).stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-projects-'));
  add(Object.keys(files).filter(isFine));
  for (const name of [
    'package.json',
    'tsconfig.base.json',
    'tsconfig.json',
    ...projects.map((project) => `${project}/tsconfig.json`),
  ])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  outputWhenFine = compile();
  add(Object.keys(files).filter((path) => !isFine(path)));
  output = compile();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['shared has no Node', /src\/shared\/node\.ts.*'process'/],
  ['shared has no document', /src\/shared\/dom\.ts.*'document'/],
  ['main has no window', /src\/main\/window\.ts.*'window'/],
  ['the page has no Node', /src\/renderer\/node\.ts.*'process'/],
  ['the page cannot know main, not even a type', /src\/renderer\/main\.ts.*TS6307/],
  ['main cannot know the page, not even a type', /src\/main\/page\.ts.*TS6307/],
  ['the preload cannot know main', /src\/preload\/main\.ts.*TS6307/],
])('%s', (_promise, error) => {
  expect(output).toMatch(error);
});

test('what is allowed is not reported', () => {
  expect(outputWhenFine).toBe('');
});
