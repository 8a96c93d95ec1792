/** How long things are kept, through the screen: a rule, the count with its reasons, a hold, the removal and its certificate. */
import { expect, type Page, test } from '@playwright/test';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('retention', (app) => (page = app.page));
const picture = async (name: string): Promise<void> => {
  const folder = process.env['STEWARD_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `retention-${name}.png`), fullPage: true });
};
const ask = async <T>(operation: string, input: object): Promise<T> => {
  const answer = await page.evaluate(
    (request) =>
      (window as unknown as { steward: { ask(asked: unknown): Promise<{ value: unknown }> } }).steward.ask(request),
    { domain: 'customers', operation, input },
  );
  return answer.value as T;
};
const people = async (): Promise<number> => (await ask<{ total: number }>('count', {})).total;

test('a rule is set in words, and says whom it keeps', async () => {
  for (let at = 0; at < 12; at += 1)
    await ask('add', {
      fields: { full_name: `Former Customer ${at}`, last_activity: `202${at % 3}-03-0${1 + (at % 9)}` },
    });
  await page.evaluate(() => (location.hash = '#/retention'));
  await expect(page.getByRole('heading', { level: 1, name: 'How long we keep it' })).toBeVisible();
  await expect(page.getByText('No rule yet: it keeps nobody and removes nobody.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Set the rule: Customer relationship' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How long', { exact: true }).fill('abc');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Enter a number from 0 to 120.')).toBeVisible();
  await dialog.getByLabel('How long', { exact: true }).fill('2');
  await dialog.getByLabel('day it was entered').uncheck();
  await dialog.getByLabel('Why so long').fill('Two years after the last order, decided in 2026');
  await picture('rule');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^2 years, counted from: /)).toBeVisible();
});

test('counting says who could go and who stays and why; a hold keeps somebody', async () => {
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await expect(page.getByText(/people could go$/)).toBeVisible();
  await expect(page.getByText('Who stays, and why')).toBeVisible();
  await page.getByRole('button', { name: 'Show them' }).click();
  const first = page.getByRole('table').getByRole('link').first();
  await expect(first).toBeVisible();
  const id = /C-\d+/.exec((await first.getAttribute('href')) ?? '')?.[0] ?? '';
  await picture('page');
  await expectAccessible(page);
  const before = (await page.getByText(/people could go$/).textContent()) ?? '';
  await page.getByRole('button', { name: 'Add a hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Hold' }).click();
  await expect(dialog.getByText('Name customers or a tag.')).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill('Open claim');
  await dialog.getByLabel('Reason').fill('Letter of the lawyer of 3 May');
  await dialog.getByLabel('Customer numbers').fill(id);
  await dialog.getByRole('button', { name: 'Hold' }).click();
  await expect(page.getByText('Open claim')).toBeVisible();
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await expect(page.getByText('a legal hold')).toBeVisible();
  await expect(page.getByText(before)).toHaveCount(0);
});

test('removing says how many, asks once more, removes exactly them and leaves a certificate', async () => {
  const before = await people();
  const go = page.getByRole('button', { name: /^Remove .* people$/ });
  const count = Number(/[\d,]+/.exec((await go.textContent()) ?? '')?.[0].replaceAll(',', ''));
  await go.click();
  await expectAccessible(page);
  await picture('remove');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click();
  const prove = page.getByRole('dialog').getByLabel(/Passphrase/);
  const alone = page.getByRole('button', { name: 'I work alone – go on' });
  const done = page.getByText(/removed\. The certificate is below\.$/);
  for (;;) {
    await expect(prove.or(alone).or(done).first()).toBeVisible({ timeout: 30_000 });
    if (await done.isVisible()) break;
    if (await alone.isVisible()) await alone.click();
    else {
      await prove.fill('correct horse battery staple');
      await page.keyboard.press('Enter');
    }
    await expect(prove.or(alone).first()).toBeHidden();
  }
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  expect(before - (await people())).toBe(count);
  await expect(page.getByText('Nobody can go today.')).toBeVisible();
  const file = join(demo.folder, 'certificate.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: /^Save the certificate/ }).click();
  await expect(page.getByText(/certificate\.pdf and read back\.$/)).toBeVisible();
  expect(statSync(file).size).toBeGreaterThan(5_000);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByText(/is known of|Nothing stood out|have not been heard of/).first()).toBeVisible();
});

test('nothing is cut off, in German, dark and narrow', async () => {
  await lookIn(page, 'de', 'dark');
  await expect(page.getByRole('heading', { level: 1, name: 'Wie lange wir es behalten' })).toBeVisible();
  await page.getByRole('button', { name: 'Zählen' }).click();
  await expect(page.getByText('Heute kann niemand gehen.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 420, height: 900 });
  await expectNothingCutOff(page);
  await picture('narrow-de');
});
