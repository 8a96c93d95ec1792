/** What the tests of the customer and import pages share: a fresh vault through the screen, axe, choosing a file. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchedApp, launchSteward } from '../support/launch.ts';

export type FirstRun = { app: LaunchedApp; page: Page; folder: string };

/** Starts the app with nothing in it and walks through the first run, recovery kit included. */
export async function firstRun(): Promise<FirstRun> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-pages-'));
  const app = await launchSteward({ userData: join(folder, 'profile'), args: ['--keychain=off'] });
  const { page } = app;
  await page.evaluate(() => localStorage.setItem('steward-language', 'en'));
  await page.reload();
  await makeVault(page, 'correct horse battery staple');
  await page.getByRole('navigation').waitFor();
  return { app, page, folder };
}

/** Walks a fresh app from the welcome to the open vault, recovery kit included; answers the kit's words. */
export async function makeVault(page: Page, passphrase: string): Promise<string[]> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('heading', { name: 'Your recovery kit' }).waitFor();
  await expect(page.locator('ol li')).toHaveCount(24);
  const words = await page.locator('ol li').allTextContents();
  for (const label of await page.locator('label').allTextContents()) {
    const position = Number(/Word (\d+)/.exec(label)?.[1]);
    if (position) await page.getByLabel(label, { exact: true }).fill(words[position - 1] ?? '');
  }
  await page.getByRole('button', { name: /kit is safe/ }).click();
  return words;
}

/** Nothing that axe knows to be wrong on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours that are just fading in are not the colours people read.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // There are no frames to look into; without them no second page has to be opened for the result.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
}

/** Goes to the import page and chooses a file in the system's dialog. */
export async function chooseFile({ app, page }: FirstRun, file: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Import' }).click();
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('heading', { name: 'What is in this file?' }).waitFor();
}

/** Brings the chosen file in and waits for the account of its rows. */
export async function bringIn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { name: 'Every row accounted for' }).waitFor({ timeout: 30_000 });
  return (
    (await page
      .getByText(/rows = /)
      .first()
      .textContent()) ?? ''
  );
}
