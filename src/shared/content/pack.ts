/** The shape of a pack: one edition of one regulation, as data. Every file of an edition is one of the parts below. */
import { z } from 'zod';
import { AssessmentTemplate } from './assessment';
import { CalendarContent } from './calendar-data';
import { Clock, FactDefinition } from './clock-data';
import { Confidence, LawFact, LawStatus, Reviewer } from './law-fact';
import { Area, DocumentTemplate, FieldKinds } from './template';
import { ProcessingContent } from './processing-data';
import { StableName } from './stable-name';
import { Course, DrillMessage, RoutineItem } from './training';
import { Words } from './words';

const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const RegulationName = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** Editions are named by the day they state the law of, with a counter for corrections: `2026-11-24.1`. */
export const EditionName = z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/);

const Source = z.strictObject({ name: Words, confidence: Confidence });

export const Manifest = z.strictObject({
  regulation: RegulationName,
  edition: EditionName,
  title: Words,
  status: LawStatus,
  /** The places whose law this is, as groups of the list of places. */
  places: z.array(z.string()),
  sources: z.array(Source).min(1),
  reviewer: Reviewer,
  /** Known gaps, said plainly. */
  openPoints: z.array(Words),
});
export type Manifest = z.infer<typeof Manifest>;

export const Obligation = z.strictObject({
  name: StableName,
  title: Words,
  law: LawFact,
  /** What must be done, in one plain sentence. */
  sentence: Words,
  /** Whom it concerns, in words, and as labels the conversation about applicability decides on: one group of labels, all of it. */
  appliesTo: Words,
  appliesWhen: z.array(z.array(z.string()).min(1)).min(1),
  evidence: Words,
  /** How often somebody should look at it again; null for duties that arise case by case. */
  reviewMonths: z.number().int().positive().nullable(),
  /** One of the short list a small business starts with. */
  core: z.boolean(),
  /** Names of measures that satisfy obligations in several laws at once. */
  measures: z.array(z.string()),
});
export type Obligation = z.infer<typeof Obligation>;

/** A number of the law that changes with time: a threshold, a fee, a fine. */
export const DatedValue = z.strictObject({
  name: StableName,
  title: Words,
  unit: z.string().min(1),
  values: z
    .array(
      z.strictObject({
        from: DayText.nullable(),
        until: DayText.nullable(),
        value: z.union([z.number(), z.string()]),
        note: Words.optional(),
      }),
    )
    .min(1),
  law: LawFact,
});
export type DatedValue = z.infer<typeof DatedValue>;

export const Authority = z.strictObject({
  name: StableName,
  title: z.string().min(1),
  short: z.string().nullable(),
  place: z.string(),
  concerns: Words,
  confidence: Confidence,
});
export type Authority = z.infer<typeof Authority>;

const ChecklistItem = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  words: Words,
  cite: z.string().min(1),
  /** Labels under which the item is needed; always when absent. */
  when: z.array(z.string()).optional(),
});
export const Checklist = z.strictObject({
  name: StableName,
  title: Words,
  law: LawFact,
  obligations: z.array(StableName),
  items: z.array(ChecklistItem).min(1),
});
export type Checklist = z.infer<typeof Checklist>;

/** A question of the conversation that decides which obligations apply; a yes brings the labels, with the reason. */
export const Question = z.strictObject({
  name: StableName,
  words: Words,
  answer: z.enum(['yes-no', 'number', 'choice', 'several']),
  choices: z.array(z.strictObject({ name: z.string(), words: Words })).optional(),
  /** Whether the choices are places (`US-TX`) where people may live: those the customer store knows of count as chosen. */
  residents: z.boolean().optional(),
  /** Labels brought by an answer. For numbers: reached `atLeast`, or `moreThan`; for several choices: `is` among them. */
  brings: z.array(
    z.strictObject({
      label: z.string(),
      is: z.union([z.string(), z.boolean()]).optional(),
      atLeast: z.number().optional(),
      moreThan: z.number().optional(),
      because: Words,
      cite: z.string().min(1),
    }),
  ),
  otherwise: Words,
  /** The question of another pack that asks the same: it is asked once, and its answer counts here too. */
  sameAs: StableName.optional(),
  /** When the store holds at least so many people in these places (\`DE\`, \`US-CA\`), the question is asked again. */
  watch: z.strictObject({ places: z.array(z.string()).min(1), people: z.number().int().positive() }).optional(),
});
export type Question = z.infer<typeof Question>;

/** A letter: what it must contain, and a text with `{{field}}` places. */
export const Letter = z.strictObject({
  name: StableName,
  title: Words,
  law: LawFact,
  obligations: z.array(StableName),
  fields: z.array(z.string().regex(/^[a-z][A-Za-z]*$/)),
  mustContain: z.array(z.strictObject({ words: Words, cite: z.string().min(1) })).min(1),
  body: Words,
});
export type Letter = z.infer<typeof Letter>;

/** A scoring method with named terms: severity = context × identification + circumstances. */
export const SeverityMethod = z.strictObject({
  name: StableName,
  title: Words,
  law: LawFact,
  contexts: z.array(z.strictObject({ name: z.string(), base: z.number(), words: Words, examples: z.array(Words) })),
  contextRange: z.tuple([z.number(), z.number()]),
  contextUp: z.array(Words),
  contextDown: z.array(Words),
  identification: z.array(z.strictObject({ name: z.string(), value: z.number(), words: Words })),
  circumstances: z.array(
    z.strictObject({
      name: z.string(),
      words: Words,
      levels: z.array(z.strictObject({ points: z.number(), words: Words })).min(2),
    }),
  ),
  bands: z.array(
    z.strictObject({
      name: z.string(),
      from: z.number(),
      below: z.number().nullable(),
      words: Words,
      usualActions: Words,
    }),
  ),
  flags: z.array(z.strictObject({ name: z.string(), words: Words })),
});
export type SeverityMethod = z.infer<typeof SeverityMethod>;

/** Until when the versions of a product get security updates; null while the maker has named no end. */
export const Lifecycle = z.strictObject({
  /** As systems name themselves: `ubuntu`, `windows-11`. */
  product: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  source: Words,
  versions: z
    .array(z.strictObject({ version: z.string().min(1), ends: DayText.nullable(), confidence: Confidence }))
    .min(1),
});
export type Lifecycle = z.infer<typeof Lifecycle>;

/** A check of the audit programme as the starter list proposes it; how often is the business's own choice. */
export const ProposedCheck = z.strictObject({
  name: StableName,
  title: Words,
  how: Words,
  /** What to keep as evidence of it. */
  keep: Words,
  everyDays: z.int().min(1).max(1_100),
});
export type ProposedCheck = z.infer<typeof ProposedCheck>;

/** What the files of an edition may be called, and what is in each. Only the manifest must be there. */
export const packParts = {
  manifest: Manifest,
  facts: z.array(FactDefinition),
  clocks: z.array(Clock),
  obligations: z.array(Obligation),
  values: z.array(DatedValue),
  authorities: z.array(Authority),
  checklists: z.array(Checklist),
  questionnaire: z.array(Question),
  letters: z.array(Letter),
  severity: z.array(SeverityMethod),
  lifecycles: z.array(Lifecycle),
  checks: z.array(ProposedCheck),
  documents: z.array(DocumentTemplate),
  areas: z.array(Area),
  kinds: z.array(FieldKinds),
  assessments: z.array(AssessmentTemplate),
  courses: z.array(Course),
  messages: z.array(DrillMessage),
  routines: z.array(RoutineItem),
  /** How citations of this pack are written in the other language, where that differs: the article first, then the law. */
  citations: z.array(Words),
  calendars: CalendarContent,
  processing: ProcessingContent,
} as const;
export type PackPart = keyof typeof packParts;
/** Parts that are one whole rather than a list; null in a pack without them. */
export const wholeParts: readonly PackPart[] = ['calendars', 'processing'];

export type Pack = {
  readonly manifest: Manifest;
  readonly facts: readonly FactDefinition[];
  readonly clocks: readonly Clock[];
  readonly obligations: readonly Obligation[];
  readonly values: readonly DatedValue[];
  readonly authorities: readonly Authority[];
  readonly checklists: readonly Checklist[];
  readonly questionnaire: readonly Question[];
  readonly letters: readonly Letter[];
  readonly severity: readonly SeverityMethod[];
  readonly lifecycles: readonly Lifecycle[];
  readonly checks: readonly ProposedCheck[];
  readonly documents: readonly DocumentTemplate[];
  readonly areas: readonly Area[];
  readonly kinds: readonly FieldKinds[];
  readonly assessments: readonly AssessmentTemplate[];
  readonly courses: readonly Course[];
  readonly messages: readonly DrillMessage[];
  readonly routines: readonly RoutineItem[];
  readonly citations: readonly Words[];
  readonly calendars: CalendarContent | null;
  readonly processing: ProcessingContent | null;
};

/** The first day of an edition's name decides its age, then its counter. Negative when `a` is older than `b`. */
export function compareEditions(a: string, b: string): number {
  const [dayA = '', countA = '0'] = a.split('.');
  const [dayB = '', countB = '0'] = b.split('.');
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return Number(countA) - Number(countB);
}
