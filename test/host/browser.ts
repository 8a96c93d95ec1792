/** The one stock Chromium under the stand-in: started with the machine, quiet on the network, its profile thrown away at the end. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { controlled } from './control.ts';

/** A window a person can see, unless there is no screen or a test drives. */
export const headless =
  controlled || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  // Belt and braces: no name and no address resolves, so what interception could miss still goes nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const profiles: string[] = [];
const contexts: BrowserContext[] = [];

/** Starts a browser; `visible` false is always headless (PDF printing needs that). */
export async function startBrowser(visible = !headless): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found; set STEWARD_CHROMIUM or run: npm run setup');
  const profile = mkdtempSync(join(tmpdir(), 'steward-chromium-'));
  profiles.push(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !visible,
    viewport: visible ? null : { width: 1280, height: 800 },
    serviceWorkers: 'block',
    acceptDownloads: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      ...quiet,
      ...(controlled ? ['--remote-debugging-port=0'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(visible ? ['--app=data:text/html,<title>Steward</title>', '--test-type'] : []),
    ],
  });
  contexts.push(context);
  return context;
}

/** Where a test's own Playwright can join; only with a test on the line is there such a port. */
export function debuggingEndpoint(): string {
  const [port = ''] = readFileSync(join(profiles[0] ?? '', 'DevToolsActivePort'), 'utf8').split('\n');
  return `http://127.0.0.1:${port}`;
}

export async function stopBrowsers(): Promise<void> {
  await Promise.all(contexts.map((context) => context.close().catch(() => undefined)));
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
