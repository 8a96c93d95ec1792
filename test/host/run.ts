/**
 * Starts the built app on the stand-in: `node test/host/run.ts [words for the app]` with the app's folder in STEWARD_APP_PATH.
 * The app's own files stay as they are; only what `electron` resolves to is ours.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

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
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
await import(pathToFileURL(join(appPath, main)).href);
