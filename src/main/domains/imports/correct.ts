/** Tries one quarantined row again with corrected cells, the way its import would have taken it. */
import { brokenRule, notFound } from '#shared/kernel/failures';
import { emailKeyOf } from '#shared/domains/customers/normalise-email';
import { takenFrom } from '#shared/domains/customers/normalise';
import type { QuarantinedRow } from '#shared/domains/imports/model';
import { RowReader } from '#shared/domains/imports/row';
import type { WriteDb } from '../../db/handles';
import type { Sealing } from '../../vault/sealed-text';
import { applyMerges } from './apply-merges';
import { insertClusters } from './clusters';
import { contentColumns } from './columns';
import { workOutMerges } from './merge-rows';
import { sealedAgain, sealedCustom, withHidden } from './sealed-cells';
import {
  findImport,
  findQuarantined,
  insertPacked,
  lastCustomerNumber,
  moveFromQuarantine,
  packedCustomers,
  planOfImport,
  quarantinedRowOf,
  type QuarantineRow,
  updateQuarantined,
} from './store';

export async function correctRow(
  db: WriteDb,
  { id, cells }: { id: number; cells: readonly string[] },
  facts: { actor: string; at: string },
  sealing: Sealing | null,
): Promise<QuarantinedRow> {
  const row = await findQuarantined(db, id);
  if (row === null) throw notFound('quarantined-row');
  if (row.state !== 'open') throw brokenRule('imports.row-settled');
  if ((await findImport(db, row.import))?.undoneAt !== null) throw brokenRule('imports.undone');
  const plan = await planOfImport(db, row.import);
  const whole = withHidden(cells, row.cells);
  const stored = sealedAgain(whole, row.cells, plan, sealing);
  const named = stored.map((cell, index): [string, string] => [plan.headers[index] ?? '', cell]);
  const reader = new RowReader(plan);
  const outcome = reader.read(whole);
  const settle = async (settled: Pick<QuarantineRow, 'problems' | 'state' | 'customer'>): Promise<QuarantinedRow> => {
    const after = { ...row, cells: named, ...settled };
    await updateQuarantined(db, after);
    return quarantinedRowOf(after);
  };
  if (outcome === 'skip')
    return settle({ problems: [{ column: '', code: 'nothing-to-identify' }], state: 'open', customer: null });
  if (outcome === 'quarantine') return settle({ problems: [...reader.problems], state: 'open', customer: null });

  const number = (await lastCustomerNumber(db)) + 1;
  const customer = takenFrom(reader.customer);
  const { email } = customer.values;
  const key = email === undefined ? '' : emailKeyOf(email);
  const candidates =
    email === undefined
      ? []
      : (await db.driver.all('select number from customers where email_key = ?1 order by number limit 32', [key])).map(
          (found) => Number(found['number']),
        );
  const merges = workOutMerges(
    [{ row: row.row, number, key, candidates, customer, custom: sealedCustom(reader.custom, row.cells, sealing) }],
    [await packedCustomers(db, JSON.stringify(candidates))],
    { columns: contentColumns, importId: null, joinOtherNames: false, warn: () => undefined },
  );
  if (merges.customers) await insertPacked(db, merges.customers, contentColumns, row.import, facts.at);
  await applyMerges(db, merges, { importId: row.import, actor: facts.actor, at: facts.at, ended: true });
  await insertClusters(
    db,
    merges.apart.map((members) => ({ reason: 'email', likeness: 1, members })),
    facts.at,
  );
  const state = merges.imported > 0 ? 'imported' : 'merged';
  await moveFromQuarantine(db, row.import, state, 1);
  return settle({ problems: [], state, customer: merges.joined[0] ?? null });
}
