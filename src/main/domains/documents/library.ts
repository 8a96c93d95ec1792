/** All documents as they stand: what is kept, what it would be today, who has to read what. */
import type { Standing } from '#shared/content/condition';
import { type Language, wordsIn } from '#shared/content/words';
import { mayBeHere } from '#shared/domains/access/rules';
import type { Facts } from '#shared/domains/documents/facts';
import { type MadeSection, makeSections } from '#shared/domains/documents/generate';
import type { DocumentRow, DocumentState, Version, VersionContent } from '#shared/domains/documents/model';
import { type ComparedSection, compareSections, type KeptSection, shownSection } from '#shared/domains/documents/rules';
import type { Day } from '#shared/kernel/time';
import type { EditedTemplate } from '../../content/open-content';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { peopleWithGrants, type PersonWithGrants } from '../access/public';
import { readStanding } from '../applicability/public';
import { contentDigest } from './digest';
import { factWords, readFacts } from './fact-sources';
import {
  type KeptDocument,
  type KeptVersion,
  listDocuments,
  listReadings,
  listVersions,
  type Reading,
  readSections,
} from './store';

export type Library = {
  readonly standing: Standing;
  readonly people: readonly PersonWithGrants[];
  readonly holdings: readonly Holding[];
};

/** One document with everything there is to know about it. */
export type Holding = {
  readonly kept: KeptDocument;
  /** Null when the content on this computer no longer has it: the document stays as it is. */
  readonly template: EditedTemplate | null;
  readonly sections: readonly KeptSection[];
  readonly compared: readonly ComparedSection[];
  readonly fresh: readonly MadeSection[];
  readonly versions: readonly KeptVersion[];
  readonly published: Version | null;
  /** Whoever has to read the newest published version, and when they said that they did. */
  readonly readers: readonly { readonly person: PersonWithGrants['person']; readonly at: Reading['at'] | null }[];
  readonly row: DocumentRow;
};

export type LibraryAsk = { readonly db: ReadDb; readonly workbench: Workbench; readonly today: Day };

/** Facts read once for each language there are documents in. */
export async function readLibrary({ db, workbench, today }: LibraryAsk): Promise<Library> {
  const [documents, sections, versions, readings, people] = await Promise.all([
    listDocuments(db),
    readSections(db),
    listVersions(db),
    listReadings(db),
    peopleWithGrants(db),
  ]);
  const standing = await readStanding(db, workbench);
  const facts = new Map<Language, Facts>();
  for (const language of new Set(documents.map((one) => one.language)))
    facts.set(language, await factsIn(db, workbench, language));
  const order = new Map(workbench.law.current().templates.map(({ name }, at) => [name, at]));
  const placeOf = ({ template }: KeptDocument): number => order.get(template) ?? order.size;
  const inOrder = documents.toSorted((a, b) => placeOf(a) - placeOf(b));
  const holdings = inOrder.map((kept) =>
    holdingOf(kept, {
      template: workbench.law.current().templates.find(({ name }) => name === kept.template) ?? null,
      sections: sections.get(kept.id) ?? [],
      versions: versions.filter(({ document }) => document === kept.id),
      readings: readings.filter(({ document }) => document === kept.id),
      people,
      standing,
      facts: facts.get(kept.language) ?? {},
      today,
    }),
  );
  return { standing, people, holdings };
}

export const factsIn = (db: ReadDb, workbench: Workbench, language: Language): Promise<Facts> =>
  readFacts({ db, workbench, law: workbench.law.current(), language });

export function makeFor(
  template: EditedTemplate,
  facts: Facts,
  standing: Standing,
  language: Language,
): readonly MadeSection[] {
  const gap = (fact: string): string => gapWords[language](labelOf(fact, language));
  return makeSections(template, { facts, standing, language, gap });
}

const gapWords = {
  en: (what: string): string => `[to be added: ${what}]`,
  de: (what: string): string => `[noch zu ergänzen: ${what}]`,
} as const;

export function labelOf(fact: string, language: Language): string {
  const words = Object.hasOwn(factWords, fact) ? factWords[fact] : undefined;
  return words === undefined ? fact : wordsIn(words, language);
}

type Parts = Pick<Holding, 'template' | 'sections' | 'versions'> & {
  readonly readings: readonly Reading[];
  readonly people: readonly PersonWithGrants[];
  readonly standing: Standing;
  readonly facts: Facts;
  readonly today: Day;
};

function holdingOf(kept: KeptDocument, parts: Parts): Holding {
  const { template, sections, versions, readings, people, standing, facts, today } = parts;
  const fresh = template === null ? [] : makeFor(template, facts, standing, kept.language);
  const compared = template === null ? [] : compareSections(sections, fresh);
  const published = versions.find(({ publishedAt }) => publishedAt !== null) ?? null;
  const newest = versions[0] ?? null;
  const title = template === null ? kept.template : wordsIn(template.title, kept.language);
  const changedSince = newest !== null && contentDigest(contentOf(kept, title, sections)).digest !== newest.digest;
  const readers =
    published === null || template === null || template.kind === 'notice'
      ? []
      : people
          // Auditors look at the business from outside.
          .filter(({ person }) => mayBeHere(person, today) && person.role !== 'auditor')
          .map(({ person }) => ({
            person,
            at: readings.find((one) => one.person === person.id && one.version === published.number)?.at ?? null,
          }));
  const state: DocumentState =
    kept.withdrawnAt !== null ? 'withdrawn' : published !== null ? 'published' : newest !== null ? 'approved' : 'draft';
  return {
    kept,
    template,
    sections,
    compared,
    fresh,
    versions,
    published,
    readers,
    row: {
      id: kept.id,
      template: kept.template,
      kind: template?.kind ?? 'policy',
      title,
      language: kept.language,
      state,
      owner: people.find(({ person }) => person.id === kept.owner)?.person.name ?? null,
      nextReviewOn: kept.nextReviewOn,
      outOfDate: compared.filter((section) => section.state !== 'current').length,
      missing: new Set(fresh.flatMap(({ missing }) => missing)).size,
      version: newest?.number ?? 0,
      changedSince,
      unread: readers.filter(({ at }) => at === null).map(({ person }) => person.name),
      readers: readers.length,
      revision: kept.revision,
    },
  };
}

export const contentOf = (
  { language }: Pick<KeptDocument, 'language'>,
  title: string,
  sections: readonly KeptSection[],
): VersionContent => ({ language, title, sections: sections.map(shownSection) });
