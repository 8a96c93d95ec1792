/** The list's filter: what is set, what is shown of it as chips, and how a value is switched on and off. */
import type { CustomerFilter } from '#shared/domains/customers/model';

export const facetNames = ['country', 'marketing', 'tag', 'source', 'language'] as const;
export type FacetName = (typeof facetNames)[number];

/** The values of a facet that are switched on. */
export const chosen = (filter: CustomerFilter, facet: FacetName): readonly string[] => filter[facet] ?? [];

/** Switches one value of a facet; an empty facet is left out, so that equal filters look equal. */
export function toggled(filter: CustomerFilter, facet: FacetName, value: string): CustomerFilter {
  const before = chosen(filter, facet);
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return without({ ...filter, [facet]: after }, after.length === 0 ? facet : null);
}

/** Sets the search text; text of spaces only is none. */
export const withText = (filter: CustomerFilter, text: string): CustomerFilter =>
  without({ ...filter, text }, text.trim() === '' ? 'text' : null);

export const cleared = (filter: CustomerFilter): CustomerFilter =>
  filter.text === undefined ? {} : { text: filter.text };

export const isEmpty = (filter: CustomerFilter): boolean => Object.keys(filter).length === 0;

/** How many values are switched on beside the text. */
export const countChosen = (filter: CustomerFilter): number =>
  facetNames.reduce((count, facet) => count + chosen(filter, facet).length, filter.import === undefined ? 0 : 1);

export function without(filter: CustomerFilter, name: keyof CustomerFilter | null): CustomerFilter {
  if (name === null) return filter;
  const { [name]: _left, ...rest } = filter;
  return rest;
}
