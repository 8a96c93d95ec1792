/** Risks: a register in plain words, what is done about each, and assessments that somebody else signs. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { PersonId } from '#shared/domains/access/model';
import { idOf } from '#shared/kernel/ids';
import { Day, Instant } from '#shared/kernel/time';
import { oneLine, someLines } from '#shared/kernel/typed-text';

export const RiskId = idOf('rsk');
export type RiskId = z.infer<typeof RiskId>;
export const ActionId = idOf('act');
export type ActionId = z.infer<typeof ActionId>;
export const AssessmentId = idOf('asm');
export type AssessmentId = z.infer<typeof AssessmentId>;
export const TemplateName = z.string().regex(/^risks:[a-z][a-z-]{0,60}$/);

/** From 1 (hardly, little) to 5 (almost surely, ruinous). */
export const Step = z.int().min(1).max(5);
export const Level = z.enum(['low', 'middle', 'high', 'very-high']);
export type Level = z.infer<typeof Level>;
export const Treatment = z.enum(['reduce', 'avoid', 'share', 'accept']);
export type Treatment = z.infer<typeof Treatment>;

export const RiskDraft = z.strictObject({
  title: oneLine(160),
  /** What could happen, to whom, and why. */
  words: someLines(4_000),
  likelihood: Step,
  impact: Step,
  treatment: Treatment,
  /** What is done about it, or why it is accepted. */
  measures: someLines(4_000),
  /** What is left with the measures; null while nobody has judged it. */
  left: z.strictObject({ likelihood: Step, impact: Step }).nullable(),
  owner: PersonId.nullable(),
  reviewOn: Day,
});
export type RiskDraft = z.infer<typeof RiskDraft>;

export const Risk = RiskDraft.extend({ id: RiskId, state: z.enum(['open', 'closed']), revision: z.int() });
export type Risk = z.infer<typeof Risk>;

export const ActionDraft = z.strictObject({ words: oneLine(300), owner: PersonId.nullable(), dueOn: Day });
export type ActionDraft = z.infer<typeof ActionDraft>;
export const Action = ActionDraft.extend({
  id: ActionId,
  /** The risk or assessment it is for. */
  about: z.union([RiskId, AssessmentId]),
  state: z.enum(['open', 'done']),
  closing: z.string(),
  closedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
});
export type Action = z.infer<typeof Action>;

export const Decision = z.enum(['in-place', 'other-way', 'missing', 'not-needed']);
export type Decision = z.infer<typeof Decision>;

/** What an assessment says; names are those of its template. */
export const AssessmentContent = z.strictObject({
  title: oneLine(160),
  /** Criteria that apply. */
  screen: z.array(z.string().max(60)).max(30),
  /** Made although the criteria do not call for it. */
  anyway: z.boolean(),
  parts: z.array(z.strictObject({ name: z.string().max(60), text: someLines(20_000) })).max(30),
  items: z.array(z.strictObject({ name: z.string().max(60), decision: Decision, reason: someLines(2_000) })).max(200),
  risks: z
    .array(
      z.strictObject({
        words: someLines(1_000),
        likelihood: Step,
        impact: Step,
        measures: someLines(4_000),
        leftLikelihood: Step,
        leftImpact: Step,
      }),
    )
    .max(100),
  /** Who was asked for advice, and what they said. */
  advice: z.strictObject({ from: someLines(160), text: someLines(4_000) }),
});
export type AssessmentContent = z.infer<typeof AssessmentContent>;

export const Assessment = z.strictObject({
  id: AssessmentId,
  template: TemplateName,
  edition: z.string(),
  content: AssessmentContent,
  state: z.enum(['draft', 'signed']),
  author: z.string(),
  changedAt: Instant,
  signedBy: z.string().nullable(),
  signedAt: Instant.nullable(),
  /** Whether author and signer are the same, because nobody else could sign. */
  alone: z.boolean(),
  /** SHA-256 of the content as signed. */
  digest: Digest.nullable(),
  reviewOn: Day.nullable(),
  replaces: AssessmentId.nullable(),
  /** Whether a newer signed one stands in its place. */
  replaced: z.boolean(),
  revision: z.int(),
});
export type Assessment = z.infer<typeof Assessment>;

/** What keeps an assessment from being signed. */
export const Lack = z.strictObject({
  kind: z.enum(['part', 'item', 'reason', 'risks', 'risk-words', 'advice']),
  name: z.string(),
});
export type Lack = z.infer<typeof Lack>;

export const ShownTemplate = z.strictObject({
  name: TemplateName,
  title: z.string(),
  lead: z.string(),
  cite: z.string(),
  screenFrom: z.int(),
  screen: z.array(z.strictObject({ name: z.string(), words: z.string() })),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      help: z.string(),
      cite: z.string(),
      when: z.enum(['always', 'needed', 'not-needed']),
    }),
  ),
  items: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      words: z.string(),
      cite: z.string(),
      need: z.enum(['standard', 'required', 'addressable', 'check']),
    }),
  ),
  withRisks: z.boolean(),
  withAdvice: z.boolean(),
});
export type ShownTemplate = z.infer<typeof ShownTemplate>;

export const RiskPicture = z.strictObject({
  today: Day,
  me: z.string(),
  risks: z.array(Risk),
  actions: z.array(Action),
  assessments: z.array(Assessment),
  templates: z.array(ShownTemplate),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), active: z.boolean() })),
});
export type RiskPicture = z.infer<typeof RiskPicture>;
