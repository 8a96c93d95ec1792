/** The customer's fields in the groups people think in. */
import type { CustomerFieldName } from '#shared/domains/customers/model';

export type GroupName = 'who' | 'contact' | 'address' | 'marketing' | 'more';

export const fieldGroups: readonly { readonly name: GroupName; readonly fields: readonly CustomerFieldName[] }[] = [
  { name: 'who', fields: ['given_name', 'family_name', 'full_name', 'company', 'job_title'] },
  { name: 'contact', fields: ['email', 'phone', 'mobile', 'website'] },
  { name: 'address', fields: ['street', 'postal_code', 'city', 'region', 'country'] },
  { name: 'marketing', fields: ['marketing', 'marketing_on'] },
  {
    name: 'more',
    fields: ['tags', 'notes', 'language', 'source', 'customer_since', 'last_activity', 'external_id', 'birth_date'],
  },
];
