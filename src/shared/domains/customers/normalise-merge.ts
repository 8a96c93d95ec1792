/** Joining two records of one person: the survivor keeps its values and takes what it lacks; a no to marketing outweighs a yes. */
import { fold } from '#shared/kernel/text';
import type { CustomerFieldName, CustomerFields, MarketingStatus } from './model';
import { normaliseTags } from './normalise-tags';

export type MergeSide = {
  readonly values: CustomerFields;
  readonly custom: Readonly<Record<string, string>>;
  readonly originals: Readonly<Record<string, string>>;
};

const addressFields = ['street', 'city', 'postal_code', 'region', 'country'] as const;
/** Fields that are taken one by one when the survivor has none. */
const singleFields = [
  'full_name',
  'given_name',
  'family_name',
  'company',
  'job_title',
  'email',
  'phone',
  'mobile',
  'birth_date',
  'language',
  'source',
  'customer_since',
  'last_activity',
  'external_id',
  'website',
  'notes',
] as const satisfies readonly CustomerFieldName[];

/** A later number outweighs an earlier one. */
const weight: Readonly<Record<MarketingStatus, number>> = { 'not-asked': 0, subscribed: 1, unsubscribed: 2, never: 3 };

/** The survivor after the merge, and whether anything about it is different. */
export function mergeCustomers(survivor: MergeSide, other: MergeSide): MergeSide & { readonly changed: boolean } {
  const values: Record<string, unknown> = { ...survivor.values };
  const originals = { ...survivor.originals };
  const custom = { ...survivor.custom };
  let changed = false;
  const take = (field: CustomerFieldName): void => {
    const value = other.values[field];
    if (value === undefined || values[field] !== undefined) return;
    values[field] = value;
    const typed = other.originals[field];
    if (typed !== undefined) originals[field] = typed;
    changed = true;
  };
  for (const field of singleFields) take(field);
  if (isOneAddress(survivor.values, other.values)) for (const field of addressFields) take(field);
  for (const [name, value] of Object.entries(other.custom)) {
    if (custom[name] !== undefined) continue;
    custom[name] = value;
    changed = true;
  }
  const theirs = other.values.marketing;
  if (
    theirs !== undefined &&
    (survivor.values.marketing === undefined || weight[theirs] > weight[survivor.values.marketing])
  ) {
    values['marketing'] = theirs;
    delete values['marketing_on'];
    delete originals['marketing'];
    delete originals['marketing_on'];
    if (other.values.marketing_on !== undefined) values['marketing_on'] = other.values.marketing_on;
    for (const field of ['marketing', 'marketing_on']) {
      const typed = other.originals[field];
      if (typed !== undefined) originals[field] = typed;
    }
    changed = true;
  }
  const mine = survivor.values.tags ?? [];
  const united = normaliseTags([...mine, ...(other.values.tags ?? [])]).tags;
  if (united.length > mine.length) {
    values['tags'] = [...united];
    changed = true;
  }
  return { values: values as CustomerFields, custom, originals, changed };
}

/** Parts of two addresses are put together only where no part contradicts another. */
const isOneAddress = (one: CustomerFields, other: CustomerFields): boolean =>
  addressFields.every(
    (field) => one[field] === undefined || other[field] === undefined || fold(one[field]) === fold(other[field]),
  );
