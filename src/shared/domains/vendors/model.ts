/** Vendors: who handles or gets personal data for the business, under which contract, with which others behind them. */
import { z } from 'zod';
import { PersonId } from '#shared/domains/access/model';
import { CountryCode } from '#shared/domains/business/model';
import { FieldName } from '#shared/domains/fields/model';
import { ProposedName } from '#shared/domains/processing/model';
import { idOf } from '#shared/kernel/ids';
import { oneLine, oneLineOrNone, someLines } from '#shared/kernel/typed-text';
import { Day, Instant } from '#shared/kernel/time';

export const VendorId = idOf('ven');
export type VendorId = z.infer<typeof VendorId>;
export const IntegrationId = idOf('itg');
export type IntegrationId = z.infer<typeof IntegrationId>;

/** What a vendor is in the words of the laws; each brings its list of what the contract must say. */
export const VendorRole = z.enum(['processor', 'service-provider', 'business-associate', 'third-party', 'controller']);
export type VendorRole = z.infer<typeof VendorRole>;

/** Whether the contract says what a list asks for. */
export const ClauseState = z.enum(['there', 'missing', 'unclear']);
export type ClauseState = z.infer<typeof ClauseState>;

/** An item of a checklist of the packs: `gdpr:processor-contract/audits`. */
export const ClauseName = z.string().regex(/^[a-z][a-z0-9-]*:[a-zA-Z0-9][a-zA-Z0-9.-]*\/[a-z0-9][a-z0-9-]*$/);
export type ClauseName = z.infer<typeof ClauseName>;

/** Somebody the vendor has do a part of it. */
export const SubProcessor = z.strictObject({
  name: oneLine(160),
  country: CountryCode.nullable(),
  does: oneLineOrNone(240),
});
export type SubProcessor = z.infer<typeof SubProcessor>;

export const VendorDraft = z.strictObject({
  name: oneLine(160),
  reach: oneLineOrNone(240),
  country: CountryCode.nullable(),
  roles: z.array(VendorRole).min(1).max(5),
  /** What it does for the business. */
  does: someLines(2_000),
  /** Fields of the customer store it gets or sees. */
  fields: z.array(FieldName).max(500),
  clauses: z.record(ClauseName, ClauseState),
  contractFrom: Day.nullable(),
  contractUntil: Day.nullable(),
  /** So many days before its end the contract must be given notice of. */
  noticeDays: z.int().min(0).max(1_100).nullable(),
  subProcessors: z.array(SubProcessor).max(200),
  /** What makes a transfer to its country lawful. */
  tool: ProposedName.nullable(),
  owner: PersonId.nullable(),
  reviewOn: Day.nullable(),
  /** What is done when the vendor is left: get the data, have them deleted, who comes next. */
  exitPlan: someLines(4_000),
});
export type VendorDraft = z.infer<typeof VendorDraft>;

export const VendorGap = z.enum([
  'contract',
  'clauses',
  'transfer-tool',
  'review',
  'exit-plan',
  'owner',
  'not-in-record',
]);
export type VendorGap = z.infer<typeof VendorGap>;

export const Vendor = VendorDraft.extend({
  id: VendorId,
  revision: z.int().positive(),
  ended: z.boolean(),
  changedAt: Instant,
  changedBy: z.string(),
  /** Titles of the activities of the record in which it gets data. */
  activities: z.array(z.string()),
  gaps: z.array(VendorGap),
  /** What its contract must say: each list with its items, and how each stands. */
  checklists: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      cite: z.string(),
      items: z.array(
        z.strictObject({ name: ClauseName, words: z.string(), cite: z.string(), state: ClauseState.nullable() }),
      ),
    }),
  ),
});
export type Vendor = z.infer<typeof Vendor>;

/** A connection to another system. What opens it is never kept here: only where it lies. */
export const IntegrationDraft = z.strictObject({
  name: oneLine(160),
  vendor: VendorId.nullable(),
  /** Which interface it uses, and in which direction data go. */
  uses: oneLineOrNone(240),
  direction: z.enum(['in', 'out', 'both']),
  /** Where the key lies: "password manager, entry Shop". */
  secretPlace: oneLineOrNone(240),
  /** What the key allows. */
  scope: oneLineOrNone(240),
  owner: PersonId.nullable(),
  rotatedOn: Day.nullable(),
  rotateEveryDays: z.int().min(1).max(1_100).nullable(),
  testedOn: Day.nullable(),
  testEveryDays: z.int().min(1).max(1_100).nullable(),
});
export type IntegrationDraft = z.infer<typeof IntegrationDraft>;

export const Integration = IntegrationDraft.extend({
  id: IntegrationId,
  revision: z.int().positive(),
  ended: z.boolean(),
  /** Null where no interval was said. */
  rotateDueOn: Day.nullable(),
  testDueOn: Day.nullable(),
});
export type Integration = z.infer<typeof Integration>;

export const Register = z.strictObject({
  vendors: z.array(Vendor),
  integrations: z.array(Integration),
  /** Who can look after one, and names of whoever did. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), active: z.boolean() })),
});
export type Register = z.infer<typeof Register>;

export const QuestionnaireId = idOf('vqn');
export type QuestionnaireId = z.infer<typeof QuestionnaireId>;

/** One question of a questionnaire as it was sent. */
export const VendorQuestion = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  words: z.string().min(1).max(600),
  kind: z.enum(['yes-no', 'text', 'day', 'list']),
});
export type VendorQuestion = z.infer<typeof VendorQuestion>;

/** A list holds one sub-processor a line: name; country; what it does. */
export const VendorAnswer = z.union([z.enum(['yes', 'no', 'not-known']), z.string().max(8_000)]);

/** The file a vendor sends back. Everything in it is the word of a stranger. */
export const AnswerFile = z.strictObject({
  format: z.literal('steward-vendor-answers'),
  version: z.literal(1),
  questionnaire: QuestionnaireId,
  filledInBy: oneLineOrNone(160),
  filledInOn: Day,
  answers: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,60}$/), someLines(8_000)),
});
export type AnswerFile = z.infer<typeof AnswerFile>;

export const Questionnaire = z.strictObject({
  id: QuestionnaireId,
  vendor: VendorId,
  language: z.enum(['en', 'de']),
  sentAt: Instant,
  questions: z.array(VendorQuestion),
  /** Null until its answers were taken. */
  takenAt: Instant.nullable(),
  filledInBy: z.string(),
  filledInOn: Day.nullable(),
  answers: z.record(z.string(), z.string()),
});
export type Questionnaire = z.infer<typeof Questionnaire>;
