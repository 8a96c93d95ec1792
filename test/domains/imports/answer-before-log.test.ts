/** A large import answers when it is safe in the write-ahead log; its pages move into the store behind the answer. */
import { statSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { usualLogPages } from '#main/db/log';
import { storeFile } from '#main/db/open';
import { type ImportBench, importBench } from './import-bench';

let bench: ImportBench;
afterEach(() => bench.end());

/** Enough for more pages than the log may have before they are moved. */
const rows = 40_000;

test('the answer waits neither for the pages to move nor do they stay in the log', async () => {
  bench = await importBench();
  const stored = (): number => statSync(storeFile(bench.folder)).size;
  const { driver } = bench.workbench.vault().store.writer;
  const exec = driver.exec.bind(driver);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let small = 0;
  Object.assign(driver, {
    exec: async (sql: string) => {
      if (sql.includes('wal_checkpoint(truncate)')) {
        await exec(sql);
        small = stored();
        return;
      }
      if (sql.includes('wal_checkpoint(passive)')) await released;
      await exec(sql);
    },
  });
  const people = Array.from(
    { length: rows },
    (_, row) => `Person ${row},p${row}@x.example,${'Long Street '.repeat(32)}`,
  );
  const report = await bench.run('people.csv', ['Name,E-mail,Street', ...people].join('\n'));
  expect(report.imported).toBe(rows);
  expect(stored()).toBe(small);

  release();
  // The next one who writes waits until the pages have moved.
  await bench.workbench.write(async () => undefined);
  expect(stored()).toBeGreaterThan(small + usualLogPages * 4_096);
});
