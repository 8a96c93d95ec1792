/**
 * Starts the built app for a test: on real Electron where its binary is present, otherwise on the stand-in (test/host).
 * The page is Playwright's; what main sees and does is unmodified in both.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { _electron, chromium, type Browser, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../scripts/find-electron.mjs';
import type { DialogKind, FromHost, ToHost } from '../host/control.ts';

type PowerEvent = 'suspend' | 'lock-screen' | 'resume' | 'unlock-screen';

export type OpenedDialog = { dialog: DialogKind; options: unknown };

/** A running app and what a test can do to the world around it. */
export type LaunchedApp = {
  runsOn: 'electron' | 'stand-in';
  page: Page;
  /** The main process's id, for tests that kill it. */
  pid: number;
  /** Everything the page reported as an error, from its first script on. */
  consoleErrors: string[];
  /** Every address outside the app that a page tried to reach; none ever got out. */
  networkAttempts: string[];
  /** Every dialog main opened, with its options. */
  dialogs: () => Promise<OpenedDialog[]>;
  /** What `shell` was asked to open. */
  opened: () => Promise<string[]>;
  /** What main wrote to stdout and stderr. */
  output: () => string;
  /** Queues the answer to the next native dialog; one that opens without an answer is an error. */
  answerDialog: (dialog: DialogKind, answer: unknown) => Promise<void>;
  emitPower: (event: PowerEvent) => Promise<void>;
  setIdleTime: (seconds: number) => Promise<void>;
  /** Stand-in only: `ipcRenderer.invoke` as a frame that broke out of its page could send it. */
  invokeFrom: (frame: 'main' | 'child', channel: string, ...values: unknown[]) => Promise<unknown>;
  /** Ends the app as a person would; answers its exit code. */
  quit: () => Promise<number | null>;
};

export type LaunchOptions = { userData: string; appPath?: string; args?: string[]; env?: Record<string, string> };

const projectRoot = resolve(import.meta.dirname, '../..');
let said = false;

/** Starts the app with its own userData folder. The caller quits it. */
export async function launchSteward(options: LaunchOptions): Promise<LaunchedApp> {
  const binary = findElectron();
  if (!binary && process.env['STEWARD_HOST'] === 'electron')
    throw new Error('STEWARD_HOST is electron, and its binary is not here');
  if (!said) process.stdout.write(`app runs on: ${binary ? 'electron' : 'stand-in (stock Chromium)'}\n`);
  said = true;
  return binary ? launchOnElectron(binary, options) : launchOnStandIn(options);
}

/** Starts the stand-in's process only; its 'message' events are `FromHost`. */
export function startStandIn({ userData, appPath = projectRoot, args = [], env = {} }: LaunchOptions): ChildProcess {
  return fork(resolve(projectRoot, 'test/host/run.ts'), [`--user-data-dir=${userData}`, ...args], {
    cwd: projectRoot,
    env: { ...process.env, STEWARD_APP_PATH: appPath, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
}

async function launchOnStandIn(options: LaunchOptions): Promise<LaunchedApp> {
  const host = startStandIn(options);
  const consoleErrors: string[] = [];
  const networkAttempts: string[] = [];
  const dialogs: OpenedDialog[] = [];
  const opened: string[] = [];
  const answers = new Map<number, (message: Extract<FromHost, { did: 'sent-from' }>) => void>();
  let output = '';
  host.stdout?.on('data', (data) => (output += String(data)));
  host.stderr?.on('data', (data) => (output += String(data)));
  const ended = once(host, 'exit').then(([code]) => code as number | null);
  const endpoint = await new Promise<string>((done, fail) => {
    host.on('message', (message: FromHost) => {
      if (message.did === 'window') done(message.endpoint);
      if (message.did === 'console') consoleErrors.push(message.text);
      if (message.did === 'network') networkAttempts.push(message.url);
      if (message.did === 'dialog') dialogs.push({ dialog: message.dialog, options: message.options });
      if (message.did === 'open') opened.push(message.what);
      if (message.did === 'sent-from') answers.get(message.id)?.(message);
    });
    void ended.then((code) => fail(new Error(`the app ended with code ${code} before it opened a window:\n${output}`)));
  });
  const browser: Browser = await chromium.connectOverCDP(endpoint);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('the stand-in has no page');
  await page.waitForURL(/stand-in\.invalid/, { waitUntil: 'domcontentloaded' });
  const tell = (order: ToHost) =>
    new Promise<void>((done, fail) => host.send(order, (error) => (error ? fail(error) : done())));
  let calls = 0;
  return {
    runsOn: 'stand-in',
    page,
    pid: host.pid ?? 0,
    consoleErrors,
    networkAttempts,
    dialogs: async () => [...dialogs],
    opened: async () => [...opened],
    output: () => output,
    answerDialog: (dialog, answer) => tell({ do: 'answer', dialog, answer }),
    emitPower: (event) => tell({ do: 'power', event }),
    setIdleTime: (seconds) => tell({ do: 'idle', seconds }),
    async invokeFrom(frame, channel, ...values) {
      const id = ++calls;
      const answered = new Promise<Extract<FromHost, { did: 'sent-from' }>>((done) => answers.set(id, done));
      await tell({ do: 'send-from', frame, channel, values, id });
      const { answer, error } = await answered;
      if (error !== undefined) throw new Error(error);
      return answer;
    },
    async quit() {
      if (host.exitCode === null && host.signalCode === null && host.connected)
        await tell({ do: 'quit' }).catch(() => undefined);
      const late = setTimeout(() => host.kill('SIGKILL'), 15_000);
      const code = await ended;
      clearTimeout(late);
      await browser.close().catch(() => undefined);
      return code;
    },
  };
}

async function launchOnElectron(
  executablePath: string,
  { userData, appPath = projectRoot, args = [], env = {} }: LaunchOptions,
): Promise<LaunchedApp> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app: ElectronApplication = await _electron.launch({
    executablePath,
    args: [appPath, `--user-data-dir=${userData}`, ...(asRoot ? ['--no-sandbox'] : []), ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const consoleErrors: string[] = [];
  const networkAttempts: string[] = [];
  let output = '';
  app.process().stdout?.on('data', (data) => (output += String(data)));
  app.process().stderr?.on('data', (data) => (output += String(data)));
  app.context().on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
  app.context().on('weberror', (error) => consoleErrors.push(String(error.error().stack)));
  app
    .context()
    .on(
      'request',
      (request) => !/^(app|blob|data|devtools):/.test(request.url()) && networkAttempts.push(request.url()),
    );
  await app.evaluate(({ dialog, shell }) => {
    const world = {
      queue: [] as { dialog: string; answer: unknown }[],
      dialogs: [] as { dialog: string; options: unknown }[],
      opened: [] as string[],
    };
    Object.assign(globalThis, { stewardTest: world });
    for (const kind of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'] as const)
      Object.assign(dialog, {
        [kind]: async (...values: unknown[]) => {
          world.dialogs.push({ dialog: kind, options: JSON.parse(JSON.stringify(values.at(-1))) });
          const next = world.queue.shift();
          if (next?.dialog !== kind)
            throw new Error(`${kind} was opened but the test expected ${next?.dialog ?? 'none'}`);
          return next.answer;
        },
      });
    for (const how of ['openExternal', 'openPath', 'showItemInFolder'] as const)
      Object.assign(shell, { [how]: async (what: string) => (world.opened.push(`${how} ${what}`), '') });
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return {
    runsOn: 'electron',
    page,
    pid: app.process().pid ?? 0,
    consoleErrors,
    networkAttempts,
    dialogs: () => app.evaluate(() => (globalThis as any).stewardTest.dialogs as OpenedDialog[]),
    opened: () => app.evaluate(() => (globalThis as any).stewardTest.opened as string[]),
    output: () => output,
    answerDialog: (dialog, answer) =>
      app.evaluate((_electronModule, next) => void (globalThis as any).stewardTest.queue.push(next), {
        dialog,
        answer,
      }),
    emitPower: (event) => app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    setIdleTime: (seconds) =>
      app.evaluate(
        ({ powerMonitor }, value) => void Object.assign(powerMonitor, { getSystemIdleTime: () => value }),
        seconds,
      ),
    invokeFrom: () => Promise.reject(new Error('invokeFrom needs the stand-in')),
    async quit() {
      const child = app.process();
      const ended =
        child.exitCode === null
          ? once(child, 'exit').then(([code]) => code as number | null)
          : Promise.resolve(child.exitCode);
      await app.evaluate((electron) => electron.app.quit()).catch(() => undefined);
      return ended;
    },
  };
}
