/** Electron's `BrowserWindow`: one page of the stock Chromium, its options checked, its life from ready-to-show to closed. */
import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { toChromium } from './addresses.ts';
import { debuggingEndpoint } from './browser.ts';
import { contentsCreated, WebContents } from './contents.ts';
import { controlled, report } from './control.ts';
import { schemes, settlePermissions } from './session.ts';
import { preventable, strict, StrictEmitter } from './strict.ts';

const windows = new Set<BrowserWindow>();
export const windowEvents = new StrictEmitter('windows', ['all-closed']);

const windowOptions = new Set([
  'width',
  'height',
  'minWidth',
  'minHeight',
  'x',
  'y',
  'show',
  'title',
  'backgroundColor',
  'icon',
  'autoHideMenuBar',
  'useContentSize',
  'center',
  'name',
  'windowStatePersistence',
  'titleBarStyle',
  'resizable',
  'parent',
  'modal',
  'webPreferences',
]);
const safePreferences: Record<string, readonly unknown[]> = {
  sandbox: [true],
  contextIsolation: [true],
  nodeIntegration: [false, undefined],
  nodeIntegrationInWorker: [false, undefined],
  nodeIntegrationInSubFrames: [false, undefined],
  webviewTag: [false, undefined],
  webSecurity: [true, undefined],
  allowRunningInsecureContent: [false, undefined],
  experimentalFeatures: [false, undefined],
  navigateOnDragDrop: [false, undefined],
  plugins: [false, undefined],
};
const freePreferences = new Set([
  'preload',
  'devTools',
  'spellcheck',
  'safeDialogs',
  'disableDialogs',
  'backgroundThrottling',
  'webgl',
  'images',
  'disableBlinkFeatures',
]);

function checkPreferences(preferences: Record<string, unknown>): void {
  for (const [name, allowed] of Object.entries(safePreferences))
    if (!allowed.includes(preferences[name]))
      throw new Error(`the Electron stand-in refuses a window with ${name}: ${String(preferences[name])}`);
  for (const name of Object.keys(preferences))
    if (!(name in safePreferences) && !freePreferences.has(name))
      throw new Error(`the Electron stand-in does not have webPreferences.${name}; see docs/host.md`);
}

export class BrowserWindow extends StrictEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly _options: Record<string, unknown>;
  _destroyed = false;
  _shown: boolean;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null;
  }

  constructor(options: Record<string, unknown> = {}) {
    super('BrowserWindow', ['ready-to-show', 'close', 'closed', 'show', 'focus', 'blur']);
    for (const name of Object.keys(options))
      if (!windowOptions.has(name))
        throw new Error(`the Electron stand-in does not have BrowserWindow's option ${name}; see docs/host.md`);
    const preferences = (options['webPreferences'] ?? {}) as Record<string, unknown>;
    checkPreferences(preferences);
    const preload = preferences['preload'] as string | undefined;
    if (preload !== undefined && !isAbsolute(preload)) throw new Error('preload must be an absolute path');
    this._options = options;
    this._shown = options['show'] !== false;
    this.webContents = new WebContents(preload === undefined ? undefined : readFileSync(preload, 'utf8'));
    this.id = this.webContents.id;
    let painted = false;
    this.webContents.on('dom-ready', () => {
      if (!painted) this.emit('ready-to-show');
      painted = true;
    });
    const self = strict('BrowserWindow', this);
    windows.add(self);
    contentsCreated.emit('web-contents-created', preventable({}), this.webContents);
    void this.webContents._ready.then(() => {
      this.webContents._page?.on('close', () => self._closed());
      if (controlled) report({ did: 'window', endpoint: debuggingEndpoint() });
    });
    return self;
  }

  /** Resolves when the page has loaded; rejects when it cannot. */
  async loadURL(url: string): Promise<void> {
    await this.webContents._ready;
    const page = this.webContents._page;
    if (!page || this._destroyed) throw new Error('Object has been destroyed');
    const address = toChromium(url, schemes);
    if (address === url && !url.startsWith('data:')) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`);
    this.webContents._loading = address;
    await settlePermissions(page, this.webContents, new URL(address).origin);
    await page.goto(address, { waitUntil: 'load' }).catch((error: unknown) => {
      // A window closed while it loads: nobody is left to tell.
      if (!this._destroyed) throw error;
    });
  }

  show(): void {
    this._shown = true;
    this.emit('show');
    this.focus();
  }

  focus(): void {
    void this.webContents._page?.bringToFront().catch(() => undefined);
    this.emit('focus');
  }

  restore(): void {
    this.focus();
  }

  isMinimized(): boolean {
    return false;
  }

  isVisible(): boolean {
    return this._shown;
  }

  isDestroyed(): boolean {
    return this._destroyed;
  }

  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    void this.webContents._page?.close().catch(() => undefined);
    this._closed();
  }

  _closed(): void {
    if (this._destroyed) return;
    this._destroyed = true;
    this.webContents._gone = true;
    for (const window of windows) if (window.webContents === this.webContents) windows.delete(window);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (windows.size === 0) setImmediate(() => windowEvents.emit('all-closed'));
  }
}
