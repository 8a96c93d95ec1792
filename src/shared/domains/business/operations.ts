/** What may be asked about the business itself. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { command, query } from '#shared/kernel/operations';
import { Business, BusinessFacts, TradeName } from './model';

export const business = {
  facts: query({ may: 'read', input: z.strictObject({}), output: Business }),
  /** The trades Steward knows the usual activities of. */
  trades: query({
    may: 'read',
    input: z.strictObject({ language: z.enum(languages).default('en') }),
    output: z.array(
      z.strictObject({
        name: TradeName,
        title: z.string(),
        /** Kinds of vendors such a business usually has. */
        vendors: z.array(z.string()),
      }),
    ),
  }),
  /** Says who the business is; what was said before is kept. `conflict` when it was changed meanwhile. */
  save: command({
    may: 'write',
    records: 'saved',
    input: z.strictObject({ revision: z.int().min(0), facts: BusinessFacts }),
    output: Business,
    facts: (input) => ({ trade: input.facts.trade }),
  }),
};
