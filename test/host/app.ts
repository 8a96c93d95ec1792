/** Electron's `app`: paths, the single-instance lock and the order of events from ready to quit. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopBrowsers } from './browser.ts';
import { contentsCreated } from './contents.ts';
import { onOrder } from './control.ts';
import { markReady } from './session.ts';
import { preventable, strict, StrictEmitter } from './strict.ts';
import { BrowserWindow, windowEvents } from './window.ts';

const appPath = process.env['STEWARD_APP_PATH'] ?? process.cwd();
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  productName?: string;
};
let name = manifest.productName ?? manifest.name;
const switchValue = (flag: string) =>
  process.argv.find((word) => word.startsWith(`--${flag}=`))?.slice(flag.length + 3);

const configHome = () =>
  process.platform === 'win32'
    ? (process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'))
    : process.platform === 'darwin'
      ? join(homedir(), 'Library/Application Support')
      : (process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'));
const paths: Record<string, (() => string) | undefined> = {
  home: homedir,
  appData: configHome,
  userData: () => switchValue('user-data-dir') ?? join(configHome(), name),
  sessionData: () => paths['userData']?.() ?? '',
  temp: tmpdir,
  exe: () => process.execPath,
  desktop: () => join(homedir(), 'Desktop'),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
  logs: () => join(paths['userData']?.() ?? '', 'logs'),
};

const emitter = new StrictEmitter('app', [
  'ready',
  'second-instance',
  'window-all-closed',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-created',
]);
contentsCreated.on('web-contents-created', (event, contents) => emitter.emit('web-contents-created', event, contents));

let quitting = false;
let lockFile: string | undefined;
/** What must reach its end before the process may: the word to the first instance. */
let lastWord: Promise<unknown> = Promise.resolve();

async function leave(code: number): Promise<void> {
  await lastWord;
  await stopBrowsers();
  if (lockFile) rmSync(lockFile, { force: true });
  process.exit(code);
}

function quit(): void {
  const before = preventable({});
  emitter.emit('before-quit', before);
  if (before.defaultPrevented) return;
  quitting = true;
  for (const window of BrowserWindow.getAllWindows()) {
    window.close();
    if (!window.isDestroyed()) return void (quitting = false);
  }
  finish();
}

function finish(): void {
  const will = preventable({});
  emitter.emit('will-quit', will);
  if (will.defaultPrevented) return void (quitting = false);
  emitter.emit('quit', preventable({}), 0);
  void leave(0);
}

windowEvents.on('all-closed', () => {
  if (quitting) return;
  if (emitter.listenerCount('window-all-closed') === 0) quit();
  else emitter.emit('window-all-closed');
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True when this process now holds the lock file of the userData folder. */
function takeLock(file: string): boolean {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder === process.pid || (holder > 0 && isAlive(holder))) return holder === process.pid;
      unlinkSync(file);
    }
  }
  return false;
}

/** A lock per userData folder between processes; the one that comes second tells the first, which gets 'second-instance'. */
function requestSingleInstanceLock(additionalData: object = {}): boolean {
  const folder = paths['userData']?.() ?? '';
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'StandInLock');
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const line = process.platform === 'win32' ? `\\\\.\\pipe\\steward-${hash}` : join(tmpdir(), `steward-${hash}.sock`);
  if (takeLock(file)) {
    lockFile = file;
    if (process.platform !== 'win32') rmSync(line, { force: true });
    createServer((socket) => {
      let text = '';
      socket.on('data', (data) => (text += String(data)));
      socket.on('end', () => {
        const { argv, cwd, additional } = JSON.parse(text) as { argv: string[]; cwd: string; additional: object };
        emitter.emit('second-instance', preventable({}), argv, cwd, additional);
        socket.end();
      });
    })
      .listen(line)
      .unref();
    return true;
  }
  lastWord = new Promise((done) => {
    const socket = connect(line, () =>
      socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd(), additional: additionalData })),
    );
    socket.on('close', done).on('error', done).resume();
  });
  return false;
}

let ready = false;
const whenReady = new Promise<void>((done) =>
  setImmediate(() => {
    ready = true;
    markReady();
    emitter.emit('ready', preventable({}), {});
    done();
  }),
);

export const app = strict(
  'app',
  Object.assign(emitter, {
    isPackaged: false,
    requestSingleInstanceLock,
    releaseSingleInstanceLock: () => lockFile && rmSync(lockFile, { force: true }),
    whenReady: () => whenReady,
    isReady: () => ready,
    quit,
    exit: (code = 0) => void leave(code),
    focus: () => BrowserWindow.getAllWindows()[0]?.focus(),
    getPath(of: string) {
      const path = paths[of];
      if (!path) throw new Error(`Failed to get '${of}' path`);
      return path();
    },
    setPath: (of: string, path: string) => void (paths[of] = () => path),
    getAppPath: () => appPath,
    getName: () => name,
    setName: (given: string) => void (name = given),
    getVersion: () => manifest.version,
    getLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    enableSandbox() {
      if (ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    },
    commandLine: strict('app.commandLine', {
      appendSwitch: (_name: string, _value?: string) => undefined,
      hasSwitch: (flag: string) => process.argv.includes(`--${flag}`) || switchValue(flag) !== undefined,
    }),
  }),
);

process.on('SIGINT', quit).on('SIGTERM', quit);
process.on('disconnect', () => void leave(1));
onOrder('quit', quit);
