/** Who is selected in the list: people picked one by one, or everybody a filter finds. */
import type { CustomerFilter, CustomerId, CustomerSelection } from '#shared/domains/customers/model';

export type Selection =
  | { readonly kind: 'picked'; readonly ids: ReadonlySet<CustomerId> }
  | { readonly kind: 'all'; readonly filter: CustomerFilter };

/** How many an operation takes when they are named one by one. */
export const mostPicked = 100_000;

export const nobody: Selection = { kind: 'picked', ids: new Set() };

export const isSelected = (selection: Selection, id: CustomerId): boolean =>
  selection.kind === 'all' || selection.ids.has(id);

/** How many people that is; `total` is how many the filter finds. */
export const countOf = (selection: Selection, total: number): number =>
  selection.kind === 'all' ? total : selection.ids.size;

/** Picks or unpicks some people. Someone who had everybody starts again with those. */
export function withIds(selection: Selection, ids: readonly CustomerId[], picked: boolean): Selection {
  const next = new Set(selection.kind === 'picked' ? selection.ids : []);
  for (const id of ids) {
    if (picked) next.add(id);
    else next.delete(id);
  }
  return { kind: 'picked', ids: next };
}

/** The selection as the operations want it; null when there is nobody in it. */
export function toAsk(selection: Selection): CustomerSelection | null {
  if (selection.kind === 'all') return { filter: selection.filter };
  return selection.ids.size === 0 ? null : { ids: [...selection.ids] };
}
