/** Starts the import worker and reads its messages one by one. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError, cancelled } from '#shared/kernel/failures';
import type { FromWorker, ToWorker } from './worker-messages';

export type WorkerLink = {
  send(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  /** The next message. Throws the worker's failure, `cancelled` when the signal says so, or an error when the worker died. */
  next(): Promise<FromWorker>;
  end(): Promise<void>;
};

/** Files that are far larger in memory than they should be end the worker, not the program. */
const mostHeapMb = 1_024;
/** Rows live for one batch; more room for the young only means more memory. */
const youngHeapMb = 24;

export function startWorker(signal: AbortSignal | null): WorkerLink {
  const worker = new Worker(...program());
  const messages: FromWorker[] = [];
  let wake: (() => void) | null = null;
  let death: Error | null = null;
  const rouse = (): void => {
    wake?.();
    wake = null;
  };
  const die = (error: Error): void => {
    death ??= error;
    rouse();
  };
  worker.on('message', (message: FromWorker) => {
    messages.push(message);
    rouse();
  });
  worker.on('error', (error) => die(error instanceof Error ? error : new Error('The import worker failed.')));
  worker.on('exit', () => die(new Error('The import worker ended early.')));
  signal?.addEventListener('abort', rouse);
  return {
    send: (message, transfer = []) => worker.postMessage(message, transfer as ArrayBuffer[]),
    next: async () => {
      for (;;) {
        if (signal?.aborted) throw cancelled();
        const message = messages.shift();
        if (message?.kind === 'failed') throw failureOf(message);
        if (message) return message;
        if (death) throw death;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    end: async () => {
      signal?.removeEventListener('abort', rouse);
      await worker.terminate();
    },
  };
}

function failureOf({ failure, trace }: Extract<FromWorker, { kind: 'failed' }>): Error {
  if (failure) return new AppError(failure);
  const error = new Error('The import worker failed.');
  error.stack = `Error: ${trace}`;
  return error;
}

/** In a bundle the worker is beside us as JavaScript. From source (tests, bench) it is TypeScript and needs the resolver the scripts use. */
function program(): [
  URL,
  { execArgv?: string[]; resourceLimits: { maxOldGenerationSizeMb: number; maxYoungGenerationSizeMb: number } },
] {
  const resourceLimits = { maxOldGenerationSizeMb: mostHeapMb, maxYoungGenerationSizeMb: youngHeapMb };
  const bundled = new URL('./import.worker.js', import.meta.url);
  if (existsSync(fileURLToPath(bundled))) return [bundled, { resourceLimits }];
  const resolver = new URL('../../../../scripts/run-typescript.mjs', import.meta.url).href;
  return [new URL('./import.worker.ts', import.meta.url), { execArgv: ['--import', resolver], resourceLimits }];
}
