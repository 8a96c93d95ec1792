/** What has become of a document since its text was made: which sections, through which facts, and what bringing it up to date keeps. */
import { type FactChange, factChanges, type Facts } from './facts';
import type { MadeSection } from './generate';
import type { Section, SectionBlock } from './model';

/** A section as the document keeps it. */
export type KeptSection = {
  readonly id: string;
  readonly generated: Section;
  readonly facts: Facts;
  /** What somebody wrote instead, or null. */
  readonly edited: Section | null;
};

export type ComparedSection = {
  readonly id: string;
  readonly state: 'current' | 'changed' | 'new' | 'gone';
  readonly kept: KeptSection | null;
  readonly fresh: MadeSection | null;
  readonly changes: readonly FactChange[];
  /** The text differs although no fact does: the wording, or what the laws ask. */
  readonly otherwise: boolean;
};

/** The sections of the document in the template's order, with what is new in its place and what is gone after the one before it. */
export function compareSections(kept: readonly KeptSection[], fresh: readonly MadeSection[]): ComparedSection[] {
  const keptOf = new Map(kept.map((section) => [section.id, section]));
  const freshOf = new Map(fresh.map((made) => [made.section.id, made]));
  return inOrder(
    kept.map(({ id }) => id),
    fresh.map(({ section }) => section.id),
  ).map((id) => {
    const [was, is] = [keptOf.get(id) ?? null, freshOf.get(id) ?? null];
    if (was === null || is === null)
      return { id, state: was === null ? 'new' : 'gone', kept: was, fresh: is, changes: [], otherwise: true };
    const isSame = sameSection(was.generated, is.section);
    const changes = isSame ? [] : factChanges(was.facts, is.facts);
    return {
      id,
      state: isSame ? 'current' : 'changed',
      kept: was,
      fresh: is,
      changes,
      otherwise: !isSame && changes.length === 0,
    };
  });
}

/** Today's order, and what is gone right after the section it stood behind. */
function inOrder(before: readonly string[], now: readonly string[]): string[] {
  const order = [...now];
  for (const [at, id] of before.entries()) {
    if (order.includes(id)) continue;
    const previous = before.slice(0, at).findLast((one) => order.includes(one));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  }
  return order;
}

export const sameSection = (a: Section, b: Section): boolean =>
  a.title === b.title && JSON.stringify(a.blocks) === JSON.stringify(b.blocks);

/** What a person decided about a section they had edited. */
export type Choice = 'mine' | 'new';

export type Renewed = {
  readonly sections: readonly KeptSection[];
  /** Edited sections without a decision: they stay as they are, and out of date. */
  readonly undecided: readonly string[];
};

/**
 * Brings a document up to date. Untouched sections follow the facts; where somebody wrote, `mine` keeps their words and
 * remembers that they were looked at against today's text, `new` takes today's text, and no decision changes nothing.
 */
export function bringUpToDate(
  kept: readonly KeptSection[],
  fresh: readonly MadeSection[],
  choices: ReadonlyMap<string, Choice>,
): Renewed {
  const undecided: string[] = [];
  const sections = compareSections(kept, fresh).flatMap(({ id, state, kept: was, fresh: is }): KeptSection[] => {
    if (state === 'current' && was !== null) return [was];
    const made = is === null ? null : { id, generated: is.section, facts: is.facts, edited: null };
    const choice = choices.get(id);
    if (was === null || was.edited === null || choice === 'new') return made === null ? [] : [made];
    if (choice === 'mine' && made !== null) return [{ ...made, edited: was.edited }];
    // What is gone and was edited stays while its writer wants it.
    undecided.push(id);
    return [was];
  });
  return { sections, undecided };
}

/** What the document says: the hand's words before the template's. */
export const shownSection = ({ generated, edited }: KeptSection): Section => edited ?? generated;

/** A section's text by its blocks, for comparing versions. */
export const plainBlocks = (blocks: readonly SectionBlock[]): string =>
  blocks
    .map((block): string => {
      switch (block.kind) {
        case 'heading':
          return block.text;
        case 'paragraph':
        case 'note':
          return lineText(block.text);
        case 'list':
          return block.items.map((item) => `• ${lineText(item)}`).join('\n');
        case 'table':
          return [block.headers, ...block.rows].map((row) => row.join(' | ')).join('\n');
      }
    })
    .join('\n\n');

type LineOf = Extract<SectionBlock, { kind: 'paragraph' }>['text'];
const lineText = (line: LineOf): string =>
  typeof line === 'string' ? line : line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
