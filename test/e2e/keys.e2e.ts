/** The page of keys: what opens the vault, three sheets made and used, a new data key, a new kit, and a lost passphrase replaced. */
import { expect, test } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expectAccessible, type FirstRun, firstRun } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });

const passphrase = 'correct horse battery staple';
let run: FirstRun;
let sheets: string[] = [];

test.beforeAll(async () => {
  run = await firstRun();
});
test.afterAll(async () => {
  await run.app.quit();
  rmSync(run.folder, { recursive: true, force: true });
});

const act = async (name: string, typed = passphrase): Promise<void> => {
  await run.page.getByLabel(`Your passphrase: ${name}`).fill(typed);
  await run.page.getByRole('button', { name, exact: true }).click();
};

/** The sheets as they stand on the pages. */
async function sheetsIn(file: string): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push([...text.matchAll(/[0-9A-Z]{4}\s+[0-9A-Z]{4}\s+[0-9A-Z]{2}(?=\s)/g)].map(([line]) => line).join('\n'));
  }
  return pages;
}

test('lists every way of opening the vault and what no role can prevent', async () => {
  const { page } = run;
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeFocused();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('Owner');
  await expect(rows.nth(2)).toContainText('Recovery kit, 24 words');
  await expect(page.getByText('roles decide what Steward shows and does')).toBeVisible();
  await expectAccessible(page);
});

test('makes three sheets to print, once the passphrase was right', async () => {
  const { app, page, folder } = run;
  await act('Make three sheets', 'not the passphrase');
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  const file = join(folder, 'escrow.pdf');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await act('Make three sheets');
  await expect(page.getByText('Print the three pages')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('cell', { name: 'Escrow, two of three sheets' })).toBeVisible();
  sheets = await sheetsIn(file);
  expect(sheets.map((sheet) => sheet.split('\n').length)).toEqual([8, 8, 8]);
});

test('encrypts everything under a new key, and says when it is done', async () => {
  const { page } = run;
  await act('Encrypt under a new key');
  await expect(page.getByText('Done: the store has a new key')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
});

test('two sheets open the vault, and a slip of the pen is named', async () => {
  const { page } = run;
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await page.getByRole('button', { name: 'Use two escrow sheets instead' }).click();
  const [first, second] = [
    page.getByLabel('Sheet one: its eight lines'),
    page.getByLabel('Sheet two: its eight lines'),
  ];
  const [one = '', , three = ''] = sheets;
  await first.fill(one.replace(/^./, (character) => (character === '2' ? '3' : '2')));
  await second.fill(three);
  await second.blur();
  await first.focus();
  await first.blur();
  await expect(page.getByText('Line 1 has a slip of the pen')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('Sheet 1 has a slip of the pen in line 1');
  await first.fill(one);
  await second.fill(one);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('That is the same sheet twice');
  await second.fill(three.toLowerCase().replaceAll('\n', '  '));
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('whoever came in with sheets chooses a new passphrase without the old one', async () => {
  const { page } = run;
  await page.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByText('You came in without the passphrase.')).toBeVisible();
  await page.getByLabel('New passphrase').fill('violet tractor sings at noon');
  await page.getByLabel('The new one again').fill('violet tractor sings at noon');
  await page.getByRole('button', { name: 'Choose this passphrase' }).click();
  await expect(page.getByText('The passphrase was changed.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await page.getByLabel('Passphrase', { exact: true }).fill('violet tractor sings at noon');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('a new kit is shown until its words were typed back', async () => {
  const { page } = run;
  await page.getByRole('link', { name: 'Keys' }).click();
  await act('Make a new kit', 'violet tractor sings at noon');
  await expect(page.getByRole('heading', { level: 1, name: 'Your recovery kit' })).toBeVisible();
  await expect(page.locator('ol li')).toHaveCount(24);
  const words = await page.locator('ol li').allTextContents();
  for (const label of await page.locator('label').allTextContents()) {
    const position = Number(/Word (\d+)/.exec(label)?.[1]);
    if (position) await page.getByLabel(label, { exact: true }).fill(words[position - 1] ?? '');
  }
  await page.getByRole('button', { name: /kit is safe/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
});

test('nothing typed is too wide or clipped, in German, dark and narrow', async () => {
  const { page } = run;
  await page.setViewportSize({ width: 420, height: 900 });
  await page.evaluate(() => {
    localStorage.setItem('steward-language', 'de');
    localStorage.setItem('mantine-color-scheme-value', 'dark');
  });
  await page.reload();
  await page.goto(`${page.url().split('#')[0]}#/keys`);
  await expect(page.getByRole('heading', { level: 1, name: 'Schlüssel' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
  if (process.env['STEWARD_PICTURES'])
    await page.screenshot({ path: `${process.env['STEWARD_PICTURES']}/keys-de.png`, fullPage: true });
});
