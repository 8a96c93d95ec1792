/** The record of processing: what is done with personal data, for what, by whom, and where it goes. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { PersonId } from '#shared/domains/access/model';
import { BusinessFacts, Contact, CountryCode } from '#shared/domains/business/model';
import { FieldName, LawfulBasis, PurposeId, RetentionClassId, Sensitivity } from '#shared/domains/fields/model';
import { idOf } from '#shared/kernel/ids';
import { oneLine, someLines } from '#shared/kernel/typed-text';
import { Day, Instant } from '#shared/kernel/time';

export const ActivityId = idOf('act');
export type ActivityId = z.infer<typeof ActivityId>;

/** A measure, a tool or an activity of the pack, by its stable name. */
export const ProposedName = z.string().regex(/^processing:[a-z][a-z-]{0,60}$/);
export type ProposedName = z.infer<typeof ProposedName>;

/** `processor`: done for others, on their instructions; `joint`: decided together with others. */
export const ActivityRole = z.enum(['controller', 'joint', 'processor']);
export type ActivityRole = z.infer<typeof ActivityRole>;

/** Data that are not in the customer store: on paper, in another program. */
export const OtherData = z.strictObject({ people: oneLine(120), data: oneLine(400), sensitivity: Sensitivity });
export type OtherData = z.infer<typeof OtherData>;

/** A program, a cupboard, a service in which data are kept or worked on. */
export const System = z.strictObject({ name: oneLine(120), country: CountryCode.nullable() });
export type System = z.infer<typeof System>;

/** Whoever gets data: a kind of recipient, or a vendor of the register. */
export const Recipient = z.strictObject({
  name: oneLine(160),
  country: CountryCode.nullable(),
  /** What makes a transfer abroad lawful; a name of the pack. */
  tool: ProposedName.nullable(),
  vendor: idOf('ven').nullable().default(null),
});
export type Recipient = z.infer<typeof Recipient>;

export const ActivityDraft = z.strictObject({
  title: oneLine(160),
  role: ActivityRole,
  /** Joint controllers, or the clients whose processor the business is. */
  partners: z.array(Contact).max(200),
  purposes: z.array(PurposeId).min(1).max(40),
  otherData: z.array(OtherData).max(40),
  systems: z.array(System).max(40),
  recipients: z.array(Recipient).max(60),
  /** How long other data are kept; the store's fields have their own retention. */
  retention: someLines(1_000),
  measures: z.array(ProposedName).max(60),
  otherMeasures: someLines(2_000),
  owner: PersonId.nullable(),
  reviewOn: Day.nullable(),
});
export type ActivityDraft = z.infer<typeof ActivityDraft>;

export const Activity = ActivityDraft.extend({
  id: ActivityId,
  /** The proposal it was made from; null for one of the business's own. */
  from: ProposedName.nullable(),
  revision: z.int().positive(),
  ended: z.boolean(),
  changedAt: Instant,
  changedBy: z.string(),
});
export type Activity = z.infer<typeof Activity>;

/** What a country means for a transfer from where the business is. */
export const TransferNeed = z.enum(['none', 'abroad', 'adequate', 'tool']);
export type TransferNeed = z.infer<typeof TransferNeed>;

/** One activity as the record shows it: what was decided about it, and what the store says by itself. */
export const RecordEntry = z.strictObject({
  id: ActivityId,
  revision: z.int(),
  title: z.string(),
  role: ActivityRole,
  partners: z.array(Contact),
  purposes: z.array(z.strictObject({ id: PurposeId, name: z.string(), lawfulBasis: LawfulBasis })),
  /** Fields of the customer store with these purposes. */
  storeData: z.array(z.strictObject({ name: FieldName, label: z.string(), sensitivity: Sensitivity })),
  otherData: z.array(OtherData),
  systems: z.array(System),
  recipients: z.array(Recipient.extend({ need: TransferNeed })),
  /** Retention of the store's fields, by class. */
  storeRetention: z.array(z.strictObject({ id: RetentionClassId, name: z.string(), rule: z.string() })),
  retention: z.string(),
  measures: z.array(z.strictObject({ name: ProposedName, en: z.string(), de: z.string() })),
  otherMeasures: z.string(),
  owner: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  reviewOn: Day.nullable(),
});
export type RecordEntry = z.infer<typeof RecordEntry>;

/** What the record says; kept versions hold exactly this. */
export const RecordContent = z.strictObject({
  business: BusinessFacts.nullable(),
  entries: z.array(RecordEntry),
  /** The names of tools for transfers, as they were called. */
  tools: z.array(z.strictObject({ name: ProposedName, en: z.string(), de: z.string() })),
});
export type RecordContent = z.infer<typeof RecordContent>;

/** What may lack in an entry. */
export const Lack = z.enum(['partners', 'data', 'systems', 'retention', 'measures', 'owner', 'transfer-tool']);
export type Lack = z.infer<typeof Lack>;

/** What the store holds and the record does not say, and what is not yet said. */
export const Gap = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('business') }),
  /** Fields of the store with a purpose that no activity has; none where only the purpose is there. */
  z.strictObject({
    kind: z.literal('purpose'),
    purpose: z.strictObject({ id: PurposeId, name: z.string() }),
    fields: z.array(z.strictObject({ name: FieldName, label: z.string() })),
  }),
  z.strictObject({ kind: z.literal('entry'), activity: ActivityId, title: z.string(), lacks: z.array(Lack).min(1) }),
]);
export type Gap = z.infer<typeof Gap>;

export const KeptVersion = z.strictObject({
  number: z.int().positive(),
  at: Instant,
  by: z.string(),
  /** SHA-256 of the canonical JSON of the content, as it stands in the trail. */
  digest: Digest,
  entries: z.int(),
});
export type KeptVersion = z.infer<typeof KeptVersion>;

export const ProcessingRecord = z.strictObject({
  content: RecordContent,
  gaps: z.array(Gap),
  activities: z.array(Activity),
  /** The newest kept version, and whether the record says something else by now. */
  kept: KeptVersion.nullable(),
  changed: z.boolean(),
});
export type ProcessingRecord = z.infer<typeof ProcessingRecord>;

/** An activity a business of that trade usually has. */
export const Proposal = z.strictObject({
  name: ProposedName,
  title: z.string(),
  role: ActivityRole,
  purposes: z.array(z.string()),
  /** Already in the record. */
  taken: z.boolean(),
  /** Usual in the trade that was asked about. */
  usual: z.boolean(),
});
export type Proposal = z.infer<typeof Proposal>;

export const recordFormats = ['pdf', 'docx', 'html', 'md', 'xlsx', 'csv', 'json'] as const;
export const RecordFormat = z.enum(recordFormats);
export type RecordFormat = z.infer<typeof RecordFormat>;

/** Which half of the record: what the business decides about, or what it does for clients. */
export const RecordPart = z.enum(['all', 'controller', 'processor']);
export type RecordPart = z.infer<typeof RecordPart>;
