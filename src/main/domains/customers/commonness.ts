/** Which pieces of words are common in the open vault, looked up once. */
import type { Workbench } from '../../ipc/workbench';
import { type Commonness, sampleCommonness } from './search-words';

type Sampled = { commonness: Commonness; sampling: Promise<void> | null };
const keptSample = (workbench: Workbench): Sampled =>
  workbench.cache('customers.commonness', (): Sampled => ({ commonness: null, sampling: null }));

/** Which pieces of words are common; nothing until that has been looked up, which the first search begins. */
export function commonnessOf(workbench: Workbench): Commonness {
  const kept = keptSample(workbench);
  kept.sampling ??= sampleCommonness(workbench.readBehind()).then(
    (commonness) => void (kept.commonness = commonness),
    () => void (kept.sampling = null),
  );
  return kept.commonness;
}

/** After a large change; the next search looks it up again. */
export const sampleAnew = (workbench: Workbench): void => void (keptSample(workbench).sampling = null);
