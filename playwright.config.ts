/** Playwright: the built app driven through its screen, two files at a time and each on a vault of its own, on Electron or its stand-in (test/support/launch.ts says which). */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: false,
  // A shared machine stands still now and then. What needed a second chance is named at the end of `npm test`.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
});
