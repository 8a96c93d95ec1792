/** Facts about the business itself: what its record, its notices and its contracts name it by. */
import { z } from 'zod';
import { oneLine, oneLineOrNone } from '#shared/kernel/typed-text';
import { Instant } from '#shared/kernel/time';

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);
export type CountryCode = z.infer<typeof CountryCode>;

/** A trade of the pack `processing`, such as `processing:dentist`. */
export const TradeName = z.string().regex(/^processing:[a-z][a-z-]{0,60}$/);
export type TradeName = z.infer<typeof TradeName>;

/** Somebody, or an organisation, with a way to reach them. */
export const Contact = z.strictObject({ name: oneLine(160), reach: oneLineOrNone(240) });
export type Contact = z.infer<typeof Contact>;

export const BusinessFacts = z.strictObject({
  name: oneLine(160),
  street: oneLineOrNone(160),
  postalCode: oneLineOrNone(20),
  city: oneLineOrNone(120),
  region: oneLineOrNone(120),
  country: CountryCode,
  email: oneLineOrNone(200),
  phone: oneLineOrNone(60),
  website: oneLineOrNone(200),
  trade: TradeName,
  /** How many people work there, the owner among them. */
  staff: z.int().min(0).max(1_000_000),
  /** Where its customers live. */
  customersIn: z.array(CountryCode).max(250),
  /** Who in the business answers questions about personal data. */
  contact: Contact.nullable(),
  /** Of a business outside the Union, where one is needed. */
  representative: Contact.nullable(),
  /** The data protection officer, where there is one. */
  officer: Contact.nullable(),
});
export type BusinessFacts = z.infer<typeof BusinessFacts>;

export const Business = z.strictObject({
  /** Null until somebody has said who the business is. */
  facts: BusinessFacts.nullable(),
  /** 0 until then. */
  revision: z.int(),
  changedAt: Instant.nullable(),
});
export type Business = z.infer<typeof Business>;
