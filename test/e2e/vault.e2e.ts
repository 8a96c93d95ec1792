/** From an empty folder to an open vault and back: first run, recovery kit, locking, every way to open it again, and who is kept out. */
import { expect, type Page, test } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { type LaunchedApp, launchSteward } from '../support/launch.ts';
import { expectAccessible } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'steward-vault-e2e-'));
const vault = join(folder, 'profile', 'vault');
const passphrase = 'correct horse battery staple';
const newPassphrase = 'violet tractor sings at noon';
/** Only a keychain made for the tests is ever written to. */
const hasTestKeychain = process.env['STEWARD_TEST_KEYRING'] === '1' && process.platform === 'linux';
let app: LaunchedApp;
let page: Page;
let words: string[] = [];

const launch = (profile: string, ...args: string[]): Promise<LaunchedApp> =>
  launchSteward({ userData: join(folder, profile), args: [...(hasTestKeychain ? [] : ['--keychain=off']), ...args] });

async function start(): Promise<void> {
  app = await launch('profile');
  page = app.page;
  await page.evaluate(() => localStorage.setItem('steward-language', 'en'));
  await page.reload();
}

test.beforeAll(start);
test.afterAll(async () => {
  await app.quit();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks main as the page's own scripts do. */
const ask = (domain: string, operation: string, input: unknown): Promise<Answer<unknown>> =>
  page.evaluate(
    (request) =>
      (window as unknown as { steward: { ask(request: unknown): Promise<Answer<unknown>> } }).steward.ask(request),
    { domain, operation, input },
  );

const field = () => page.getByLabel('Passphrase', { exact: true });
const kitHeading = () => page.getByRole('heading', { level: 1, name: 'Your recovery kit' });
const readWords = (): Promise<string[]> =>
  page.getByRole('list', { name: 'The 24 words' }).locator('li').allTextContents();

/** Types the asked words back, the last one as `change` makes it. */
async function typeBack(change: (word: string) => string = (word) => word): Promise<void> {
  const boxes = page.getByLabel(/^Word \d+$/);
  await expect(boxes).toHaveCount(3);
  for (let at = 0; at < 3; at += 1) {
    const label =
      (await page
        .locator('label')
        .filter({ hasText: /^Word \d+$/ })
        .nth(at)
        .textContent()) ?? '';
    const word = words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '';
    await boxes.nth(at).fill(at === 2 ? change(word) : word);
  }
  await page.getByRole('button', { name: /The kit is safe/ }).click();
}

async function expectOpen(): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

async function lock(): Promise<void> {
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
}

async function unlockWith(typed: string): Promise<void> {
  await field().fill(typed);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

test('the first run says what Steward is and asks twice for a good passphrase', async () => {
  await expect(page.getByRole('heading', { name: 'Welcome to Steward' })).toBeVisible();
  await expect(page.getByText('never says that you are compliant')).toBeVisible();
  await expectAccessible(page);
  await field().fill('too short');
  await page.getByLabel('The same again').fill('something else');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('Please use at least 12 characters.')).toBeVisible();
  await expect(page.getByText('The two are different.')).toBeVisible();
  expect(existsSync(vault)).toBe(false);
});

test('the kit is shown, and nothing can be stored before it is confirmed', async () => {
  await field().fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(kitHeading()).toBeVisible();
  words = await readWords();
  expect(new Set(words.filter((word) => /^[a-z]{3,8}$/.test(word))).size).toBeGreaterThan(15);
  expect(words).toHaveLength(24);
  await expect(page.getByRole('img', { name: 'The same words for a scanner that has no network' })).toBeVisible();
  await expectAccessible(page);
  expect(await ask('customers', 'add', { fields: { full_name: 'Too Early' } })).toMatchObject({
    ok: false,
    failure: { code: 'rule', rule: 'vault.kit-unconfirmed' },
  });
});

test('whoever closed the window before writing the words down gets new ones for the passphrase', async () => {
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The recovery kit still has to be confirmed' })).toBeVisible();
  await expectAccessible(page);
  await field().fill('not the passphrase');
  await page.getByRole('button', { name: 'Show new words' }).click();
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await field().fill(passphrase);
  await page.getByRole('button', { name: 'Show new words' }).click();
  await expect(kitHeading()).toBeVisible();
  const before = words;
  words = await readWords();
  expect(words).toHaveLength(24);
  expect(words).not.toEqual(before);
});

test('the kit is saved as a page to print where the person says', async () => {
  const file = join(folder, 'kit.pdf');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save as PDF to print' }).click();
  await expect(page.getByRole('status')).toContainText('Print it, then delete the file.');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a wrong word is refused, the right ones open the vault', async () => {
  await typeBack((word) => `${word}s`);
  await expect(page.getByRole('alert')).toContainText('Those are not the words');
  await expectAccessible(page);
  await typeBack((word) => ` ${word.toUpperCase()} `);
  await expectOpen();
  expect(await ask('vault', 'status', {})).toMatchObject({ ok: true, value: { state: 'open', kitConfirmed: true } });
});

test('after locking by hand a person has to show that they are back', async () => {
  await lock();
  expect(await ask('customers', 'count', {})).toEqual({ ok: false, failure: { code: 'locked' } });
  // Whether there is a keychain or not: it does not open what a person has locked.
  expect(await ask('vault', 'unlock', { with: 'keychain' })).toMatchObject({
    failure: { rule: 'vault.passphrase-after-lock' },
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await expect(field()).toBeFocused();
  await unlockWith('not the passphrase');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('That did not open the vault');
  await expect(alert).toContainText('Nothing was changed.');
  await expect(alert).toContainText('use the recovery kit');
  await unlockWith(passphrase);
  await expectOpen();
});

test('the recovery kit opens it too, numbered, in capitals and over several lines', async () => {
  await lock();
  await page.getByRole('button', { name: 'Use the recovery kit instead' }).click();
  const box = page.getByLabel('The 24 words in their order');
  await box.fill([...words.slice(0, 23), words[23] === 'zebra' ? 'zero' : 'zebra'].join(' '));
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await expectAccessible(page);
  await box.fill(words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'));
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expectOpen();
});

test('it locks by itself when the computer sleeps', async () => {
  await app.emitPower('suspend');
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await unlockWith(passphrase);
  await expectOpen();
});

test('it locks by itself when nobody has touched the computer for as long as was chosen', async () => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Lock when nobody has touched the computer for').selectOption({ label: '5 minutes' });
  await expect.poll(() => ask('vault', 'status', {})).toMatchObject({ value: { idleMinutes: 5 } });
  await app.setIdleTime(5 * 60);
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible({ timeout: 15_000 });
  await app.setIdleTime(0);
  await unlockWith(passphrase);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('a new passphrase needs the old one, and the old one then opens nothing', async () => {
  await page.getByRole('link', { name: 'Keys' }).click();
  const change = async (current: string): Promise<void> => {
    await page.getByLabel('Passphrase now').fill(current);
    await page.getByLabel('New passphrase').fill(newPassphrase);
    await page.getByLabel('The new one again').fill(newPassphrase);
    await page.getByRole('button', { name: 'Change passphrase' }).click();
  };
  await change('not the passphrase');
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await expectAccessible(page);
  await change(passphrase);
  await expect(page.getByText('The old one does not open the vault any more.')).toBeVisible();
  await lock();
  await unlockWith(passphrase);
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await unlockWith(newPassphrase);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('a second start brings no second window, and another profile is told that the vault is open elsewhere', async () => {
  // It ends by itself, and well: the first window was brought to the front instead.
  await expect(launch('profile')).rejects.toThrow(app.runsOn === 'stand-in' ? /ended with code 0 before/ : undefined);
  expect(await ask('vault', 'status', {})).toMatchObject({ ok: true, value: { state: 'open' } });
  const other = await launch('other-profile', `--vault=${vault}`);
  try {
    await other.page.evaluate(() => localStorage.setItem('steward-language', 'en'));
    await other.page.reload();
    await other.page.getByLabel('Passphrase', { exact: true }).fill(newPassphrase);
    await other.page.getByRole('button', { name: 'Unlock' }).click();
    await expect(other.page.getByRole('alert')).toContainText('The vault is open in another Steward');
  } finally {
    await other.quit();
  }
  expect(await ask('vault', 'status', {})).toMatchObject({ ok: true, value: { state: 'open' } });
});

test('started anew, the keychain opens it where there is one, and otherwise the passphrase', async () => {
  expect(app.consoleErrors).toEqual([]);
  expect(app.networkAttempts).toEqual([]);
  await app.quit();
  await start();
  if (!hasTestKeychain) {
    await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
    await unlockWith(newPassphrase);
  }
  await expectOpen();
});

test('the keychain can be told to forget the key', async () => {
  test.skip(!hasTestKeychain, 'needs a keychain made for the tests');
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByText('The keychain of this computer opens the vault when Steward starts.')).toBeVisible();
  await page.getByRole('button', { name: 'Do not use the keychain' }).click();
  await expect(page.getByText('The keychain does not open the vault; what is on this page does.')).toBeVisible();
  await app.quit();
  await start();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await unlockWith(newPassphrase);
  await expectOpen();
});

test('the page has no Node, no inline scripts, no eval, no second window and no way to a network', async () => {
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
  const found = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.body.append(script);
    script.remove();
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    // Later, because what a test evaluates at once is excepted from the policy.
    const evaluated = await new Promise<boolean>((done) =>
      setTimeout(() => {
        try {
          // Asked for on purpose: the page's policy has to refuse it.
          done((Reflect.get(window, 'ev' + 'al') as (code: string) => boolean)('true'));
        } catch {
          done(false);
        }
      }),
    );
    window.open('https://example.com/');
    const bridge = Object.keys(Reflect.get(window, 'steward') as object).toSorted();
    const node = ['process', 'require', 'Buffer', 'module', 'global'].filter((name) => name in window);
    return { inline: 'inlineRan' in window, reached, evaluated, bridge, node };
  });
  expect(found).toEqual({ inline: false, reached: false, evaluated: false, bridge: ['ask', 'listen'], node: [] });
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(page.url()).toMatch(/^(?:app:\/\/steward|https:\/\/steward\.app\.stand-in\.invalid)\//);
  expect(await app.opened()).toEqual([]);
  expect(app.networkAttempts).toEqual([]);
});
