/** Electron's `webContents` and `ipcMain` over a page of the stock Chromium: calls, frames, navigation, printing. */
import { randomBytes } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { toMain } from './addresses.ts';
import { headless, startBrowser } from './browser.ts';
import { decode, encode } from './codec.ts';
import { onOrder, report } from './control.ts';
import { isolatedWorldSource, mainWorldSource } from './page-side.ts';
import { defaultSession, offerDownload, serve } from './session.ts';
import { preventable, strict, StrictEmitter } from './strict.ts';

const worldName = 'Electron Isolated Context';
let browser: Promise<BrowserContext> | undefined;
let printer: Promise<BrowserContext> | undefined;
const sharedBrowser = () => (browser ??= startBrowser());

/** What crosses between processes is a structured clone: prototypes are gone, functions throw. */
const clone = <Value>(value: Value): Value => deserialize(serialize(value)) as Value;

type IpcHandler = (event: object, ...values: any[]) => unknown;
const ipcHandlers = new Map<string, IpcHandler>();
const ipcEvents = new StrictEmitter('ipcMain', []);
export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: IpcHandler) {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcHandlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void ipcHandlers.delete(channel),
  on(channel: string, listener: IpcHandler) {
    (ipcEvents._events_ as Set<string>).add(channel);
    ipcEvents.on(channel, listener);
  },
});

/** One frame as main sees it; the same object for the same frame. */
export type FrameView = {
  url: string;
  origin: string;
  parent: FrameView | null;
  routingId: number;
  processId: number;
  frameTreeNodeId: number;
};

/** Pages that already are some window's. */
const taken = new Set<Page>();

let contentsCount = 0;
export const contentsCreated = new StrictEmitter('app', ['web-contents-created']);

export class WebContents extends StrictEmitter {
  readonly id = ++contentsCount;
  readonly session = defaultSession;
  readonly _frames = new Map<string, FrameView>();
  readonly _contexts = new Map<number, string>();
  _ready: Promise<void> = Promise.resolve();
  _page: Page | undefined;
  _cdp: CDPSession | undefined;
  _mainFrame = '';
  _binding = `standIn${randomBytes(16).toString('hex')}`;
  _loading = '';
  _gone = false;
  _windowOpenHandler: (details: object) => { action: string } = () => ({ action: 'allow' });

  constructor(preload: string | undefined) {
    super('webContents', [
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'render-process-gone',
      'did-finish-load',
      'did-navigate',
      'dom-ready',
      'destroyed',
    ]);
    // Everything is done through the strict object, so that `event.sender === window.webContents` holds as in Electron.
    const self = strict('webContents', this);
    self._ready = self._open(preload);
    // Nobody may be waiting yet; loadURL will be told.
    self._ready.catch(() => undefined);
    return self;
  }

  get mainFrame(): FrameView {
    return this._frame(this._mainFrame);
  }

  _frame(id: string, parent: FrameView | null = null): FrameView {
    const known = this._frames.get(id);
    if (known) return known;
    const routingId = this._frames.size + 1;
    const view = strict('WebFrameMain', {
      url: 'about:blank',
      origin: 'null',
      parent,
      routingId,
      processId: this.id,
      frameTreeNodeId: routingId,
    });
    this._frames.set(id, view);
    return view;
  }

  async _open(preload: string | undefined): Promise<void> {
    const context = await sharedBrowser();
    const unused = context.pages().find((page) => !taken.has(page));
    const page = unused ?? (await context.newPage());
    taken.add(page);
    this._page = page;
    const cdp = (this._cdp = await context.newCDPSession(page));
    const settings = { secret: randomBytes(16).toString('hex'), binding: this._binding };
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      if (name === worldName) this._contexts.set(id, (auxData as { frameId: string }).frameId);
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this._contexts.delete(executionContextId));
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === settings.binding) void this._hear(payload, executionContextId);
    });
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => this._frame(frameId, this._frame(parentFrameId)));
    cdp.on('Page.frameDetached', ({ frameId, reason }) => reason === 'remove' && this._frames.delete(frameId));
    cdp.on('Page.frameNavigated', ({ frame }) => {
      const view = this._frame(frame.id);
      view.url = toMain(frame.url);
      view.origin = toMain(frame.securityOrigin);
      if (!frame.parentId) this._navigated(frame.url);
    });
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const { action } = this._windowOpenHandler({
        url: toMain(url),
        frameName: windowName,
        features: windowFeatures.join(','),
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      });
      if (action !== 'deny') process.stderr.write('the Electron stand-in opens no child windows; see docs/host.md\n');
    });
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    page.on('console', (message) => message.type() === 'error' && report({ did: 'console', text: message.text() }));
    page.on('pageerror', (error) => report({ did: 'console', text: String(error.stack ?? error) }));
    page.on('websocket', (socket) => report({ did: 'network', url: socket.url() }));
    page.on('crash', () => this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 }));
    page.on('domcontentloaded', () => page.url() !== 'about:blank' && this.emit('dom-ready', preventable({})));
    page.on('load', () => page.url() !== 'about:blank' && this.emit('did-finish-load', preventable({})));
    offerDownload(page, this);
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this._mainFrame = frameTree.frame.id;
    await cdp.send('Runtime.addBinding', { name: settings.binding, executionContextName: worldName });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(settings) });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldSource(settings, preload, { encode, decode }),
      worldName,
    });
    onOrder('send-from', (order) => void this._sendFrom(order));
    await page.route('**', async (route) => {
      const request = route.request();
      if (request.isNavigationRequest() && !this._mayNavigate(request.frame().parentFrame() === null, request.url()))
        return route.abort('aborted');
      await serve(route, this).catch((error: unknown) => {
        report({ did: 'console', text: `serving ${request.url()}: ${String(error)}` });
        process.stderr.write(`${String(error)}\n`);
        return route.abort().catch(() => undefined);
      });
    });
  }

  /** A navigation the page began is shown to the listeners, which may prevent it; one by loadURL is not. */
  _mayNavigate(isMainFrame: boolean, address: string): boolean {
    if (isMainFrame && this._loading === address) return true;
    const url = toMain(address);
    const event = preventable({
      url,
      isMainFrame,
      isSameDocument: false,
      frame: isMainFrame ? this.mainFrame : null,
      initiator: this.mainFrame,
    });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  /** Addresses without a request (about:blank, blob:) cannot be stopped before, so they are undone after. */
  _navigated(address: string): void {
    this.emit('did-navigate', preventable({}), toMain(address));
    const ours = toMain(address) !== address;
    if (ours || this._loading === '' || address === 'about:blank#blocked') return;
    if (!this._mayNavigate(true, address)) void this._page?.goto(this._loading).catch(() => undefined);
  }

  async _hear(payload: string, contextId: number): Promise<void> {
    const { kind, channel, values, id, url, origin } = decode(payload);
    const frameId = this._contexts.get(contextId) ?? '';
    const senderFrame = this._frame(frameId);
    senderFrame.url = toMain(url);
    senderFrame.origin = toMain(origin);
    const event = {
      sender: this,
      senderFrame,
      processId: senderFrame.processId,
      frameId: senderFrame.routingId,
      type: 'frame',
    };
    if (kind === 'send') return void ipcEvents.emit(channel, event, ...values);
    let answer: object;
    try {
      const handler = ipcHandlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      answer = { id, value: clone(await handler(event, ...values)) };
    } catch (error) {
      answer = { id, error: `Error invoking remote method '${channel}': ${String(error)}` };
    }
    await this._tell(contextId, answer);
  }

  async _tell(contextId: number, message: object): Promise<void> {
    const functionDeclaration = `function (text) { globalThis['${this._binding}:hear'](text); }`;
    await this._cdp
      ?.send('Runtime.callFunctionOn', {
        executionContextId: contextId,
        functionDeclaration,
        arguments: [{ value: encode(message) }],
      })
      .catch(() => undefined);
  }

  /** For tests: an `invoke` from any frame, as a page with a broken-out renderer could send it. */
  async _sendFrom({
    frame,
    channel,
    values,
    id,
  }: {
    frame: string;
    channel: string;
    values: unknown[];
    id: number;
  }): Promise<void> {
    const { frameTree } = (await this._cdp?.send('Page.getFrameTree')) ?? { frameTree: undefined };
    const found = frame === 'main' ? frameTree?.frame : frameTree?.childFrames?.[0]?.frame;
    if (!found) return report({ did: 'sent-from', id, answer: undefined, error: 'no such frame' });
    const contextId = [...this._contexts].findLast(([, frameId]) => frameId === found.id)?.[0];
    const result = await this._cdp?.send('Runtime.evaluate', {
      contextId: contextId ?? 0,
      awaitPromise: true,
      returnByValue: true,
      expression: `globalThis['${this._binding}:invoke'](${JSON.stringify(channel)}, ...${JSON.stringify(values)}).then((value) => ({ value }), (error) => ({ error: String(error) }))`,
    });
    const value = result?.result.value as { value?: unknown; error?: string } | undefined;
    report({ did: 'sent-from', id, answer: value?.value, ...(value?.error ? { error: value.error } : {}) });
  }

  send(channel: string, ...values: unknown[]): void {
    const message = { channel, values: clone(values) };
    for (const [contextId, frameId] of this._contexts)
      if (frameId === this._mainFrame) void this._tell(contextId, message);
  }

  setWindowOpenHandler(handler: (details: object) => { action: string }): void {
    this._windowOpenHandler = handler;
  }

  getURL(): string {
    const url = this._page?.url() ?? '';
    return url === 'about:blank' ? '' : toMain(url);
  }

  isDestroyed(): boolean {
    return this._gone;
  }

  /** @throws Error for an option the stand-in does not know */
  async printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    await this._ready;
    const { margins, pageSize = 'Letter', generateTaggedPDF, generateDocumentOutline, pageRanges, ...rest } = options;
    const known = [
      'landscape',
      'displayHeaderFooter',
      'printBackground',
      'scale',
      'headerTemplate',
      'footerTemplate',
      'preferCSSPageSize',
    ];
    const unknown = Object.keys(rest).find((key) => !known.includes(key));
    if (unknown) throw new Error(`the Electron stand-in does not have printToPDF's ${unknown}; see docs/host.md`);
    const inches = (value: number | undefined) => `${value ?? 0.4}in`;
    const { top, bottom, left, right } = margins ?? {};
    const print = (page: Page) =>
      page.pdf({
        ...rest,
        ...(typeof pageSize === 'string'
          ? { format: pageSize }
          : { width: `${pageSize.width}in`, height: `${pageSize.height}in` }),
        ...(pageRanges ? { pageRanges } : {}),
        margin: { top: inches(top), bottom: inches(bottom), left: inches(left), right: inches(right) },
        tagged: generateTaggedPDF ?? false,
        outline: generateDocumentOutline ?? false,
      });
    if (!this._page) throw new Error('Failed to generate PDF: the window is gone');
    if (headless) return print(this._page);
    // Chromium prints PDFs only without a screen: a second, headless one loads the same address.
    const page = await (await (printer ??= startBrowser(false))).newPage();
    await page.route('**', (route) => serve(route, this));
    await page.goto(this._page.url(), { waitUntil: 'networkidle' });
    return print(page).finally(() => void page.close());
  }
}
