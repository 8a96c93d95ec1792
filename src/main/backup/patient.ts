/** A place behind a short patience: each verb has a time limit and is tried again a few times, and a write that may have happened is compared. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#shared/kernel/failures';
import { type Destination, placeFailure, troubleOf } from './destination';

export type Patience = {
  /** Waits before each new attempt, in milliseconds; there is one attempt more than waits. */
  readonly waits: readonly number[];
  /** How long one attempt may take, in milliseconds. */
  readonly limit: number;
};
export const usualPatience: Patience = { waits: [250, 1_000, 4_000], limit: 120_000 };

/** What no second attempt makes better. */
function isFinal(error: unknown): boolean {
  const trouble = troubleOf(error);
  if (trouble !== null)
    return ['wrong-credentials', 'untrusted', 'other-host-key', 'refused', 'missing'].includes(trouble);
  return error instanceof AppError;
}

export function patient(
  place: Destination,
  { waits, limit }: Patience = usualPatience,
  signal?: AbortSignal,
): Destination {
  async function once<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(placeFailure('slow')), limit);
    });
    try {
      return await Promise.race([work(), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** `work` is told how many attempts there were before. */
  async function tried<T>(work: (before: number) => Promise<T>): Promise<T> {
    for (let before = 0; ; before += 1) {
      signal?.throwIfAborted();
      try {
        return await once(() => work(before));
      } catch (error) {
        const wait = waits[before];
        if (isFinal(error) || signal?.aborted === true || wait === undefined) throw named(error);
        await sleep(wait, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      }
    }
  }

  const put: Destination['put'] = (name, bytes) =>
    tried(async (before) => {
      const answer = await place.put(name, bytes);
      if (answer === 'written' || before === 0) return answer;
      // An attempt that was reported as failed may have been done, wholly or in part.
      if (await place.holds(name, bytes)) return 'written';
      if ((await place.remove(name)) === 'refused') return 'there';
      return place.put(name, bytes);
    });

  return {
    kind: place.kind,
    put,
    get: (name, part) => tried(() => place.get(name, part)),
    holds: (name, bytes) => tried(() => place.holds(name, bytes)),
    list: (folder) => tried(() => place.list(folder)),
    remove: (name) => tried(() => place.remove(name)),
    close: () => place.close(),
  };
}

/** Whatever a client library threw becomes a failure of the place; ours stay what they are. */
const named = (error: unknown): unknown => (error instanceof AppError ? error : placeFailure('unclear', error));
