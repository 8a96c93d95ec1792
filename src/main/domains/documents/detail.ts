/** One document in full, for its page. */
import { type Language, wordsIn } from '#shared/content/words';
import { mayBeHere } from '#shared/domains/access/rules';
import type { CheckedList, DocumentDetail, SectionDetail } from '#shared/domains/documents/model';
import { type ComparedSection, shownSection } from '#shared/domains/documents/rules';
import type { Day } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { Standing } from '#shared/content/condition';
import { type Holding, labelOf, type Library } from './library';

export function detailOf(
  { row, kept, template, compared, versions, readers }: Holding,
  { people, standing }: Library,
  law: Law,
  language: Language,
  today: Day,
): DocumentDetail {
  return {
    ...row,
    purpose: template === null ? '' : wordsIn(template.purpose, language),
    edition: kept.edition,
    sections: compared.map((section) => sectionOf(section, language)),
    checklists: (template?.checklists ?? []).flatMap((name) =>
      checkedList(name, compared, template, standing, law, language),
    ),
    versions: versions.map(({ document: _document, ...version }) => version),
    readBy: readers.map(({ person, at }) => ({ person: person.id, name: person.name, at })),
    obligations: (template?.obligations ?? []).flatMap((name) => {
      const obligation = law.catalogue.obligation(name);
      return obligation === undefined ? [] : [{ name, title: wordsIn(obligation.title, language) }];
    }),
    people: people
      .filter(({ person }) => mayBeHere(person, today))
      .map(({ person }) => ({ id: person.id, name: person.name })),
  };
}

function sectionOf({ id, state, kept, fresh, changes, otherwise }: ComparedSection, language: Language): SectionDetail {
  const shown = kept === null ? fresh?.section : shownSection(kept);
  return {
    ...(shown ?? { id, title: id, blocks: [] }),
    state,
    edited: kept?.edited != null,
    generated: kept?.generated ?? null,
    fresh: state === 'current' ? null : (fresh?.section ?? null),
    changes: changes.map(({ fact, removed, added }) => ({
      fact,
      label: labelOf(fact, language),
      removed: [...removed],
      added: [...added],
    })),
    otherwise,
    missing: (fresh?.missing ?? []).map((fact) => ({ fact, label: labelOf(fact, language) })),
  };
}

/**
 * An item of a law's list is there when the document has a section for it that says something and lacks no fact. It tells
 * what is missing; it never says that a text is right.
 */
function checkedList(
  name: string,
  compared: readonly ComparedSection[],
  template: Holding['template'],
  standing: Standing,
  law: Law,
  language: Language,
): CheckedList[] {
  const checklist = law.catalogue.checklist(name);
  if (checklist === undefined || template === null) return [];
  const regulation = name.slice(0, name.indexOf(':'));
  return [
    {
      name,
      title: wordsIn(checklist.title, language),
      items: checklist.items.map((item) => {
        const labels = (item.when ?? []).map((label) => `${regulation}:${label}`);
        const isNeeded = labels.every((label) => standing.yes.has(label))
          ? 'yes'
          : labels.every((label) => standing.yes.has(label) || standing.open.has(label))
            ? 'unclear'
            : 'no';
        const ids = template.sections
          .filter(({ satisfies }) => satisfies?.includes(`${name}/${item.name}`))
          .map(({ id }) => id);
        const sections = compared.filter(
          ({ id, kept }) => ids.includes(id) && kept !== null && shownSection(kept).blocks.length > 0,
        );
        const missing = sections.flatMap(({ kept, fresh }) =>
          // Whoever wrote the section by hand has filled the gap in their own words.
          kept?.edited == null ? (fresh?.missing ?? []) : [],
        );
        const isThere = sections.length > 0 && missing.length === 0;
        return {
          item: item.name,
          words: wordsIn(item.words, language),
          citation: law.catalogue.citationIn(item.cite, language),
          state: isThere ? 'there' : isNeeded === 'yes' ? 'missing' : isNeeded === 'no' ? 'not-needed' : 'unclear',
          section: sections[0]?.id ?? null,
          missing: [...new Set(missing)].map((fact) => labelOf(fact, language)),
        } as const;
      }),
    },
  ];
}
