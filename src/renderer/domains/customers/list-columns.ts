/** The columns of the list, and which of them fit a width. */
import type { CustomerRow, CustomerSort } from '#shared/domains/customers/model';

export type ListColumn = {
  readonly name: Exclude<keyof CustomerRow, 'id' | 'masked'>;
  /** Least width in pixels. */
  readonly least: number;
  /** How much of the spare width it takes. */
  readonly share: number;
  readonly sort: CustomerSort | null;
};

/** In the order they are given up, last first. */
const byImportance: readonly ListColumn[] = [
  { name: 'name', least: 170, share: 2, sort: 'name' },
  { name: 'email', least: 200, share: 2, sort: 'email' },
  { name: 'phone', least: 140, share: 1, sort: null },
  { name: 'marketing', least: 150, share: 1, sort: null },
  { name: 'company', least: 140, share: 1.5, sort: 'company' },
  { name: 'city', least: 110, share: 1, sort: 'city' },
  { name: 'country', least: 120, share: 1, sort: null },
  { name: 'tags', least: 140, share: 1.5, sort: null },
];
const inOrder: readonly ListColumn['name'][] = [
  'name',
  'email',
  'phone',
  'company',
  'city',
  'country',
  'marketing',
  'tags',
];

export const checkboxWidth = 44;

/** The columns that fit, in the order they are shown. The name and the e-mail are always there. */
export function columnsFor(width: number): readonly ListColumn[] {
  let left = width - checkboxWidth;
  const fitting = byImportance.filter((column, position) => {
    left -= column.least;
    return position < 2 || left >= 0;
  });
  return fitting.toSorted((one, other) => inOrder.indexOf(one.name) - inOrder.indexOf(other.name));
}

export const gridTemplate = (columns: readonly ListColumn[]): string =>
  `${checkboxWidth}px ${columns.map(({ least, share }) => `minmax(${least}px, ${share}fr)`).join(' ')}`;
