/** The terminal script on a small product of its own: builds when it must, prints nothing of itself on stdout, passes everything through. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

const program = (word: string) => `
import { Worker } from 'node:worker_threads';
import { greeting } from '#shared/greeting';
const worker = new Worker(new URL('./echo.worker.js', import.meta.url), { workerData: process.argv.slice(2) });
worker.on('message', (words) => console.log(JSON.stringify({ ${word}: greeting, words, node: process.versions.node.split('.')[0] })));
process.stdin.on('data', (data) => console.log('stdin', String(data)));
process.exitCode = 2;
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function steward(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/steward.mjs', ...words], {
    cwd: folder,
    encoding: 'utf8',
    input: 'typed',
  });
  return { status, lines: stdout.trim().split('\n').toSorted(), stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-scripts-'));
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const name of [
    'package.json',
    'package-lock.json',
    'tsconfig.base.json',
    'electron.vite.config.ts',
    'vite.cli.config.ts',
  ])
    copyFileSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  write('src/shared/greeting.ts', "export const greeting: string = 'hello';");
  write(
    'src/main/domains/echo.worker.ts',
    "import { parentPort, workerData } from 'node:worker_threads'; parentPort?.postMessage(workerData);",
  );
  write('src/cli/index.ts', program('first'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first run builds, and only the program speaks on stdout', () => {
  const { status, lines, stderr } = steward('--json', 'a b');
  expect({ status, lines }).toEqual({
    status: 2,
    lines: ['stdin typed', '{"first":"hello","words":["--json","a b"],"node":"24"}'],
  });
  expect(stderr).toMatch(/build: cli/);
});

test('the next run starts at once', () => {
  expect(steward().stderr).toBe('');
});

test('a changed source is built again', () => {
  write('src/cli/index.ts', program('second'));
  const later = new Date(Date.now() + 1);
  utimesSync(join(folder, 'src/cli/index.ts'), later, later);
  const { lines, stderr } = steward();
  expect(stderr).toMatch(/build: cli/);
  expect(lines.join()).toContain('"second"');
});

test('a source that does not build ends with 1 and says so on stderr', () => {
  write('src/cli/index.ts', "import './nowhere';");
  const { status, lines, stderr } = steward();
  expect({ status, lines }).toEqual({ status: 1, lines: [''] });
  expect(stderr).toMatch(/nowhere[\s\S]*build: cli failed/);
});

test('the terminal program cannot reach electron', () => {
  write('src/cli/index.ts', "import { app } from 'electron'; console.log(app);");
  expect(steward().stderr).toMatch(/must not reach electron/);
});
