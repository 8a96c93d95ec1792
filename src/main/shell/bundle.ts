/** Serves the built page over `app://`: a list of known files read once at the start, so that no path is ever joined. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol } from 'electron';
import { appScheme, bundlePath, responseHeaders } from '../ipc/security';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Before the app is ready. A standard, secure scheme; `corsEnabled` because without it other origins could read it. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/** Where the page finds the nonce its style sheets need. */
const noncePlaceholder = '__STYLE_NONCE__';

export function serveBundle(folder: string): void {
  const known = new Set(filesBelow(folder));
  protocol.handle(appScheme, (request) => {
    const path = bundlePath(request.url);
    if (request.method !== 'GET' || path === null || !known.has(path)) return new Response(null, { status: 404 });
    const type = types[extname(path)];
    if (type === undefined) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const bytes = readFileSync(join(folder, path));
    const body =
      path === 'index.html' ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: { ...responseHeaders(nonce), 'Content-Type': type } });
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
