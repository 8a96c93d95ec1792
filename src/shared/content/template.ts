/** The shape of a document's template: sections with conditions, text with `{{fact}}` places, lists and tables made of a fact's rows. */
import { z } from 'zod';
import { Words } from './words';

const Name = z.string().regex(/^[a-z][a-z0-9-]*:[a-zA-Z0-9][a-zA-Z0-9.-]*$/);
const Slug = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
const FactName = z.string().regex(/^[a-z]+\.[a-zA-Z]+$/);

/**
 * Groups of conditions, of which one must hold whole. `gdpr`: that law applies; `gdpr:dpo`: an answer brought that
 * label; `fact:business.phone`: the fact is there (and not *no*); each may be turned around with `!`.
 */
export const Condition = z
  .array(z.array(z.string().regex(/^!?(fact:[a-z]+\.[a-zA-Z]+|[a-z][a-z0-9-]*(:[a-z0-9-]+)?)$/)).min(1))
  .min(1);
export type Condition = z.infer<typeof Condition>;

const when = Condition.optional();

/** In texts `**so**` is strong, `[label](address)` a link; a fact is only ever text. */
export const TemplateBlock = z.union([
  z.strictObject({ text: Words, when }),
  z.strictObject({ note: Words, when }),
  z.strictObject({ heading: Words, when }),
  z.strictObject({ list: z.array(z.strictObject({ words: Words, when })).min(1), when }),
  /** A list with one item for each row of a fact, in which a row's columns are `{{column}}`. `none` where there is no row. */
  z.strictObject({ each: FactName, item: Words, none: Words, when }),
  z.strictObject({
    table: z.strictObject({
      each: FactName,
      name: Words,
      columns: z.array(z.strictObject({ title: Words, cell: z.string(), width: z.number().positive() })).min(1),
      none: Words,
    }),
    when,
  }),
]);
export type TemplateBlock = z.infer<typeof TemplateBlock>;

export const TemplateSection = z.strictObject({
  id: Slug,
  title: Words,
  when,
  /** Items of checklists that the section is there for: `gdpr:notice-direct/controller`. */
  satisfies: z.array(z.string().regex(/^[a-z][a-z0-9-]*:[a-zA-Z0-9.-]+\/[a-z0-9-]+$/)).optional(),
  blocks: z.array(TemplateBlock).min(1),
});
export type TemplateSection = z.infer<typeof TemplateSection>;

export const DocumentTemplate = z.strictObject({
  name: Name,
  /** `policy` and `standard` are for the people of the business, who acknowledge them; `notice` is for everybody. */
  kind: z.enum(['policy', 'standard', 'notice']),
  title: Words,
  /** Why there is such a document, in one sentence. */
  purpose: Words,
  when: Condition,
  /** Obligations for which the published document is evidence. */
  obligations: z.array(Name),
  /** Checklists of the law that say what it must contain. */
  checklists: z.array(Name),
  reviewMonths: z.int().positive(),
  sections: z.array(TemplateSection).min(1),
});
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;

/** An area somebody must look after, for the table of responsibilities. */
export const Area = z.strictObject({
  name: Name,
  title: Words,
  /** What looking after it means. */
  duties: Words,
  when: Condition,
});
export type Area = z.infer<typeof Area>;

/** Which items of a checklist of kinds of information a field of the customer store belongs to. */
export const FieldKinds = z.strictObject({ checklist: Name, item: z.string(), fields: z.array(z.string()).min(1) });
export type FieldKinds = z.infer<typeof FieldKinds>;
