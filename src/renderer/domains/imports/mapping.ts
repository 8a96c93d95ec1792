/** What becomes of each column of a file: the suggestions, and what a person decided instead. */
import type { Column, ColumnDecision } from '#shared/domains/imports/model';

/** Column number to field; null drops the column. What is not in it is as suggested. */
export type Decisions = Readonly<Record<number, string | null>>;

export type Fate = { readonly decision: Column['decision']; readonly field: string | null };

export function fateOf(column: Column, decisions: Decisions): Fate {
  if (!Object.hasOwn(decisions, column.index))
    return { decision: column.decision, field: column.decision === 'map' ? column.field : null };
  const field = decisions[column.index] ?? null;
  return { decision: field === null ? 'drop' : 'map', field };
}

/** How many columns nobody has decided about. */
export const leftToDecide = (columns: readonly Column[], decisions: Decisions): number =>
  columns.filter((column) => fateOf(column, decisions).decision === 'undecided').length;

/** Drops every column that is still undecided. */
export function dropUndecided(columns: readonly Column[], decisions: Decisions): Decisions {
  const left = columns.filter((column) => fateOf(column, decisions).decision === 'undecided');
  return { ...decisions, ...Object.fromEntries(left.map(({ index }) => [index, null])) };
}

/** Every decided column, as the operations want them; undecided ones are left out. */
export const toColumns = (columns: readonly Column[], decisions: Decisions): ColumnDecision[] =>
  columns.flatMap((column) => {
    const { decision, field } = fateOf(column, decisions);
    return decision === 'undecided' ? [] : [{ index: column.index, field }];
  });

/** Undecided ones first, then those with a flag, then the order of the file: what needs eyes is on top. */
export function inOrderOfNeed(columns: readonly Column[]): readonly Column[] {
  const need = ({ decision, flags }: Column): number => (decision === 'undecided' ? 0 : flags.length > 0 ? 1 : 2);
  return columns.toSorted((one, other) => need(one) - need(other) || one.index - other.index);
}

/** Nothing in the file says who a row is about. */
export const identifiesNobody = (columns: readonly Column[], decisions: Decisions): boolean =>
  !columns.some((column) =>
    ['full_name', 'given_name', 'family_name', 'company', 'email', 'phone', 'mobile'].includes(
      fateOf(column, decisions).field ?? '',
    ),
  );
