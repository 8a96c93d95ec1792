/** The import worker: reads, decodes, parses, normalises and packs files, so that the main thread only hands batches to the driver. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/kernel/failures';
import { loadFile, type Port } from './load';
import { lookInto } from './look';
import type { FromWorker, ToWorker } from './worker-messages';

if (parentPort === null) throw new Error('This file runs only as a worker.');
const main = parentPort;

/** Things main sends, in order, handed out one by one to whoever waits for that kind. */
function mailbox<T>(): { put(item: T): void; take(): Promise<T> } {
  const items: T[] = [];
  const takers: ((item: T) => void)[] = [];
  return {
    put: (item) => {
      const taker = takers.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take: () => {
      const [item] = items.splice(0, 1);
      return item === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(item);
    },
  };
}

const credits = mailbox<{ memory: ArrayBuffer | undefined }>();
const known = mailbox<string>();
const found = mailbox<string>();

const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
  main.postMessage(message, transfer as ArrayBuffer[]);

const port: Port = {
  post,
  credit: async () => (await credits.take()).memory,
  known: async function* () {
    for (let packed = await known.take(); packed !== ''; packed = await known.take()) yield packed;
  },
  find: (numbers) => {
    post({ kind: 'find', numbers: JSON.stringify(numbers) });
    return found.take();
  },
};

main.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'look':
      void answer(async () =>
        post({ kind: 'looked', look: await lookInto(message.file, message.options, message.columns) }),
      );
      break;
    case 'run':
      void answer(() => loadFile(message, port));
      break;
    case 'known':
      known.put(message.packed);
      break;
    case 'credit':
      credits.put({ memory: message.memory });
      break;
    case 'found':
      found.put(message.packed);
      break;
  }
});

/** Failures cross as data; of anything else only where it happened, never what was in the file. */
async function answer(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure = error instanceof AppError ? error.failure : null;
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    post({ kind: 'failed', failure, trace: `${error instanceof Error ? error.name : 'thrown'}\n${stack.join('\n')}` });
  }
}
