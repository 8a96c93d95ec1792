/** One import from file to store: batches of the worker into one transaction, then indexes, search and likely duplicates. */
import { assert, assertNever } from '#shared/kernel/assert';
import { brokenRule } from '#shared/kernel/failures';
import type { ColumnDecision, ImportOptions, ImportReport } from '#shared/domains/imports/model';
import type { TaskContext } from '../../ipc/context';
import type { WriteDb } from '../../db/handles';
import type { Sealing } from '../../vault/sealed-text';
import { applyMerges } from './apply-merges';
import { BulkMode, isLarge } from './bulk-mode';
import { findClusters, insertClusters } from './clusters';
import {
  type Account,
  countCustomers,
  emailKeys,
  findImport,
  finishImport,
  insertPacked,
  insertQuarantine,
  lastCustomerNumber,
  packedCustomers,
  startImport,
} from './store';
import type { Batch, Blob, Merges, Opened } from './worker-messages';
import { startWorker, type WorkerLink } from './worker-link';

/** How many batches may be on their way from the worker. */
export const batchesAhead = 5;

export type RunInput = {
  readonly file: string;
  readonly columns?: readonly ColumnDecision[] | undefined;
  readonly options: ImportOptions;
  /** For values under the second key, where there is one. */
  readonly sealing?: Sealing | null;
};

export async function runImport(context: TaskContext, db: WriteDb, input: RunInput): Promise<ImportReport> {
  const worker = startWorker(context.signal);
  const run = new Run(context, db, worker);
  try {
    return await run.go(input);
  } finally {
    await worker.end();
    await run.close();
  }
}

class Run {
  readonly #context: TaskContext;
  readonly #db: WriteDb;
  readonly #worker: WorkerLink;
  readonly #id: string;
  readonly #at: string;
  #opened: Opened | null = null;
  #bulk: BulkMode | null = null;
  #imported = 0;
  #merged = 0;
  #quarantined = 0;
  #skipped = 0;
  readonly #apart: (readonly number[])[] = [];

  constructor(context: TaskContext, db: WriteDb, worker: WorkerLink) {
    this.#context = context;
    this.#db = db;
    this.#worker = worker;
    this.#id = context.newId('imp');
    this.#at = context.now();
  }

  async go({ file, columns, options, sealing = null }: RunInput): Promise<ImportReport> {
    const { signal, progress, now, caller } = this.#context;
    const before = await lastCustomerNumber(this.#db);
    const there = await countCustomers(this.#db);
    this.#worker.send({
      kind: 'run',
      file,
      options,
      columns: columns ?? null,
      importId: this.#id,
      actor: caller.actor.id,
      at: this.#at,
      firstNumber: before + 1,
      sealing: sealing,
      customers: there,
    });
    for (;;) {
      const message = await this.#worker.next();
      switch (message.kind) {
        case 'opened':
          await this.#open(message, there);
          break;
        case 'batch':
          await this.#takeBatch(message);
          progress({ stage: 'rows', done: message.bytes, total: this.#opened?.bytes ?? null, unit: 'bytes' });
          break;
        case 'find':
          this.#worker.send({ kind: 'found', packed: await packedCustomers(this.#db, message.numbers) });
          break;
        case 'merges':
          await this.#takeMerges(message);
          break;
        case 'done': {
          const account: Account = {
            rows: message.rows,
            imported: this.#imported,
            merged: this.#merged,
            quarantined: this.#quarantined,
            skipped: this.#skipped,
          };
          assert(
            account.rows === account.imported + account.merged + account.quarantined + account.skipped,
            'every row of the file is accounted for',
          );
          // Its memory is wanted for the indexes.
          await this.#worker.end();
          await this.#bulk?.end((done, total) => {
            signal.throwIfAborted();
            progress({ stage: 'index', done, total, unit: 'steps' });
          });
          signal.throwIfAborted();
          progress({ stage: 'duplicates', done: 0, total: null, unit: 'steps' });
          await insertClusters(
            this.#db,
            this.#apart.map((members) => ({ reason: 'email', likeness: 1, members })),
            this.#at,
          );
          await findClusters(this.#db, { from: before + 1 }, this.#at);
          await finishImport(this.#db, this.#id, account, {
            hash: message.hash,
            warnings: message.warnings,
            first: before + 1,
            last: message.lastNumber,
            at: now(),
          });
          const report = await findImport(this.#db, this.#id);
          assert(report !== null, 'the import was entered when the file was opened');
          signal.throwIfAborted();
          return report;
        }
        case 'looked':
        case 'failed':
          throw new Error('The worker answered something nobody asked.');
        default:
          assertNever(message);
      }
    }
  }

  /** However it ended. */
  async close(): Promise<void> {
    await this.#bulk?.close();
  }

  async #open(opened: Opened, there: number): Promise<void> {
    if (opened.plan.fields.length === 0 && opened.plan.custom.length === 0) throw brokenRule('imports.nothing-mapped');
    this.#opened = opened;
    await startImport(this.#db, this.#id, opened, this.#at);
    if (there > 0) for await (const packed of emailKeys(this.#db)) this.#worker.send({ kind: 'known', packed });
    this.#worker.send({ kind: 'known', packed: '' });
    if (isLarge(opened.expectedRows, there)) this.#bulk = await BulkMode.start(this.#db, opened.columns, there);
    for (let credit = 0; credit < batchesAhead; credit += 1) this.#worker.send({ kind: 'credit' });
  }

  /** Gives memory for another batch, if there is any. */
  async #insert(blob: Blob | null, expected: number): Promise<ArrayBuffer | undefined> {
    if (blob === null) return undefined;
    const entered = await insertPacked(this.#db, blob, this.#opened?.columns ?? [], this.#id, this.#at);
    assert(entered === expected, 'every packed row was entered');
    return this.#bulk === null ? blob.buffer : this.#bulk.entered(blob);
  }

  async #takeBatch(batch: Batch): Promise<void> {
    const memory = await this.#insert(batch.customers, batch.imported);
    if (memory === undefined) this.#worker.send({ kind: 'credit' });
    else this.#worker.send({ kind: 'credit', memory }, [memory]);
    if (batch.quarantine) await insertQuarantine(this.#db, batch.quarantine, this.#id);
    this.#imported += batch.imported;
    this.#quarantined += batch.quarantined;
    this.#skipped += batch.skipped;
  }

  async #takeMerges(merges: Merges): Promise<void> {
    await this.#insert(merges.customers, merges.imported);
    if (merges.updates) await this.#bulk?.change(merges.updates);
    await applyMerges(this.#db, merges, { importId: this.#id, actor: this.#context.caller.actor.id, at: this.#at });
    this.#imported += merges.imported;
    this.#merged += merges.merged;
    this.#apart.push(...merges.apart);
  }
}
