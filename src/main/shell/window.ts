/** The one window, with everything denied that it does not need. */
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { appOrigin, mayHavePermission, mayNavigate, mayRequest, windowSecurity } from '../ipc/security';

/** Denies permissions, foreign requests, navigation and new windows for every page there will ever be. */
export function denyByDefault(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayHavePermission(permission, details.requestingUrl)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayHavePermission(permission, requestingOrigin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Steward',
    width: 1280,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...windowSecurity, preload },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
}

export const preloadFile = (outMain: string): string => join(outMain, '../preload/index.cjs');
