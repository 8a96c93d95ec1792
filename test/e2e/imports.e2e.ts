/** From a shop's export to the list: recognised, mapped, brought in, corrected in quarantine, taken back, all through the screen. */
import { expect, test } from '@playwright/test';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { person, shopifyExport } from '../support/people.ts';
import { bringIn, chooseFile, expectAccessible, firstRun, type FirstRun } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });
let run: FirstRun;
/** How many rows the shop's file has. */
let rows = 0;
test.beforeAll(async () => {
  run = await firstRun();
});
test.afterAll(async () => {
  await run.app.quit();
  rmSync(run.folder, { recursive: true, force: true });
});

test('an empty page teaches, and changing one’s mind in the dialog is no failure', async () => {
  const { app, page } = run;
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: 'Bring in your customer list' })).toBeVisible();
  await app.answerDialog('showOpenDialog', { canceled: true, filePaths: [] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectAccessible(page);
});

test('a Shopify export is recognised and every row is accounted for', async () => {
  const { page } = run;
  const file = join(run.folder, 'customers_export.csv');
  writeFileSync(file, shopifyExport(0, 420));
  await chooseFile(run, file);
  await expect(page.getByText('This looks like an export of Shopify customers.')).toBeVisible();
  await expect(page.getByLabel('Where “Email” goes')).toHaveValue('email');
  await expect(page.getByText('Unicode (UTF-8), columns separated by commas')).toBeVisible();
  await expect(page.getByText('Would go to quarantine: “Email” is not a complete e-mail address.')).toBeVisible();
  await expectAccessible(page);
  // Numbers 5 and 402 wrote " at " for @; numbers 7 and 218 are in the file twice.
  rows = Papa.parse(shopifyExport(0, 420), { skipEmptyLines: true }).data.length - 1;
  expect(await bringIn(page)).toBe(`${rows} rows = ${rows - 4} imported + 2 merged + 2 in quarantine + 0 skipped`);
  await expect(page.getByText('“Tax Exempt”')).toBeVisible();
  await expectAccessible(page);
});

test('a quarantined row says why, stays while it is wrong, and comes in once it is right', async () => {
  const { page } = run;
  await page.getByRole('button', { name: 'Open the quarantine' }).click();
  await expect(page.getByText('2 rows left.')).toBeVisible();
  const row = page.getByRole('form').first();
  const email = row.getByLabel('Email', { exact: true });
  await expect(row.getByRole('alert')).toContainText('“Email” is not a complete e-mail address.');
  await expectAccessible(page);
  await email.fill('still wrong');
  await email.press('Enter');
  // The notice is the same before and after: the answer is here when the button can be pressed again.
  await expect(row.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(row.getByRole('alert')).toContainText('“Email” is not a complete e-mail address.');
  await email.fill('right.now@example.com');
  await email.press('Enter');
  await expect(page.getByText(/Row \d+ was imported\./)).toBeVisible();
  await expect(page.getByText('1 row left.')).toBeVisible();
  await page.getByRole('button', { name: 'Let it go' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing in quarantine' })).toBeVisible();
  await page.getByRole('link', { name: 'The import' }).click();
  await expect(
    page.getByText(`${rows} rows = ${rows - 3} imported + 2 merged + 0 in quarantine + 1 skipped`).first(),
  ).toBeVisible();
});

test('an unknown list in Windows-1252 makes people decide, and keeps sensitive columns out', async () => {
  const { page } = run;
  const file = join(run.folder, 'kunden alt.csv');
  const text =
    'Vorname;Nachname;E-Mail;Telefon;Ort;Land;Steuer-ID;Lieblingsfarbe;Geburtsdatum\r\nJürgen;Groß;j.gross@example.org;089 123456;München;Deutschland;12345678901;blau;03.04.1980\r\nJuergen;Gross;jg@example.net;089 123456;München;Germany;12345678902;rot;04.05.1981\r\n';
  writeFileSync(file, Buffer.from(text, 'latin1'));
  await chooseFile(run, file);
  await expect(page.getByText('Western European (Windows-1252), columns separated by semicolons')).toBeVisible();
  await expect(page.getByLabel('Where “Steuer-ID” goes')).toHaveValue('');
  await expect(page.getByText('Looks like an official identity number.')).toBeVisible();
  await expect(page.getByText('1 column still needs your decision.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring it in' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Leave out the undecided column' }).click();
  await page.getByLabel('Country of most customers').selectOption({ label: 'Germany' });
  await expect(page.getByRole('cell', { name: '+4989123456' })).toHaveCount(2);
  expect(await bringIn(page)).toBe('2 rows = 2 imported + 0 merged + 0 in quarantine + 0 skipped');
  await expect(page.getByText('“Steuer-ID”, “Lieblingsfarbe”, “Geburtsdatum”')).toBeVisible();
});

test('the two spellings of one person are compared and merged', async () => {
  const { page } = run;
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('link', { name: 'Compare them' }).click();
  await expect(page.getByText('Same phone number')).toBeVisible();
  await expectAccessible(page);
  const emails = page.getByRole('row', { name: /E-mail differs/ });
  const left = page.getByText(/groups? left\./);
  const before = Number.parseInt((await left.textContent()) ?? '', 10);
  for (let step = 1; step < before; step += 1) {
    const seen = (await emails.textContent()) ?? '';
    if (seen.includes('jg@example.net')) break;
    await page.getByRole('button', { name: 'Decide later' }).click();
    await expect(emails).not.toHaveText(seen);
  }
  await expect(emails).toContainText('jg@example.net');
  const other = page.getByRole('columnheader').filter({ hasText: 'Keep' }).nth(1);
  await other.getByRole('radio').check();
  await expect(emails.getByRole('cell').last()).toHaveText((await emails.getByRole('cell').nth(1).textContent()) ?? '');
  await page.getByRole('button', { name: /^Merge, keep/ }).click();
  await expect(page.getByText('Merged.')).toBeVisible();
  await page.getByRole('link', { name: 'All customers' }).click();
  await page.getByRole('searchbox').fill('089123456');
  await expect(page.getByText('1 customer found')).toBeVisible();
  await page.getByRole('searchbox').fill('');
});

test('an import that is cancelled leaves nothing behind, and goes on from where one was', async () => {
  const { page } = run;
  const file = join(run.folder, 'large_export.csv');
  writeFileSync(file, shopifyExport(10_000, 70_000));
  await chooseFile(run, file);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring it in' })).toBeEnabled();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Past imports' })).toBeVisible();
  await expect(page.getByRole('row', { name: /large_export/ })).toHaveCount(0);
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByText(/^\d{3} customers$/)).toBeVisible();
});

test('a HubSpot workbook completes people we know, and can be taken back as a whole', async () => {
  const { page } = run;
  const file = join(run.folder, 'hubspot-crm-exports-all-contacts.xlsx');
  const known = person(3);
  const cells = [
    [
      'Record ID',
      'First Name',
      'Last Name',
      'Email',
      'Phone Number',
      'Contact owner',
      'Lead Status',
      'Marketing contact status',
      'Create Date',
      'Associated Company',
    ],
    [
      '51001',
      known.given,
      known.family,
      known.email,
      '+1 510 555 0142',
      'Dana',
      'NEW',
      'Marketing contact',
      '2026-03-14 10:22',
      'Now Ltd',
    ],
    [
      '51002',
      'Wilma',
      'Neu',
      'wilma.neu@example.com',
      '+49 30 123456',
      'Dana',
      'OPEN',
      'Non-marketing contact',
      '2026-03-15 11:00',
      '',
    ],
  ];
  writeFileSync(file, Buffer.from(await writeXlsx({ sheets: [{ name: 'Contacts', rows: cells }] })));
  await chooseFile(run, file);
  await expect(page.getByText('This looks like an export of HubSpot contacts.')).toBeVisible();
  const drop = page.getByRole('button', { name: /^Leave out .*undecided/ });
  if (await drop.isVisible()) await drop.click();
  const account = await bringIn(page);
  expect(account).toMatch(/^2 rows = 1 imported \+ 1 merged/);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('1 customer was taken out. 1 returned to what it was.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('This import was undone')).toBeVisible();
  await page.getByRole('link', { name: 'All imports' }).click();
  await expect(page.getByRole('row', { name: /hubspot/ })).toContainText('Undone');
  await expectAccessible(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('searchbox').fill('wilma.neu');
  await expect(page.getByText('Nobody found')).toBeVisible();
  expect(run.app.consoleErrors).toEqual([]);
  expect(run.app.networkAttempts).toEqual([]);
});
