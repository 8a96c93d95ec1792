/** What was typed is on the disk only inside the encrypted files: not in the profile, the logs, the temporary folder, or anywhere a crash leaves things. */
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** Every process below one, itself included, by its id: what everybody on the computer can read of how it was started. */
function startedBelow(root: number): Map<number, string> {
  const parents = new Map<number, number>();
  const said = new Map<number, string>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(/\) \S (\d+)/.exec(stat)?.[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (id: number): boolean => id === root || (parents.has(id) && isBelow(parents.get(id) ?? 0));
  for (const id of parents.keys()) {
    if (!isBelow(id)) continue;
    try {
      said.set(id, ['cmdline', 'environ'].map((part) => readFileSync(`/proc/${id}/${part}`, 'latin1')).join('\n'));
    } catch {
      // It ended meanwhile, or is not ours to read.
    }
  }
  return said;
}

test('no process is started with a secret in its arguments or its environment', async () => {
  test.skip(!existsSync('/proc/self/environ'), 'the list of processes is read from /proc');
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), 'steward-processes-'));
  app = await launchSteward({ userData: profile, args: ['--keychain=off'] });
  const { page } = app;
  const words = await makeVault(page, passphrase);
  await expect(page.getByRole('navigation')).toBeVisible();
  const seen = new Map<string, string>();
  // Looked at as often as can be: what answers a question about the computer lives for some milliseconds.
  const look = (): void => {
    for (const [id, text] of startedBelow(app.pid)) seen.set(`${id} ${text.split('\0')[0] ?? ''}`, text);
  };
  const looking = setInterval(look, 10);
  const ask = async (domain: string, operation: string, input: unknown): Promise<void> => {
    const answer = await page.evaluate(
      (request) =>
        (window as unknown as { steward: { ask(request: unknown): Promise<{ ok: boolean }> } }).steward.ask(request),
      { domain, operation, input },
    );
    expect(answer, `${domain}.${operation}`).toMatchObject({ ok: true });
  };
  const next = 'another canary passphrase lantern';
  try {
    await ask('devices', 'check', {});
    await ask('vault', 'rotateKey', { passphrase });
    await ask('vault', 'setSecondKey', { on: true, passphrase });
    await ask('vault', 'changePassphrase', { current: passphrase, next });
    await ask('access', 'prove', { passphrase: next });
    await page.getByRole('button', { name: 'Lock' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(next);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('navigation')).toBeVisible();
  } finally {
    clearInterval(looking);
  }
  // The looking itself is proven: a program that answered was seen, and a secret in an argument is found.
  expect([...seen.values()].filter((text) => /lsblk|gsettings|uname|ufw|nft|apt/.test(text)).length).toBeGreaterThan(0);
  const holding = (secret: string): string[] => [...seen].filter(([, text]) => text.includes(secret)).map(([id]) => id);
  for (const secret of [passphrase, next, words.slice(4, 9).join(' '), words.slice(10, 13).join(' ')])
    expect(holding(secret)).toEqual([]);
  // Nor the key of the store, as the driver takes it.
  expect([...seen.values()].filter((text) => /x'[0-9a-f]{64}/i.test(text))).toEqual([]);
  await app.quit();
  const planted = spawn('sleep', ['30'], { env: { ...process.env, PLANTED: passphrase } });
  await expect.poll(() => [...startedBelow(planted.pid ?? 0).values()].join('')).toContain(passphrase);
  planted.kill();
  rmSync(profile, { recursive: true, force: true });
});
