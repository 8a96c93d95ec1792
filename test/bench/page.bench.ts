/** A million customers as the page sees them: asking through the bridge, and rows on the screen after typing, scrolling and sorting. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchSteward } from '#test/support/launch';
import { seeded } from '#test/support/people';
import { testPassphrase } from '#test/support/workbench';
import { benchVault } from './bench-vault';
import { pick, say, verdict, verdictsOver } from './measure';

const rounds = 40;
const targets = { ask: 60, seen: 60 };
/** The search box waits so long after the last key. */
const afterTyping = 60;

const { vault, rows, end } = await benchVault();
const profile = mkdtempSync(join(tmpdir(), 'steward-page-'));
const app = await launchSteward({ userData: profile, args: ['--keychain=off', `--vault=${vault}`] });
try {
  const { page } = app;
  say(
    `page: ${rows.toLocaleString('en')} customers, on ${app.runsOn}, Node ${process.version}, ${cpus().length} cores`,
  );
  await page.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await page.keyboard.press('Enter');
  // A vault of an earlier version is migrated first.
  await page.getByRole('navigation').waitFor({ timeout: 300_000 });
  await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click();
  await page.getByTestId('customer-grid').getByRole('row').nth(1).waitFor({ timeout: 120_000 });
  // The columns and the orders are read once; that is measured in the main process.
  await times(page, [{ operation: 'facets', input: {} }]);
  for (const sort of ['email', 'company']) await times(page, [{ operation: 'list', input: { sort } }]);
  await asking(page);
  await scrolling(page);
  await typing(page);
} finally {
  await app.quit();
  rmSync(profile, { recursive: true, force: true });
  end();
}
process.exitCode = verdictsOver() > 0 ? 1 : 0;

type Question = { readonly operation: string; readonly input: unknown };

/** How long each question takes from the page's side of the bridge, one after the other. */
async function times(page: Page, questions: readonly Question[]): Promise<number[]> {
  return page.evaluate(async (asked) => {
    const bridge = (globalThis as unknown as { steward: { ask(request: unknown): Promise<{ ok: boolean }> } }).steward;
    const all: number[] = [];
    for (const question of asked) {
      const start = performance.now();
      const { ok } = await bridge.ask({ domain: 'customers', ...question });
      if (!ok) throw new Error(`${question.operation} said no`);
      all.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
    return all;
  }, questions);
}

async function asking(page: Page): Promise<void> {
  const random = seeded(11);
  const some = (make: () => Question): Question[] => Array.from({ length: rounds }, make);
  const offset = (): number => Math.floor(random() * (rows - 20_000));
  const kinds: Record<string, () => Question> = {
    'list page by name': () => ({ operation: 'list', input: { offset: offset() } }),
    'list page by company, downwards': () => ({
      operation: 'list',
      input: { sort: 'company', direction: 'down', offset: offset() },
    }),
    'list page under a filter': () => ({ operation: 'list', input: { filter: { country: ['DE'] }, offset: 1_000 } }),
    'first page of a text': () => ({
      operation: 'list',
      input: { filter: { text: `${pick(random, ['anna', 'ben', 'koch', 'paper'])} ${Math.floor(random() * 100)}` } },
    }),
    'search: a name': () => ({
      operation: 'search',
      input: { text: pick(random, ['becker', 'anna mül', 'kowal', 'zoe kra']) },
    }),
    'search: an e-mail address': () => ({
      operation: 'search',
      input: { text: `customer.${Math.floor(random() * rows)}@mail` },
    }),
  };
  for (const [kind, make] of Object.entries(kinds))
    verdict(`asked by the page: ${kind}`, await times(page, some(make)), targets.ask);
}

/** From the moment the list is moved until rows of the new place are on the screen. */
async function scrolling(page: Page): Promise<void> {
  const all = await page.evaluate(async (howOften) => {
    const grid = document.querySelector<HTMLElement>('[data-testid="customer-grid"]');
    if (grid === null) throw new Error('no list');
    const spent: number[] = [];
    for (let round = 1; round <= howOften; round += 1) {
      const top = Math.floor((grid.scrollHeight - grid.clientHeight) * ((round * 0.618) % 1));
      const start = performance.now();
      grid.scrollTop = top;
      await new Promise<void>((resolve) => {
        const look = (): void => {
          const shown = [...grid.querySelectorAll('[role="row"][aria-rowindex]')].slice(1);
          const box = grid.getBoundingClientRect();
          const seen = shown.filter((row) => {
            const { top: from, bottom } = row.getBoundingClientRect();
            return bottom > box.top + 60 && from < box.bottom;
          });
          const filled = seen.filter((row) => /@/.test(row.textContent ?? ''));
          if (seen.length > 5 && filled.length >= seen.length - 1) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      spent.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return spent;
  }, rounds);
  verdict('seen: rows after a jump in the list', all, targets.seen);
}

/** From the moment the search box has waited until the list shows what was typed. */
async function typing(page: Page): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Search customers' });
  const all: number[] = [];
  for (const name of [
    'Kowalczyk',
    'Zimmermann',
    'Nowak',
    'Becker',
    'Hoffmann',
    'Rossi',
    'Jensen',
    'Krause',
    'Lehmann',
    'Scholz',
    'Wagner',
    'Fuchs',
  ]) {
    await box.fill('');
    await page.waitForTimeout(400);
    all.push(
      await page.evaluate(
        async ({ wanted, wait }) => {
          const field = document.querySelector<HTMLInputElement>('input[type="search"]');
          const grid = document.querySelector<HTMLElement>('[data-testid="customer-grid"]');
          if (field === null || grid === null) throw new Error('no list');
          const start = performance.now();
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, wanted);
          field.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise<void>((resolve) => {
            const look = (): void => {
              const first = grid.querySelectorAll('[role="row"][aria-rowindex]')[1]?.textContent ?? '';
              if (first.includes(wanted)) resolve();
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          });
          return performance.now() - start - wait;
        },
        { wanted: name, wait: afterTyping },
      ),
    );
  }
  verdict('seen: rows of a text, after the box has waited', all, targets.seen);
}
