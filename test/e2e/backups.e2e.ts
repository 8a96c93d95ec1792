/** Backups as an owner does them: a look at how safe the shop is, a backup, a damaged one found, a rehearsal, a restore. */
import { expect, type Page, test } from '@playwright/test';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoVaultForTests } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('backups', (app) => (page = app.page));

test('the page says how safe the shop is and what is missing', async () => {
  await page.getByRole('link', { name: 'Backups', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Backups' })).toBeFocused();
  await expect(page.getByText('2 of 3 copies, the vault itself counted: missing')).toBeVisible();
  await expect(page.getByText('A restore was never rehearsed')).toBeVisible();
  await expectAccessible(page);
});

test('a backup is made, read back, and stands in the history', async () => {
  await page.getByRole('button', { name: 'Back up now: Blue drive' }).click();
  await expect(page.getByText(/were sent and read back\.$/)).toBeVisible({ timeout: 30_000 });
  const history = page.getByRole('table', { name: 'What was done with backups, newest first' });
  await expect(history.getByRole('row')).toHaveCount(3);
});

test('a rehearsal without the words says so', async () => {
  await page.getByRole('button', { name: 'Rehearse a restore: Blue drive' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Rehearse without the words' }).click();
  await expect(dialog.getByText(/^It works: .* not with the words\.$/)).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('a moment is restored into a new folder, when the person says that they work alone', async () => {
  await page.getByRole('button', { name: 'Restore … Blue drive' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('table').getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
  await demo.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [demo.folder] });
  await dialog
    .getByRole('button', { name: /^Restore this one:/ })
    .first()
    .click();
  await page.getByRole('button', { name: /alone/i }).click();
  await expect(dialog.getByText(/^The vault of that moment is now in/)).toBeVisible({ timeout: 30_000 });
  expect(existsSync(join(demo.folder, 'Steward vault restored', 'store.db'))).toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('what is damaged is named', async () => {
  const data = join(demo.folder, 'vault-backups', 'data');
  const [pack = ''] = readdirSync(data);
  const bytes = readFileSync(join(data, pack));
  bytes[9_000] = (bytes[9_000] ?? 0) ^ 1;
  writeFileSync(join(data, pack), bytes);
  await page.getByRole('button', { name: 'Read all again: Blue drive' }).click();
  await expect(page.getByText(`Something is damaged or missing: data/${pack}`)).toBeVisible({ timeout: 30_000 });
});

test('the form of a new place asks for what each kind needs', async () => {
  await page.getByRole('button', { name: 'Add a place' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind of place').selectOption({ label: 'A server (SFTP)' });
  await expect(dialog.getByLabel('Key of the server (SHA256:…)')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Try it out and keep it' }).click();
  await expect(dialog.getByText('Please give it a name.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});
