/** Answers what may be asked about imports. */
import { assert } from '#shared/kernel/assert';
import { AppError, notFound } from '#shared/kernel/failures';
import { customerNumberOf } from '#shared/domains/customers/model';
import { standardFields } from '#shared/domains/fields/defaults';
import type { ColumnDecision } from '#shared/domains/imports/model';
import type { imports } from '#shared/domains/imports/operations';
import type { ReadDb } from '../../db/handles';
import type { FileKind, Handlers } from '../../ipc/context';
import { allCustomersChanged, customersChanged } from '../customers/public';
import { correctRow } from './correct';
import { runImport } from './run';
import * as store from './store';
import { undoImport } from './undo';
import { startWorker } from './worker-link';

const customerFiles: readonly FileKind[] = [
  { name: 'Customer lists', extensions: ['csv', 'tsv', 'txt', 'tab', 'xlsx'] },
];

export const importsHandlers: Handlers<typeof imports> = {
  look: async (context, { file: asked, columns, options }) => {
    await assertFieldsExist(context.read(), columns);
    const file = await context.fileToRead(asked, customerFiles);
    const worker = startWorker(context.signal);
    try {
      worker.send({ kind: 'look', file, options, columns: columns ?? null });
      const message = await worker.next();
      assert(message.kind === 'looked', 'a look is answered by what was seen');
      return { file, ...message.look };
    } finally {
      await worker.end();
    }
  },
  run: async (context, { file: asked, columns, options }) => {
    await assertFieldsExist(context.read(), columns);
    const file = await context.fileToRead(asked, customerFiles);
    return context.finish((db) => {
      allCustomersChanged(context.workbench);
      return runImport(context, db, { file, columns, options });
    });
  },
  list: ({ db }) => store.listImports(db),
  get: async ({ db }, { id }) => {
    const report = await store.findImport(db, id);
    if (report === null) throw notFound('import');
    return report;
  },
  quarantine: async ({ db }, { id, state, after, limit }) => {
    if ((await store.findImport(db, id)) === null) throw notFound('import');
    return store.listQuarantine(db, id, { state, after, limit });
  },
  correct: async ({ db, caller, now, workbench }, { id, cells }) => {
    const row = await correctRow(db, { id, cells }, { actor: caller.actor.id, at: now() });
    if (row.customer !== null) await customersChanged(workbench, db, [customerNumberOf(row.customer)]);
    return row;
  },
  discard: async ({ db }, { ids }) => {
    const discarded = await store.discardRows(db, ids);
    for (const { import: id, rows } of discarded) await store.moveFromQuarantine(db, id, 'skipped', rows);
    return { discarded: discarded.reduce((sum, { rows }) => sum + rows, 0) };
  },
  undo: (context, { id }) =>
    context.finish((db) => {
      allCustomersChanged(context.workbench);
      return undoImport(db, id, { actor: context.caller.actor.id, at: context.now() }, () => {
        context.signal.throwIfAborted();
        context.progress({ stage: 'undo', done: 0, total: null, unit: 'steps' });
      });
    }),
};

/** A column can only go to a field that has been declared, and with it a purpose. */
async function assertFieldsExist(db: ReadDb, columns: readonly ColumnDecision[] | undefined): Promise<void> {
  if (columns === undefined) return;
  const own = await db.driver.all('select name from fields where custom = 1');
  const known = new Set<string>([...standardFields.map(({ name }) => name), ...own.map((row) => String(row['name']))]);
  const problems = columns.flatMap(({ field }, index) =>
    field !== null && !known.has(field) ? [{ path: ['columns', index, 'field'], code: 'unknown_field' }] : [],
  );
  if (problems.length > 0) throw new AppError({ code: 'invalid', problems });
}
