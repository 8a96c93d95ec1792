/** Where a worker's file is: beside the bundle once built, in the source tree while tests run. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkerOptions } from 'node:worker_threads';

export type WorkerFile = { readonly file: string; readonly options: Pick<WorkerOptions, 'execArgv'> };

/** `folder` is the source folder below `src/main`; `name` is the file's name without `.worker.ts`. */
export function workerFile(folder: string, name: string): WorkerFile {
  const built = fileURLToPath(new URL(`./${name}.worker.js`, import.meta.url));
  if (existsSync(built)) return { file: built, options: {} };
  const source = fileURLToPath(new URL(`./${folder}/${name}.worker.ts`, import.meta.url));
  const typeScript = fileURLToPath(new URL('../../scripts/run-typescript.mjs', import.meta.url));
  // Node strips the types of the source itself; the hook only finds files named without their ending.
  return { file: source, options: { execArgv: ['--no-warnings', '--import', typeScript] } };
}
