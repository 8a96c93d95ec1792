/** The duties, as an owner does them: questions, obligations, evidence, today, deadlines; every file that leaves is opened. */
import { expect, type Page, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

let page: Page;
const demo = demoVaultForTests('duties', (app) => (page = app.page));

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

test('what came in half done is the next best thing, before any question', async () => {
  await goTo('/');
  const next = page.getByRole('region', { name: 'The next best thing' });
  await expect(next).toContainText(/waits? to be corrected/);
  const due = page.getByRole('region', { name: 'Due and waiting' }).getByRole('listitem');
  await expect(due.filter({ hasText: 'Waiting' }).first()).toContainText(/waits? to be corrected/);
  await expect(due.filter({ hasText: /likely duplicates? waits?/ }).first()).toBeVisible();
  await next.getByRole('button', { name: 'Look at them' }).click();
  await expect(page).toHaveURL(/quarantine/);
});

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
  await expect(answers).not.toHaveCount(0);
  const decided = page.locator('[data-applies="yes"]');
  await expect(decided.first()).toContainText('Applies');
  await expect(decided.first().getByRole('listitem').first()).not.toBeEmpty();
  const names = await decided.locator('p').first().allTextContents();
  await expectAccessible(page);

  const memo = join(demo.folder, 'memo.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: memo });
  await page.getByRole('button', { name: 'Save as a signed memo (PDF)' }).click();
  await expect(page.getByText(/Saved to .*memo\.pdf and opened again/)).toBeVisible();
  const text = pdfText(memo).replace(/\s+/g, ' ');
  for (const name of names) expect(text).toContain(name);
});

test('States are one list that knows the customer store, and only those chosen are asked how many', async () => {
  type Question = {
    name: string;
    relevant: boolean;
    held: { choice: string }[];
    choices: { name: string; words: string }[];
    given: unknown;
  };
  const questions = () => ask<Question[]>('applicability', 'questions', { language: 'en' });
  await ask('applicability', 'answer', { question: 'us-state-privacy:q-consumers', answer: true });
  await ask('applicability', 'answer', { question: 'us-state-breach:q-residents', answer: true });
  await ask('applicability', 'answer', { question: 'us-state-breach:q-states', answer: null });
  const before = (await questions()).find(({ name }) => name === 'us-state-breach:q-states');
  const held = new Set(before?.held.map(({ choice }) => choice));
  const other = before?.choices.find(({ name }) => !held.has(name));
  expect([held.has('US-CA'), other?.name]).toEqual([true, expect.any(String)]);
  await goTo('/');
  await goTo('/applicability');
  await page
    .getByRole('button', { name: 'Answer: In which States do the people live whose information you hold?' })
    .click();
  await expect(
    page.getByText(/Already chosen, because your customer store holds people there: .*California/),
  ).toBeVisible();
  await expect(page.getByText(/answered, .* for now/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Choose all that fit' }).fill(other?.words ?? '');
  await page.getByRole('option', { name: other?.words ?? '', exact: true }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'In which States' })).toContainText(other?.words ?? '');
  const after = await questions();
  const given = after.find(({ name }) => name === 'us-state-breach:q-states')?.given as string[];
  expect(new Set(given)).toEqual(new Set([...held, other?.name]));
  const numbers = after.filter(({ name, relevant }) => name.startsWith('us-state-privacy:q-us-') && relevant);
  const chosen = new Set(given.map((state) => `us-state-privacy:q-${state.toLowerCase()}`));
  expect(numbers.filter(({ name }) => !chosen.has(name))).toEqual([]);
  const rows = await ask<{ name: string; state: string }[]>('obligations', 'list', { language: 'en' });
  const breach = rows.filter(({ name, state }) => name.startsWith('us-state-breach:US-') && state !== 'not-applicable');
  expect(new Set(breach.map(({ name }) => name.slice(-5)))).toEqual(new Set(given));
});

test('a measure entered once serves obligations of several laws', async () => {
  await goTo('/obligations');
  const line = page
    .getByRole('listitem')
    .filter({ hasText: /in \d laws/ })
    .first();
  const serves = Number(/serves (\d+)/.exec((await line.textContent()) ?? '')?.[1]);
  expect(serves).toBeGreaterThan(1);
  const inPlace = async () => {
    const rows = await ask<{ state: string; regulation: string }[]>('obligations', 'list', { language: 'en' });
    return rows.filter(({ state }) => state === 'in-place');
  };
  const before = (await inPlace()).length;
  await line.getByRole('button', { name: /^It is in place: |^Mark/ }).click();
  await expect(page.getByText('In place', { exact: true }).first()).toBeVisible();
  await expect.poll(async () => (await inPlace()).length).toBe(before + serves);
  expect(new Set((await inPlace()).map(({ regulation }) => regulation)).size).toBeGreaterThan(1);
});

test('a measure in place shows on its obligations; a record is kept, and a reason is asked for', async () => {
  await goTo('/');
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
  const real = join(demo.folder, 'contract.pdf');
  const claimed = join(demo.folder, 'claimed.pdf');
  copyFileSync(join(demo.folder, 'memo.pdf'), real);
  writeFileSync(claimed, 'MZ this is no document');
  await demo.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [claimed] });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await demo.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [real] });
  await page.getByRole('button', { name: 'Add a file' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'contract' })).toBeVisible();

  await goTo('/evidence');
  const copy = join(demo.folder, 'copy.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: copy });
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

test('every version of a file is kept and shown, and a page that is behind overwrites nothing', async () => {
  const newer = join(demo.folder, 'contract-2027.pdf');
  copyFileSync(join(demo.folder, 'memo.pdf'), newer);
  const menu = page.getByRole('button', { name: /^Actions: / }).first();
  await demo.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [newer] });
  await menu.click();
  await page.getByRole('menuitem', { name: 'New version' }).click();
  await expect(page.getByText('contract-2027.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Earlier versions' }).click();
  const versions = page.getByRole('dialog');
  await expect(versions.getByRole('row')).toHaveCount(3);
  await expect(versions.getByRole('row').nth(1)).toContainText('contract-2027.pdf');
  await expect(versions.getByRole('row').nth(1)).toContainText('counts now');
  await expect(versions.getByRole('row').nth(2)).toContainText('contract.pdf');
  await expectAccessible(page);
  const old = join(demo.folder, 'old.pdf');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: old });
  await versions.getByRole('button', { name: /^Save a copy: contract\.pdf/ }).click();
  await expect(versions.getByText(/That copy is not encrypted/)).toBeVisible();
  expect(readFileSync(old).equals(readFileSync(join(demo.folder, 'contract.pdf')))).toBe(true);
  await versions.getByRole('button', { name: 'Close' }).first().click();
  await expect(versions).toBeHidden();

  const [one] = await ask<{ id: string; revision: number; targets: string[] }[]>('evidence', 'list', {});
  await menu.click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  const edit = page.getByRole('dialog');
  await edit.getByLabel('Valid until (empty: no end)').fill('2027-03-01');
  await ask('evidence', 'link', {
    id: one?.id,
    revision: one?.revision,
    targets: ['measure:training'],
    expiresOn: '2028-01-01',
  });
  await edit.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(edit.getByRole('alert').first()).toContainText('Somebody changed this meanwhile');
  await expect(edit.getByText(/Evidence for: Training.*1 January 2028|Evidence for: .*Jan.* 2028/)).toBeVisible();
  expect(await ask('evidence', 'list', {})).toMatchObject([{ expiresOn: '2028-01-01' }]);
  await expectAccessible(page);
  await edit.getByRole('button', { name: 'Replace it with mine' }).click();
  await expect(edit).toBeHidden();
  expect(await ask('evidence', 'list', {})).toMatchObject([{ expiresOn: '2027-03-01', targets: one?.targets }]);
});

test('what was given a date is due on it, and goes into a calendar', async () => {
  await goTo('/');
  await expect(page.getByText(/^Review: /).first()).toBeVisible();
  await expectAccessible(page);
  const file = join(demo.folder, 'steward.ics');
  await demo.app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
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

test('an edition that is older, unsigned or changed is refused in words, and what changed can be looked at', async () => {
  await goTo('/');
  await goTo('/deadlines');
  const content = join(import.meta.dirname, '../../resources/content/gdpr');
  const [edition = ''] = readdirSync(content);
  const parts = Object.fromEntries(
    readdirSync(join(content, edition)).map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(content, edition, name), 'utf8')) as object,
    ]),
  );
  const { signature, ...shipped } = parts;
  const newer = { ...shipped, manifest: { ...shipped['manifest'], edition: '2099-01-01.1' } };
  for (const [file, words] of [
    [{ parts: shipped, signature }, 'The edition is not newer than the one in use'],
    [{ parts: newer, signature }, 'The edition was changed after it was signed'],
    [{ parts: newer }, 'The edition is not signed'],
  ] as const) {
    const place = join(demo.folder, 'edition.json');
    writeFileSync(place, JSON.stringify(file));
    await demo.app.answerDialog('showOpenDialog', { canceled: false, filePaths: [place] });
    await page.getByRole('button', { name: 'Install a newer edition from a file' }).click();
    await expect(page.getByRole('alert').filter({ hasText: words })).toContainText('The edition in use goes on.');
  }
  await page
    .getByRole('link', { name: /^What changed: .*GDPR|^What changed: .*General/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What changed for you');
  await expect(page.getByRole('status').first()).toContainText(`${edition} is in use`);
  await expect(page.getByText('Everything was recorded under the editions in use.')).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOff(page);
});

test('a day of one’s own in the calendar is added, counted and taken out again', async () => {
  const { page } = demo.app;
  await page.getByRole('navigation').getByRole('link', { name: 'Deadlines' }).click();
  const card = page.getByRole('region', { name: 'Own holidays' });
  await card.getByLabel('Calendar').selectOption({ label: 'Germany' });
  await card.getByLabel('Day', { exact: true }).fill('2027-08-06');
  await card.getByLabel('Name').fill('Town feast');
  await card.getByRole('button', { name: 'Add the day' }).click();
  await expect(card.getByRole('row', { name: /Town feast/ })).toContainText('August 6');
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Remove Town feast' }).click();
  await expect(card.getByText('The official calendars are used as they are.')).toBeVisible();
});
