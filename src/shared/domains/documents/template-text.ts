/** A template's text with its places filled in: marks are read before facts come in, so that a fact is only ever text. */
import type { Inline, Line } from '#shared/papers/paper';
import { type FactRow, type Facts, isKnown } from './facts';

export type Filling = {
  readonly facts: Facts;
  /** The row a list or table is at; its columns go before facts. */
  readonly row?: FactRow;
  /** Written where a fact is missing. */
  readonly gap: (fact: string) => string;
  /** Told of each fact that was asked for. */
  readonly used: (fact: string) => void;
};

/** The text in one piece: for cells and headings. */
export const filledText = (template: string, filling: Filling): string =>
  template.replaceAll(/\*\*/g, '').replaceAll(place, (_, name: string) => valueOf(name, filling));

/** The text in pieces, with what is strong and what leads somewhere. */
export function filledLine(template: string, filling: Filling): Line {
  const pieces: Inline[] = [];
  for (const part of template.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)) {
    if (part === '') continue;
    const strong = /^\*\*([^*]+)\*\*$/.exec(part);
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (strong !== null) pieces.push({ text: filledText(strong[1] ?? '', filling), strong: true });
    else if (link !== null)
      pieces.push({ text: filledText(link[1] ?? '', filling), link: filledText(link[2] ?? '', filling) });
    else pieces.push(filledText(part, filling));
  }
  const [only = ''] = pieces;
  return pieces.length <= 1 && typeof only === 'string' ? only : pieces;
}

const place = /\{\{([a-z][A-Za-z.]*)\}\}/g;

function valueOf(name: string, { facts, row, gap, used }: Filling): string {
  if (row !== undefined && Object.hasOwn(row, name)) return row[name] ?? '';
  used(name);
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (typeof value === 'string' && isKnown(value)) return value;
  if (typeof value === 'object' && isKnown(value)) return value.map((one) => Object.values(one)[0] ?? '').join(', ');
  return gap(name);
}
