/** Answers what may be asked about imports. */
import { assert } from '#shared/kernel/assert';
import { AppError, notFound } from '#shared/kernel/failures';
import { customerNumberOf } from '#shared/domains/customers/model';
import { standardFields } from '#shared/domains/fields/defaults';
import type { ColumnDecision, QuarantinedRow } from '#shared/domains/imports/model';
import type { imports } from '#shared/domains/imports/operations';
import type { ReadDb } from '../../db/handles';
import type { CommandContext, FileKind, Handlers, QueryContext } from '../../ipc/context';
import { isSealed } from '../../vault/sealed-text';
import { allCustomersChanged, customersChanged, maskFor } from '../customers/public';
import { newSealing, openerFor } from '../fields/public';
import { correctRow } from './correct';
import { runImport } from './run';
import { shownRow } from './sealed-cells';
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
    return context.finish(async (db) => {
      allCustomersChanged(context.workbench);
      const sealing = await newSealing(db, context.workbench.vault(), context.now());
      return runImport(context, db, { file, columns, options, sealing });
    });
  },
  list: ({ db }) => store.listImports(db),
  get: async ({ db }, { id }) => {
    const report = await store.findImport(db, id);
    if (report === null) throw notFound('import');
    return report;
  },
  quarantine: async (context, { id, state, after, limit }) => {
    const { db } = context;
    if ((await store.findImport(db, id)) === null) throw notFound('import');
    const { open, rows } = await store.listQuarantine(db, id, { state, after, limit });
    return { open, rows: await shownRows(context, db, id, rows) };
  },
  correct: async (context, { id, cells }) => {
    const { db, caller, now, workbench } = context;
    const sealing = await newSealing(db, workbench.vault(), now());
    const row = await correctRow(db, { id, cells }, { actor: caller.actor.id, at: now() }, sealing);
    if (row.customer !== null) await customersChanged(workbench, db, [customerNumberOf(row.customer)]);
    const [shown = row] = await shownRows(context, db, await store.importOfRow(db, id), [row]);
    return shown;
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

/** Rows that were kept back, without what this person may not see of them. */
async function shownRows(
  context: QueryContext | CommandContext,
  db: ReadDb,
  id: string,
  rows: readonly QuarantinedRow[],
): Promise<QuarantinedRow[]> {
  const masked = (await maskFor(db, context))?.fields ?? new Set<string>();
  const cells = rows.flatMap((row) => row.cells.map(([, cell]) => cell));
  const open = cells.some(isSealed) ? await openerFor(db, context.workbench.vault(), cells) : null;
  const plan = await store.planOfImport(db, id);
  return rows.map((row) => shownRow(row, plan, masked, open));
}

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
