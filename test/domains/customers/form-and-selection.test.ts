/** The form's text, two people at one record, the selection and the filter: small rules of the customer pages. */
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '#shared/domains/customers/model';
import { draftOf, emptyForm, formOf } from '../../../src/renderer/domains/customers/form-values';
import { columnsFor } from '../../../src/renderer/domains/customers/list-columns';
import { cleared, countChosen, toggled, withText } from '../../../src/renderer/domains/customers/list-filter';
import {
  countOf,
  isSelected,
  nobody,
  type Selection,
  toAsk,
  withIds,
} from '../../../src/renderer/domains/customers/selection';
import { meet } from '../../../src/renderer/domains/customers/three-way';

describe('the form', () => {
  test('a name that is only first and last name follows them when one is corrected', () => {
    const form = formOf({ fields: { full_name: 'Ana Ruiz', given_name: 'Ana', family_name: 'Ruiz' }, custom: {} });
    expect(draftOf({ ...form, text: { ...form.text, family_name: 'Ruíz' } }).fields).toEqual({
      given_name: 'Ana',
      family_name: 'Ruíz',
    });
  });
  test('a name of its own stays', () => {
    const form = formOf({ fields: { full_name: 'Dr. Ana Ruiz', given_name: 'Ana', family_name: 'Ruiz' }, custom: {} });
    expect(form.text.full_name).toBe('Dr. Ana Ruiz');
  });
  test('blank boxes are absent, own fields too', () => {
    const draft = draftOf({
      ...emptyForm,
      text: { email: '  ', city: 'Köln' },
      custom: { x_size: ' ', x_shop: 'Mitte' },
    });
    expect(draft).toEqual({ fields: { city: 'Köln' }, custom: { x_shop: 'Mitte' } });
  });
});

describe('two people at one record', () => {
  const base = formOf({ fields: { given_name: 'Ana', city: 'Bonn', phone: '1', tags: ['a'] }, custom: {} });
  const mine = { ...base, text: { ...base.text, city: 'Köln', phone: '2' } };
  const theirs = { ...base, text: { ...base.text, phone: '3' }, tags: ['a', 'b'], marketing: 'never' as const };
  const met = meet(base, mine, theirs);
  test('what only the other changed is taken over', () => {
    expect(met.values.tags).toEqual(['a', 'b']);
    expect(met.values.marketing).toBe('never');
    expect([...met.taken].sort()).toEqual(['marketing', 'tags']);
  });
  test('what only I changed stays', () => expect(met.values.text.city).toBe('Köln'));
  test('what both changed is mine until decided, and named', () => {
    expect(met.values.text.phone).toBe('2');
    expect(met.contested).toEqual(['phone']);
  });
  test('the same change by both is no question', () => expect(meet(base, mine, mine).contested).toEqual([]));
});

describe('the selection', () => {
  const [one, two] = ['C-1', 'C-2'] as CustomerId[];
  test('people are picked and unpicked', () => {
    const picked = withIds(withIds(nobody, [one!, two!], true), [one!], false);
    expect([isSelected(picked, one!), isSelected(picked, two!), countOf(picked, 99)]).toEqual([false, true, 1]);
    expect(toAsk(picked)).toEqual({ ids: ['C-2'] });
  });
  test('everybody is a filter, not a list of a million ids', () => {
    const all: Selection = { kind: 'all', filter: { country: ['DE'] } };
    expect([isSelected(all, one!), countOf(all, 99)]).toEqual([true, 99]);
    expect(toAsk(all)).toEqual({ filter: { country: ['DE'] } });
  });
  test('nobody is nothing to ask for', () => expect(toAsk(nobody)).toBeNull());
});

describe('the filter', () => {
  test('a value goes on and off, and an empty facet leaves no trace', () => {
    const on = toggled(toggled({}, 'tag', 'vip'), 'tag', 'shop');
    expect(on).toEqual({ tag: ['vip', 'shop'] });
    expect(toggled(toggled(on, 'tag', 'vip'), 'tag', 'shop')).toEqual({});
  });
  test('clearing keeps the search text', () =>
    expect(cleared({ text: 'ana', tag: ['vip'], import: 'imp_1' })).toEqual({ text: 'ana' }));
  test('spaces are no search', () => expect(withText({ text: 'a' }, '   ')).toEqual({}));
  test('an import counts as a filter, the text does not', () =>
    expect(countChosen({ text: 'a', import: 'imp_1', country: ['DE', 'FR'] })).toBe(3));
});

test('narrow windows keep name and e-mail, and columns keep their order', () => {
  expect(columnsFor(300).map(({ name }) => name)).toEqual(['name', 'email']);
  const wide = columnsFor(3_000).map(({ name }) => name);
  expect(wide).toEqual(['name', 'email', 'phone', 'company', 'city', 'country', 'marketing', 'tags']);
  const some = columnsFor(800).map(({ name }) => name);
  expect(some).toEqual(wide.filter((name) => some.includes(name)));
});
