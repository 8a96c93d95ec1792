/** Where things are, and how to run a tool on the project's own Node (the line Electron embeds). */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const windows = process.platform === 'win32';
export const nodeBinary = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');

/** The JavaScript file behind a package's command, e.g. `vitest`, so it starts without a shell on every system. */
export function commandFile(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a program and answers its exit code (a signal counts as 1).
 * `quiet` sends its output to stderr, so that stdout stays the caller's.
 */
export function run(program, args, { env = {}, quiet = false, input = 'inherit', errors = 'inherit' } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: [input, quiet ? 2 : 'inherit', errors],
      env: { ...process.env, ...env, PATH: join(root, 'node_modules/.bin') + delimiter + (process.env.PATH ?? '') },
    });
    // Ctrl-C reaches the child too (same terminal); we only wait for it to end in its own way.
    const hold = () => undefined;
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', hold).on('SIGTERM', passOn);
    child.on('error', fail).on('close', (code, signal) => {
      process.off('SIGINT', hold).off('SIGTERM', passOn);
      done(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs a package's command on the project's Node. */
export function tool(packageName, args, options = {}) {
  return run(nodeBinary, [commandFile(packageName, options.command), ...args], options);
}

/** True where a file of this name is on the PATH. */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));
}
