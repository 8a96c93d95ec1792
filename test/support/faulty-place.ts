/** A place that goes wrong at one operation, or at every so many: before it, after it, in the middle, too late, with other bytes or an old list. */
import { cut, type Destination, holdsByGetting, placeFailure, type Stored } from '#main/backup/destination';

export const faultKinds = ['before', 'after', 'partly', 'timeout', 'wrong-bytes', 'stale-list'] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  readonly kind: FaultKind;
  /** Goes wrong at the `at`-th operation. */
  readonly at: number;
  /** And again at every `at`-th one after it. */
  readonly again: boolean;
};

export type FaultyPlace = Destination & { operations(): number; wentWrong(): number };

export function faultyPlace(place: Destination, { kind, at, again }: Fault): FaultyPlace {
  let operations = 0;
  let wrong = 0;
  const lists = new Map<string, readonly Stored[]>();
  const due = (): boolean => {
    operations += 1;
    const now = again ? operations % at === 0 : operations === at;
    if (now) wrong += 1;
    return now;
  };
  const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

  const around = async <T>(work: () => Promise<T>, partly: () => Promise<void>): Promise<T> => {
    if (!due()) return work();
    switch (kind) {
      case 'before':
        throw placeFailure('unreachable');
      case 'after':
        await work();
        throw placeFailure('unreachable');
      case 'partly':
        await partly();
        throw placeFailure('unreachable');
      case 'timeout':
        return never<T>();
      case 'wrong-bytes':
      case 'stale-list':
        return work();
    }
  };

  const get: Destination['get'] = async (name, part) => {
    const bends = kind === 'wrong-bytes' && (again ? (operations + 1) % at === 0 : operations + 1 === at);
    const bytes = await around(
      () => place.get(name, part),
      async () => undefined,
    );
    if (!bends || bytes === null || bytes.length === 0) return bytes;
    const bent = Buffer.from(cut(bytes, undefined));
    const middle = bent.length >> 1;
    bent[middle] = (bent[middle] ?? 0) ^ 4;
    return bent;
  };

  return {
    kind: place.kind,
    operations: () => operations,
    wentWrong: () => wrong,
    get,
    holds: holdsByGetting(get),
    put: (name, bytes) =>
      around(
        () => place.put(name, bytes),
        async () => void (await place.put(name, bytes.subarray(0, bytes.length >> 1))),
      ),
    list: async (folder) => {
      const old = kind === 'stale-list' ? lists.get(folder) : undefined;
      const isStale = kind === 'stale-list' && (again ? (operations + 1) % at === 0 : operations + 1 === at);
      const now = await around(
        () => place.list(folder),
        async () => undefined,
      );
      lists.set(folder, now);
      // A list of a moment before: the first one that was ever asked for, or nothing yet.
      return isStale ? (old ?? []) : now;
    },
    remove: (name) =>
      around(
        () => place.remove(name),
        async () => undefined,
      ),
    close: () => place.close(),
  };
}
