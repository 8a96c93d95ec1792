/** Training as people use it: a course passed and certified, a drill, a PIN on a shared machine, an attendance list, somebody who joins. */
import { expect, type Page, test } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

const root = resolve(import.meta.dirname, '../..');
let page: Page;

type Course = {
  readonly questions: readonly { readonly answers: readonly { words: { en: string }; right: boolean }[] }[];
};
const edition = join(root, 'resources/content/training/2026-11-24.1');
const courses = JSON.parse(readFileSync(join(edition, 'courses.json'), 'utf8')) as readonly Course[];
const rightAnswers = new Set(
  courses.flatMap(({ questions }) =>
    questions.flatMap(({ answers }) => answers.filter(({ right }) => right).map(({ words }) => words.en)),
  ),
);
const messages = JSON.parse(readFileSync(join(edition, 'messages.json'), 'utf8')) as readonly {
  readonly subject: { readonly en: string };
  readonly phishing: boolean;
}[];

const demo = demoVaultForTests('training', (app) => (page = app.page));

async function open(tab?: 'Team' | 'Joining and leaving'): Promise<void> {
  await page.getByRole('link', { name: 'Training', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Training' })).toBeVisible();
  if (tab !== undefined)
    await page.getByRole('navigation', { name: 'Parts of training' }).getByRole('link', { name: tab }).click();
}

/** Chooses the right answer of every question but the first `wrong` ones. */
async function answer(wrong = 0): Promise<void> {
  const questions = page.getByRole('main').getByRole('group');
  await expect(questions).toHaveCount(6);
  for (let at = 0; at < 6; at += 1) {
    const radios = questions.nth(at).getByRole('radio');
    await expect(radios).toHaveCount(3);
    for (let choice = 0; choice < 3; choice += 1) {
      const words = await questions.nth(at).locator('label').nth(choice).innerText();
      if (rightAnswers.has(words) === at >= wrong) {
        await radios.nth(choice).check();
        break;
      }
    }
  }
}

test('a course is read by keyboard, failed, explained, and passed', async () => {
  await open();
  await page.getByRole('link', { name: 'Begin: Recognise phishing' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'How a false message works' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next lesson' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'How to check' })).toBeFocused();
  await page.getByRole('button', { name: 'Next lesson' }).press('Enter');
  await page.getByRole('button', { name: 'To the questions' }).press('Enter');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('alert')).toContainText('Please answer every question.');
  await answer(3);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '3 of 6 right' })).toBeFocused();
  await expect(page.getByText('Not passed yet.')).toBeVisible();
  await expect(page.getByText('(your answer)')).toHaveCount(3);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('marked.png'), fullPage: true });
  await page.getByRole('button', { name: 'Try again' }).click();
  await answer();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '6 of 6 right' })).toBeFocused();
  await page.getByRole('link', { name: 'Back to training' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Recognise phishing' }).first()).toContainText(
    'passed; again by',
  );
});

test('the certificate is written and read back', async () => {
  const file = join(demo.folder, 'certificate.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await page.getByRole('button', { name: /^Certificate: Recognise phishing/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'read back' })).toContainText(file, { timeout: 30_000 });
  expect(existsSync(file)).toBe(true);
});

test('a drill shows ten messages and explains each', async () => {
  await page.getByRole('link', { name: 'Begin a drill' }).click();
  await page.getByRole('button', { name: 'Begin a drill' }).click();
  for (let number = 1; number <= 10; number += 1) {
    await expect(page.getByRole('heading', { name: `Message ${number} of 10` })).toBeFocused();
    if (number === 1) {
      await expectAccessible(page);
      await page.screenshot({ path: test.info().outputPath('drill.png') });
    }
    const text = await page.getByRole('main').innerText();
    const one = messages.find(({ subject }) => text.includes(subject.en));
    await page.getByRole('button', { name: one?.phishing === true ? 'I do not trust it' : 'It is harmless' }).click();
  }
  await expect(page.getByRole('heading', { name: '10 of 10 judged rightly' })).toBeFocused();
  await expect(page.getByText('You judged it rightly.')).toHaveCount(10);
  await expectAccessible(page);
});

test('somebody without a sign-in signs off with a PIN; a wrong one loses no answer', async () => {
  await open('Team');
  await expect(page.getByRole('heading', { level: 1, name: 'Training of the team' })).toBeVisible();
  await page.getByRole('button', { name: 'PIN of Luis Ortega' }).click();
  const dialog = page.getByRole('dialog', { name: 'PIN of Luis Ortega' });
  await expect(dialog.getByText(/It does not show who that was/)).toBeVisible();
  await dialog.getByLabel('PIN, six to twelve digits').fill('123456');
  await dialog.getByLabel('The same again').fill('123456');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This PIN is guessed at once')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('PIN, six to twelve digits').fill('482913');
  await dialog.getByLabel('The same again').fill('482913');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Take here: Luis Ortega' }).click();
  await page.getByRole('menuitem', { name: 'Clean desk and screen' }).click();
  await expect(page.getByText('For Luis Ortega, who signs off with a PIN at the end.')).toBeVisible();
  await page.getByRole('button', { name: 'Next lesson' }).click();
  await page.getByRole('button', { name: 'Next lesson' }).click();
  await page.getByRole('button', { name: 'To the questions' }).click();
  await answer();
  await page.getByLabel('PIN', { exact: true }).fill('482914');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByText('That is not the PIN')).toBeVisible();
  await expect(page.getByText('4 more attempts are left.')).toBeVisible();
  await page.getByLabel('PIN', { exact: true }).fill('482913');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '6 of 6 right' })).toBeVisible();
});

test('an attendance list is looked at, taken in, and loses nothing', async () => {
  await open('Team');
  const file = join(demo.folder, 'attendance.csv');
  writeFileSync(
    file,
    'Name,Course,Date,Provider\nAna Ruiz,First aid,2026-05-03,Red Cross\nKim,First aid,2026-05-03,\n',
  );
  await demo.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Import attendance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import attendance of other courses' });
  await dialog.getByRole('button', { name: 'Choose a file …' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 rows can be taken, 1 cannot.');
  await expect(dialog.getByRole('row', { name: /Kim/ })).toContainText('nobody of the team has this name');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Take the good rows in, keep the others' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 taken, 1 kept for you to correct.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const refused = page.getByRole('region', { name: 'Rows that were not taken' });
  await expect(refused).toContainText('Kim · First aid · 2026-05-03');
  await refused.getByRole('button', { name: 'Row 3 is settled' }).click();
  await expect(refused).toBeHidden();
});

test('a joining list is ticked with who and when, and is checked against what is so', async () => {
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: /^Joining: Luis Ortega: All courses/ }).click();
  const list = page.getByRole('region', { name: 'Joining: Luis Ortega' });
  await list.getByRole('button', { name: 'Done: All courses for the role passed' }).click();
  await expect(list.getByText('Courses of this person are not passed yet: 6')).toBeVisible();
  await list.getByRole('button', { name: 'Done: Shown whom to call when something goes wrong' }).click();
  await expect(list.getByRole('listitem').filter({ hasText: 'Shown whom to call' })).toContainText('done, Owner,');
  await list.getByRole('button', { name: 'Not needed: Second factor' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please say why.')).toBeVisible();
  await dialog.getByLabel('Why is it not needed?').fill('Does not sign in');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByText('5 items open')).toBeVisible();
});

for (const [language, scheme] of [
  ['de', 'dark'],
  ['en', 'light'],
] as const)
  test(`every page of training fits (${language}, ${scheme})`, async () => {
    await lookIn(page, language, scheme);
    for (const place of ['', '/team', '/joining']) {
      await page.evaluate((path) => (location.hash = `#/training${path}`), place);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expectAccessible(page);
      await expectNothingCutOff(page);
      await page.screenshot({
        path: test.info().outputPath(`training${place.replace('/', '-')}-${language}.png`),
        fullPage: true,
      });
    }
  });
