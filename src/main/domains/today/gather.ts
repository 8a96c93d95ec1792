/** Everything that is due, gathered from every domain that has something due, and ordered by how urgent it is. */
import type { Today } from '#shared/domains/today/model';
import { dueState, inOrder, wentBack } from '#shared/domains/today/rules';
import type { Instant } from '#shared/kernel/time';
import type { DueAsk } from '../../ipc/due-source';
import { lastEntryAt } from '../trail/public';
import { dueSources } from './sources';

export async function gatherDue(ask: DueAsk, now: Instant): Promise<Today> {
  const drafts = (await Promise.all(dueSources.map((source) => source(ask)))).flat();
  // The trail remembers the latest moment this store has seen.
  const lastSeen = await lastEntryAt(ask.db);
  return {
    today: ask.today,
    items: inOrder(
      drafts.map(({ everyDays: _everyDays, ...draft }) => ({
        ...draft,
        state: draft.state ?? dueState(ask.today, draft.on),
      })),
    ),
    clockWentBack: lastSeen !== null && wentBack(now, lastSeen) ? { lastSeen } : null,
  };
}
