/** A field's value as text, in the reader's words. */
import type { Customer, CustomerFieldName, MarketingStatus } from '#shared/domains/customers/model';
import type { Language } from '../../app/language';
import { countryName, dayInWords, languageName } from './names';

export type ValueWords = { readonly language: Language; readonly marketing: Readonly<Record<MarketingStatus, string>> };

const days: readonly string[] = ['birth_date', 'marketing_on', 'customer_since', 'last_activity'];

export function valueText(
  name: string,
  value: string | readonly string[],
  { language, marketing }: ValueWords,
): string {
  if (typeof value !== 'string') return value.join(', ');
  if (name === 'country') return countryName(value, language);
  if (name === 'language') return languageName(value, language);
  if (name === 'marketing') return marketing[value as MarketingStatus] ?? value;
  return days.includes(name) ? dayInWords(value, language) : value;
}

/** The value of a standard or own field; undefined where there is none. */
export function valueOf(
  customer: Pick<Customer, 'fields' | 'custom'>,
  name: string,
): string | readonly string[] | undefined {
  const value = customer.fields[name as CustomerFieldName] ?? customer.custom[name];
  return value === undefined || value.length === 0 ? undefined : value;
}

/** How to call a customer in a heading. */
export const titleOf = ({ fields, id }: Customer): string =>
  fields.full_name ?? fields.company ?? fields.email ?? fields.phone ?? fields.mobile ?? id;
