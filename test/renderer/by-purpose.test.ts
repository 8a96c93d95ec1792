/** What is held, grouped by purpose: nothing shown twice, nothing left out, most people first. */
import { describe, expect, it } from 'vitest';
import type { HoldingsField, HoldingsReport } from '#shared/domains/reports/model';
import { groupByPurpose } from '../../src/renderer/domains/reports/by-purpose';

const field = (name: string, purpose: string, people: number, retentionClass = 'a'): HoldingsField =>
  ({ name, purpose, people, retentionClass }) as HoldingsField;
const purpose = (id: string, people: number) => ({ id, people }) as HoldingsReport['purposes'][number];

const report = {
  fields: [
    field('tags', 'talk', 4),
    field('email', 'serve', 9),
    field('name', 'serve', 10),
    field('fax', 'serve', 0, 'b'),
  ],
  purposes: [purpose('talk', 4), purpose('news', 0), purpose('serve', 10)],
} as HoldingsReport;

describe('fields by purpose', () => {
  const used = groupByPurpose(report, ({ people }) => people > 0);

  it('stand under their purpose, most people first, without purposes that hold nothing', () => {
    expect(used.map(({ purpose: { id }, fields }) => [id, fields.map(({ name }) => name)])).toEqual([
      ['serve', ['name', 'email']],
      ['talk', ['tags']],
    ]);
  });

  it('are all there when all are wanted', () => {
    const names = groupByPurpose(report, () => true).flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(names.toSorted()).toEqual(['email', 'fax', 'name', 'tags']);
  });

  it('say once how long they are kept when that is the same for all, and each for itself otherwise', () => {
    expect(used.map(({ retentionClass }) => retentionClass)).toEqual(['a', 'a']);
    expect(groupByPurpose(report, () => true)[0]?.retentionClass).toBeNull();
  });
});
