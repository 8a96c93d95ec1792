/** Names everybody a filter finds one by one, for operations that take ids only. */
import type { CustomerFilter, CustomerId } from '#shared/domains/customers/model';
import { ask } from '../../app/ask';

const step = 500;

/** The ids of everybody the filter finds, at most `most` of them, in the order of the list. */
export async function gatherIds(
  filter: CustomerFilter,
  most: number,
  isStopped: () => boolean = () => false,
): Promise<CustomerId[]> {
  const ids: CustomerId[] = [];
  for (let offset = 0; offset < most && !isStopped(); offset += step) {
    const { rows, total } = await ask('customers', 'list', { filter, offset, limit: Math.min(step, most - offset) });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || ids.length >= total) break;
  }
  return ids;
}
