/** Consent and choices through the screen: shown for a whole list, written down and taken back for one person, a receipt that strangers check, a segment that says who is left out. */
import { expect, type Page, test } from '@playwright/test';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('consents', (app) => (page = app.page));

const goTo = async (place: string): Promise<void> => {
  await page.evaluate((path) => (location.hash = `#${path}`), place);
};
const picture = async (name: string): Promise<void> => {
  const folder = process.env['STEWARD_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `consents-${name}.png`), fullPage: true });
};

test('lists that nobody has shown stand on Today, and are shown once for all', async () => {
  await page.getByRole('link', { name: /people are called subscribed, and nobody has shown it/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Consent and choices' })).toBeVisible();
  await picture('page');
  await page.getByRole('button', { name: 'Count: Spring letter' }).click();
  await expect(page.getByText('1 person of 8,')).toBeVisible();
  await expect(page.getByText('only a list says so')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Show it for all: customers_export/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Write it down' }).click();
  await expect(dialog.getByText('Choose at least one.')).toBeVisible();
  await dialog.getByLabel('Send news and offers to people who want them').check();
  await dialog.getByRole('button', { name: 'Write it down' }).click();
  await expect(dialog.getByRole('alert')).toContainText('A yes needs something that shows it');
  await dialog.getByLabel('Note', { exact: true }).fill('Export of the newsletter service, 3 March');
  await picture('list-dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Write it down' }).click();
  await expect(dialog.getByText(/^Written down for [\d,]+ people/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('button', { name: /Show it for all: customers_export/ })).toHaveCount(0);
});

test('a segment counts who may be written to and why the others may not, and the file holds exactly those', async () => {
  await page.getByRole('button', { name: 'Count: Spring letter' }).click();
  await expect(page.getByText(/^4,440 people of .* may be written to$/)).toBeVisible();
  await expect(page.getByText('never said yes', { exact: true })).toBeVisible();
  await expect(page.getByText('only a list says so')).toHaveCount(0);
  await picture('segment');
  const said = (await page.getByText(/may be written to$/).textContent()) ?? '';
  const included = Number(/^[\d,]+/.exec(said)?.[0].replaceAll(',', ''));
  const file = join(demo.folder, 'spring.csv');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save as CSV: Spring letter' }).click();
  const prove = page.getByRole('dialog').getByLabel(/Passphrase/);
  await expect(prove.or(page.getByText(/counted again\.$/))).toBeVisible();
  if (await prove.isVisible()) {
    await prove.fill('correct horse battery staple');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(/counted again\.$/)).toBeVisible();
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  expect(rows).toHaveLength(included + 1);
  await page.getByRole('button', { name: 'New segment' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Letters to wholesalers');
  await page.getByRole('dialog').getByLabel('How they are reached').selectOption('post');
  await page.getByRole('dialog').getByLabel('Only people with one of these tags').fill('wholesale');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Count: Letters to wholesalers' })).toBeVisible();
});

test('a customer says no, and it counts at once; the receipt of the yes before still holds', async () => {
  await goTo('/customers');
  await page.getByRole('searchbox').fill('Rosa Delgado');
  await page
    .getByRole('row', { name: /Rosa Delgado/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosa Delgado' })).toBeVisible();
  const card = page.getByRole('region', { name: 'Consent and choices' });
  await expect(card.getByRole('listitem').filter({ hasText: 'Send news and offers' }).first()).toContainText('Yes');
  await picture('customer');
  await expectAccessible(page);
  await card.getByRole('button', { name: /^They say no: Send news/ }).click();
  await expect(page.getByRole('dialog').getByLabel('Send news and offers to people who want them')).toBeChecked();
  await picture('say-no');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Write it down' }).click();
  await expect(card.getByRole('listitem').filter({ hasText: 'Send news and offers' }).first()).toContainText('No');
  await card.getByText('All 4 facts').click();
  const file = join(demo.folder, 'receipt.json');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await card.getByRole('button', { name: /^Receipt: Send news.*Jan 12/ }).click();
  await page.getByRole('menuitem', { name: 'File to check (JSON)' }).click();
  await expect(card.getByRole('status')).toContainText('checked as a stranger would');
  const receipt = JSON.parse(readFileSync(file, 'utf8')) as { statement: string };
  expect(JSON.parse(receipt.statement)).toMatchObject({
    person: { name: 'Rosa Delgado' },
    said: 'yes',
    on: '2026-01-12',
  });
  const pdf = join(demo.folder, 'receipt.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: pdf });
  await card.getByRole('button', { name: /^Receipt: Send news.*Jan 12/ }).click();
  await page.getByRole('menuitem', { name: 'Page to read (PDF)' }).click();
  await expect(card.getByRole('status')).toContainText('receipt.pdf');
  expect(statSync(pdf).size).toBeGreaterThan(5_000);
});

test('nothing is cut off, in German, dark and narrow', async () => {
  await lookIn(page, 'de', 'dark');
  await expect(page.getByRole('region', { name: 'Einwilligung und Wahl' })).toBeVisible();
  await picture('customer-de');
  await goTo('/consents');
  await expect(page.getByRole('heading', { level: 1, name: 'Einwilligung und Wahl' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 420, height: 900 });
  await expectNothingCutOff(page);
  await picture('narrow-de');
});
