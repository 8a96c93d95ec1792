/** What was typed is on the disk only inside the encrypted files: not in the profile, the logs, the temporary folder, or anywhere a crash leaves things. */
import { expect, test } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchedApp, launchSteward } from '../support/launch.ts';
import { makeVault } from './imports-first-run.ts';

const canary = 'Quillfeather Zanzibar 90210';
const passphrase = 'canary passphrase zebra lantern';
const userData = mkdtempSync(join(tmpdir(), 'steward-secrets-'));
const started = Date.now();
let app: LaunchedApp;

test.afterAll(() => rmSync(userData, { recursive: true, force: true }));

/** Files below a folder that were touched since the test began and hold a text, in UTF-8 or UTF-16. */
function filesHolding(folder: string, text: string): string[] {
  const forms = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8'),
  ];
  const found: string[] = [];
  const walk = (place: string): void => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = join(place, entry.name);
      try {
        if (entry.isDirectory()) walk(path);
        else if (entry.isFile() && statSync(path).mtimeMs >= started - 1_000 && statSync(path).size < 300_000_000) {
          const bytes = readFileSync(path);
          if (forms.some((form) => bytes.includes(form))) found.push(path);
        }
      } catch {
        // Sockets and files that went away meanwhile hold nothing.
      }
    }
  };
  walk(folder);
  return found;
}

const everywhere = (text: string): string[] =>
  [...new Set([...filesHolding(userData, text), ...filesHolding(tmpdir(), text)])].filter(
    (file) => !file.includes('playwright'),
  );

test('nothing typed is left in plain text, while it is open, after a crash and after it is closed', async () => {
  test.setTimeout(180_000);
  app = await launchSteward({ userData, args: ['--keychain=off'] });
  const { page } = app;
  const words = await makeVault(page, passphrase);
  await page.getByRole('link', { name: 'Customers' }).click();
  const added = await page.evaluate(
    (name) =>
      (window as unknown as { steward: { ask(request: unknown): Promise<{ ok: boolean }> } }).steward.ask({
        domain: 'customers',
        operation: 'add',
        input: { fields: { full_name: name, notes: `${name} likes tea` } },
      }),
    canary,
  );
  expect(added.ok).toBe(true);
  await expect(page.getByText(canary).first()).toBeVisible();
  const looked = (): void => {
    expect(everywhere(canary)).toEqual([]);
    expect(everywhere(passphrase)).toEqual([]);
    expect(everywhere(words.slice(4, 9).join(' '))).toEqual([]);
  };
  // The search itself is proven: what is planted is found.
  const planted = join(userData, 'planted.txt');
  writeFileSync(planted, `before ${canary} after`);
  expect(everywhere(canary)).toEqual([planted]);
  rmSync(planted);
  looked();
  process.kill(app.pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 500));
  looked();
  app = await launchSteward({ userData, args: ['--keychain=off'] });
  await app.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await app.page.getByRole('button', { name: 'Unlock' }).click();
  await app.page.getByRole('link', { name: 'Customers' }).click();
  await expect(app.page.getByText(canary).first()).toBeVisible();
  await app.quit();
  looked();
});
