/** The record of processing as an owner keeps it: chosen from the trade, completed, seen as a picture and a list, kept, taken along. */
import { expect, type Page, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchedApp } from '../support/launch.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { lookIn, openDemoVault } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'steward-record-e2e-'));
let app: LaunchedApp;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  app = await openDemoVault(folder);
  page = app.page;
});
test.afterAll(async () => {
  expect(app.consoleErrors).toEqual([]);
  expect(app.networkAttempts).toEqual([]);
  await app.quit();
  rmSync(folder, { recursive: true, force: true });
});

async function openRecord(link = 'Processing', name = 'Record of processing'): Promise<void> {
  await page.getByRole('link', { name: link, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('the picture and the list say the same, and gaps lead to what is missing', async () => {
  await openRecord();
  const picture = page.getByRole('group', { name: /^Picture of where data go/ });
  await expect(picture.getByText('Shop system', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('record-picture.png'), fullPage: true });
  const places = await picture.locator('[data-kind]').count();
  await page.getByText('As a list', { exact: true }).click();
  const arrows = page.getByRole('list', { name: 'Where data go' }).getByRole('listitem');
  await expect(arrows.filter({ hasText: 'Shop system → Parcel services (United States)' })).toHaveText(
    /in: Orders and shipping$/,
  );
  await expect(arrows.filter({ hasText: 'Newsletter service → Newsletter service (Canada)' })).toContainText(
    'in: News and offers by e-mail · to another country',
  );
  const named = new Set((await arrows.locator('p:first-child').allTextContents()).flatMap((row) => row.split(' → ')));
  expect(named.size).toBe(places);
  await expectAccessible(page);
  const gaps = page.getByRole('region', { name: 'What is still missing' });
  await expect(gaps).toContainText('Staff and pay: who is responsible');
});

test('what the store begins to hold is a gap at once, also on Today, until an activity takes it up', async () => {
  await page.getByRole('link', { name: 'What we hold', exact: true }).click();
  await page.getByRole('link', { name: 'What fields are for', exact: true }).click();
  await page.getByRole('button', { name: 'Add a purpose' }).click();
  const purpose = page.getByRole('dialog');
  await purpose.getByLabel('In a few words').fill('Invite people to the workshop');
  await purpose.getByRole('button', { name: 'Save' }).click();
  await expect(purpose).toBeHidden();
  await page.getByRole('button', { name: 'Change: Tags' }).click();
  const field = page.getByRole('dialog');
  const choices = field.getByLabel('What it is for').locator('option');
  const label = await choices.filter({ hasText: 'Invite people' }).textContent();
  await field.getByLabel('What it is for').selectOption({ label: label ?? '' });
  await field.getByRole('button', { name: 'Save' }).click();
  await expect(field).toBeHidden();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'The store holds data for a purpose that is not in the record' }).click();
  const gaps = page.getByRole('region', { name: 'What is still missing' });
  const silent = gaps.getByText('The store holds Tags for “Invite people to the workshop”');
  await expect(silent).toBeVisible();

  await page.getByRole('link', { name: 'Add your own activity' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Please give it a name.')).toBeVisible();
  await expect(page.getByText('Please choose at least one purpose.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Name of the activity').fill('Open workshop day');
  await page.getByRole('checkbox', { name: /Invite people to the workshop/ }).check();
  await expect(page.getByText('Tags', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Who gets data: Add a line' }).click();
  const recipients = page.getByRole('group', { name: 'Who gets data' });
  await recipients.getByLabel('Country').selectOption({ label: 'Canada' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('A line is not complete');
  await recipients.getByLabel('Recipient').fill('Caterer');
  await page.screenshot({ path: test.info().outputPath('activity.png'), fullPage: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Record of processing' })).toBeVisible();
  await expect(silent).toHaveCount(0);
});

test('a version is kept, shown as of its day, and the record taken along', async () => {
  const versions = page.getByRole('region', { name: 'Versions' });
  await expect(versions).toContainText('The record has changed since then.');
  await versions.getByRole('button', { name: 'Keep this version' }).click();
  await expect(versions.getByText('Kept as version 2.')).toBeVisible();
  await versions.getByRole('button', { name: 'Show' }).click();
  await expect(versions.getByText(/^Version 2, kept on/)).toBeVisible();
  await expect(versions.getByText('Open workshop day')).toBeVisible();
  await page.getByRole('button', { name: 'Take the record along' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take the record along' });
  await dialog.getByLabel('As').selectOption({ label: 'Web page' });
  await expectAccessible(page);
  const file = join(folder, 'record.html');
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  await expect(dialog.getByRole('status')).toContainText('Version 2 is in');
  expect(readFileSync(file, 'utf8')).toContain('Harbor Lane Goods');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
});

test('the picker ticks what a trade usually does', async () => {
  await page.getByRole('button', { name: 'Choose what you do' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose what you do' });
  await expect(dialog.getByLabel('Kind of business', { exact: true })).toBeFocused();
  await expect(dialog.getByLabel('Kind of business', { exact: true })).toHaveValue('processing:online-shop');
  await expect(dialog.getByRole('checkbox', { name: /Orders and shipping – already in the record/ })).toBeDisabled();
  await dialog.getByLabel('Kind of business', { exact: true }).selectOption({ label: 'Restaurant or café' });
  await expect(dialog.getByRole('checkbox', { name: /^Cameras/ })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: /^Cameras/ }).press('Space');
  await dialog.getByRole('button', { name: /^Take \d+ activities/ }).click();
  await expect(dialog).toBeHidden();
  const activities = page.getByRole('region', { name: 'Activities' });
  await expect(activities.getByText('Reservations', { exact: true })).toBeVisible();
  await expect(activities.getByText('Cameras', { exact: true })).toHaveCount(0);
});

test('in German and dark, narrow and wide, nothing is cut off', async () => {
  await lookIn(page, 'de', 'dark');
  await openRecord('Verarbeitungen', 'Verarbeitungsverzeichnis');
  await expect(page.getByRole('group', { name: /^Bild davon/ })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('record-de.png'), fullPage: true });
  await page.setViewportSize({ width: 480, height: 900 });
  await expectNothingCutOff(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectNothingCutOff(page);
});
