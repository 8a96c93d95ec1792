/** The trail page by page, newest first; each further page continues below the last number, however long the trail is. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TrailEntry } from '#shared/domains/trail/model';
import type { Failure } from '#shared/kernel/failures';
import { ask, failureOf } from '../../app/ask';

const perPage = 100;

export type Entries = {
  readonly entries: readonly TrailEntry[] | undefined;
  readonly failure: Failure | null;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => void;
};

/** An empty `event` is every event. */
export function useEntries(event: string): Entries {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['trail', 'list', { event }],
    queryFn: ({ pageParam: before }) =>
      ask('trail', 'list', {
        limit: perPage,
        ...(event === '' ? {} : { event }),
        ...(before === null ? {} : { before }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }) => (entries.length < perPage ? undefined : entries.at(-1)?.number),
  });
  return {
    entries: data?.pages.flatMap((page) => page.entries),
    failure: error === null ? null : failureOf(error),
    hasOlder: hasNextPage,
    isLoadingOlder: isFetchingNextPage,
    loadOlder: () => void fetchNextPage(),
  };
}
