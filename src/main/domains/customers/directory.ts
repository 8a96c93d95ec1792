/** The list's memory: who comes where in each order, the columns that are filtered and counted, and whom a text finds. The store is the truth. */
import { type CustomerFilter, CustomerSort } from '#shared/domains/customers/model';
import type { ReadDb } from '../../db/handles';
import { CodedColumns, type Facets, isFiltered } from './coded-columns';
import { Kept } from './kept';
import { type Order, picked, placed, readOrder } from './orders';
import { wordsOf } from './search-words';
import { createTextFinder, type TextSources } from './text-finder';

/** Above this a list still serves while it is caught up with. */
const usuallyLarge = 100_000;

export type Page = { readonly total: number; readonly capped: boolean; readonly numbers: number[] };

export type Directory = {
  /** Numbers at these positions, and how many there are; `capped` while a text is still being looked for and there may be more. */
  page(
    filter: CustomerFilter,
    sort: CustomerSort,
    direction: 'up' | 'down',
    offset: number,
    limit: number,
  ): Promise<Page>;
  facets(filter: CustomerFilter): Promise<Facets & { capped: boolean }>;
  /** How many a filter without text finds, or null when the store itself has to be asked. */
  count(filter: CustomerFilter): Promise<number | null>;
  /** To be called inside the transaction that changed these people, after its writes. What is handed back is to be done after the commit. */
  following(db: ReadDb, numbers: readonly number[]): Promise<() => void>;
  /** Anything may have changed. */
  outdate(): void;
};

export type DirectorySources = TextSources & {
  /** One transaction's turn; what `work` hands back is done after the commit. */
  readonly inTurn: (work: (db: ReadDb) => Promise<() => void>) => Promise<void>;
  /** Called when an answer that was behind, or not yet whole, would now be another. */
  readonly whenRenewed: () => void;
};

export function createDirectory(sources: DirectorySources, large = usuallyLarge): Directory {
  const { behind, inTurn } = sources;
  /** What was worked out from the values as they are; for the pages of one list, which are asked for one after the other. */
  let worked: { key: string; made: unknown } | null = null;
  const moved = (late: boolean): void => {
    worked = null;
    if (late) sources.whenRenewed();
  };
  const once = <T>(key: string, make: () => T): T => {
    if (worked?.key !== key) worked = { key, made: make() };
    return worked.made as T;
  };

  const columns = new Kept<CodedColumns>({
    read: () => CodedColumns.read(behind()),
    follow: async (db, value, numbers) => {
      const put = await value.lookUp(db, numbers);
      return () => {
        put();
        return value;
      };
    },
    mayServeLate: (value) => value.size > large,
    inTurn,
    moved,
  });
  const orders = new Map(
    CustomerSort.options.map((sort) => [
      sort,
      new Kept<Order>({
        read: () => readOrder(behind(), sort),
        follow: async (db, value, numbers) => {
          const order = await placed(db, value, sort, numbers);
          return () => order;
        },
        mayServeLate: (value) => value.length > large,
        inTurn,
        moved,
      }),
    ]),
  );
  const texts = createTextFinder(sources, large, moved);

  /** Waits for everything an answer needs, so that it can then be worked out of one moment's values. */
  async function gather(filter: CustomerFilter, sort: CustomerSort | null, needsColumns: boolean) {
    const order = sort === null ? undefined : orders.get(sort);
    await Promise.all([order?.ready(), needsColumns ? columns.ready() : undefined]);
    const words = hasText(filter) ? wordsOf(filter.text ?? '') : null;
    return { text: words === null ? null : await texts.find(words) };
  }

  return {
    page: async (filter, sort, direction, offset, limit) => {
      const filtered = isFiltered(filter);
      const { text } = await gather(filter, sort, filtered);
      const whole = orders.get(sort)?.value ?? new Uint32Array();
      const kept = filtered ? columns.value : null;
      const found =
        text === null && kept === null
          ? whole
          : once(JSON.stringify([filter, sort, text?.isWhole]), () =>
              picked(whole, kept?.passing(filter, text?.marks ?? null) ?? text?.marks ?? new Uint8Array()),
            );
      const total = found.length;
      const numbers =
        direction === 'up'
          ? found.subarray(offset, offset + limit)
          : found
              .subarray(Math.max(total - offset - limit, 0), Math.max(total - offset, 0))
              .slice()
              .reverse();
      return { total, capped: text?.isWhole === false, numbers: [...numbers] };
    },
    facets: async (filter) => {
      const { text } = await gather(filter, null, true);
      const facets = columns.value?.facets(filter, text?.marks ?? null);
      if (facets === undefined) throw new Error('The columns were read and are not there.');
      return { ...facets, capped: text?.isWhole === false };
    },
    count: async (filter) => {
      if (columns.isReading) await columns.ready();
      return columns.isCurrent ? (columns.value?.count(filter) ?? null) : null;
    },
    following: async (db, numbers) => {
      const takeEffect: (() => void)[] = [];
      for (const one of [columns, ...orders.values(), ...texts.kept()])
        takeEffect.push(await one.following(db, numbers));
      return () => {
        // What is not kept, such as a text half looked for, is worked out again.
        worked = null;
        for (const effect of takeEffect) effect();
      };
    },
    outdate: () => {
      worked = null;
      for (const one of [columns, ...orders.values()]) one.outdate();
      texts.forget();
    },
  };
}

export const hasText = (filter: CustomerFilter): boolean =>
  wordsOf(filter.text ?? '').length > 0 || (filter.text ?? '').trim() !== '';
