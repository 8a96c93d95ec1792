/**
 * Opens Steward: on Electron where its binary is present or can be downloaded, otherwise the same built app on the
 * stand-in, in a window of the machine's Chromium (or without one when there is no screen, saying where a picture is).
 *
 * `npm start -- --once` ends after the picture. Other words go to the app, e.g. `--vault=FOLDER`.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { findElectron } from './find-electron.mjs';
import { nodeBinary, root, run } from './paths.mjs';
import { setUp } from './setup.mjs';

const words = process.argv.slice(2);
const once = words.includes('--once');
const forApp = words.filter((word) => word !== '--once');

async function electron() {
  const present = findElectron();
  if (present || once || process.env.STEWARD_HOST === 'stand-in' || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD)
    return present;
  process.stderr.write('start: looking for Electron (downloaded once, about 120 MB)\n');
  const code = await run(nodeBinary, [join(root, 'node_modules/electron/install.js')], {
    quiet: true,
    errors: 'ignore',
  });
  return code === 0 ? findElectron() : undefined;
}

await setUp();
await build('app');
const binary = await electron();
if (binary && !once) {
  // Chromium's own sandbox cannot be had by root on Linux; the page's sandbox settings stay as they are.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  process.exitCode = await run(binary, [root, ...asRoot, ...forApp]);
} else {
  await setUp({ browser: true });
  process.stdout.write(
    'Electron is not here: opening the same app in this machine’s Chromium instead (docs/host.md says how it differs).\n',
  );
  process.exitCode = await run(nodeBinary, [join(root, 'test/host/run.ts'), ...forApp], {
    env: { STEWARD_APP_PATH: root, ...(once ? { STEWARD_STAND_IN_ONCE: '1' } : {}) },
  });
}
