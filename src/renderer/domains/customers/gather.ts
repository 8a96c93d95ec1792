/** Names everybody a filter finds one by one, for operations that take ids only. */
import type { CustomerFilter, CustomerId } from '#shared/domains/customers/model';
import { ask } from '../../app/ask';

const step = 500;
/** A text is looked for among a million people within some seconds. */
const lookAgain = 250;

/** The ids of everybody the filter finds, at most `most` of them, in the order of the list. */
export async function gatherIds(
  filter: CustomerFilter,
  most: number,
  isStopped: () => boolean = () => false,
): Promise<CustomerId[]> {
  const ids: CustomerId[] = [];
  for (let offset = 0; offset < most && !isStopped();) {
    const { rows, total, capped } = await ask('customers', 'list', {
      filter,
      offset,
      limit: Math.min(step, most - offset),
    });
    if (capped) {
      await new Promise((resolve) => setTimeout(resolve, lookAgain));
      continue;
    }
    offset += step;
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= total) break;
  }
  return ids;
}
