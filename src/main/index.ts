/** The composition root of the desktop app: parts are made here, once, and handed to each other. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow } from 'electron';
import { systemClock } from '#shared/kernel/time';
import { createLawSource } from './content/law-source';
import { approvalGate } from './domains/approvals/public';
import { keepBackups } from './domains/backups/public';
import { handlers } from './domains/handlers';
import { keepOwnHolidays } from './domains/law/public';
import { appendTrail, keepTrail } from './domains/trail/public';
import { watchful } from './domains/watching/public';
import { listen, tell } from './ipc/listen';
import { fileLog } from './ipc/local-log';
import { createServe } from './ipc/serve';
import { callerOf } from './ipc/session';
import { createWorkbench } from './ipc/workbench';
import { registerScheme, serveBundle } from './shell/bundle';
import { systemDialogs } from './shell/dialogs';
import { lockWhenAway } from './shell/idle-lock';
import { installMenu } from './shell/menu';
import { ownFlag } from './shell/own-flags';
import { denyByDefault, openWindow, preloadFile } from './shell/window';
import { folderChoice } from './vault/chosen-folder';
import { noKeychain, systemKeychain } from './vault/keychain';

const here = dirname(fileURLToPath(import.meta.url));
let window: BrowserWindow | null = null;

app.setName('Steward');
registerScheme();
app.enableSandbox();

if (!app.requestSingleInstanceLock()) app.quit();
else void start();

async function start(): Promise<void> {
  const log = fileLog(join(app.getPath('userData'), 'logs'));
  const byDefault = join(app.getPath('userData'), 'vault');
  const said = ownFlag(process.argv, 'vault');
  const choice =
    said === undefined ? folderChoice(join(app.getPath('userData'), 'vault-folder.json'), byDefault) : null;
  const folder = said ?? choice?.earlier ?? byDefault;
  const workbench = createWorkbench({
    folder,
    choice,
    clock: systemClock,
    keychain: ownFlag(process.argv, 'keychain') === 'off' ? noKeychain : systemKeychain(),
    dialogs: systemDialogs(() => window),
    law: createLawSource(join(folder, 'content')),
    log,
    emit: (topic, value) => tell(window, topic, value),
  });
  keepTrail(workbench);
  keepOwnHolidays(workbench);
  keepBackups(workbench);
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void workbench.lock().finally(() => {
      closed = true;
      // A keychain call that never came back would keep the process alive for ever; everything is closed, so it may just end.
      if (workbench.keychain.hanging()) process.kill(process.pid, 'SIGKILL');
      app.quit();
    });
  });
  await app.whenReady();
  denyByDefault();
  installMenu();
  serveBundle(join(here, '../renderer'));
  listen({
    serve: watchful(workbench, createServe(workbench, handlers, { appendTrail, approvals: approvalGate })),
    window: () => window,
    caller: () => callerOf(workbench.session(), 'page', systemClock.now()),
    log,
    now: systemClock.now,
  });
  window = openWindow(preloadFile(here));
  lockWhenAway(workbench);
}
