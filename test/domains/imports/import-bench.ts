/** Writes files for imports into a folder of their own and asks for them as a terminal would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOptions, ImportReport } from '#shared/domains/imports/model';
import { type TestBench, testBench } from '#test/support/workbench';

export type ImportBench = TestBench & {
  write(name: string, content: string | Uint8Array): string;
  run(name: string, content: string | Uint8Array, options?: Partial<ImportOptions>): Promise<ImportReport>;
  /** Every customer, all columns. */
  customers(): Promise<Record<string, unknown>[]>;
};

export async function importBench(): Promise<ImportBench> {
  const bench = await testBench();
  const folder = mkdtempSync(join(tmpdir(), 'steward-files-'));
  const write = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  return Object.assign(bench, {
    write,
    run: (name: string, content: string | Uint8Array, options: Partial<ImportOptions> = {}) =>
      bench.ask('imports', 'run', { file: write(name, content), options }),
    customers: async () => bench.workbench.read().driver.all('select * from customers order by number'),
    end: async () => {
      rmSync(folder, { recursive: true, force: true });
      await end();
    },
  });
  // The end of the bench itself, which the new one calls.
  async function end(): Promise<void> {
    await bench.workbench.lock();
    rmSync(bench.folder, { recursive: true, force: true });
  }
}

export const accountOf = ({ rows, imported, merged, quarantined, skipped }: ImportReport) => ({
  rows,
  imported,
  merged,
  quarantined,
  skipped,
});
