/** A section's blocks as the editor holds them, and back: what the editor can show is what a document can say. */
import type { JSONContent } from '@tiptap/core';
import type { SectionBlock } from '#shared/domains/documents/model';
import { piecesOf } from '#shared/papers/lines';
import type { Line } from '#shared/papers/paper';

export const toEditor = (blocks: readonly SectionBlock[]): JSONContent => ({
  type: 'doc',
  content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks.map(nodeOf),
});

function nodeOf(block: SectionBlock): JSONContent {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: inline(block.text) };
    case 'paragraph':
      return paragraph(block.text);
    case 'note':
      return { type: 'blockquote', content: [paragraph(block.text)] };
    case 'list':
      return {
        type: block.ordered === true ? 'orderedList' : 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
      };
    case 'table':
      return {
        type: 'table',
        content: [row('tableHeader', block.headers), ...block.rows.map((cells) => row('tableCell', cells))],
      };
  }
}

const row = (type: string, cells: readonly string[]): JSONContent => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
});

const paragraph = (line: Line): JSONContent => ({ type: 'paragraph', content: inline(line) });

const inline = (line: Line): JSONContent[] =>
  piecesOf(line).map(({ text, strong, link }) => {
    const marks = [
      ...(strong ? [{ type: 'bold' }] : []),
      ...(link === null ? [] : [{ type: 'link', attrs: { href: link } }]),
    ];
    return { type: 'text', text, ...(marks.length === 0 ? {} : { marks }) };
  });

/** `name` names tables for people who cannot see them. Empty paragraphs are left out. */
export const fromEditor = (document: JSONContent, name: string): SectionBlock[] =>
  (document.content ?? []).flatMap((node) => blocksOf(node, name));

function blocksOf(node: JSONContent, name: string): SectionBlock[] {
  switch (node.type) {
    case 'heading': {
      const text = textOf(node);
      return text === '' ? [] : [{ kind: 'heading', level: node.attrs?.['level'] === 4 ? 4 : 3, text }];
    }
    case 'blockquote':
      return (node.content ?? []).flatMap((part): SectionBlock[] =>
        isEmpty(part) ? [] : [{ kind: 'note', text: lineOf(part) }],
      );
    case 'bulletList':
    case 'orderedList': {
      const items = itemsOf(node);
      if (items.length === 0) return [];
      return [node.type === 'orderedList' ? { kind: 'list', items, ordered: true } : { kind: 'list', items }];
    }
    case 'table': {
      const [headers = [], ...rows] = (node.content ?? []).map((cells) => (cells.content ?? []).map(textOf));
      if (headers.length === 0) return [];
      return [{ kind: 'table', name, headers, rows, numbers: [], widths: headers.map(() => 1) }];
    }
    default:
      return isEmpty(node) ? [] : [{ kind: 'paragraph', text: lineOf(node) }];
  }
}

/** Lists in lists become one: papers have one level. */
const itemsOf = (list: JSONContent): LineOf[] =>
  (list.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((part) =>
      part.type === 'bulletList' || part.type === 'orderedList' ? itemsOf(part) : isEmpty(part) ? [] : [lineOf(part)],
    ),
  );

type LineOf = Extract<SectionBlock, { kind: 'paragraph' }>['text'];

function lineOf(node: JSONContent): LineOf {
  const pieces = (node.content ?? []).map((part) => {
    const text = textOf(part);
    const strong = part.marks?.some(({ type }) => type === 'bold') ?? false;
    const link: unknown = part.marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
    if (!strong && typeof link !== 'string') return text;
    return { text, ...(strong ? { strong } : {}), ...(typeof link === 'string' ? { link } : {}) };
  });
  const [only = ''] = pieces;
  return pieces.length <= 1 && typeof only === 'string' ? only : pieces;
}

const textOf = (node: JSONContent): string =>
  node.type === 'text'
    ? (node.text ?? '')
    : node.type === 'hardBreak'
      ? ' '
      : (node.content ?? []).map(textOf).join(node.type === 'tableCell' || node.type === 'tableHeader' ? ' ' : '');

const isEmpty = (node: JSONContent): boolean => textOf(node).trim() === '';
