/** Makes a document's sections of a template, the facts and what the laws say today: the same input, the same text. */
import { factsIn, holds, type Standing } from '#shared/content/condition';
import type { Condition, DocumentTemplate, TemplateBlock } from '#shared/content/template';
import { type Language, type Words, wordsIn } from '#shared/content/words';
import { type FactRow, type Facts, isKnown } from './facts';
import type { Section, SectionBlock } from './model';
import { type Filling, filledLine, filledText } from './template-text';

export type MadeSection = {
  readonly section: Section;
  /** The facts that were asked for, as they were. */
  readonly facts: Facts;
  /** Names of those that were not known. */
  readonly missing: readonly string[];
};

export type Making = {
  readonly facts: Facts;
  readonly standing: Standing;
  readonly language: Language;
  /** Written where a fact is missing. */
  readonly gap: (fact: string) => string;
};

export function makeSections(template: DocumentTemplate, making: Making): MadeSection[] {
  return template.sections.filter(({ when }) => holdsHere(when, making)).map((section) => make(section, making));
}

/** Whether a condition holds for this document. */
const holdsHere = (when: Condition | undefined, { standing, facts }: Making): boolean =>
  holds(when, standing, (name) => isKnown(facts[name])) === 'yes';

function make({ id, title, when, blocks }: DocumentTemplate['sections'][number], making: Making): MadeSection {
  const { facts, language, gap } = making;
  const used = new Set<string>(factsIn(when));
  const missing = new Set<string>();
  const filling: Filling = {
    facts,
    used: (fact) => used.add(fact),
    gap: (fact) => {
      missing.add(fact);
      return gap(fact);
    },
  };
  const say = (words: Words): string => wordsIn(words, language);
  const rowsOf = (fact: string): readonly FactRow[] => {
    used.add(fact);
    const value = facts[fact];
    return Array.isArray(value) ? (value as readonly FactRow[]) : [];
  };
  const section: Section = {
    id,
    title: filledText(say(title), filling),
    blocks: blocks.flatMap((block): SectionBlock[] => {
      for (const fact of factsIn(block.when)) used.add(fact);
      return holdsHere(block.when, making) ? made(block) : [];
    }),
  };
  return {
    section,
    facts: Object.fromEntries(
      [...used].toSorted().flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])),
    ),
    missing: [...missing],
  };

  function made(block: TemplateBlock): SectionBlock[] {
    if ('text' in block) return [{ kind: 'paragraph', text: line(say(block.text)) }];
    if ('note' in block) return [{ kind: 'note', text: line(say(block.note)) }];
    if ('heading' in block) return [{ kind: 'heading', level: 3, text: filledText(say(block.heading), filling) }];
    if ('list' in block) {
      const items = block.list.filter((item) => {
        for (const fact of factsIn(item.when)) used.add(fact);
        return holdsHere(item.when, making);
      });
      return items.length === 0 ? [] : [{ kind: 'list', items: items.map(({ words }) => line(say(words))) }];
    }
    if ('each' in block) {
      const rows = rowsOf(block.each);
      return rows.length === 0
        ? [{ kind: 'paragraph', text: line(say(block.none)) }]
        : [{ kind: 'list', items: rows.map((row) => line(say(block.item), row)) }];
    }
    const { each, name, columns, none } = block.table;
    const rows = rowsOf(each);
    if (rows.length === 0) return [{ kind: 'paragraph', text: line(say(none)) }];
    return [
      {
        kind: 'table',
        name: say(name),
        headers: columns.map((column) => say(column.title)),
        rows: rows.map((row) => columns.map((column) => filledText(column.cell, { ...filling, row }))),
        numbers: [],
        widths: columns.map(({ width }) => width),
      },
    ];
  }
  // Kept lines are changeable in their type only; nothing changes them.
  function line(text: string, row?: FactRow): Extract<SectionBlock, { kind: 'paragraph' }>['text'] {
    return filledLine(text, row === undefined ? filling : { ...filling, row }) as never;
  }
}
