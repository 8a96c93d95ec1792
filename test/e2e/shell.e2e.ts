/** The frame and the screens before the open vault: how much is loaded first, narrow windows, the keyboard, work behind another page. */
import { expect, type Page, test } from '@playwright/test';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseFile, expectAccessible, firstRun, type FirstRun } from './imports-first-run.ts';
import { shopifyExport } from '../support/people.ts';
import { firstScreen } from '../support/first-screen.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { lookIn } from './demo-vault.ts';

test.describe.configure({ mode: 'serial' });
let run: FirstRun;

test.beforeAll(async () => {
  run = await firstRun();
});
test.afterAll(async () => {
  await run.app.quit();
  rmSync(run.folder, { recursive: true, force: true });
});

const passphrase = 'correct horse battery staple';
const links = (page: Page) => page.getByRole('navigation').getByRole('link');

test('the unlock screen is there within a second and loads at most 400 kB of scripts', async () => {
  const { page } = run;
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  const { painted, scripts, bytes } = await firstScreen(page);
  expect(scripts).toBeGreaterThan(0);
  test
    .info()
    .annotations.push({
      type: 'figures',
      description: `${Math.round(bytes / 1000)} kB gzip, painted after ${Math.round(painted)} ms`,
    });
  expect(bytes).toBeLessThanOrEqual(400_000);
  expect(painted).toBeLessThanOrEqual(1_000);
});

for (const [language, scheme] of [
  ['en', 'light'],
  ['de', 'dark'],
] as const)
  test(`the unlock screen can be read and used by everybody (${language}, ${scheme})`, async () => {
    const { page } = run;
    await lookIn(page, language, scheme);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    // 1024 × 700 at 200 %.
    await page.setViewportSize({ width: 512, height: 350 });
    await expectNothingCutOff(page);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

test('a wrong passphrase is explained and can be typed over at once', async () => {
  const { page } = run;
  await lookIn(page, 'en', 'light');
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('not the passphrase');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await expectAccessible(page);
  await expect(field).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('the title takes the focus on every page, and the skip link leads to it', async () => {
  test.setTimeout(180_000);
  const { page } = run;
  const [first = '', ...others] = await links(page).allTextContents();
  for (const name of [...others, first]) {
    await links(page).filter({ hasText: name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    expect(await page.title()).not.toBe('Steward');
    await expect(page.locator('#pages [aria-current=page]')).toHaveText(name);
    await page.setViewportSize({ width: 512, height: 350 });
    await expectNothingCutOff(page);
    await page.setViewportSize({ width: 1280, height: 860 });
  }
  await page.getByRole('link', { name: 'Skip to the page' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('every page of the navigation can be read by everybody, in German and in the dark too', async () => {
  test.setTimeout(240_000);
  const { page } = run;
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const [language, scheme] of [
    ['en', 'light'],
    ['de', 'dark'],
  ] as const) {
    await lookIn(page, language, scheme);
    await expect(links(page)).not.toHaveCount(0);
    for (const name of await links(page).allTextContents()) {
      await links(page).filter({ hasText: name }).click();
      await expect(page.locator('#pages [aria-current=page]')).toHaveText(name);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await expectNothingCutOff(page);
    }
  }
  await page.setViewportSize({ width: 1280, height: 860 });
});

test('in a narrow window the pages fold behind one button', async () => {
  const { page } = run;
  await page.setViewportSize({ width: 512, height: 350 });
  await lookIn(page, 'de', 'light');
  const fold = page.getByRole('button', { name: 'Seiten' });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(links(page)).toHaveCount(0);
  expect((await page.getByRole('navigation').boundingBox())?.height).toBeLessThan(64);
  await fold.press('Enter');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await links(page).filter({ hasText: 'Kunden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await page.setViewportSize({ width: 1280, height: 860 });
  await lookIn(page, 'en', 'light');
});

test('an import goes on behind another page, can be stopped there, and its end is told there', async () => {
  const { page } = run;
  const file = join(run.folder, 'large_export.csv');
  writeFileSync(file, shopifyExport(10_000, 120_000));
  await chooseFile(run, file);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await links(page).filter({ hasText: 'Today' }).click();
  const strip = page.getByRole('region', { name: 'Still running' });
  await expect(strip.getByRole('progressbar', { name: 'Importing customers' })).toBeVisible();
  await expectAccessible(page);
  await strip.getByRole('button', { name: 'Stop: Importing customers' }).click();
  await expect(strip).toHaveCount(0);
  await links(page).filter({ hasText: 'Customers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await links(page).filter({ hasText: 'Import' }).click();
  writeFileSync(file, shopifyExport(10_000, 40_000));
  await page
    .getByRole('button', { name: 'Bring it in' })
    .or(page.getByRole('button', { name: 'Choose a file' }))
    .first()
    .waitFor();
  await chooseFile(run, file);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await links(page).filter({ hasText: 'Today' }).click();
  await expect(page.getByText('Done: Importing customers')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await expectAccessible(page);
});

test('nothing went wrong in the page, and nothing was asked of a network', () => {
  expect(run.app.consoleErrors).toEqual([]);
  expect(run.app.networkAttempts).toEqual([]);
});
