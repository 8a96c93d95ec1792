/** The holdings report as a web page: in a browser it shows what is stored, runs nothing, asks nobody, and can be read by everybody. */
import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeHtml } from '#main/papers/see-html';
import type { HoldingsReport } from '#shared/domains/reports/model';
import { findChromium } from '../../../scripts/find-chromium.mjs';
import { naughtyStrings } from '#test/support/naughty-strings';
import { shopifyExport } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';

const folder = mkdtempSync(join(tmpdir(), 'steward-html-'));
const executablePath = findChromium();
let bench: TestBench;
let report: HoldingsReport;
const own: string[] = [];

async function saved(language: 'en' | 'de'): Promise<string> {
  const file = join(folder, `${language}.html`);
  await bench.ask('reports', 'exportHoldings', { format: 'html', language, file });
  return file;
}

beforeAll(async () => {
  bench = await testBench();
  const list = join(folder, '<img src=x onerror=alert(1)>.csv');
  writeFileSync(list, shopifyExport(0, 300));
  await bench.ask('imports', 'run', { file: list });
  for (const label of naughtyStrings) {
    const answer = await bench.askRaw('fields', 'add', {
      label: label.slice(0, 80),
      kind: 'text',
      declaration: { purpose: 'serve-customers', sensitivity: 'special-category', retentionClass: 'short-lived' },
    });
    if (answer.ok) own.push((answer.value as { label: string }).label);
  }
  expect(own.length).toBeGreaterThan(100);
  report = await bench.ask('reports', 'holdings', {});
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

it('holds every field as it is stored, character by character', async () => {
  const seen = seeHtml(readFileSync(await saved('en'), 'utf8'));
  expect(seen).toMatchObject({ title: 'What we hold', language: 'en', foreign: [] });
  const fields = seen.rows.filter((row) => row.length === 6).map(([label]) => label);
  expect(fields.slice(-own.length)).toEqual(own);
  expect(seen.lines).toContain(report.storeId);
});

it('names whatever could run or load', () => {
  expect(seeHtml('<p onclick="x">a<script>b</script><img src=c><a href="d">e</a>').foreign).toEqual([
    'p onclick',
    'script',
    'img',
    'img src',
    'a href',
  ]);
});

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  it.each([
    ['en', 'light', 1200],
    ['de', 'dark', 360],
  ] as const)(
    '%s, %s, %i wide: shown as stored, nothing runs, nobody is asked',
    async (language, colorScheme, width) => {
      const file = await saved(language);
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
      try {
        const page = await context.newPage();
        const asked: string[] = [];
        const said: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => said.push(message.text()));
        page.on('dialog', (dialog) => said.push(`dialog: ${dialog.type()}`));
        await page.goto(pathToFileURL(file).href);
        expect(asked).toEqual([pathToFileURL(file).href]);
        expect(said).toEqual([]);
        const labels = await page.locator('table').nth(1).locator('tbody th').allTextContents();
        expect(labels.slice(-own.length)).toEqual(own);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        expect(await violations(page)).toEqual([]);
        if (process.env['STEWARD_PICTURES'])
          await page.screenshot({
            path: join(process.env['STEWARD_PICTURES'], `report-${language}.png`),
            fullPage: true,
          });
      } finally {
        await context.close();
      }
    },
  );
});

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
