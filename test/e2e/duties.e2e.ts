/** The duties, as an owner does them: questions, obligations, evidence, today, deadlines; every file that leaves is opened. */
import { expect, type Page, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchedApp } from '../support/launch.ts';
import { openDemoVault } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'steward-duties-e2e-'));
let app: LaunchedApp;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  app = await openDemoVault(folder);
  page = app.page;
});
test.afterAll(async () => {
  expect(app.consoleErrors).toEqual([]);
  expect(app.networkAttempts).toEqual([]);
  await app.quit();
  rmSync(folder, { recursive: true, force: true });
});

async function goTo(path: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = `#${place}`;
  }, path);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

function pdfText(file: string): string {
  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(read.status, read.stderr).toBe(0);
  return read.stdout;
}

test('answers decide which laws apply, with the reason, and the memo says the same', async () => {
  await goTo('/applicability');
  const question = page.getByRole('heading', { level: 2 }).first();
  for (let asked = 0; asked < 4; asked += 1) {
    const before = await question.textContent();
    const yes = page.getByRole('button', { name: 'Yes', exact: true });
    await ((await yes.count()) > 0 ? yes : page.getByRole('button', { name: 'I do not know yet' })).click();
    await expect(question).not.toHaveText(before ?? '');
  }
  const answers = page.locator('li', { has: page.getByRole('button', { name: /^Change: / }) });
  expect(await answers.count()).toBeGreaterThan(0);
  const decided = page.locator('[data-applies="yes"]');
  await expect(decided.first()).toContainText('Applies');
  await expect(decided.first().getByRole('listitem').first()).not.toBeEmpty();
  const names = await decided.locator('p').first().allTextContents();
  await expectAccessible(page);

  const memo = join(folder, 'memo.pdf');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: memo });
  await page.getByRole('button', { name: 'Save as a signed memo (PDF)' }).click();
  await expect(page.getByText(/Saved to .*memo\.pdf and opened again/)).toBeVisible();
  const text = pdfText(memo).replace(/\s+/g, ' ');
  for (const name of names) expect(text).toContain(name);
});

test('a measure in place shows on its obligations; a record is kept, and a reason is asked for', async () => {
  await goTo('/obligations');
  const rows = page.getByRole('table', { name: 'Obligations' }).getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  await expectAccessible(page);
  await rows.nth(1).getByRole('link').click();
  await expect(page.getByText('What it asks')).toBeVisible();
  await page.getByLabel('State', { exact: true }).selectOption({ label: 'Does not apply to us' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Please give the reason; it is part of the record.')).toBeVisible();
  await page.getByLabel('State', { exact: true }).selectOption({ label: 'In place' });
  await page.getByLabel('Who looks after it').fill('Ana');
  await page.getByLabel('Next look (empty: by the rule)').fill('2027-02-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..').locator('..')).toContainText('In place');
  await expectAccessible(page);
});

test('a file becomes evidence only when it is what its name says, and comes back whole', async () => {
  const real = join(folder, 'contract.pdf');
  const claimed = join(folder, 'claimed.pdf');
  copyFileSync(join(folder, 'memo.pdf'), real);
  writeFileSync(claimed, 'MZ this is no document');
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [claimed] });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [real] });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'contract' })).toBeVisible();

  await goTo('/evidence');
  const copy = join(folder, 'copy.pdf');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: copy });
  await page
    .getByRole('button', { name: /^Actions: / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Save a copy' }).click();
  await expect(page.getByText(/That copy is not encrypted/)).toBeVisible();
  expect(readFileSync(copy).equals(readFileSync(real))).toBe(true);
  await page.getByRole('button', { name: 'Check all files' }).click();
  await expect(page.getByText('1 file was read and is whole.')).toBeVisible();
  await expectAccessible(page);
});

test('what was given a date is due on it, and goes into a calendar', async () => {
  await goTo('/');
  await expect(page.getByText(/^Review: /).first()).toBeVisible();
  await expectAccessible(page);
  const file = join(folder, 'steward.ics');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Put into my calendar (.ics)' }).click();
  await expect(page.getByText(/written to .*steward\.ics and read back/)).toBeVisible();
  const calendar = readFileSync(file, 'utf8');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar).toContain('DTSTART;VALUE=DATE:20270201');
});

test('a deadline comes with its steps and their sources', async () => {
  await goTo('/deadlines');
  await page.getByLabel(/^Day it was/).fill('2026-01-31');
  await expect(
    page
      .getByText(/Monday,? 2 March 2026|Monday, March 2, 2026|Saturday,? 28 February 2026|Saturday, February 28, 2026/)
      .first(),
  ).toBeVisible();
  await expect(page.getByText('Because', { exact: true })).toBeVisible();
  await expect(page.getByText(/Art\. 12\(3\)/).first()).toBeVisible();
  await expectAccessible(page);
});
