/** Electron's `session` and `protocol`: custom schemes, request and permission handlers. Nothing ever reaches a network. */
import type { Page, Route } from 'playwright-core';
import { headerToChromium, toMain } from './addresses.ts';
import { report } from './control.ts';
import { preventable, strict, StrictEmitter } from './strict.ts';
import type { WebContents } from './contents.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Listener = (
  details: object,
  callback: (answer: {
    cancel?: boolean;
    redirectURL?: string;
    responseHeaders?: Record<string, string | string[]>;
  }) => void,
) => void;
type PermissionRequestHandler = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheckHandler = (contents: WebContents, permission: string, origin: string, details: object) => boolean;

export const schemes = new Set<string>();
const handlers = new Map<string, Handler>();
let ready = false;
export const markReady = () => (ready = true);

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: { scheme: string; privileges?: object }[]) {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of list) schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler) {
    if (!schemes.has(scheme))
      throw new Error(
        `the Electron stand-in serves only schemes registered as privileged, not ${scheme}:; see docs/host.md`,
      );
    if (handlers.has(scheme)) throw new Error('Failed to register protocol: ' + scheme);
    handlers.set(scheme, handler);
  },
});

/** `webRequest.onX([filter,] listener)`: one listener each, null removes it, as in Electron. */
function hook() {
  let current: { listener: Listener; matches: (url: string) => boolean } | undefined;
  const set = (...values: unknown[]) => {
    const listener = values.at(-1) as Listener | null;
    const urls = values.length > 1 ? (values[0] as { urls: string[] }).urls : ['<all_urls>'];
    const patterns = urls.map((pattern) =>
      pattern === '<all_urls>'
        ? /^/
        : new RegExp(
            `^${pattern
              .split('*')
              .map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'))
              .join('.*')}$`,
          ),
    );
    current =
      listener === null ? undefined : { listener, matches: (url) => patterns.some((pattern) => pattern.test(url)) };
  };
  const ask = (url: string, details: object): Promise<Parameters<Parameters<Listener>[1]>[0]> =>
    new Promise((done) => (current?.matches(url) ? current.listener(details, done) : done({})));
  return { set, ask };
}
const beforeRequest = hook();
const headersReceived = hook();

let askPermission: PermissionRequestHandler | null = null;
let checkPermission: PermissionCheckHandler | null = null;
const events = new StrictEmitter('session', ['will-download']);

export const defaultSession = strict(
  'session.defaultSession',
  Object.assign(events, {
    protocol,
    webRequest: strict('webRequest', { onBeforeRequest: beforeRequest.set, onHeadersReceived: headersReceived.set }),
    setPermissionRequestHandler: (handler: PermissionRequestHandler | null) => void (askPermission = handler),
    setPermissionCheckHandler: (handler: PermissionCheckHandler | null) => void (checkPermission = handler),
    setDevicePermissionHandler: (_handler: unknown) => undefined,
    setSpellCheckerLanguages: (_languages: string[]) => undefined,
    clearStorageData: async () => undefined,
  }),
);
export const session = strict('session', { defaultSession });

const resourceTypes: Record<string, string> = {
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  xhr: 'xhr',
  fetch: 'xhr',
  ping: 'ping',
  media: 'media',
  websocket: 'webSocket',
};
let requestCount = 0;

/** Serves one request of a page: our schemes through their handler, everything else nowhere. */
export async function serve(route: Route, contents: WebContents): Promise<void> {
  const request = route.request();
  const url = toMain(request.url());
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = handlers.get(scheme);
  const isMain = request.isNavigationRequest() && request.frame().parentFrame() === null;
  const resourceType = request.isNavigationRequest()
    ? isMain
      ? 'mainFrame'
      : 'subFrame'
    : (resourceTypes[request.resourceType()] ?? 'other');
  const headers = Object.fromEntries(
    Object.entries(await request.allHeaders())
      .filter(([name]) => !name.startsWith(':'))
      .map(([name, value]) => [name, toMain(value)]),
  );
  const details = {
    id: ++requestCount,
    url,
    method: request.method(),
    webContents: contents,
    webContentsId: contents.id,
    frame: null,
    resourceType,
    referrer: headers['referer'] ?? '',
    timestamp: Date.now(),
  };
  if (!handler) report({ did: 'network', url });
  const answer = await beforeRequest.ask(url, details);
  if (answer.redirectURL) throw new Error('the Electron stand-in does not redirect requests; see docs/host.md');
  if (answer.cancel || !handler) return route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
  const body = request.postDataBuffer();
  const response = await handler(
    new Request(url, { method: request.method(), headers, ...(body ? { body: new Uint8Array(body) } : {}) }),
  );
  if (response.status >= 300 && response.status < 400)
    throw new Error('the Electron stand-in does not follow redirects of a protocol handler; see docs/host.md');
  const given: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) given[name] = [value];
  const { cancel, responseHeaders = given } = await headersReceived.ask(url, {
    ...details,
    responseHeaders: given,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
  });
  if (cancel) return route.abort('blockedbyclient');
  const sent = Object.fromEntries(
    Object.entries(responseHeaders).map(([name, value]) => [
      name,
      headerToChromium([value].flat().join(', '), schemes),
    ]),
  );
  await route.fulfill({ status: response.status, headers: sent, body: Buffer.from(await response.arrayBuffer()) });
}

/** Chromium's permission names for Playwright, and Electron's for the handlers. */
const permissions = {
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  notifications: 'notifications',
  geolocation: 'geolocation',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'background-sync': 'background-sync',
};

/** Asks both handlers about every permission before a page of `origin` runs; Electron's default without handlers is yes. */
export async function settlePermissions(page: Page, contents: WebContents, origin: string): Promise<void> {
  const mainOrigin = toMain(origin);
  const details = { isMainFrame: true, requestingUrl: `${mainOrigin}/`, securityOrigin: mainOrigin };
  const granted: string[] = [];
  for (const [name, permission] of Object.entries(permissions)) {
    const checked = checkPermission?.(contents, permission, mainOrigin, details) ?? true;
    const asked = await new Promise<boolean>((done) =>
      askPermission ? askPermission(contents, permission, done, details) : done(true),
    );
    if (checked && asked) granted.push(name);
  }
  await page.context().grantPermissions(granted, { origin });
}

/** Offers a download to `will-download`; the stand-in never stores one. */
export function offerDownload(page: Page, contents: WebContents): void {
  page.on('download', (download) => {
    const event = preventable({});
    const item = strict('DownloadItem', {
      getURL: () => toMain(download.url()),
      getFilename: () => download.suggestedFilename(),
      cancel: () => undefined,
    });
    events.emit('will-download', event, item, contents);
    void download.cancel();
    if (!event.defaultPrevented)
      process.stderr.write(
        `the Electron stand-in stores no downloads (${download.suggestedFilename()}); see docs/host.md\n`,
      );
  });
}
