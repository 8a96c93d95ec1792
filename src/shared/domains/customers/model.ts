/** A customer as people see one: the standard fields, the business's own fields, and what was typed originally. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';
import { isStorable, longestText } from '#shared/kernel/text';

/** `C-1042`: the customer number, never used twice. */
export const CustomerId = z
  .string()
  .regex(/^C-[1-9]\d{0,14}$/)
  .brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

export const customerIdOf = (number: number): CustomerId => `C-${number}` as CustomerId;
export const customerNumberOf = (id: CustomerId): number => Number(id.slice(2));

/** What a person said about marketing. `not-asked` is where nobody knows: it is not a yes. */
export const MarketingStatus = z.enum(['subscribed', 'unsubscribed', 'never', 'not-asked']);
export type MarketingStatus = z.infer<typeof MarketingStatus>;

/** One line of text: no control characters but those `clean` turns into spaces, nothing that storage would change. */
const line = (longest: number) => z.string().max(longest).refine(isStorable, { error: 'unstorable_characters' });

/** The values of a customer's fields. Empty means absent; the rules in `rules.ts` normalise them on entry. */
export const CustomerFields = z
  .strictObject({
    full_name: line(400),
    given_name: line(200),
    family_name: line(200),
    company: line(400),
    job_title: line(200),
    email: line(320),
    phone: line(100),
    mobile: line(100),
    street: line(400),
    city: line(200),
    postal_code: line(40),
    region: line(200),
    /** ISO 3166-1 alpha-2 after normalisation; a name is accepted on entry. */
    country: line(100),
    /** `YYYY-MM-DD` after normalisation. */
    birth_date: line(40),
    /** BCP 47 after normalisation. */
    language: line(40),
    source: line(200),
    marketing: MarketingStatus,
    marketing_on: line(40),
    customer_since: line(40),
    last_activity: line(40),
    external_id: line(200),
    website: line(400),
    tags: z.array(line(80)).max(100),
    notes: line(longestText),
  })
  .partial();
export type CustomerFields = z.infer<typeof CustomerFields>;
export type CustomerFieldName = keyof CustomerFields;

/** Values of the business's own fields by name (`x_…`). */
export const CustomValues = z.record(z.string().regex(/^x_[a-z0-9_]{1,58}$/), line(longestText));
export type CustomValues = z.infer<typeof CustomValues>;

export const CustomerDraft = z.strictObject({ fields: CustomerFields, custom: CustomValues.default({}) });
export type CustomerDraft = z.input<typeof CustomerDraft>;

export const Customer = z.strictObject({
  id: CustomerId,
  revision: z.int().positive(),
  createdAt: Instant,
  changedAt: Instant,
  /** The import it came with, if any. */
  import: z.string().nullable(),
  fields: CustomerFields,
  custom: z.record(z.string(), z.string()),
  /** What was typed or imported where normalising changed it. */
  originals: z.record(z.string(), z.string()),
  /** Fields that hold something this reader does not see: special-category data need a right or a stated purpose. */
  masked: z.array(z.string()),
  /** Those of them that are under the second key: only who holds it can show them. */
  sealed: z.array(z.string()),
});
export type Customer = z.infer<typeof Customer>;

/** One row of the list. */
export const CustomerRow = z.strictObject({
  id: CustomerId,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  marketing: MarketingStatus.nullable(),
  tags: z.array(z.string()),
  /** Columns that hold something this reader does not see. */
  masked: z.array(z.string()),
});
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomerFilter = z.strictObject({
  text: z.string().max(400).optional(),
  country: z.array(z.string().max(8)).max(250).optional(),
  marketing: z.array(MarketingStatus).max(4).optional(),
  source: z.array(z.string().max(200)).max(250).optional(),
  language: z.array(z.string().max(40)).max(250).optional(),
  tag: z.array(z.string().max(80)).max(100).optional(),
  /** Only rows of this import. */
  import: z.string().max(40).optional(),
});
export type CustomerFilter = z.infer<typeof CustomerFilter>;

export const CustomerSort = z.enum(['name', 'email', 'company', 'city', 'added', 'changed']);
export type CustomerSort = z.infer<typeof CustomerSort>;

/** The people a bulk action or an export is for: those picked by hand, or all that a filter finds. */
export const CustomerSelection = z.union([
  z.strictObject({ ids: z.array(CustomerId).min(1).max(100_000) }),
  z.strictObject({ filter: CustomerFilter }),
]);
export type CustomerSelection = z.infer<typeof CustomerSelection>;

export const ChangeEvent = z.enum([
  'added',
  'imported',
  'changed',
  'merged',
  'tagged',
  'import-merged',
  'import-undone',
]);
export type ChangeEvent = z.infer<typeof ChangeEvent>;

/** One entry of a customer's history. */
export const CustomerChange = z.strictObject({
  at: Instant,
  actor: z.string(),
  event: ChangeEvent,
  /** Field name to what it was and what it became; null where there was nothing. */
  changes: z.record(z.string(), z.tuple([z.string().nullable(), z.string().nullable()])),
});
export type CustomerChange = z.infer<typeof CustomerChange>;

export const DuplicateCluster = z.strictObject({
  id: z.int(),
  reason: z.enum(['email', 'phone', 'name']),
  /** 0 to 1. */
  likeness: z.number(),
  survivor: CustomerId,
  members: z.array(Customer),
});
export type DuplicateCluster = z.infer<typeof DuplicateCluster>;
