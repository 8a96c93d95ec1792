/** The audit programme as an owner does it: begun, a check added, recorded with a finding, met on Today, settled. */
import { expect, type Page, test } from '@playwright/test';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
demoVaultForTests('audits', (app) => (page = app.page));

/** Opens the programme anew by its link. */
async function openProgramme(name = 'Audit programme'): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('an empty programme teaches, and begins with the starter list', async () => {
  await openProgramme();
  await expect(page.getByRole('heading', { name: 'No check is planned yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start with 10 checks' }).click();
  const planned = page.getByRole('region', { name: 'Checks, most urgent first' }).getByRole('listitem');
  await expect(planned).toHaveCount(10);
  await expect(planned.first()).toContainText('every week · nobody named');
  await planned.filter({ hasText: 'Try to restore a backup' }).getByText('How to check, and earlier results').click();
  await expect(page.getByText(/restore it to another folder or computer/)).toBeVisible();
  await expectAccessible(page);
});

test('a check of one’s own is added by keyboard and comes first when it is due first', async () => {
  await page.getByRole('button', { name: 'Add your own check' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add your own check' });
  await expect(dialog.getByLabel('What is checked')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Please say what is checked.')).toBeVisible();
  await page.keyboard.type('Count the keys of the shop');
  await dialog.getByLabel('How to check').fill('Count them.\nAsk who has the missing ones.');
  await dialog.getByLabel('Days from one check to the next').fill('0');
  await dialog.getByLabel('First due on').fill('2026-01-15');
  await dialog.getByLabel('Responsible').selectOption({ label: 'Owner' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please give a whole number from 1 to 1100.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Days from one check to the next').fill('14');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const first = page.getByRole('region', { name: 'Checks, most urgent first' }).getByRole('listitem').first();
  await expect(first).toContainText('Count the keys of the shop');
  await expect(first).toContainText('overdue since Jan 15, 2026');
  await expect(first).toContainText('every 14 days · Owner');
});

test('it stands on Today, and is recorded with a finding', async () => {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'Check due: Count the keys of the shop' }).click();
  await page.getByRole('button', { name: 'Record a check' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record a check' });
  await expect(dialog.getByLabel('Check', { exact: true })).toBeFocused();
  await expect(dialog.getByLabel('Check', { exact: true }).locator('option:checked')).toHaveText(
    'Count the keys of the shop',
  );
  await dialog.getByLabel('Result').selectOption({ label: 'It could not be done' });
  await dialog.getByRole('button', { name: 'Keep this record' }).click();
  await expect(dialog.getByText('Please say why it could not be done.')).toBeVisible();
  await dialog.getByLabel('Result').selectOption({ label: 'Something was found' });
  await dialog.getByRole('button', { name: 'Keep this record' }).click();
  await expect(dialog.getByText('Please say what was found.')).toBeVisible();
  await dialog.getByLabel('What was found').fill('One key of the back door is missing');
  await dialog.getByLabel('Severity').selectOption({ label: 'high' });
  await dialog.getByLabel('To be settled by').fill('2026-02-01');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Keep this record' }).click();
  await expect(dialog).toBeHidden();
  const check = page.getByRole('listitem').filter({ hasText: 'Count the keys of the shop' }).first();
  await expect(check).toContainText(/with findings on .*, Owner/);
  await expect(check).not.toContainText('overdue');
});

test('the finding stands on Today until it is settled with words', async () => {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  const line = page.getByRole('link', { name: 'Finding to be settled: One key of the back door is missing' });
  await line.click();
  const findings = page.getByRole('region', { name: 'Open findings' });
  await expect(findings).toContainText('severity: high');
  for (const [language, name, scheme] of [
    ['de', 'Prüfprogramm', 'dark'],
    ['en', 'Audit programme', 'light'],
  ] as const) {
    await lookIn(page, language, scheme);
    await openProgramme(name);
    await expectAccessible(page);
    await page.setViewportSize({ width: 480, height: 900 });
    await expectNothingCutOff(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectNothingCutOff(page);
    await page.screenshot({ path: test.info().outputPath(`audits-${language}.png`), fullPage: true });
  }
  await page.getByRole('button', { name: 'Who and by when: One key of the back door is missing' }).click();
  const who = page.getByRole('dialog', { name: 'Who sees to it, and by when' });
  await who.getByLabel('Who settles it').selectOption({ label: 'Owner' });
  await who.getByLabel('To be settled by').fill('2099-01-15');
  await expectAccessible(page);
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(findings).toContainText('Jan 15, 2099');
  await page.getByRole('button', { name: 'Settle: One key of the back door is missing' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settle a finding' });
  await dialog.getByRole('button', { name: 'Settle', exact: true }).click();
  await expect(dialog.getByText('Please say in a few words what was done.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('What was done').fill('The lock was replaced');
  await dialog.getByRole('button', { name: 'Settle', exact: true }).click();
  await expect(findings.getByText('No finding is open.')).toBeVisible();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Evidence', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(line).toHaveCount(0);
});
