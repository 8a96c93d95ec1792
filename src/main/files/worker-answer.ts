/** One job on a thread of its own: started with its data, asked for one answer, ended. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Runs the worker `name` that lies beside the module at `beside` (its `import.meta.url`) with `job`. Rejects when it fails
 * or takes longer than `longestMs`. Whatever happens, the thread has ended when this settles.
 */
export async function answerOfWorker<T>(name: string, beside: string, job: unknown, longestMs: number): Promise<T> {
  const worker = new Worker(...program(name, beside, job));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The worker took too long.')), longestMs);
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The worker ended without an answer.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** In a bundle the worker is beside us as JavaScript. From source (tests, bench) it is TypeScript and needs the resolver the scripts use. */
function program(
  name: string,
  beside: string,
  workerData: unknown,
): [URL, { workerData: unknown; execArgv?: string[] }] {
  const bundled = new URL(`./${name}.js`, beside);
  if (existsSync(fileURLToPath(bundled))) return [bundled, { workerData }];
  const resolver = new URL('../../../scripts/run-typescript.mjs', import.meta.url).href;
  return [new URL(`./${name}.ts`, beside), { workerData, execArgv: ['--import', resolver] }];
}
