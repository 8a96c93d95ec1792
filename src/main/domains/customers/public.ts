/** What other domains may use of customers: telling the list that people changed, and what waits for a decision. */
import type { Workbench } from '../../ipc/workbench';
import { createDirectory, type Directory } from './directory';

export { dueDuplicates } from './due-store';

/** The list's memory for the open vault. */
export const directoryOf = (workbench: Workbench): Directory =>
  workbench.cache('customers.directory', () =>
    createDirectory(workbench.readBehind, () => workbench.emit('changed', { domain: 'customers' })),
  );

/** To be called inside the transaction that changes customers; takes effect when it is committed. */
export function customersChanged(workbench: Workbench, numbers: readonly number[] | 'all'): void {
  workbench.afterCommit(() => {
    directoryOf(workbench).changed(numbers);
    workbench.emit('changed', { domain: 'customers' });
  });
}
