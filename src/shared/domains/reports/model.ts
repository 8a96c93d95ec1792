/** The holdings report: what the business holds about people, why, for how long, and what is missing. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';
import { LawfulBasis, Sensitivity } from '#shared/domains/fields/model';

export const ReportFormat = z.enum(['pdf', 'docx', 'html', 'csv', 'xlsx', 'json']);
export type ReportFormat = z.infer<typeof ReportFormat>;

export const HoldingsField = z.strictObject({
  name: z.string(),
  label: z.string(),
  custom: z.boolean(),
  /** How many people have a value in it. */
  people: z.int(),
  purpose: z.string(),
  purposeName: z.string(),
  lawfulBasis: LawfulBasis,
  sensitivity: Sensitivity,
  retentionClass: z.string(),
  retentionName: z.string(),
  retentionRule: z.string(),
});
export type HoldingsField = z.infer<typeof HoldingsField>;

/** Something a careful owner would look at. `count` is people or fields, as the code says. */
export const HoldingsGap = z.strictObject({
  code: z.enum([
    'nothing-held',
    'field-unused',
    'field-special-category',
    'consent-basis-without-consent',
    'consent-without-proof',
    'marketing-not-asked',
    'people-without-contact',
    'people-without-country',
    'people-without-source',
    'people-long-inactive',
    'quarantine-open',
    'duplicates-open',
    'notes-free-text',
  ]),
  field: z.string().nullable(),
  count: z.int(),
});
export type HoldingsGap = z.infer<typeof HoldingsGap>;

export const HoldingsReport = z.strictObject({
  madeAt: Instant,
  storeId: z.string(),
  people: z.int(),
  fields: z.array(HoldingsField),
  purposes: z.array(
    z.strictObject({ id: z.string(), name: z.string(), lawfulBasis: LawfulBasis, fields: z.int(), people: z.int() }),
  ),
  countries: z.array(z.strictObject({ country: z.string().nullable(), people: z.int() })),
  marketing: z.array(z.strictObject({ status: z.string().nullable(), people: z.int() })),
  sources: z.array(z.strictObject({ source: z.string(), rows: z.int(), at: Instant, imported: z.int() })),
  gaps: z.array(HoldingsGap),
  trail: z.strictObject({ entries: z.int(), root: z.string() }),
});
export type HoldingsReport = z.infer<typeof HoldingsReport>;
