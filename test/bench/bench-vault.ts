/** A vault with a million customers for the benches. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testBench } from '#test/support/workbench';
import { benchFields, writeCustomerFile } from './customer-file';

export type BenchVault = {
  readonly folder: string;
  readonly vault: string;
  readonly rows: number;
  /** Removes it, unless it is kept. */
  end(): void;
};

/** `STEWARD_BENCH_KEPT` names a folder that keeps the filled vault, so that looking again does not mean importing again. */
export async function benchVault(): Promise<BenchVault> {
  const rows = Number(process.env['STEWARD_BENCH_ROWS'] ?? 1_000_000);
  const kept = process.env['STEWARD_BENCH_KEPT'];
  const folder = kept ?? mkdtempSync(join(process.env['STEWARD_BENCH_FOLDER'] ?? tmpdir(), 'steward-customers-'));
  const vault = join(folder, 'vault');
  if (!existsSync(vault)) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'customers.csv');
    writeCustomerFile(file, rows);
    const bench = await testBench('open', vault);
    await bench.ask('imports', 'run', { file, columns: benchFields.map((field, index) => ({ index, field })) });
    await bench.workbench.lock();
    rmSync(file);
  }
  return {
    folder,
    vault,
    rows,
    end: () => {
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
