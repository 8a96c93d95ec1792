/** Vitest: everything under test/ but the end-to-end tests (Playwright) and the bench. */
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: [...configDefaults.exclude, 'test/e2e/**', 'test/bench/**', 'test/**/fixtures/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    // A shared machine stands still now and then; the reporter says which tests needed a second chance.
    retry: process.env.CI === undefined ? 0 : 1,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
