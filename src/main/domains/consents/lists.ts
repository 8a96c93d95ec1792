/** People whom a list calls subscribed and of whom nobody has shown that they said so. */
import type { UnprovenList } from '#shared/domains/consents/model';
import type { CustomerFilter } from '#shared/domains/customers/model';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { countCustomers, directoryOf } from '../customers/public';
import { listImports } from '../imports/public';
import { provenByImport } from './store';

/** The largest first; what was entered by hand is the list without an import. */
export async function unprovenLists(db: ReadDb, workbench: Workbench): Promise<UnprovenList[]> {
  const count = async (filter: CustomerFilter): Promise<number> =>
    (await directoryOf(workbench).count(filter)) ?? (await countCustomers(db, filter));
  const proven = await provenByImport(db);
  const lists: UnprovenList[] = [];
  let byHand = await count({ marketing: ['subscribed'] });
  if (byHand === 0) return [];
  for (const { id, fileName, finishedAt } of await listImports(db)) {
    const subscribed = await count({ marketing: ['subscribed'], import: id });
    byHand -= subscribed;
    const people = subscribed - (proven.get(id) ?? 0);
    if (people > 0) lists.push({ import: id, fileName, importedAt: finishedAt, people });
  }
  const people = byHand - (proven.get(null) ?? 0);
  if (people > 0) lists.push({ import: null, fileName: null, importedAt: null, people });
  return lists.toSorted((one, other) => other.people - one.people);
}
