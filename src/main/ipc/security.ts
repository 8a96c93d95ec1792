/** The security policy as pure rules: what the window may load, where it may go, who may speak to main. Tests call these. */

export const appScheme = 'app';
export const appHost = 'steward';
export const appOrigin = `${appScheme}://${appHost}`;

/** Options of the one window; a test reads them. */
export const windowSecurity = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
} as const;

/** The policy on every response. Styles need the nonce because the UI kit adds its own sheets while it runs. */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${styleNonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

export const responseHeaders = (styleNonce: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy(styleNonce),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
});

/** The path inside the bundle that a URL of ours names, or null. No URL can name anything outside: the caller looks it up in a list. */
export function bundlePath(url: string): string | null {
  const parsed = parse(url);
  if (parsed === null || !isOurs(parsed)) return null;
  return parsed.pathname === '/' || parsed.pathname === '' ? 'index.html' : decodePath(parsed.pathname.slice(1));
}

/** Only pages of our own origin may be navigated to; everything else stays where it is. */
export function mayNavigate(url: string): boolean {
  const parsed = parse(url);
  return parsed !== null && isOurs(parsed);
}

/** Only our own scheme is fetched, and `blob:` and `data:` that our own page made. */
export function mayRequest(url: string): boolean {
  const parsed = parse(url);
  if (parsed === null) return false;
  if (parsed.protocol === 'data:') return true;
  if (parsed.protocol === 'blob:') return parsed.pathname.startsWith(`${appOrigin}/`);
  return isOurs(parsed);
}

export type Sender = {
  readonly url: string;
  /** True when the frame has no parent. */
  readonly isMainFrame: boolean;
  /** True when the frame belongs to our window. */
  readonly isOurWindow: boolean;
};

/** Only the main frame of our own window, at our own origin, is listened to. */
export function mayAsk(sender: Sender | null): boolean {
  return sender !== null && sender.isOurWindow && sender.isMainFrame && mayNavigate(sender.url);
}

/** The page may put text on the clipboard and nothing else. */
export function mayHavePermission(permission: string, requestingUrl: string): boolean {
  return permission === 'clipboard-sanitized-write' && mayNavigate(requestingUrl);
}

/** Whole comparison of scheme and host: `app://steward.evil` and ports are other places. */
function isOurs(url: URL): boolean {
  return url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === '';
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
