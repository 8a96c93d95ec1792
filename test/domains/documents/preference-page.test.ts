/** The preference page as people meet it: by keyboard and reader, with and without the signal, answering with a file or an e-mail, asking nobody. */
import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPreferencePage, preferencePage } from '#main/domains/documents/preference-page';
import { findChromium } from '../../../scripts/find-chromium.mjs';
import { shop } from '#test/support/businesses';
import { testBench, type TestBench } from '#test/support/workbench';

const folder = mkdtempSync(join(tmpdir(), 'steward-choices-'));
const executablePath = findChromium();
let bench: TestBench;
const file = (language: string): string => join(folder, `${language}.html`);

beforeAll(async () => {
  bench = await testBench();
  expect(await bench.askRaw('documents', 'preferencePage', { language: 'en', file: file('en') })).toMatchObject({
    failure: { rule: 'documents.contact-needed' },
  });
  await bench.ask('business', 'save', {
    revision: 0,
    facts: { ...shop.facts, name: `"><script>alert(1)</script> & Söhne` },
  });
  await bench.ask('documents', 'setFacts', { facts: shop.more });
  for (const language of ['en', 'de'] as const)
    await bench.ask('documents', 'preferencePage', { language, file: file(language) });
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

it('is refused with a script, an address or a choice too many or too few', () => {
  const business = { ...shop.facts, ...shop.more, contactEmail: 'a@b.example' } as never;
  const page = preferencePage(business, 'en');
  checkPreferencePage(page, business);
  for (const broken of [
    page.replace('</body>', '<script>x</script></body>'),
    page.replace('<main>', '<main onclick="x">'),
    page.replace('</main>', '<a href="https://elsewhere.example">x</a></main>'),
    page.replace('name="no-sale"', 'name="other"'),
    page.replace('mailto:a@b.example', 'mailto:evil@b.example'),
  ])
    expect(() => checkPreferencePage(broken, business)).toThrow();
});

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  async function open(
    language: string,
    signal: boolean,
    scheme: 'light' | 'dark' = 'light',
  ): Promise<{ page: Page; asked: string[]; said: string[] }> {
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width: 390, height: 800 },
      acceptDownloads: true,
    });
    if (signal)
      await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    const page = await context.newPage();
    const [asked, said]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.type()));
    await page.goto(pathToFileURL(file(language)).href);
    return { page, asked, said };
  }

  it.each([
    ['en', 'light'],
    ['de', 'dark'],
  ] as const)('can be used by everybody (%s, %s) and asks nobody', async (language, scheme) => {
    const { page, asked, said } = await open(language, false, scheme);
    expect(asked).toEqual([pathToFileURL(file(language)).href]);
    expect(said).toEqual([]);
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await page.locator('h1').textContent()).toBe(
      language === 'en' ? 'Your privacy choices' : 'Ihre Entscheidungen über Ihre Daten',
    );
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.context().close();
  });

  it('ticks what the browser’s signal stands for, and answers with a file that says so', async () => {
    const { page, said } = await open('en', true);
    await page.getByText('Your browser sends this signal.').waitFor();
    await page.getByLabel('No calls with news or offers').check();
    await page.getByLabel('Name', { exact: true }).fill('Rosa Delgado');
    await page.getByLabel('E-mail', { exact: true }).fill('rosa@delgado.example');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save my choices as a file' }).press('Enter'),
    ]);
    const answer = JSON.parse(readFileSync((await download.path()) ?? '', 'utf8')) as Record<string, unknown>;
    expect(answer).toMatchObject({
      kind: 'steward-preferences',
      version: 1,
      signal: true,
      choices: ['no-sale', 'no-profiling', 'no-phone', 'no-advertising'],
      person: { name: 'Rosa Delgado', email: 'rosa@delgado.example', agent: false },
    });
    expect(await page.getByText('Your choices are ready.').isVisible()).toBe(true);
    expect(said).toEqual([]);
    // Remembered in this browser, for the scripts of the website.
    await page.reload();
    expect(await page.getByLabel('No calls with news or offers').isChecked()).toBe(true);
    await page.context().close();
  });
});
