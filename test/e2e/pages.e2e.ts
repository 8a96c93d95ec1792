/** Every page on the demo vault, in each language and colour, wide and narrow; then what is held, what fields are for, the trail and the settings at work. */
import { expect, type Page, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

const root = resolve(import.meta.dirname, '../..');
const people = '8,235 people';
let page: Page;
const demo = demoVaultForTests('pages', (app) => (page = app.page));

/** Asks main as the page's own scripts do, and expects a yes. */
async function ask<T>(domain: string, operation: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    (request) =>
      (window as unknown as { steward: { ask(request: unknown): Promise<Answer<unknown>> } }).steward.ask(request),
    { domain, operation, input },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value as T;
}

/** Opens a page; it is there when its title has taken the focus. */
async function goTo(place: string): Promise<void> {
  await page.evaluate((path) => {
    (document.activeElement as HTMLElement | null)?.blur();
    if ((location.hash || '#/') === `#${path}`) location.reload();
    else location.hash = `#${path}`;
  }, place);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText(/^(?:One moment|Einen Augenblick) …$/)).toHaveCount(0);
}

async function placesToGo(): Promise<string[]> {
  const { rows } = await ask<{ rows: { id: string }[] }>('customers', 'list', { limit: 1 });
  const imports = await ask<{ id: string; quarantined: number }[]>('imports', 'list', {});
  const [obligation] = await ask<{ name: string }[]>('obligations', 'list', { language: 'en' });
  const customer = rows[0]?.id;
  const withQuarantine = imports.find(({ quarantined }) => quarantined > 0)?.id;
  expect([customer, withQuarantine, obligation?.name]).not.toContain(undefined);
  return [
    '/',
    '/customers',
    '/customers/new',
    `/customers/${customer}`,
    `/customers/${customer}/edit`,
    '/customers/duplicates',
    '/imports',
    `/imports/${withQuarantine}`,
    `/imports/${withQuarantine}/quarantine`,
    '/holdings',
    '/fields',
    '/applicability',
    '/obligations',
    `/obligations/${obligation?.name}`,
    '/evidence',
    '/deadlines',
    '/law/gdpr',
    '/devices',
    '/year',
    '/risks',
    '/training',
    '/training/team',
    '/training/joining',
    '/training/drill',
    '/training/course/training:phishing',
    '/audits',
    '/record',
    '/record/new',
    '/setup',
    '/vendors',
    '/vendors/new',
    '/watching',
    '/trail',
    '/settings',
    '/nowhere',
  ];
}

for (const [language, scheme] of [
  ['en', 'light'],
  ['de', 'dark'],
] as const)
  test(`every page can be read by everybody (${language}, ${scheme})`, async () => {
    test.setTimeout(180_000);
    await lookIn(page, language, scheme);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const titles = new Set<string>();
    for (const place of await placesToGo()) {
      await goTo(place);
      await expectAccessible(page);
      await expectNothingCutOff(page);
      // 1280 × 860 at 200 %.
      await page.setViewportSize({ width: 640, height: 430 });
      await expectNothingCutOff(page);
      await page.setViewportSize({ width: 1280, height: 860 });
      titles.add(await page.title());
    }
    expect(titles.size).toBeGreaterThan(13);
    expect(demo.app.consoleErrors).toEqual([]);
  });

test('what is held is shown by purpose, with the same numbers as are stored', async () => {
  await lookIn(page, 'en', 'light');
  await goTo('/holdings');
  await expect(page.getByText(people).first()).toBeVisible();
  const serve = page.getByRole('heading', { level: 3, name: 'Serve customers: orders, appointments, delivery' });
  await expect(serve).toBeVisible();
  await expect(page.getByText('Contract: needed for what the person ordered or asked for')).toBeVisible();
  const held = await ask<{ fields: { name: string; people: number }[] }>('reports', 'holdings', {});
  const notes = held.fields.find(({ name }) => name === 'notes')?.people ?? 0;
  expect(notes).toBeGreaterThan(1_000);
  await expect(page.getByRole('listitem').filter({ hasText: /^Notes/ })).toHaveText(
    `Notes Confidential${new Intl.NumberFormat('en').format(notes)}`,
  );
  const used = held.fields.filter((field) => field.people > 0).length;
  await page.getByRole('button', { name: `Show ${held.fields.length - used} empty fields` }).click();
  await expect(page.getByText('empty for everybody')).toHaveCount(held.fields.length - used);
  await page.getByRole('link', { name: 'Decide' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Possible duplicates' })).toBeVisible();
});

test('the report is saved in every format, and each file holds what was counted', async () => {
  await goTo('/holdings');
  const held = await ask<{ people: number; fields: unknown[]; purposes: unknown[] }>('reports', 'holdings', {});
  const save = async (format: string): Promise<Buffer> => {
    const file = join(demo.folder, `holdings.${format}`);
    await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
    await page.getByRole('button', { name: 'Save the report' }).click();
    await page.getByRole('menuitem', { name: format.toUpperCase() }).click();
    await expect(page.getByRole('status')).toHaveText(
      `${held.fields.length} fields of ${people} written to ${file}, opened again and counted.`,
      { timeout: 30_000 },
    );
    return readFileSync(file);
  };
  expect(JSON.parse((await save('json')).toString('utf8'))).toMatchObject({
    people: held.people,
    fields: held.fields,
    purposes: held.purposes,
  });
  const csv = Papa.parse<string[]>((await save('csv')).toString('utf8').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  expect(csv.data).toHaveLength(held.fields.length + 1);
  const { sheets } = await readXlsx(await save('xlsx'));
  const cells = sheets.flatMap((sheet) => sheet.rows.flat());
  expect(cells).toContain(held.people);
  expect(cells).toContain('Workshop size');
  const html = (await save('html')).toString('utf8');
  expect(html).toContain('>Workshop size<');
  expect(html).toContain(`>${held.people.toLocaleString('en')}</b>`);
  const pdf = await save('pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
  await expectAccessible(page);
});

test('closing the file dialog is no failure, and leaves no file', async () => {
  await demo.app.answerDialog('showSaveDialog', { canceled: true });
  await page.getByRole('button', { name: 'Save the report' }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  await expect(page.getByRole('button', { name: 'Save the report' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a field of one’s own needs a name and a purpose', async () => {
  await goTo('/fields');
  await page.getByRole('button', { name: 'Add a field' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a field' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please fill this in.')).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByLabel('Name of the field').fill('Favourite colour');
  await dialog
    .getByLabel('What it is for')
    .selectOption({ label: 'Send news and offers to people who want them (Consent)' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: /Favourite colour/ });
  await expect(row).toContainText('your own');
  await expect(row).toContainText('Consent');
});

test('a purpose is added, and the fields that use it follow its basis', async () => {
  await page.getByRole('button', { name: 'Add a purpose' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('In a few words').fill('Run the members’ club');
  await dialog.getByLabel('Lawful basis').selectOption({ label: 'Consent' });
  await expect(dialog.getByText('the person said yes and can take it back')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Consent · no field uses it')).toBeVisible();
});

test('a field that was changed meanwhile is shown, and replaced only on purpose', async () => {
  await page.getByRole('button', { name: 'Change: Website' }).click();
  const dialog = page.getByRole('dialog', { name: 'What “Website” is for' });
  await dialog.getByLabel('Sensitivity').selectOption({ label: 'Special category' });
  const website = async () =>
    (
      await ask<{ name: string; revision: number; purpose: string; sensitivity: string; retentionClass: string }[]>(
        'fields',
        'list',
        {},
      )
    ).find(({ name }) => name === 'website');
  const before = await website();
  await ask('fields', 'declare', {
    name: 'website',
    revision: before?.revision,
    declaration: { purpose: 'keep-books', sensitivity: 'ordinary', retentionClass: 'bookkeeping' },
  });
  await expect(page.getByRole('row', { name: /Website/, includeHidden: true })).toContainText('Bookkeeping');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Somebody changed this meanwhile')).toBeVisible();
  await expect(dialog.getByText('Keep books and invoices as the law requires · Ordinary · Bookkeeping')).toBeVisible();
  await expectAccessible(page);
  expect((await website())?.sensitivity).toBe('ordinary');
  await dialog.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(dialog).toBeHidden();
  expect(await website()).toMatchObject({ sensitivity: 'special-category', purpose: before?.purpose });
});

test('a purpose that was changed meanwhile is shown, and replaced only on purpose', async () => {
  const club = async () =>
    (await ask<{ id: string; name: string; lawfulBasis: string; revision: number }[]>('fields', 'purposes', {})).find(
      ({ name }) => name.includes('club'),
    );
  await page.getByRole('button', { name: 'Change: Run the members’ club' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('In a few words').fill('Run the club');
  await ask('fields', 'changePurpose', { ...(await club()), lawfulBasis: 'contract' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Run the members’ club · Contract')).toBeVisible();
  await expectAccessible(page);
  expect(await club()).toMatchObject({ name: 'Run the members’ club', lawfulBasis: 'contract' });
  await dialog.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(dialog).toBeHidden();
  expect(await club()).toMatchObject({ name: 'Run the club', lawfulBasis: 'consent' });
});

test('the trail says in sentences what happened, to its very beginning', async () => {
  for (let time = 0; time < 60; time += 1) await ask('vault', 'setIdleMinutes', { minutes: 20 + (time % 2) });
  await goTo('/trail');
  const entries = page.getByRole('list', { name: 'Audit trail' }).getByRole('listitem');
  await expect(entries).toHaveCount(100);
  await expect(entries.first()).toContainText('Changed when the vault locks by itself');
  await expect(entries.first()).toContainText('Owner, in the app');
  const older = page.getByRole('button', { name: 'Older entries' });
  for (let shown = 100; ; shown += 100) {
    await older.click();
    await expect.poll(() => entries.count()).toBeGreaterThan(shown);
    if ((await entries.count()) < shown + 100) break;
  }
  await expect(older).toBeHidden();
  const numbers = (
    await entries.locator('span').first().page().locator('ol > li > span:first-child').allTextContents()
  ).map(Number);
  expect(numbers.length).toBeGreaterThan(130);
  expect(numbers).toEqual(numbers.map((_number, at) => numbers.length - at));
  await expect(entries.last()).toContainText('Made the vault');
  expect(await page.getByRole('main').innerText()).not.toMatch(/\b(?:vault|customers|imports|reports|fields)\.[a-z-]+/);
  await expectAccessible(page);
});

test('the trail can be narrowed to one event, and leads to the people it is about', async () => {
  await page.getByLabel('Show').selectOption({ label: 'Exported the report of what is held' });
  const entries = page.getByRole('list', { name: 'Audit trail' }).getByRole('listitem');
  // Five were saved; the sixth was closed again.
  await expect(entries).toHaveCount(12);
  await expect(entries.filter({ hasText: 'did not work' })).toHaveText(/Stopped/);
  await expect(entries.filter({ hasText: 'format: CSV' })).toHaveCount(1);
  await page.getByLabel('Show').selectOption({ label: 'Removed evidence' });
  await expect(page.getByText('No such entry.')).toBeVisible();
  await page.getByLabel('Show').selectOption({ label: 'Added a customer' });
  await entries.getByRole('link', { name: /^C-\d+$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosa Delgado' })).toBeVisible();
});

test('the trail is checked as a whole, and says what that proves', async () => {
  await goTo('/trail');
  await page.getByRole('button', { name: 'Verify now' }).click();
  const verdict = page.getByRole('status').filter({ hasText: 'The trail is sound' });
  await expect(verdict).toContainText('no entry was changed, removed or moved');
  await expect(verdict).toContainText('It does not show what nobody recorded');
  const { root: expected } = await ask<{ root: string }>('trail', 'verify', {});
  await expect(verdict).toContainText(expected);
  await expectAccessible(page);
});

test('language and colours change at once and stay', async () => {
  await goTo('/settings');
  await expect(page.getByText(join(demo.folder, 'vault'))).toBeVisible();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  await expect(page.getByText(version, { exact: true })).toBeVisible();
  await page.getByLabel('Language', { exact: true }).selectOption({ label: 'Deutsch' });
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await page.getByText('Dunkel', { exact: true }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('nothing went wrong in the page, and nothing was asked of a network', () => {
  expect(demo.app.consoleErrors).toEqual([]);
  expect(demo.app.networkAttempts).toEqual([]);
  expect(existsSync(join(demo.folder, 'holdings.csv'))).toBe(true);
});
