/** Builds what is missing or older than its sources: the desktop app (out/main, preload, renderer) and the terminal program (out/cli). */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, tool } from './paths.mjs';
import { setUp } from './setup.mjs';

const settings = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'scripts/node-bundle.ts',
];

function newestChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  let newest = stat.mtimeMs;
  for (const entry of readdirSync(path)) newest = Math.max(newest, newestChange(join(path, entry)));
  return newest;
}

function newestOf(...names) {
  return Math.max(...names.map((name) => newestChange(join(root, name))));
}

const targets = {
  app: {
    stamp: 'out/.app',
    made: 'out/main/index.js',
    sources: () => newestOf('src', ...settings),
    build: () => tool('electron-vite', ['build', '--logLevel', 'warn'], { quiet: true }),
  },
  cli: {
    stamp: 'out/.cli',
    made: 'out/cli/index.js',
    sources: () => newestOf('src/shared', 'src/main', 'src/cli', ...settings),
    build: () => tool('vite', ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'], { quiet: true }),
  },
};

/** Builds `app` or `cli` when its sources are newer than the last build; when that fails it ends the process with 1, or answers false. */
export async function build(name, { endOnFailure = true } = {}) {
  const target = targets[name];
  const stamp = join(root, target.stamp);
  const built = existsSync(join(root, target.made)) ? (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) : 0;
  const begun = new Date();
  if (built > target.sources()) return true;
  process.stderr.write(`build: ${name}\n`);
  const code = await target.build();
  if (code !== 0) {
    process.stderr.write(`build: ${name} failed (exit code ${code})\n`);
    if (endOnFailure) process.exit(1);
    return false;
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  // The stamp carries the time the build began: what was edited while it ran is newer and is built next time.
  writeFileSync(stamp, begun.toISOString());
  utimesSync(stamp, begun, begun);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp();
  await build('app');
  await build('cli');
}
