/** What is known about the business now. */
import type { Business, BusinessFacts } from '#shared/domains/business/model';
import type { ReadDb } from '../../db/handles';
import { newestVersions } from '../../db/versions';

/** There is one business in a vault. */
export const theBusiness = 'business';

export async function readBusiness(db: ReadDb): Promise<Business> {
  const [newest] = await newestVersions<BusinessFacts>(db, 'business_profiles');
  return newest === undefined
    ? { facts: null, revision: 0, changedAt: null }
    : { facts: newest.content, revision: newest.version, changedAt: newest.at };
}
