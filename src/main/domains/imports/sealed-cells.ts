/** Cells of rows that were kept back, where their column belongs to a field under the second key or a masked one. */
import type { QuarantinedRow } from '#shared/domains/imports/model';
import type { ImportPlan } from '#shared/domains/imports/plan';
import { isSealed, sealedValues, sealText, type Sealing } from '../../vault/sealed-text';
import type { Opener } from '../fields/public';

/** What a page shows in place of a cell that its reader does not see, and sends back when it was not touched. */
export const hiddenCell = '•••';

/** The field that each column of the file goes to. */
const fieldsByCell = ({ fields, custom }: ImportPlan): ReadonlyMap<number, string> =>
  new Map([...fields, ...custom].flatMap(({ field, columns }) => columns.map(({ index }) => [index, field] as const)));

export function sealedCells(cells: readonly string[], plan: ImportPlan, sealing: Sealing | null): readonly string[] {
  if (sealing === null) return cells;
  const fields = fieldsByCell(plan);
  return cells.map((cell, index) => {
    const field = fields.get(index);
    const isSecret = field !== undefined && sealing.fields.includes(field) && cell !== '';
    return isSecret ? sealText(sealing.content, sealing.storeId, field, cell) : cell;
  });
}

/** The row as somebody may see it. */
export function shownRow(
  row: QuarantinedRow,
  plan: ImportPlan,
  masked: ReadonlySet<string>,
  open: Opener | null,
): QuarantinedRow {
  const fields = fieldsByCell(plan);
  const shown = (cell: string, index: number): string => {
    const field = fields.get(index);
    if (field === undefined || cell === '') return cell;
    const opened = open === null ? cell : open(field, cell);
    return masked.has(field) || isSealed(opened) ? hiddenCell : opened;
  };
  return { ...row, cells: row.cells.map(([header, cell], index) => [header, shown(cell, index)]) };
}

/** The cells that come back from a page, with what was hidden in its place again. */
export const withHidden = (typed: readonly string[], stored: readonly (readonly [string, string])[]): string[] =>
  typed.map((cell, index) => (cell === hiddenCell ? (stored[index]?.[1] ?? cell) : cell));

/** True for what lay sealed in this row already; anything else that looks sealed was typed. */
const wasSealed = (text: string, stored: readonly (readonly [string, string])[]): boolean =>
  isSealed(text) && stored.some(([, cell]) => cell === text);

/** The cells as they are kept: what was sealed stays, what is new in a sealed column is sealed. */
export function sealedAgain(
  cells: readonly string[],
  stored: readonly (readonly [string, string])[],
  plan: ImportPlan,
  sealing: Sealing | null,
): readonly string[] {
  const sealed = sealedCells(cells, plan, sealing);
  return cells.map((cell, index) => (wasSealed(cell, stored) ? cell : (sealed[index] ?? cell)));
}

/** The same for the values that go to the customer. */
export function sealedCustom(
  custom: Readonly<Record<string, string>>,
  stored: readonly (readonly [string, string])[],
  sealing: Sealing | null,
): Readonly<Record<string, string>> {
  if (sealing === null) return custom;
  const sealed = sealedValues(sealing, custom);
  return Object.fromEntries(
    Object.entries(custom).map(([name, text]) => [name, wasSealed(text, stored) ? text : (sealed[name] ?? text)]),
  );
}
