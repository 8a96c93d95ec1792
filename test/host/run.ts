/**
 * Starts the built app on the stand-in: `node test/host/run.ts [words for the app]` with the app's folder in STEWARD_APP_PATH.
 * The app's own files stay as they are; only what `electron` resolves to is ours.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headless } from './browser.ts';
import { controlled, report } from './control.ts';
import { BrowserWindow } from './window.ts';

const appPath = resolve(process.env['STEWARD_APP_PATH'] ?? process.cwd());
process.env['STEWARD_APP_PATH'] = appPath;
const { main } = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { main: string };
const electron = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'electron' || specifier === 'electron/main') return { url: electron, shortCircuit: true };
    return next(specifier, context);
  },
});

// As in Electron: argv is the program, the app's folder, then the words.
process.argv.splice(1, 1, appPath);
Object.assign(process, { type: 'browser', defaultApp: true });
// Electron's main process prints an unhandled rejection and goes on; a test sees it among the console errors.
process.on('unhandledRejection', (error) => {
  const text = String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  report({ did: 'console', text: `main: ${text}` });
});
await import(pathToFileURL(join(appPath, main)).href).catch((error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  if (BrowserWindow.getAllWindows().length === 0) process.exit(1);
});
if (!controlled) await showPicture();

/** Without a screen a person still wants to see something: a picture of the first page, again whenever SIGUSR2 asks. */
async function showPicture(): Promise<void> {
  const once = process.env['STEWARD_STAND_IN_ONCE'] !== undefined;
  if (!headless && !once) return;
  const { app } = (await import(electron)) as typeof import('./electron.ts');
  await app.whenReady();
  while (BrowserWindow.getAllWindows().length === 0) await new Promise((done) => setTimeout(done, 20));
  const [window] = BrowserWindow.getAllWindows();
  const file = join(tmpdir(), `steward-${process.pid}.png`);
  const take = async () => {
    await window?.webContents._page?.screenshot({ path: file });
    process.stdout.write(`A picture of the window (no screen needed) is in ${file}\n`);
  };
  await window?.webContents._ready;
  await window?.webContents._page?.waitForURL(/stand-in/);
  await new Promise((done) => setTimeout(done, 1000));
  await take();
  if (once) return app.quit();
  process.stdout.write(`It keeps running until Ctrl-C; kill -USR2 ${process.pid} takes another picture.\n`);
  process.on('SIGUSR2', () => void take());
}
