/** What the law asks, read in German: no English sentence is left on the pages about it, and the language changes all of it at once. */
import { expect, type Page, test } from '@playwright/test';
import { english, withoutNames } from '../support/english-left.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { demoVaultForTests, lookIn } from './demo-vault.ts';

let page: Page;
demoVaultForTests('german', (app) => (page = app.page));

async function goTo(place: string): Promise<void> {
  await page.evaluate((path) => {
    (document.activeElement as HTMLElement | null)?.blur();
    location.hash = `#${path}`;
  }, place);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText(/^(?:One moment|Einen Augenblick) …$/)).toHaveCount(0);
}

/** Every line of the page's main part that has English words in it, names apart. */
async function englishLines(): Promise<string[]> {
  const text = await page.getByRole('main').innerText();
  return text.split('\n').filter((line) => english.test(withoutNames(line)));
}

test('every duty of every law is in German on its list', async () => {
  await lookIn(page, 'de', 'light');
  await goTo('/obligations');
  await page.getByRole('radiogroup').getByText('Alles', { exact: true }).click();
  const rows = page.getByRole('table', { name: 'Pflichten' }).getByRole('row');
  await expect.poll(() => rows.count()).toBeGreaterThan(300);
  expect(await englishLines()).toEqual([]);
  await expectNothingCutOff(page);
  await page.setViewportSize({ width: 640, height: 430 });
  await expectNothingCutOff(page);
  // German words are longer: none leaves its tile.
  const tiles = page.locator('dl > [data-state]');
  await expect(tiles).toHaveCount(5);
  for (const tile of await tiles.all()) expect(await tile.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 860 });
});

test('a duty of each law, the questions, the deadlines and Today are in German', async () => {
  test.setTimeout(120_000);
  for (const name of [
    'gdpr:art-30.1',
    'gdpr:art-33.1',
    'uk-gdpr:art-12A',
    'ccpa:CC-05',
    'hipaa:sec-02',
    'us-state-breach:US-NY',
    'us-state-privacy:US-CO',
  ]) {
    // The title takes the focus when the page is another one, not when only its duty is.
    await goTo('/evidence');
    await goTo(`/obligations/${name}`);
    expect([name, await englishLines()]).toEqual([name, []]);
    await expectNothingCutOff(page);
  }
  for (const place of ['/', '/applicability', '/evidence', '/deadlines', '/settings']) {
    await goTo(place);
    await expect.poll(async () => [place, await englishLines()]).toEqual([place, []]);
  }
});

test('the reasons of a date name the holiday and the article in German', async () => {
  await goTo('/deadlines');
  await page.getByLabel(/^Tag: /).fill('2026-03-05');
  const answer = page.getByRole('status').filter({ hasText: 'Weil' });
  await expect(answer).toContainText('Dienstag, 7. April 2026');
  await expect(answer).toContainText('Ostermontag');
  await expect(answer).toContainText('Art. 12 Abs. 3 DSGVO');
  expect(await englishLines()).toEqual([]);
});

test('the language changes all of a duty at once', async () => {
  await goTo('/obligations/gdpr:art-30.1');
  await expect(page.getByRole('main')).toContainText('Verzeichnis von Verarbeitungstätigkeiten');
  await expect(page.getByRole('main')).toContainText('Art. 30 Abs. 1 DSGVO');
  await lookIn(page, 'en', 'light');
  await expect(page.getByRole('main')).toContainText('Record of processing');
  await expect(page.getByRole('main')).not.toContainText('Verarbeitungstätigkeiten');
  await expect(page.getByRole('main')).toContainText('GDPR Art. 30(1)');
});
