/** The people of a selection, batch by batch. */
import { type CustomerSelection, customerNumberOf } from '#shared/domains/customers/model';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { hasText } from './directory';
import { commonnessOf } from './commonness';
import { findNumbers } from './search';
import { wordsOf } from './search-words';
import { filteredNumbers } from './selection';

export const numbersPerBatch = 5_000;

/** The people of a selection in batches, lowest number first, as the store has them at this moment. */
export async function* numbersOf(
  workbench: Workbench,
  db: ReadDb,
  selection: CustomerSelection,
): AsyncGenerator<number[]> {
  if ('ids' in selection) {
    const picked = [...new Set(selection.ids.map(customerNumberOf))].toSorted((a, b) => a - b);
    for (let start = 0; start < picked.length; start += numbersPerBatch)
      yield picked.slice(start, start + numbersPerBatch);
    return;
  }
  const { filter } = selection;
  const words = hasText(filter) ? wordsOf(filter.text ?? '') : null;
  const commonness = words === null ? null : commonnessOf(workbench);
  let after = 0;
  for (;;) {
    const range = { after, limit: numbersPerBatch };
    const numbers =
      words === null
        ? await filteredNumbers(db, filter, range)
        : await findNumbers(db, words, filter, range, commonness);
    if (numbers.length === 0) return;
    yield numbers;
    after = numbers.at(-1) ?? after;
  }
}
