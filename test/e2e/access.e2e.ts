/** Several people at one computer: coming in, being kept out, what needs two, and looks at masked data. */
import { expect, type Page, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchedApp } from '../support/launch.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { codeAt } from '../support/totp.ts';
import { openDemoVault } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });
let folder: string;
let app: LaunchedApp;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-access-'));
  app = await openDemoVault(folder);
});
test.afterAll(async () => {
  await app.quit();
  rmSync(folder, { recursive: true, force: true });
});

const ownerPassphrase = 'correct horse battery staple';
const passphrases: Record<string, string> = { Owner: ownerPassphrase };

/** A picture of the page for whoever wants to look; the folder is named when the tests are run. */
async function picture(page: Page, name: string): Promise<void> {
  const pictures = process.env['STEWARD_PICTURES'];
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
const open = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
};
const dialog = (page: Page) => page.getByRole('dialog');

/** Adds a person and gives the first passphrase that the screen shows once. */
async function addPerson(page: Page, name: string, role: string): Promise<string> {
  await open(page, 'People and rights');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await dialog(page).getByLabel('Name', { exact: true }).fill(name);
  await dialog(page).getByLabel('Role').selectOption({ label: role });
  await picture(page, `add-${name}`);
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  const alone = page.getByRole('button', { name: 'I work alone – go on' });
  const first = page.getByTestId('first-passphrase');
  await expect(alone.or(first)).toBeVisible();
  if (await alone.isVisible()) {
    await expectAccessible(page);
    await picture(page, 'alone');
    await alone.click();
  }
  await expect(first).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'first-passphrase');
  const passphrase = (await first.textContent()) ?? '';
  await page.getByRole('button', { name: 'Handed over' }).click();
  return passphrase;
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account and switching/ }).click();
  await page.getByRole('menuitem', { name: 'Switch person' }).click();
  await expect(page.getByRole('heading', { name: 'Who is it?' })).toBeVisible();
}
async function comeIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.getByLabel(`Passphrase of ${name}`).fill(passphrases[name] ?? '');
  await page.keyboard.press('Enter');
}
async function comeInFirst(page: Page, name: string, first: string): Promise<void> {
  passphrases[name] = first;
  await comeIn(page, name);
  await expect(page.getByRole('heading', { name: 'Choose your own passphrase' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'choose-first');
  const own = `the own words of ${name}`;
  await page.getByLabel('The first passphrase you were given').fill(first);
  await page.getByLabel('Your own passphrase').fill(own);
  await page.getByLabel('The same again').fill(own);
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  passphrases[name] = own;
}

test('somebody who works alone adds a person after saying so, and hands the first passphrase over', async () => {
  const { page } = app;
  const first = await addPerson(page, 'Anna', 'Staff');
  expect(first.split(' ')).toHaveLength(6);
  await expect(page.getByRole('table', { name: 'People' })).toContainText('first passphrase not replaced yet');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await picture(page, 'people');
  await leave(page);
  await expectAccessible(page);
  await picture(page, 'who-is-it');
  await comeInFirst(page, 'Anna', first);
});

test('staff see their work and not what is not theirs, and masked data only for a stated purpose', async () => {
  const { page } = app;
  const navigation = page.getByRole('navigation');
  await expect(navigation.getByRole('link', { name: 'Customers' })).toBeVisible();
  for (const hidden of ['Audit trail', 'People and rights'])
    await expect(navigation.getByRole('link', { name: hidden })).toHaveCount(0);
  // A page that is not offered is refused when somebody goes there all the same.
  await page.evaluate(() => (location.hash = '#/trail'));
  await expect(page.getByRole('alert')).toContainText('You do not have the right to do this');
});

test('a second factor is set up with an app, and asked for from then on', async () => {
  const { page } = app;
  await page.getByRole('button', { name: /account and switching/ }).click();
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  const secret = (await page.getByTestId('totp-secret').textContent()) ?? '';
  await expectAccessible(page);
  await picture(page, 'second-factor');
  await page.getByLabel('Code the app shows now').fill(codeAt(secret, new Date().toISOString()));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  const codes = await page.getByRole('listitem').allTextContents();
  await expectAccessible(page);
  await picture(page, 'recovery-codes');
  await page.getByRole('button', { name: 'I have written them down' }).click();
  await expect(page.getByText('A code from your app is asked for each time you sign in.')).toBeVisible();
  await leave(page);
  await comeIn(page, 'Anna');
  await expect(page.getByRole('heading', { name: 'And the code, please' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Code').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await leave(page);
  await comeIn(page, 'Owner');
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('with a second person who may approve, nobody decides alone', async () => {
  const { page } = app;
  const first = await addPerson(page, 'Pia', 'Privacy officer');
  await leave(page);
  await comeInFirst(page, 'Pia', first);
  await leave(page);
  await comeIn(page, 'Owner');
  await open(page, 'People and rights');
  await page.getByRole('button', { name: 'What to do with Anna' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await dialog(page).getByLabel('Role').selectOption({ label: 'Manager' });
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('Somebody else must approve this');
  await dialog(page).getByRole('button', { name: 'Cancel' }).last().click();
  await open(page, 'Approvals');
  await expect(page.getByText('You asked for this, so somebody else decides.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await leave(page);
  await comeIn(page, 'Pia');
  await open(page, 'Approvals');
  await expectAccessible(page);
  await picture(page, 'approvals');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('approved', { exact: true })).toBeVisible();
  await leave(page);
  await comeIn(page, 'Owner');
  await open(page, 'Approvals');
  await page.getByRole('button', { name: 'Do it now' }).click();
  await expect(page.getByText('done', { exact: true })).toBeVisible();
  await open(page, 'People and rights');
  await expect(page.getByRole('row', { name: /Anna/ })).toContainText('Manager');
});

test('roles are one readable table, and a role of one’s own is made from it', async () => {
  const { page } = app;
  await page.getByRole('tab', { name: 'Roles' }).click();
  await expect(page.getByRole('table', { name: 'Rights of Owner' })).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await picture(page, 'roles');
});

test('an access review asks one question for each person and keeps the decisions', async () => {
  const { page } = app;
  await page.getByRole('tab', { name: 'Access reviews' }).click();
  await page.getByRole('button', { name: 'Start a review' }).click();
  for (const name of ['Owner', 'Anna', 'Pia'])
    await page
      .getByRole('radiogroup', { name: `Decision for ${name}` })
      .getByText(name === 'Anna' ? 'Remove' : 'Keep')
      .click();
  await expectAccessible(page);
  await picture(page, 'review');
  await page.getByRole('button', { name: 'Finish the review' }).click();
  await expect(page.getByText('2 kept, 1 removed')).toBeVisible();
  await page.getByRole('tab', { name: 'People' }).click();
  await expect(page.getByRole('row', { name: /Anna/ })).toContainText('disabled');
  await leave(page);
  await expect(page.getByRole('button', { name: 'Sign in as Anna' })).toHaveCount(0);
});

test('a locked vault asks for name and passphrase', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Lock the vault instead' }).click();
  await expect(page.getByRole('heading', { name: 'Unlock Steward' })).toBeVisible();
  await page.getByLabel('Your name for signing in').fill('PIA');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrases['Pia'] ?? '');
  await expectAccessible(page);
  await picture(page, 'unlock-with-name');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pia: account and switching' })).toBeVisible();
});
