/** Runs the import bench; `STEWARD_BENCH_ROWS` makes a smaller one. */
import { run } from './import';

await run(Number(process.env['STEWARD_BENCH_ROWS'] ?? 1_000_000), Number(process.env['STEWARD_BENCH_ROUNDS'] ?? 3));
