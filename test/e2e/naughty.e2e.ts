/** Over five hundred texts that break things elsewhere, on the screen: each is shown as it is stored, nothing runs, nothing is asked of a network. */
import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { naughtyStrings } from '../support/naughty-strings.ts';
import { firstRun, type FirstRun } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });
let run: FirstRun;
const asked: string[] = [];
type Added = { readonly id: string; readonly custom: Readonly<Record<string, string>>; readonly name: string };
const added: Added[] = [];
/** So many texts stand on one person's page. */
const onePage = 20;

test.beforeAll(async () => {
  run = await firstRun();
  run.page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
});
test.afterAll(async () => {
  await run.app.quit();
  rmSync(run.folder, { recursive: true, force: true });
});

async function ask<T>(domain: string, operation: string, input: unknown): Promise<Answer<T>> {
  return run.page.evaluate(
    (request) => (window as unknown as { steward: { ask(request: unknown): Promise<Answer<T>> } }).steward.ask(request),
    { domain, operation, input },
  );
}
async function askFor<T>(domain: string, operation: string, input: unknown): Promise<T> {
  const answer = await ask<T>(domain, operation, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

test('every text that can be stored is on its person’s page, letter by letter', async () => {
  const { page } = run;
  const fields: string[] = [];
  for (let at = 0; at < onePage; at += 1) {
    const { name } = await askFor<{ name: string }>('fields', 'add', {
      label: `Text ${at + 1}`,
      kind: 'text',
      declaration: { purpose: 'serve-customers', sensitivity: 'ordinary', retentionClass: 'short-lived' },
    });
    fields.push(name);
  }
  let kept = 0;
  for (let from = 0; from < naughtyStrings.length; from += onePage) {
    const texts = naughtyStrings.slice(from, from + onePage);
    const custom: Record<string, string> = {};
    for (const [at, text] of texts.entries()) custom[fields[at] ?? ''] = text;
    let answer = await ask<Added>('customers', 'add', { fields: { full_name: `Person ${from}` }, custom });
    // What cannot be stored is refused by name, so that it does not cost the others their place.
    while (!answer.ok && answer.failure.code === 'invalid') {
      for (const { path } of answer.failure.problems) delete custom[String(path.at(-1))];
      answer = await ask<Added>('customers', 'add', { fields: { full_name: `Person ${from}` }, custom });
    }
    if (!answer.ok) throw new Error(`${from}: ${JSON.stringify(answer.failure)}`);
    const stored = await askFor<Added>('customers', 'get', { id: answer.value.id });
    added.push(stored);
    kept += Object.keys(stored.custom).length;
  }
  expect(kept).toBeGreaterThan(515);
  for (const { id, custom } of added) {
    await page.evaluate((path) => (location.hash = path), `#/customers/${id}`);
    for (const [name, text] of Object.entries(custom)) {
      const label = `Text ${fields.indexOf(name) + 1}`;
      const value = page
        .locator('dl > div')
        .filter({ has: page.locator('dt').getByText(label, { exact: true }) })
        .locator('dd > div');
      await expect.poll(() => value.first().evaluate((cell) => cell.textContent)).toBe(text);
    }
  }
});

test('each can be typed into the search, and the page goes on', async () => {
  const { page } = run;
  await page.evaluate(() => (location.hash = '#/customers'));
  const box = page.getByRole('searchbox');
  for (const text of naughtyStrings.filter((one, index) => index % 20 === 0 && one.isWellFormed())) {
    await box.fill(text.slice(0, 200));
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await box.fill('Person 40');
  await expect(page.getByRole('row', { name: /Person 40/ }).first()).toBeVisible();
});

test('nothing ran, and nothing was asked of a network', () => {
  expect(asked).toEqual([]);
  expect(run.app.consoleErrors).toEqual([]);
  expect(run.app.networkAttempts).toEqual([]);
});
