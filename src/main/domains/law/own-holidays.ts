/** Hands the open vault's own holidays to the clocks, and takes them back when it closes. */
import type { Workbench } from '../../ipc/workbench';
import { editsOf, listOwnHolidays } from './own-holidays-store';

export function keepOwnHolidays(workbench: Workbench): void {
  workbench.attach({
    opened: async (vault) => workbench.law.withHolidays(editsOf(await listOwnHolidays(vault.store.writer))),
    committed: () => undefined,
    // Another vault may be opened next; its calendars are its own.
    closing: async () => workbench.law.withHolidays([]),
  });
}
