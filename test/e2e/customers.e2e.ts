/** Seeing, searching, correcting, tagging, exporting and removing customers through the screen, by keyboard where people do. */
import { expect, test } from '@playwright/test';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shopifyExport } from '../support/people.ts';
import { bringIn, chooseFile, expectAccessible, firstRun, type FirstRun } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });
let run: FirstRun;
test.beforeAll(async () => {
  run = await firstRun();
});
test.afterAll(async () => {
  await run.app.quit();
  rmSync(run.folder, { recursive: true, force: true });
});

type Asked = {
  steward: { ask(request: unknown): Promise<{ ok: boolean; value: { revision: number; fields: object } }> };
};

test('the first customer is added by hand, and shown as it will be stored', async () => {
  const { page } = run;
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add one by hand' }).click();
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Enter at least a name, a company, an e-mail address or a phone number',
  );
  await page.getByLabel('First name').fill('Rosa');
  await page.getByLabel('Last name').fill('Delgado');
  await page.getByRole('combobox', { name: 'Country' }).fill('Germany');
  await page.getByLabel('Phone', { exact: true }).fill('089 123456');
  await page.getByLabel('E-mail').fill('rosa at frames');
  await page.getByLabel('E-mail').press('Tab');
  await expect(page.getByText('Will be stored as +4989123456')).toBeVisible();
  await expect(page.getByText('This is not a complete e-mail address.')).toBeVisible();
  await page.getByLabel('Customer since').fill('3/4/2021');
  await page.getByLabel('Customer since').press('Tab');
  await expect(page.getByText('Not clear which day this is')).toBeVisible();
  await page.getByLabel('Customer since').fill('2021-04-03');
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill('rosa@frames.example');
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('heading', { name: 'Rosa Delgado' })).toBeVisible();
  await expect(page.getByText('Originally: “089 123456”')).toBeVisible();
  await page.getByRole('switch', { name: 'Show what each field is for' }).click({ force: true });
  await expect(page.getByText(/For: Serve customers.*Basis: contract/).first()).toBeVisible();
  await expectAccessible(page);
});

test('when somebody else changed the record meanwhile nobody’s text is lost', async () => {
  const { page } = run;
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'City' }).fill('Köln');
  await page.getByRole('textbox', { name: 'Job title' }).fill('Owner');
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stay here' }).click();
  const changed = await page.evaluate(async () => {
    const { steward } = window as unknown as Asked;
    const { value } = await steward.ask({ domain: 'customers', operation: 'get', input: { id: 'C-1' } });
    const draft = { fields: { ...value.fields, city: 'Bonn', company: 'Delgado Frames' } };
    return (
      await steward.ask({
        domain: 'customers',
        operation: 'edit',
        input: { id: 'C-1', revision: value.revision, draft },
      })
    ).ok;
  });
  expect(changed).toBe(true);
  await page.getByRole('button', { name: 'Save changes' }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('This customer was changed meanwhile');
  await expect(notice).toContainText('Company');
  await expect(notice).toContainText('you wrote “Köln”, it now says “Bonn”.');
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Köln');
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue('Delgado Frames');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take the other' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { name: 'Rosa Delgado' })).toBeVisible();
  await expect(page.getByText('Bonn').first()).toBeVisible();
  await expect(page.getByText('Job title: “Owner” added')).toBeVisible();
});

test('a long list is walked by keyboard and a screen reader knows where it is', async () => {
  const { page } = run;
  const file = join(run.folder, 'customers_export.csv');
  writeFileSync(file, shopifyExport(1_000, 2_600));
  await chooseFile(run, file);
  await bringIn(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  const grid = page.getByRole('grid');
  await expect(grid).not.toHaveAttribute('aria-rowcount', '-1');
  const total = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(1_500);
  await expect(page.getByText(`${total.toLocaleString('en')} customers`)).toBeVisible();
  await grid.focus();
  await page.keyboard.press('End');
  const last = page.locator(`[aria-rowindex="${total + 1}"]`);
  await expect(last).toBeVisible();
  await expect(last.getByRole('gridcell').nth(1)).not.toBeEmpty();
  expect(await grid.getAttribute('aria-activedescendant')).toBe(await last.getAttribute('id'));
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(page.getByText('3 people selected')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Customers');
  await page.getByRole('link', { name: 'All customers' }).click();
  await expect(page.getByText('3 people selected')).toBeVisible();
  await expect(grid).toBeFocused();
});

test('the search is instant, forgives accents and case, and goes together with filters', async () => {
  const { page } = run;
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('DELGADO fra');
  await expect(page.getByText('1 customer found')).toBeVisible();
  await page.getByRole('searchbox').fill('" OR 1=1 --');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await page.getByRole('searchbox').fill('muller');
  await expect(page.getByRole('row', { name: /Müller/ }).first()).toBeVisible();
  const found = await page.getByText(/customers found/).textContent();
  await page.getByRole('checkbox', { name: /^Germany/ }).check();
  await expect(page.getByText(/customers found/)).not.toHaveText(found ?? '');
  await expect(page.getByText('Country: Germany')).toBeVisible();
  await expectAccessible(page);
});

test('everybody found is tagged and exported, and the file holds exactly them', async () => {
  const { app, page } = run;
  const count = Number(
    /[\d,]+/.exec((await page.getByText(/customers found/).textContent()) ?? '')?.[0].replace(',', ''),
  );
  await page.getByRole('checkbox', { name: 'Select everybody in this list' }).check();
  await page.getByRole('button', { name: 'Tags …' }).click();
  await page.getByRole('combobox', { name: 'Tags to add' }).fill('letter 2026');
  await page.getByRole('combobox', { name: 'Tags to add' }).press('Enter');
  await page.getByRole('button', { name: `Change ${count} people` }).click();
  await expect(page.getByText(`The tags of ${count} people were changed.`)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const file = join(run.folder, 'letter.csv');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Choose where to save' }).click();
  await expect(page.getByText(`Steward opened the file again and counted ${count} rows.`)).toBeVisible();
  await expectAccessible(page);
  const text = readFileSync(file, 'utf8');
  expect(text.match(/letter 2026/g)).toHaveLength(count);
  expect(text).toContain('Müller');
  expect(text).not.toContain('Rosa');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
});

test('removing says how many, asks once more, and removes exactly them', async () => {
  const { page } = run;
  const count = Number(/\d+/.exec((await page.getByText(/people selected/).textContent()) ?? '')?.[0]);
  await page.getByRole('button', { name: 'Remove …' }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${count} people?` });
  await expect(dialog.getByRole('button', { name: `Remove ${count}` })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: `Remove ${count}` }).click();
  // What goes for good needs two people, or the word of somebody who is alone.
  await page.getByRole('button', { name: 'I work alone – go on' }).click();
  await expect(page.getByText('Nobody found')).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(page.getByRole('checkbox', { name: /^newsletter/ })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^letter 2026/ })).toHaveCount(0);
});

test('German, dark, narrow and enlarged pages stay whole and accessible', async () => {
  const { page } = run;
  await page.evaluate(() => {
    localStorage.setItem('steward-language', 'de');
    localStorage.setItem('mantine-color-scheme-value', 'dark');
  });
  await page.reload();
  const devtools = await page.context().newCDPSession(page);
  for (const [width, height] of [
    [1_280, 800],
    [1_024, 700],
    [640, 400],
  ] as const) {
    await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    for (const path of ['/customers', '/customers/C-1', '/customers/C-1/edit', '/customers/duplicates', '/imports']) {
      await page.evaluate((to) => void (location.hash = to), path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
      const sideways = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(sideways, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  expect(run.app.consoleErrors).toEqual([]);
  expect(run.app.networkAttempts).toEqual([]);
});
