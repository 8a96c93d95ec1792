/** Watching as an owner meets it: the alert on Today, its reason and picture, dismissing with a reason, taking that back. */
import { expect, type Page, test } from '@playwright/test';
import { demoVaultForTests } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
demoVaultForTests('watching', (app) => (page = app.page));

test('an export of everybody stands on Today and says why', async () => {
  await page.getByRole('link', { name: 'Something was out of the ordinary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Watching' })).toBeFocused();
  const alert = page.getByRole('article').first();
  await expect(alert.getByRole('heading', { name: 'Many customers exported' })).toBeVisible();
  await expect(alert).toContainText(/exported 8,\d{3} customers at \d\d:\d\d; there is no other day to compare with/);
  await expectAccessible(page);
});

test('an alert is dismissed only with a reason, which teaches, and can be taken back', async () => {
  await page.getByRole('button', { name: 'It is nothing …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why is it nothing?' });
  await dialog.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dialog.getByText('Please say why in a few words.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Reason').fill('The list went to our printer');
  await dialog.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Nothing stands out', { exact: true })).toBeVisible();
  await page.getByText('Decided as well').click();
  await expect(page.getByText(/^Dismissed by Owner on .*: The list went to our printer$/)).toBeVisible();
  await page.getByRole('button', { name: /^Take back: Many customers exported, Owner/ }).click();
  await expect(page.getByText('taken back', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('who is away is entered and removed', async () => {
  await page.getByLabel(/^Until/).fill('2020-01-01');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page.getByText('The absence would end before it begins')).toBeVisible();
  await page.getByLabel(/^Until/).fill('2099-01-01');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await page.getByRole('button', { name: /^Remove: Owner/ }).click();
  await expect(page.getByText('Nobody was entered.')).toBeVisible();
});
