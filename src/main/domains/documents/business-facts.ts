/** The facts the business says about itself, for documents. */
import { businessFacts, businessWords } from '#shared/domains/documents/business';
import type { FactSource } from './fact-source';
import { readBusiness } from './store';

export const businessSource: FactSource = {
  words: Object.fromEntries(businessFacts.map((name) => [`business.${name}`, businessWords[name]])),
  read: async ({ db }) =>
    Object.fromEntries(Object.entries(await readBusiness(db)).map(([name, value]) => [`business.${name}`, value])),
};
