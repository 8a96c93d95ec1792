/** Finds Electron's binary without ever downloading it (`require('electron')` would). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** @returns {string | undefined} Electron's executable; undefined when it is absent or `STEWARD_HOST=stand-in` says not to use it */
export function findElectron() {
  if (process.env.STEWARD_HOST === 'stand-in') return undefined;
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const file = override ? join(override, name ?? 'electron') : name && join(folder, 'dist', name);
  return file && existsSync(file) ? file : undefined;
}
