/** Several people at one computer: coming in, being kept out, what needs two, and looks at masked data. */
import { expect, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedApp } from '../support/launch.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { codeAt } from '../support/totp.ts';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { demoVaultForTests } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let app: LaunchedApp;
const demo = demoVaultForTests('access', (opened) => (app = opened));

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
  await addHealthData(page);
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

/** Asks main as the page's own scripts do, and expects a yes. */
async function ask<T>(page: Page, domain: string, operation: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    (request) =>
      (window as unknown as { steward: { ask(request: unknown): Promise<Answer<unknown>> } }).steward.ask(request),
    { domain, operation, input },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value as T;
}

/** A field of the shop's own for health data, the company declared as such, too, and a customer with both. */
async function addHealthData(page: Page): Promise<void> {
  const declaration = {
    purpose: 'serve-customers',
    sensitivity: 'special-category',
    retentionClass: 'customer-relationship',
  };
  await ask(page, 'fields', 'add', { label: 'Allergies', kind: 'text', declaration });
  const fields = await ask<{ name: string; revision: number }[]>(page, 'fields', 'list', {});
  const revision = fields.find(({ name }) => name === 'company')?.revision;
  await ask(page, 'fields', 'declare', { name: 'company', revision, declaration });
  await ask(page, 'customers', 'add', {
    fields: { full_name: 'Zora Quint', city: 'Oakland', company: 'Dialysis self-help' },
    custom: { x_allergies: 'penicillin' },
  });
}

async function openZora(page: Page): Promise<void> {
  await open(page, 'Customers');
  await page.getByRole('searchbox').fill('Zora Quint');
  await expect(page.getByText('1 customer found')).toBeVisible();
}

test('staff see their work and not what is not theirs', async () => {
  const { page } = app;
  const navigation = page.getByRole('navigation');
  await expect(navigation.getByRole('link', { name: 'Customers' })).toBeVisible();
  for (const hidden of ['Audit trail', 'People and rights'])
    await expect(navigation.getByRole('link', { name: hidden })).toHaveCount(0);
  // A page that is not offered is refused when somebody goes there all the same.
  await page.evaluate(() => (location.hash = '#/trail'));
  await expect(page.getByRole('alert')).toContainText('You do not have the right to do this');
});

test('staff see that something is masked in the list, on the page and in the form, and what it is only for a purpose', async () => {
  const { page } = app;
  // Wide enough for the column of companies.
  await page.setViewportSize({ width: 1500, height: 900 });
  await openZora(page);
  const row = page.getByRole('row', { name: /Zora Quint/ });
  await expect(row).toContainText('•••masked');
  await expect(page.getByText('Dialysis self-help')).toHaveCount(0);
  await row.getByRole('checkbox').click();
  const bulk = page.getByRole('region', { name: 'Selected customers' });
  await expect(bulk.getByRole('button', { name: 'Tags …' })).toBeVisible();
  for (const refused of ['Export', /Remove/]) await expect(bulk.getByRole('button', { name: refused })).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, 'masked-list');
  await row.getByText('Zora Quint').dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'Zora Quint' })).toBeVisible();
  await expect(page.getByText('Masked: special-category data')).toBeVisible();
  await expect(page.getByText('Company, Allergies')).toBeVisible();
  for (const secret of ['Dialysis self-help', 'penicillin']) await expect(page.getByText(secret)).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, 'masked-customer');
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Allergies')).toBeDisabled();
  await page.getByRole('textbox', { name: 'City' }).fill('Alameda');
  await expectAccessible(page);
  await picture(page, 'masked-form');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zora Quint' })).toBeVisible();
  await page.getByRole('button', { name: 'Show for a purpose' }).click();
  const why = page.getByRole('dialog', { name: 'Why do you need to see this?' });
  await expect(why.getByRole('button', { name: 'Show the data' })).toBeDisabled();
  await why.getByLabel('Purpose').selectOption({ label: 'Safety of somebody' });
  await why.getByLabel('In a few words').fill('is about to be given an antibiotic');
  await expectAccessible(page);
  await picture(page, 'glass-dialog');
  await why.getByRole('button', { name: 'Show the data' }).click();
  await expect(page.getByText('penicillin').first()).toBeVisible();
  await expect(page.getByText('Dialysis self-help').first()).toBeVisible();
  await expect(page.getByText('Masked: special-category data')).toHaveCount(0);
  await picture(page, 'glass-broken');
});

test('whoever reviews reads the look with its purpose and says what they think of it', async () => {
  const { page } = app;
  await leave(page);
  await comeIn(page, 'Owner');
  await open(page, 'Today');
  await page.getByRole('link', { name: /masked data/ }).click();
  const look = page.getByRole('row', { name: /Anna/ });
  await expect(look).toContainText('Safety of somebody: is about to be given an antibiotic');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await picture(page, 'looks');
  await look.getByRole('button', { name: 'Ask back' }).click();
  await expect(look).toContainText('Ask back, said Owner');
  await leave(page);
  await comeIn(page, 'Anna');
  await expect(page.getByRole('navigation')).toBeVisible();
});

/** Anna's recovery codes. */
let codes: string[] = [];

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
  codes = await page.getByRole('listitem').allTextContents();
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

test('what somebody takes away has no masked field in it, and they are told', async () => {
  const { page } = app;
  await leave(page);
  await comeIn(page, 'Anna');
  await page.getByLabel('Code').fill(codes[1] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await openZora(page);
  await page
    .getByRole('row', { name: /Zora Quint/ })
    .getByRole('checkbox')
    .click();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'JSON, for software' }).click();
  const file = join(demo.folder, 'zora.json');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await dialog(page).getByRole('button', { name: 'Choose where to save …' }).click();
  await expect(dialog(page)).toContainText('Left out, because you do not see these fields: Company, Allergies.');
  await expectAccessible(page);
  await picture(page, 'masked-export');
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('Alameda');
  expect(written).not.toMatch(/Dialysis|penicillin/);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await leave(page);
  await comeIn(page, 'Owner');
  await open(page, 'People and rights');
});

test('under the second key a field is shown to owner and privacy officer, and for no purpose to anybody else', async () => {
  const { page } = app;
  await open(page, 'Keys');
  const passphrase = page.getByLabel('Your passphrase: Switch on the second key');
  await passphrase.fill('not the passphrase');
  await page.getByRole('button', { name: 'Switch on the second key' }).click();
  await expect(page.getByRole('alert')).toContainText('That did not open the vault');
  await passphrase.fill(ownerPassphrase);
  await page.getByRole('button', { name: 'Switch on the second key' }).click();
  await expect(page.getByText(/On since .* Under the key: Allergies\. You hold it now/)).toBeVisible();
  const ways = page.getByRole('table');
  await expect(ways.getByRole('row', { name: /Pia/ })).toContainText('opens it');
  await expect(ways.getByRole('row', { name: /Anna/ })).toContainText('no');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await picture(page, 'second-key');
  await openZora(page);
  await page
    .getByRole('row', { name: /Zora Quint/ })
    .getByText('Zora Quint')
    .dblclick();
  await expect(page.getByText('penicillin').first()).toBeVisible();
  await leave(page);
  await comeIn(page, 'Anna');
  await page.getByLabel('Code').fill(codes[2] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await openZora(page);
  await page
    .getByRole('row', { name: /Zora Quint/ })
    .getByText('Zora Quint')
    .dblclick();
  await expect(page.getByText('Allergies. Only owner and privacy officer can show this.')).toBeVisible();
  // The purpose of a moment ago still shows what is only masked, and offers nothing more.
  await expect(page.getByRole('button', { name: 'Show for a purpose' })).toHaveCount(0);
  await expect(page.getByText('Dialysis self-help').first()).toBeVisible();
  await expect(page.getByText('penicillin')).toHaveCount(0);
  await expectAccessible(page);
  await picture(page, 'sealed-customer');
  await leave(page);
  await comeIn(page, 'Owner');
  await open(page, 'People and rights');
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
