/** What the business holds about customers, field by field: purpose, lawful basis, sensitivity, retention class. */
import { z } from 'zod';
import { isStorable } from '#shared/kernel/text';

/** The lawful bases by the names the field of data protection uses; the packs give each its citation. */
export const LawfulBasis = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
]);
export type LawfulBasis = z.infer<typeof LawfulBasis>;

/** `special-category` also covers what US laws call sensitive personal information. */
export const Sensitivity = z.enum(['ordinary', 'confidential', 'special-category']);
export type Sensitivity = z.infer<typeof Sensitivity>;

export const FieldKind = z.enum([
  'text',
  'long-text',
  'email',
  'phone',
  'day',
  'country',
  'language',
  'marketing',
  'tags',
  'number',
]);
export type FieldKind = z.infer<typeof FieldKind>;

export const PurposeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/)
  .brand<'PurposeId'>();
export type PurposeId = z.infer<typeof PurposeId>;

export const RetentionClassId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/)
  .brand<'RetentionClassId'>();
export type RetentionClassId = z.infer<typeof RetentionClassId>;

/** A purpose in a few words. */
export const PurposeName = z.string().trim().min(1).max(120).refine(isStorable, { error: 'unstorable_characters' });

export const Purpose = z.strictObject({
  id: PurposeId,
  name: z.string().min(1).max(120),
  lawfulBasis: LawfulBasis,
  revision: z.int().positive(),
});
export type Purpose = z.infer<typeof Purpose>;

export const RetentionClass = z.strictObject({
  id: RetentionClassId,
  name: z.string().min(1).max(120),
  /** In words, e.g. "Three years after the last contact". The retention domain makes it run. */
  rule: z.string().min(1).max(400),
});
export type RetentionClass = z.infer<typeof RetentionClass>;

/** `given_name` … for standard fields, `x_…` for the business's own. */
export const FieldName = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
export type FieldName = z.infer<typeof FieldName>;

export const Field = z.strictObject({
  name: FieldName,
  label: z.string().min(1).max(80),
  custom: z.boolean(),
  kind: FieldKind,
  purpose: PurposeId,
  /** Copied from the purpose, so that a table of fields can be read alone. */
  lawfulBasis: LawfulBasis,
  sensitivity: Sensitivity,
  retentionClass: RetentionClassId,
  revision: z.int().positive(),
});
export type Field = z.infer<typeof Field>;

/** What a field needs before anything may be stored in it. */
export const FieldDeclaration = z.strictObject({
  purpose: PurposeId,
  sensitivity: Sensitivity,
  retentionClass: RetentionClassId,
});
export type FieldDeclaration = z.infer<typeof FieldDeclaration>;

export const CustomFieldDraft = z.strictObject({
  label: z.string().trim().min(1).max(80).refine(isStorable, { error: 'unstorable_characters' }),
  kind: z.enum(['text', 'long-text', 'day', 'number']),
  declaration: FieldDeclaration,
});
export type CustomFieldDraft = z.infer<typeof CustomFieldDraft>;
