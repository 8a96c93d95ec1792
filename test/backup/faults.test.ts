/** A fault at every operation: nothing counts as verified that is not whole, and the next run goes on where it stopped. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openFolderPlace } from '#main/backup/places/folder';
import { memoryPlace } from '#test/support/backup';
import { faultsInBackup, faultsInPrune } from '#test/support/fault-series';
import { faultKinds } from '#test/support/faulty-place';
import { testBench, type TestBench } from '#test/support/workbench';

/** Every operation, or every nineteenth; `STEWARD_FAULTS=1` runs all. */
const isWhole = process.env['STEWARD_FAULTS'] === '1';
const step = isWhole ? 1 : 19;

vi.setConfig({ testTimeout: isWhole ? 600_000 : 20_000 });

let bench: TestBench;
let folder: string;
beforeAll(async () => {
  bench = await testBench();
  folder = mkdtempSync(join(tmpdir(), 'steward-faults-'));
  await bench.workbench.write((db) =>
    db.driver
      .run(
        `insert into customers (full_name, created_at, changed_at, sort_name, search_text)
           select hex(randomblob(30)), ?1, ?1, value, value from json_each(?2)`,
        ['2026-11-24T09:00:00.000Z', JSON.stringify(Array.from({ length: 200 }, (_, index) => String(index)))],
      )
      .then(() => undefined),
  );
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(faultKinds)('a place that goes wrong: %s', (kind) => {
  test.each([
    ['once', false],
    ['again and again', true],
  ] as const)('%s, during a backup', async (name, again) => {
    const result = await faultsInBackup(bench, memoryPlace(), kind, { again, step, start: again ? 3 : 1, limit: 80 });
    expect(result.faults).toBeGreaterThan(1);
    if (isWhole) process.stdout.write(`${kind}, ${name}, backup: ${JSON.stringify(result)}\n`);
  });

  test('once, during a pruning', async () => {
    const result = await faultsInPrune(bench, memoryPlace(), kind, { again: false, step, limit: 80 });
    expect(result.faults).toBeGreaterThan(1);
  });

  test('once, in a folder on the disk', async () => {
    const place = await openFolderPlace(join(folder, kind), 'folder', true);
    const result = await faultsInBackup(bench, place, kind, { again: false, step, limit: 2_000 });
    expect(result.faults).toBeGreaterThan(1);
  });
});
