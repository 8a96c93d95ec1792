/** What the mapping page decides about columns, and the account of the rows. */
import { describe, expect, test } from 'vitest';
import type { Column } from '#shared/domains/imports/model';
import { isBalanced, partsOf } from '../../../src/renderer/domains/imports/balance';
import {
  dropUndecided,
  fateOf,
  identifiesNobody,
  inOrderOfNeed,
  leftToDecide,
  toColumns,
} from '../../../src/renderer/domains/imports/mapping';

const column = (
  index: number,
  decision: Column['decision'],
  field: string | null = null,
  flags: Column['flags'] = [],
): Column => ({ index, header: `h${index}`, samples: [], flags, field, decision, because: 'header' });
const columns = [
  column(0, 'map', 'email'),
  column(1, 'drop', null, ['health']),
  column(2, 'undecided'),
  column(3, 'undecided'),
];

describe('columns', () => {
  test('undecided ones are counted until somebody decides, either way', () => {
    expect(leftToDecide(columns, {})).toBe(2);
    expect(leftToDecide(columns, { 2: 'city' })).toBe(1);
    expect(leftToDecide(columns, { 2: 'city', 3: null })).toBe(0);
  });
  test('a decision outweighs a suggestion', () => {
    expect(fateOf(columns[0]!, { 0: null })).toEqual({ decision: 'drop', field: null });
    expect(fateOf(columns[1]!, { 1: 'notes' })).toEqual({ decision: 'map', field: 'notes' });
  });
  test('undecided columns are not sent as if they were decided', () => {
    expect(toColumns(columns, { 2: 'city' })).toEqual([
      { index: 0, field: 'email' },
      { index: 1, field: null },
      { index: 2, field: 'city' },
    ]);
  });
  test('leaving out the rest touches only the undecided', () => {
    expect(dropUndecided(columns, { 2: 'city' })).toEqual({ 2: 'city', 3: null });
  });
  test('what needs eyes is on top', () => {
    expect(inOrderOfNeed(columns).map(({ index }) => index)).toEqual([2, 3, 1, 0]);
  });
  test('a file in which nothing says who a row is about is noticed', () => {
    expect(identifiesNobody(columns, {})).toBe(false);
    expect(identifiesNobody(columns, { 0: null, 2: 'city' })).toBe(true);
  });
});

describe('the account of the rows', () => {
  const report = { rows: 100, imported: 90, merged: 6, quarantined: 3, skipped: 1 };
  test('the parts are the whole', () => {
    expect(isBalanced(report)).toBe(true);
    expect(isBalanced({ ...report, skipped: 0 })).toBe(false);
    expect(partsOf(report).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });
  test('an empty file has no shares', () => {
    expect(
      partsOf({ rows: 0, imported: 0, merged: 0, quarantined: 0, skipped: 0 }).every(({ share }) => share === 0),
    ).toBe(true);
  });
});
