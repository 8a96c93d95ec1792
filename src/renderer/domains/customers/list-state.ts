/** Where somebody is in the list, kept while they look at one customer and come back. Forgotten when the vault is locked. */
import { create } from 'zustand';
import type { CustomerFilter, CustomerSort } from '#shared/domains/customers/model';
import { listen } from '../../app/ask';
import { nobody, type Selection } from './selection';

export type ListQuestion = {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort;
  readonly direction: 'up' | 'down';
};

type ListState = ListQuestion & {
  readonly selection: Selection;
  /** The row the keyboard is on. */
  readonly active: number;
  /** How far down the list is scrolled, in pixels of the list. */
  readonly scrolled: number;
  /** A new filter finds other people: the selection and the place in the list go. */
  setFilter(filter: CustomerFilter): void;
  setSort(sort: CustomerSort, direction: 'up' | 'down'): void;
  select(selection: Selection): void;
  setActive(active: number): void;
  setScrolled(scrolled: number): void;
  forget(): void;
};

const start = {
  filter: {},
  sort: 'name',
  direction: 'up',
  selection: nobody,
  active: 0,
  scrolled: 0,
} as const satisfies Partial<ListState>;

export const useListState = create<ListState>()((set) => ({
  ...start,
  setFilter: (filter) => set({ filter, selection: nobody, active: 0, scrolled: 0 }),
  setSort: (sort, direction) => set({ sort, direction, active: 0, scrolled: 0 }),
  select: (selection) => set({ selection }),
  setActive: (active) => set({ active }),
  setScrolled: (scrolled) => set({ scrolled }),
  forget: () => set(start),
}));

// What somebody searched for and whom they picked must not stay in memory after the vault was locked.
listen('session', ({ state }) => {
  if (state !== 'open') useListState.getState().forget();
});
