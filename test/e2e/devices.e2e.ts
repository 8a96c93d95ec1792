/** Devices as an owner does them: this computer is checked and kept as evidence, the register knows what is past its end. */
import { expect, type Page, test } from '@playwright/test';
import { demoVaultForTests } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
demoVaultForTests('devices', (app) => (page = app.page));

test('what is past its end stands on Today and leads to the register', async () => {
  await page.getByRole('link', { name: 'No security updates any more: Counter (Windows 10 22H2)' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Devices and software' })).toBeFocused();
  const row = page.getByRole('row', { name: /Counter/ });
  await expect(row).toContainText('ended Oct 14, 2025');
  await expect(row).toContainText('second-hand date');
  await expectAccessible(page);
});

test('this computer answers six questions, each yes, no or could not tell with a reason', async () => {
  await expect(page.getByText('This computer has not been checked yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^Checked on .* by Owner\.$/)).toBeVisible({ timeout: 60_000 });
  const answers = page.getByRole('listitem').filter({ hasText: 'How it was asked' });
  await expect(answers).toHaveCount(6);
  for (const text of await answers.allTextContents()) expect(text).toMatch(/: (?:yes|no|could not tell.*, .{10,})/);
  await answers.first().getByText('How it was asked').click();
  await expect(answers.first().getByText(/lsblk --json/)).toBeVisible();
  await expectAccessible(page);
});

test('a device is added, and lost only with a day', async () => {
  await page.getByRole('button', { name: 'Add a device' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please give it a name.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Old phone');
  await dialog.getByLabel('Kind').selectOption({ label: 'Phone' });
  await dialog.getByLabel('State').selectOption({ label: 'lost' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('The day is missing on which the device was lost or disposed of')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Lost or disposed of on').fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: /Old phone/ })).toContainText('lost, Nov 20, 2026');
});
