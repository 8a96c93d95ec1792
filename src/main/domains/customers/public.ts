/** What other domains may use of customers: telling that people changed, where they live, and what waits for a decision. */
import type { Workbench } from '../../ipc/workbench';
import { createDirectory, type Directory } from './directory';
import { countByPlace } from './place-store';

export { dueDuplicates } from './due-store';

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
    createDirectory(workbench.readBehind, () => workbench.emit('changed', { domain: 'customers' })),
  );

/** To be called inside the transaction that changes customers; takes effect when it is committed. */
export function customersChanged(workbench: Workbench, numbers: readonly number[] | 'all'): void {
  workbench.afterCommit(() => {
    keptPlaces(workbench).counts = null;
    directoryOf(workbench).changed(numbers);
    workbench.emit('changed', { domain: 'customers' });
  });
}
