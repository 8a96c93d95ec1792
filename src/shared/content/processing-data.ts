/** The shape of what the pack `processing` proposes: trades, their usual activities and objectives, measures, tools for transfers. */
import { z } from 'zod';
import { LawFact } from './law-fact';
import { Words } from './words';

const Name = z.string().regex(/^processing:[a-z][a-z-]{0,60}$/);
const FieldNames = z.array(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/));
const Basis = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
]);
const Sensitivity = z.enum(['ordinary', 'confidential', 'special-category']);

/** A purpose as the domain `fields` keeps it; made where the business has none of that name. */
export const ProposedPurpose = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: Words,
  lawfulBasis: Basis,
});
export type ProposedPurpose = z.infer<typeof ProposedPurpose>;

export const ProposedActivity = z.strictObject({
  name: Name,
  title: Words,
  role: z.enum(['controller', 'processor']),
  purposes: z.array(z.string()).min(1),
  /** Data that are not in the customer store: whose and which. */
  otherData: z.array(z.strictObject({ people: Words, data: Words, sensitivity: Sensitivity })),
  systems: z.array(Words),
  recipients: z.array(Words),
  /** How long what is not in the customer store is kept. */
  retention: Words.nullable(),
  measures: z.array(Name).min(1),
});
export type ProposedActivity = z.infer<typeof ProposedActivity>;

/** Something a business wants from customer data, which data serves it, and how it will be used. */
export const ProposedObjective = z.strictObject({
  name: Name,
  wants: Words,
  how: Words,
  purpose: z.string(),
  /** Standard fields of the store that serve it. */
  fields: FieldNames.min(1),
});
export type ProposedObjective = z.infer<typeof ProposedObjective>;

export const Trade = z.strictObject({
  name: Name,
  title: Words,
  activities: z.array(Name).min(1),
  objectives: z.array(Name).min(1),
  /** Kinds of vendors such a business usually has. */
  vendors: z.array(Words),
});
export type Trade = z.infer<typeof Trade>;

export const SecurityMeasure = z.strictObject({ name: Name, words: Words });
export type SecurityMeasure = z.infer<typeof SecurityMeasure>;

/** What makes a transfer to another country lawful. */
export const TransferTool = z.strictObject({
  name: Name,
  words: Words,
  law: LawFact,
  /** Whether the law and practice of the country must be looked at as well. */
  needsAssessment: z.boolean(),
});
export type TransferTool = z.infer<typeof TransferTool>;

/** A question to a vendor. */
export const VendorQuestionText = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  kind: z.enum(['yes-no', 'text', 'day', 'list']),
  words: Words,
});
export type VendorQuestionText = z.infer<typeof VendorQuestionText>;

/** The part `processing` of a pack. */
export const ProcessingContent = z.strictObject({
  purposes: z.array(ProposedPurpose),
  activities: z.array(ProposedActivity),
  objectives: z.array(ProposedObjective),
  trades: z.array(Trade),
  measures: z.array(SecurityMeasure),
  tools: z.array(TransferTool),
  questions: z.array(VendorQuestionText),
});
export type ProcessingContent = z.infer<typeof ProcessingContent>;
