/** Documents through the screen: facts said once, a text written by hand, what is no longer true, a decision, a version, its readers, a file. */
import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('documents', (app) => (page = app.page));

async function goTo(name: string, heading: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function say(label: string, value: string, told: string): Promise<void> {
  await goTo('Documents', 'Documents');
  await page.getByRole('link', { name: 'Facts for documents' }).click();
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Save the facts' }).click();
  await expect(page.getByText(told)).toBeVisible();
}

async function openDocument(title: string): Promise<void> {
  await goTo('Documents', 'Documents');
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a document is made, and says which facts it lacks', async () => {
  await goTo('Documents', 'Documents');
  await page.getByRole('button', { name: 'Make: Backup policy' }).click();
  const policies = page.getByRole('region', { name: 'Policies' });
  await expect(policies.getByRole('listitem').filter({ hasText: 'Backup policy' })).toContainText('2 facts missing');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Backup policy', exact: true }).click();
  const where = page.getByRole('region', { name: 'Where and how often' });
  await expect(where).toContainText('missing: Where backups are kept');
  await expect(where).toContainText('[to be added: Where backups are kept]');
});

test('a fact that changes marks the sections that say it, and they are renewed', async () => {
  await say('Where backups are kept', 'Bank vault, Main Street', 'Saved. 2 documents are now out of date.');
  await openDocument('Backup policy');
  await expect(page.getByText('One section no longer says what is true')).toBeVisible();
  const where = page.getByRole('region', { name: 'Where and how often' });
  await expect(where.locator('ins')).toHaveText('Bank vault, Main Street');
  await page.getByRole('button', { name: 'Bring up to date' }).click();
  await expect(where).not.toContainText('out of date');
  await expect(where).toContainText('one of them elsewhere: Bank vault, Main Street');
  await expect(page.getByText('One section no longer says what is true')).toBeHidden();
});

test('words written by hand are kept, and set beside the new text to decide', async () => {
  const where = page.getByRole('region', { name: 'Where and how often' });
  await where.getByRole('button', { name: 'Write: Where and how often' }).press('Enter');
  const editor = where.getByRole('textbox', { name: 'Text of: Where and how often' });
  await expect(editor).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('On Fridays Luis takes the disk home.');
  await where.getByRole('button', { name: 'Save' }).click();
  await expect(where.getByText('written by hand')).toBeVisible();
  await expect(where).toContainText('On Fridays Luis takes the disk home.');
  await say('Where backups are kept', 'Safe at the notary', 'Saved. 2 documents are now out of date.');
  await openDocument('Backup policy');
  await page.getByRole('button', { name: 'Bring up to date' }).click();
  await expect(page.getByText('One section you wrote in waits for your decision.')).toBeVisible();
  await where.getByRole('button', { name: 'Decide: Where and how often' }).click();
  const dialog = page.getByRole('dialog', { name: 'Yours or the new text: Where and how often' });
  await expect(dialog.locator('ins', { hasText: 'notary' })).toBeVisible();
  await expect(dialog.locator('ins', { hasText: 'Fridays' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('decide.png'), fullPage: true });
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(dialog).toBeHidden();
  await expect(where).toContainText('On Fridays Luis takes the disk home.');
  await expect(page.getByText('One section no longer says what is true')).toBeHidden();
});

test('a version is approved, published, read, and compared', async () => {
  await page.getByRole('button', { name: 'Approve this text' }).click();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  const readers = page.getByRole('region', { name: 'Who has read it' });
  await expect(readers).toContainText('not yet');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'One person has not read it yet: Backup policy' }).click();
  await page.getByRole('button', { name: 'I have read it', exact: true }).click();
  await expect(readers).not.toContainText('not yet');
  const where = page.getByRole('region', { name: 'Where and how often' });
  await where.getByRole('button', { name: 'Undo my words: Where and how often' }).click();
  await expect(where).toContainText('Safe at the notary');
  await page.getByRole('button', { name: 'Compare version 1 with the text as it stands' }).click();
  const dialog = page.getByRole('dialog', { name: 'Version 1 and the text as it stands' });
  await expect(dialog.locator('del', { hasText: 'Fridays' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('it is saved as a file that was opened again', async () => {
  const file = join(demo.folder, 'backup.md');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save as …' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await expect(page.getByText(`Written to ${file}, opened again and compared.`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('Safe at the notary');
});

test('the preference page answers with a file, and honours the browser’s signal', async () => {
  await goTo('Documents', 'Documents');
  const file = join(demo.folder, 'choices.html');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Save the page …' }).click();
  await expect(page.getByText(`Written to ${file}, opened again and compared.`)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('mailto:ana@harborlane.example');
});

test('who looks after what is named, and shown', async () => {
  await goTo('Responsibilities', 'Who looks after what');
  await page.getByRole('button', { name: 'Name who looks after: Security' }).click();
  const dialog = page.getByRole('dialog', { name: 'Name who looks after: Security' });
  await expectAccessible(page);
  await dialog.getByLabel('Answers for it (A)').selectOption({ label: 'nobody' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Security' }).first()).toContainText('Nobody is named.');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Nobody looks after it: Security' })).toBeVisible();
});

test('every page stands in both languages and colours, wide and narrow', async () => {
  for (const [language, scheme, pages] of [
    ['de', 'dark', ['Dokumente', 'Sicherungsrichtlinie', 'Zuständigkeiten', 'Angaben für Dokumente']],
    ['en', 'light', ['Documents', 'Backup policy', 'Responsibilities', 'Facts for documents']],
  ] as const) {
    await lookIn(page, language, scheme);
    const [documents, , table, business] = pages;
    await page.getByRole('navigation').getByRole('link', { name: documents, exact: true }).click();
    const stops = [
      async () => expect(page.getByRole('heading', { level: 1, name: documents })).toBeVisible(),
      async () => {
        await page.getByRole('link', { name: business }).click();
        await expect(page.getByRole('heading', { level: 1, name: business })).toBeVisible();
      },
      async () => {
        await page.getByRole('navigation').getByRole('link', { name: documents, exact: true }).click();
        await page.getByRole('link', { name: 'Backup policy', exact: true }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Backup policy' })).toBeVisible();
      },
      async () => {
        await page.getByRole('navigation').getByRole('link', { name: table, exact: true }).click();
        await expect(page.getByRole('table')).toBeVisible();
      },
    ];
    for (const [at, stop] of stops.entries()) {
      await stop();
      await expectAccessible(page);
      await page.setViewportSize({ width: 480, height: 900 });
      await expectNothingCutOff(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectNothingCutOff(page);
      await page.screenshot({ path: test.info().outputPath(`documents-${language}-${at}.png`), fullPage: true });
    }
  }
});
