/** Making documents and bringing them up to date: used by the handlers and by set-up. */
import { holds } from '#shared/content/condition';
import type { DocumentId, DocumentLanguage, TemplateName } from '#shared/domains/documents/model';
import { notFound } from '#shared/kernel/failures';
import { type Day, type Instant, monthsLater } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { readStanding } from '../applicability/public';
import { factsIn, makeFor } from './library';
import { insertDocument, listDocuments, writeSections } from './store';

export type Making = {
  readonly db: WriteDb;
  readonly workbench: Workbench;
  readonly now: () => Instant;
  readonly newId: (prefix: string) => string;
};

export type Made = { readonly id: DocumentId; readonly template: TemplateName; readonly revision: number };

/**
 * Makes documents of these templates, or of all that apply today; what is there already in that language is left as it is.
 * Throws `not-found: template` for a name nobody knows.
 */
export async function createDocuments(
  { db, workbench, now, newId }: Making,
  templates: readonly string[] | null,
  language: DocumentLanguage,
  today: Day,
): Promise<Made[]> {
  const standing = await readStanding(db, workbench);
  const facts = await factsIn(db, workbench, language);
  const all = workbench.law.current().templates;
  const there = new Set(
    (await listDocuments(db)).filter((one) => one.language === language).map(({ template }) => template),
  );
  if (templates?.some((name) => !all.some((one) => one.name === name))) throw notFound('template');
  const wanted = all.filter(
    (template) =>
      !there.has(template.name) &&
      (templates === null ? holds(template.when, standing, () => false) === 'yes' : templates.includes(template.name)),
  );
  const made: Made[] = [];
  for (const template of wanted) {
    const id = newId('doc') as DocumentId;
    const { name, edition, reviewMonths } = template;
    await insertDocument(
      db,
      { id, template: name, language, edition, nextReviewOn: monthsLater(today, reviewMonths) },
      now(),
    );
    await writeSections(
      db,
      id,
      makeFor(template, facts, standing, language).map(({ section, facts: used }) => ({
        id: section.id,
        generated: section,
        facts: used,
        edited: null,
      })),
    );
    made.push({ id, template: name, revision: 1 });
  }
  return made;
}
