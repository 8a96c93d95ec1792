/** What other domains may use of customers: telling that people changed, where they live, and what waits for a decision. */
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { createDirectory, type Directory } from './directory';
import { countByPlace } from './place-store';
import { commonnessOf, sampleAnew } from './commonness';

export { commonnessOf } from './commonness';
export { maskFor } from './masking';
export { exchangeSecondKey, openOneField, sealOneField, switchOffSecondKey, switchOnSecondKey } from './second-key';
export { dueDuplicates } from './due-store';
export { highestNumber } from './place-store';
export { eraseForGood } from './erase-store';
export { customerOf, readCustomers } from './rows';
export { countCustomers } from './selection';
export { numbersOf } from './people-of';
/** For a store that nobody works in yet: the list's memory is not told. */
export { deleteCustomers as eraseCustomers, stopMarketing } from './store';

type Places = { counts: Promise<ReadonlyMap<string, number>> | null };
const keptPlaces = (workbench: Workbench): Places =>
  workbench.cache('customers.places', (): Places => ({ counts: null }));

/**
 * How many people there are in each country, and in each region of the United States (`US-CA`). At a million it takes a
 * second, so it is counted beside other questions, and again only after customers changed.
 */
export function peopleByPlace(workbench: Workbench): Promise<ReadonlyMap<string, number>> {
  const kept = keptPlaces(workbench);
  const counting = kept.counts ?? countByPlace(workbench.readBehind());
  kept.counts = counting;
  counting.catch(() => {
    if (kept.counts === counting) kept.counts = null;
  });
  return counting;
}

/** The list's memory for the open vault. */
export const directoryOf = (workbench: Workbench): Directory =>
  workbench.cache('customers.directory', () =>
    createDirectory({
      read: workbench.read,
      behind: workbench.readBehind,
      commonness: () => commonnessOf(workbench),
      inTurn: (work) => workbench.write(async (db) => workbench.afterCommit(await work(db))),
      whenRenewed: () => workbench.emit('changed', { domain: 'customers' }),
    }),
  );

/** To be called inside the transaction that changed these customers, after its writes; takes effect when it is committed. */
export async function customersChanged(workbench: Workbench, db: ReadDb, numbers: readonly number[]): Promise<void> {
  const takeEffect = await directoryOf(workbench).following(db, numbers);
  workbench.afterCommit(() => {
    takeEffect();
    tell(workbench);
  });
}

/** To be called inside a transaction that changes a large part of the customers; takes effect when it is committed. */
export function allCustomersChanged(workbench: Workbench): void {
  workbench.afterCommit(() => {
    directoryOf(workbench).outdate();
    sampleAnew(workbench);
    tell(workbench);
  });
}

function tell(workbench: Workbench): void {
  keptPlaces(workbench).counts = null;
  workbench.emit('changed', { domain: 'customers' });
}
