/** Ties a list's rows to React: asks when the question changes, refreshes when customers changed. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CustomerRow } from '#shared/domains/customers/model';
import { ask, listen } from '../../app/ask';
import type { ListQuestion } from './list-state';
import { RowPages, type PagesState } from './row-pages';

export type CustomerPages = RowPages<ListQuestion, CustomerRow>;

/** An import of a million rows says "changed" often; the list looks again at most this often. */
const refreshEvery = 400;

export function useRowPages({ filter, sort, direction }: ListQuestion): {
  readonly pages: CustomerPages;
  readonly state: PagesState;
} {
  const [pages] = useState(
    () =>
      new RowPages<ListQuestion, CustomerRow>((question, offset, limit) =>
        ask('customers', 'list', { ...question, offset, limit }),
      ),
  );
  const state = useSyncExternalStore(pages.subscribe, pages.state);
  useEffect(() => pages.ask({ filter, sort, direction }), [pages, filter, sort, direction]);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = listen('changed', ({ domain }) => {
      if (domain !== 'customers' && domain !== 'imports') return;
      soon ??= setTimeout(() => {
        soon = undefined;
        pages.refresh();
      }, refreshEvery);
    });
    return () => {
      stop();
      clearTimeout(soon);
    };
  }, [pages]);
  return { pages, state };
}
