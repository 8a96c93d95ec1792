/** The app, open on a freshly made demo vault, for tests that want a shop in it. */
import { expect, type Page, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LaunchedApp, launchSteward } from '../support/launch.ts';

const root = resolve(import.meta.dirname, '../..');

export type DemoVault = { readonly folder: string; readonly app: LaunchedApp };

/**
 * One demo vault for all tests of a file, in their order: opened before the first, `ready` told its app, and closed after
 * the last, which fails when the page reported an error or wanted the network.
 */
export function demoVaultForTests(name: string, ready: (app: LaunchedApp) => void): DemoVault {
  test.describe.configure({ mode: 'serial' });
  const folder = mkdtempSync(join(tmpdir(), `steward-${name}-e2e-`));
  let app: LaunchedApp | null = null;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    app = await openDemoVault(folder);
    ready(app);
  });
  test.afterAll(async () => {
    try {
      expect(app?.consoleErrors ?? []).toEqual([]);
      expect(app?.networkAttempts ?? []).toEqual([]);
    } finally {
      await app?.quit();
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return {
    folder,
    get app() {
      if (app === null) throw new Error('The demo vault is opened before the first test, not while the file is read.');
      return app;
    },
  };
}

/** Makes the demo vault below `folder` and opens it in English and light. Takes up to a minute. */
export async function openDemoVault(folder: string): Promise<LaunchedApp> {
  const vault = join(folder, 'vault');
  const seeded = spawnSync(
    process.execPath,
    ['--import', './scripts/run-typescript.mjs', 'test/support/demo.ts', vault],
    { cwd: root, encoding: 'utf8' },
  );
  expect(seeded.status, seeded.stderr).toBe(0);
  const app = await launchSteward({ userData: join(folder, 'profile'), args: ['--keychain=off', `--vault=${vault}`] });
  await lookIn(app.page, 'en', 'light');
  await app.page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery staple');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('navigation')).toBeVisible();
  return app;
}

/** Starts the page anew in a language and colour scheme. */
export async function lookIn(page: Page, language: 'en' | 'de', scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    ([chosen, colours]) => {
      localStorage.setItem('steward-language', chosen);
      localStorage.setItem('mantine-color-scheme-value', colours);
    },
    [language, scheme] as const,
  );
  await page.reload();
}
