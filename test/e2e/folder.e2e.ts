/** Choosing the vault's folder at the first run: among other files, one that has a vault already, and the same one at the next start. */
import { expect, type Page, test } from '@playwright/test';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { type LaunchedApp, launchSteward } from '../support/launch.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { lookIn } from './demo-vault.ts';
import { expectAccessible, makeVault } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });

const root = mkdtempSync(join(tmpdir(), 'steward-folder-e2e-'));
const papers = join(root, 'Company papers');
const chosen = join(papers, 'Steward vault');
const passphrase = 'correct horse battery staple';
let app: LaunchedApp;
let page: Page;

async function start(profile: string, ...args: string[]): Promise<void> {
  app = await launchSteward({ userData: join(root, profile), args: ['--keychain=off', ...args] });
  page = app.page;
  await page.evaluate(() => localStorage.setItem('steward-language', 'en'));
  await page.reload();
}
const ask = (operation: string, input: unknown): Promise<Answer<unknown>> =>
  page.evaluate(
    (request) =>
      (window as unknown as { steward: { ask(request: unknown): Promise<Answer<unknown>> } }).steward.ask(request),
    { domain: 'vault', operation, input },
  );
const place = () => page.getByRole('status', { name: 'Where the vault will be' });
const chooseButton = () => page.getByRole('button', { name: 'Choose another folder' });
async function choose(folder: string): Promise<void> {
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [folder] });
  await chooseButton().click();
}
async function unlock(): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
}

test.beforeAll(() => {
  mkdirSync(papers);
  writeFileSync(join(papers, 'lease.txt'), 'something else');
});
test.afterAll(async () => {
  await app.quit();
  rmSync(root, { recursive: true, force: true });
});

test('the welcome says where the vault will be, and nothing changes when the person changes their mind', async () => {
  await start('first');
  await expect(place()).toHaveText(join(root, 'first', 'vault'));
  await app.answerDialog('showOpenDialog', { canceled: true, filePaths: [] });
  await chooseButton().click();
  await expect(chooseButton()).toBeEnabled();
  await expect(place()).toHaveText(join(root, 'first', 'vault'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await app.dialogs()).at(-1)).toEqual({
    dialog: 'showOpenDialog',
    options: { defaultPath: join(root, 'first'), properties: ['openDirectory', 'createDirectory'] },
  });
});

test('in a folder with other files the vault gets a folder of its own, made only with the vault', async () => {
  await choose(papers);
  await expect(place()).toHaveText(chosen);
  expect(readdirSync(papers)).toEqual(['lease.txt']);
  await expectAccessible(page);
  await lookIn(page, 'de', 'dark');
  await expect(page.getByRole('button', { name: 'Anderen Ordner wählen' })).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await lookIn(page, 'en', 'light');
  await makeVault(page, passphrase);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  expect(readdirSync(chosen)).toContain('slots.json');
  expect(existsSync(join(root, 'first', 'vault'))).toBe(false);
});

test('where there is a vault no folder can be chosen any more', async () => {
  expect(await ask('chooseFolder', {})).toMatchObject({ failure: { rule: 'vault.already-there' } });
});

test('the next start finds the same vault', async () => {
  await app.quit();
  await start('first');
  await unlock();
  expect(await ask('status', {})).toMatchObject({ value: { folder: chosen, choice: 'fixed' } });
});

test('a chosen folder without its vault is told of, and another vault is not made unasked', async () => {
  await app.quit();
  renameSync(papers, join(root, 'away'));
  await start('first');
  await expect(page.getByText('No vault was found where it was to be')).toBeVisible();
  await expect(place()).toHaveText(chosen);
  await expectAccessible(page);
  await app.quit();
  renameSync(join(root, 'away'), papers);
});

test('a folder that has a vault is told of, and that vault can be opened instead', async () => {
  await start('second');
  expect(await ask('chooseFolder', { folder: chosen })).toMatchObject({ failure: { code: 'forbidden' } });
  await choose(papers);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('There is a Steward vault in this folder already');
  await expect(alert).toContainText(chosen);
  await expect(place()).toHaveText(join(root, 'second', 'vault'));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open that vault' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  // Not kept before somebody has shown that they can open it: otherwise a wrong click would be for ever.
  await app.quit();
  await start('second');
  await choose(chosen);
  await page.getByRole('button', { name: 'Open that vault' }).click();
  await unlock();
  await app.quit();
  await start('second');
  await unlock();
  expect(await ask('status', {})).toMatchObject({ value: { folder: chosen } });
});

test('the folder on the command line goes before the one that was chosen, and is not chosen on the screen', async () => {
  await app.quit();
  const said = join(root, 'said');
  await start('second', `--vault=${said}`);
  await expect(place()).toHaveText(said);
  await expect(chooseButton()).toHaveCount(0);
  expect(await ask('chooseFolder', {})).toMatchObject({ failure: { code: 'forbidden' } });
  expect(app.consoleErrors).toEqual([]);
});
