/** What waits of customers: groups of likely duplicates that nobody has decided on. */
import type { DueSource } from '../../ipc/due-source';

export const dueDuplicates: DueSource = async ({ db }) => {
  const [row] = await db.driver.all("select count(*) as clusters from duplicate_clusters where state = 'open'");
  const clusters = Number(row?.['clusters']);
  return clusters === 0
    ? []
    : [{ id: 'duplicates', kind: 'duplicates-open', title: '', on: null, owner: null, count: clusters, about: '' }];
};
