/** Vendors as an owner keeps them: a contract held against the law, a questionnaire filled in offline by the vendor, a connection without its key. */
import { chromium, expect, type Page, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const vault = demoVaultForTests('vendors', (app) => (page = app.page));

async function openVendors(name = 'Vendors'): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a vendor is entered, and its contract held against what the law lists', async () => {
  await openVendors();
  await expect(page.getByRole('region', { name: 'Who works for you' })).toContainText('MailRiver');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a vendor' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Please enter the name.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Payroll Partners');
  await page.getByRole('checkbox', { name: /^Handles patient information/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Payroll Partners' })).toBeVisible();
  const clauses = page.getByRole('region', { name: 'The contract' }).getByRole('combobox');
  await expect(clauses).toHaveCount(12);
  await page.getByLabel('Report unauthorised uses, incidents, breaches').selectOption({ label: 'it is missing' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').getByText('Saved.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('vendor.png'), fullPage: true });
});

test('the vendor answers on a page without a network; the answers are read before they are kept', async () => {
  const file = join(vault.folder, 'questions.html');
  await vault.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save a questionnaire' }).click();
  await expect(page.getByText(/^The page is in .*questions\.html/)).toBeVisible();

  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
  const answers = join(vault.folder, 'answers.json');
  try {
    const vendorPage = await browser.newPage({ offline: true });
    const asked: string[] = [];
    const complaints: string[] = [];
    vendorPage.on('request', (request) => asked.push(request.url()));
    vendorPage.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await vendorPage.goto(pathToFileURL(file).href);
    await expectAccessible(vendorPage);
    await vendorPage.getByRole('button', { name: 'Save the answers as a file' }).click();
    await expect(vendorPage.getByRole('status')).toHaveText('Please say who filled this in.');
    await vendorPage
      .getByRole('group', { name: /sign a contract/ })
      .getByLabel('Yes')
      .check();
    await vendorPage.getByLabel(/Who else handles the data/).fill('CloudBarn; Ireland; servers');
    await vendorPage.getByLabel(/Filled in by/).fill('Jo Field, security');
    const [download] = await Promise.all([
      vendorPage.waitForEvent('download'),
      vendorPage.getByRole('button', { name: 'Save the answers as a file' }).press('Enter'),
    ]);
    await download.saveAs(answers);
    expect(asked.filter((address) => !address.startsWith('file:') && !address.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }

  const bad = join(vault.folder, 'bad.json');
  writeFileSync(bad, '{"format":"steward-vendor-answers","answers":{"__proto__":1}}');
  await vault.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [bad] });
  await page.getByRole('button', { name: 'Read an answer file' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await vault.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [answers] });
  await page.getByRole('button', { name: 'Read an answer file' }).click();
  const review = page.getByRole('region', { name: 'Answers of Payroll Partners' });
  await expect(review).toContainText('Nothing has been kept yet.');
  await expect(review).toContainText('CloudBarn; Ireland; servers');
  await expectAccessible(page);
  await review.getByRole('button', { name: 'Keep these answers' }).click();
  await expect(page.getByText(/^Answered by Jo Field, security/)).toBeVisible();
});

test('a connection says where its key lies, never the key', async () => {
  await openVendors();
  await page.getByRole('button', { name: 'Add a connection' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Connection' });
  await expect(dialog.getByLabel('What connects what')).toBeFocused();
  await page.keyboard.type('Shop to bookkeeping');
  await dialog.getByLabel('Where the key lies').fill(['sk', 'live', '51Hb9xQ2eZvKYlo2C'].join('_'));
  await dialog.getByLabel('Change it every so many days').fill('90');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('One of the texts looks like a key or a token')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Where the key lies').fill('password manager, entry Books');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const connections = page.getByRole('region', { name: 'Connections between systems' });
  await expect(connections).toContainText('key: password manager, entry Books');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Change the key: Shop to bookkeeping' })).toBeVisible();
});

test('in German and dark, narrow and wide, nothing is cut off', async () => {
  await lookIn(page, 'de', 'dark');
  await openVendors('Dienstleister');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('vendors-de.png'), fullPage: true });
  await page.setViewportSize({ width: 480, height: 900 });
  await expectNothingCutOff(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectNothingCutOff(page);
});
