/** Every profile, and the choice among them by a file's headers. */
import { headerId } from '../headers';
import type { ProfileName } from '../model';
import { googleContacts } from './google';
import { hubspotContacts } from './hubspot';
import { mailchimpAudience } from './mailchimp';
import { outlookContacts } from './outlook';
import type { Profile } from './profile';
import { salesforceAccounts, salesforceContacts, salesforceLeads } from './salesforce';
import { shopifyCustomers } from './shopify';
import { squareCustomers } from './square';
import { woocommerceCustomers } from './woocommerce';
import { zohoContacts, zohoLeads } from './zoho';

export const profiles: readonly Profile[] = [
  salesforceContacts,
  salesforceLeads,
  salesforceAccounts,
  hubspotContacts,
  zohoContacts,
  zohoLeads,
  shopifyCustomers,
  mailchimpAudience,
  squareCustomers,
  googleContacts,
  outlookContacts,
  woocommerceCustomers,
];

export const profileNamed = (name: ProfileName): Profile | undefined =>
  profiles.find((profile) => profile.name === name);

/** Where a profile sends a header: a field and its rank among the field's columns, `drop`, or nothing it knows. */
export type ProfileTarget = { readonly field: string; readonly rank: number } | 'drop';

const tables = new Map<ProfileName, ReadonlyMap<string, ProfileTarget>>();

export function targetsOf(profile: Profile): ReadonlyMap<string, ProfileTarget> {
  let table = tables.get(profile.name);
  if (table === undefined) {
    const made = new Map<string, ProfileTarget>();
    for (const header of profile.drop) made.set(headerId(header), 'drop');
    for (const [field, headers] of Object.entries(profile.map as Readonly<Record<string, readonly string[]>>)) {
      for (const [rank, header] of headers.entries())
        if (made.get(headerId(header)) === undefined || made.get(headerId(header)) === 'drop')
          made.set(headerId(header), { field, rank });
    }
    table = made;
    tables.set(profile.name, table);
  }
  return table;
}

/** Below this share of known headers a file is not called by a program's name. */
const leastKnown = 0.35;

/** The profile that knows most of the headers, or `generic`. */
export function recogniseProfile(headers: readonly string[]): ProfileName {
  const keys = new Set(headers.map(headerId));
  let best: ProfileName = 'generic';
  let bestScore = 0;
  for (const profile of profiles) {
    const has = (header: string): boolean => keys.has(headerId(header));
    if (!profile.needs.every((group) => group.some(has)) || profile.never?.some(has)) continue;
    const table = targetsOf(profile);
    const known = [...keys].filter((key) => table.has(key)).length / keys.size;
    if (known < leastKnown) continue;
    const score = known + profile.needs.length * 0.02;
    if (score > bestScore) [best, bestScore] = [profile.name, score];
  }
  return best;
}
