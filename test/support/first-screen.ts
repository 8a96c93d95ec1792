/** What a window costs before anybody can do anything: the scripts it loads, and when its first words are painted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const bundle = join(import.meta.dirname, '../../out/renderer');

/** Milliseconds from the beginning of the page, and bytes of its scripts as gzip would send them. */
export async function firstScreen(page: Page): Promise<{ painted: number; scripts: number; bytes: number }> {
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const seen = new PerformanceObserver((list) =>
          list.getEntriesByName('first-contentful-paint').forEach((entry) => done(entry.startTime)),
        );
        seen.observe({ type: 'paint', buffered: true });
      }),
  );
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(bundle, path))).length, 0);
  return { painted, scripts: scripts.length, bytes };
}
