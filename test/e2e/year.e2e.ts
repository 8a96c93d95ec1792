/** The year on the screen: what slipped, a management review that is signed and kept, and the calendar as a file. */
import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('year', (app) => (page = app.page));

test('the year shows dates of every subject and is saved as a calendar', async () => {
  await page.getByRole('link', { name: 'The year', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The year' })).toBeVisible();
  const months = page.getByRole('region', { name: 'Month by month' });
  await expect(months.getByText(/^Training: Recognise phishing/).first()).toBeVisible();
  await expect(months.getByText(/^Against a risk: Switch on disk encryption/)).toBeVisible();
  await expectAccessible(page);
  const file = join(demo.folder, 'year.ics');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save the year' }).click();
  await page.getByRole('menuitem', { name: 'Calendar file (ICS)' }).click();
  await expect(page.getByRole('status').filter({ hasText: file })).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(file, 'utf8')).toContain('BEGIN:VEVENT');
});

test('a review is held, signed and kept', async () => {
  await page.getByRole('button', { name: 'Hold a review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Management review' });
  await expect(dialog.getByText('3 risks are open, 1 of them high or very high')).toBeVisible();
  await dialog.getByRole('button', { name: 'Sign and keep' }).click();
  await expect(dialog.getByText('Please say who is here.')).toBeVisible();
  await dialog.getByLabel('Who is here').fill('Owner, Ana Ruiz');
  await dialog.getByLabel('What is decided, by whom and until when').fill('Ana encrypts the counter by 11 December.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Sign and keep' }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText(/^Held on .*, next by /)).toBeVisible();
  await page.getByRole('link', { name: 'Evidence', exact: true }).click();
  await expect(page.getByText(/^Management review \d{4}-/).first()).toBeVisible();
});

test('the page fits in both languages and colours', async () => {
  for (const [language, scheme] of [
    ['de', 'dark'],
    ['en', 'light'],
  ] as const) {
    await lookIn(page, language, scheme);
    await page.evaluate(() => (location.hash = '#/year'));
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessible(page);
    await expectNothingCutOff(page);
    await page.screenshot({ path: test.info().outputPath(`year-${language}.png`) });
  }
});
