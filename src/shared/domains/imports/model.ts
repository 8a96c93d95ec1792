/** An import: what was found in a file, what becomes of each column and each row, and the account that must balance. */
import { z } from 'zod';
import { idOf } from '#shared/kernel/ids';
import { Instant } from '#shared/kernel/time';
import { CustomerId } from '#shared/domains/customers/model';
import { FieldName } from '#shared/domains/fields/model';

export const ImportId = idOf('imp');
export type ImportId = z.infer<typeof ImportId>;

/** Exports we recognise by their headers; `generic` maps what its headers plainly say. */
export const ProfileName = z.enum([
  'salesforce-contacts',
  'salesforce-leads',
  'salesforce-accounts',
  'hubspot-contacts',
  'zoho-contacts',
  'zoho-leads',
  'shopify-customers',
  'mailchimp-audience',
  'square-customers',
  'google-contacts',
  'outlook-contacts',
  'woocommerce-customers',
  'generic',
]);
export type ProfileName = z.infer<typeof ProfileName>;

export const Encoding = z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252']);
export type Encoding = z.infer<typeof Encoding>;

/** `none` is for XLSX, where cells are cells. */
export const Delimiter = z.enum([',', ';', '\t', '|', 'none']);
export type Delimiter = z.infer<typeof Delimiter>;

/** Why a column needs care: it looks like something that should rarely be in a customer list. */
export const ColumnFlag = z.enum([
  'government-id',
  'health',
  'card-number',
  'bank-account',
  'birth-date',
  'password',
  'special-category',
]);
export type ColumnFlag = z.infer<typeof ColumnFlag>;

export const Column = z.strictObject({
  index: z.int().min(0),
  header: z.string(),
  samples: z.array(z.string()),
  flags: z.array(ColumnFlag),
  /** Where it would go; null when dropped or undecided. Composite targets such as `given_name` are plain field names. */
  field: FieldName.nullable(),
  /** `map` and `drop` are suggestions that can be changed; `undecided` stops the import until somebody decides. */
  decision: z.enum(['map', 'drop', 'undecided']),
  /** Where the suggestion comes from. */
  because: z.enum(['profile', 'header', 'content', 'flagged', 'empty', 'unknown']),
});
export type Column = z.infer<typeof Column>;

export const RowProblem = z.strictObject({
  /** The header of the column, or empty for the row as a whole. */
  column: z.string(),
  code: z.enum([
    'email-invalid',
    'nothing-to-identify',
    'too-many-cells',
    'too-few-cells',
    'unstorable-characters',
    'too-long',
    'quote-broken',
  ]),
});
export type RowProblem = z.infer<typeof RowProblem>;

/** Things kept as typed but not understood; the row is imported all the same. Counted by code. */
export const WarningCode = z.enum([
  'phone-not-understood',
  'country-not-understood',
  'date-not-understood',
  'language-not-understood',
  'same-email-other-name',
]);
export type WarningCode = z.infer<typeof WarningCode>;

export const ImportLook = z.strictObject({
  /** The chosen file, as `imports.run` wants it back. */
  file: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  format: z.enum(['text', 'xlsx']),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  profile: ProfileName,
  encoding: Encoding,
  delimiter: Delimiter,
  columns: z.array(Column),
  /** The first rows as they would be stored: field name to value; with their problems. */
  preview: z.array(
    z.strictObject({ row: z.int(), fields: z.record(z.string(), z.string()), problems: z.array(RowProblem) }),
  ),
  /** Exact for small files, estimated from the bytes for large ones. */
  rows: z.int(),
  rowsExact: z.boolean(),
});
export type ImportLook = z.infer<typeof ImportLook>;

export const ColumnDecision = z.strictObject({ index: z.int().min(0), field: FieldName.nullable() });
export type ColumnDecision = z.infer<typeof ColumnDecision>;

export const ImportOptions = z.strictObject({
  profile: ProfileName.or(z.literal('auto')).default('auto'),
  encoding: Encoding.or(z.literal('auto')).default('auto'),
  delimiter: Delimiter.or(z.literal('auto')).default('auto'),
  sheet: z.string().max(200).optional(),
  /** ISO country for phone numbers and postal codes without one. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Rows with an e-mail we hold but a different name: two people sharing an address, or one person twice? */
  sameEmailOtherName: z.enum(['keep-apart', 'merge']).default('keep-apart'),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ImportReport = z.strictObject({
  id: ImportId,
  fileName: z.string(),
  rows: z.int(),
  imported: z.int(),
  merged: z.int(),
  quarantined: z.int(),
  skipped: z.int(),
  profile: ProfileName,
  encoding: Encoding,
  delimiter: Delimiter,
  /** Headers of the columns that were dropped. */
  dropped: z.array(z.string()),
  warnings: z.partialRecord(WarningCode, z.int()),
  startedAt: Instant,
  finishedAt: Instant,
  undoneAt: Instant.nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const QuarantinedRow = z.strictObject({
  id: z.int(),
  row: z.int(),
  /** Header and cell in the order of the file. */
  cells: z.array(z.tuple([z.string(), z.string()])),
  problems: z.array(RowProblem),
  state: z.enum(['open', 'imported', 'merged', 'discarded']),
  customer: CustomerId.nullable(),
});
export type QuarantinedRow = z.infer<typeof QuarantinedRow>;
