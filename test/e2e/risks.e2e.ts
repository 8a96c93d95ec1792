/** Risks as an owner works with them: a risk with an action, an impact assessment from its criteria to the signature. */
import { expect, type Page, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('risks', (app) => (page = app.page));

async function openRisks(): Promise<void> {
  await page.getByRole('link', { name: 'Risks', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Risks' })).toBeVisible();
}

test('a risk is entered, stands where it belongs, and gets an action', async () => {
  await openRisks();
  const register = page.getByRole('region', { name: 'Register' }).getByRole('listitem');
  await expect(register).toHaveCount(3);
  await expect(register.first()).toContainText('very high · likelihood 3, impact 5');
  await page.getByRole('button', { name: 'Add a risk' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'A risk' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please say what could happen.')).toBeVisible();
  await dialog.getByLabel('In a few words').fill('Fire in the workshop');
  await dialog.getByLabel('How likely').selectOption('5');
  await dialog.getByLabel('How grave').selectOption('5');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(register.first()).toContainText('Fire in the workshop');
  await expect(page.getByRole('img', { name: /Fire in the workshop: 5 × 5/ })).toBeVisible();
  await page.getByRole('button', { name: 'Action for: Fire in the workshop' }).click();
  const action = page.getByRole('dialog', { name: 'An action' });
  await action.getByLabel('What is to be done').fill('Buy smoke alarms');
  await action.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'Against a risk: Buy smoke alarms' }).click();
  await page.getByRole('button', { name: 'Done: Buy smoke alarms' }).click();
  const close = page.getByRole('dialog', { name: 'An action is done' });
  await close.getByLabel('What was done').fill('Four hang there');
  await close.getByRole('button', { name: 'Save' }).click();
  await expect(close).toBeHidden();
  await expect(page.getByRole('button', { name: 'Done: Buy smoke alarms' })).toBeHidden();
});

test('an impact assessment is called for by its criteria, says what it lacks, and is signed', async () => {
  await page.getByRole('button', { name: 'Begin: Data protection impact assessment' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data protection impact assessment' })).toBeFocused();
  await expect(page.getByText('The criteria do not call for it.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why no assessment is needed' })).toBeVisible();
  await page.getByLabel('People are watched systematically').check();
  await page.getByLabel('New technology, or known technology in a new way, is used').check();
  await expect(page.getByRole('status').filter({ hasText: 'The criteria call for it.' })).toBeVisible();
  await expectAccessible(page);
  for (const part of [
    'What is planned',
    'What it is for',
    'Why it is needed and fair',
    'What the people concerned say',
  ])
    await page.getByRole('textbox', { name: part, exact: true }).fill(`Words about: ${part}`);
  await page.getByRole('textbox', { name: 'How people are informed and use their rights' }).fill('A sign at the door');
  await page.getByRole('textbox', { name: 'Measures, and how they can be shown' }).fill('Kept for three days');
  await page.getByRole('button', { name: 'Add a risk' }).click();
  await page.getByLabel('What could happen to people').fill('Films are shown to others');
  await page.getByLabel('Measures', { exact: true }).fill('Only two people have the key');
  await page.getByLabel('With the measures: likelihood').selectOption('1');
  await page.getByLabel(/^Who was asked/).fill('Marie Petit');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('The draft is saved.')).toBeVisible();
  await expect(page.getByText('Nobody was asked for advice.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign' })).toBeHidden();
  await page.getByLabel('What they said').fill('Proportionate with these measures');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('heading', { name: 'What is still to be said' })).toBeHidden();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText('You wrote it yourself')).toBeVisible();
  await page.getByLabel('I wrote it myself, and nobody else here could sign it.').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText(/^Signed by Owner on/)).toBeVisible();
  await expect(page.getByText('Author and signer are the same person.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the draft' })).toBeHidden();
  const file = join(demo.folder, 'dpia.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByRole('menuitem', { name: 'PDF' }).click();
  await expect(page.getByRole('status').filter({ hasText: file })).toBeVisible({ timeout: 30_000 });
  expect(existsSync(file)).toBe(true);
});

test('the security risk analysis asks every point, and both pages fit in every language and colour', async () => {
  await openRisks();
  await page.getByRole('button', { name: 'Begin: Security risk analysis (HIPAA)' }).click();
  await expect(page.getByRole('combobox', { name: /^Decision: / })).toHaveCount(71);
  await expect(page.getByText('and 66 more')).toBeVisible();
  const here = await page.evaluate(() => location.hash);
  for (const [language, scheme] of [
    ['de', 'dark'],
    ['en', 'light'],
  ] as const) {
    await lookIn(page, language, scheme);
    for (const place of ['#/risks', here]) {
      await page.evaluate((hash) => (location.hash = hash), place);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expectAccessible(page);
      await expectNothingCutOff(page);
      const name = place === here ? 'assessment' : 'risks';
      await page.screenshot({ path: test.info().outputPath(`${name}-${language}.png`), fullPage: name === 'risks' });
    }
  }
});
