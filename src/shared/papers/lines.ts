/** Lines of papers in pieces and as plain text, and headings that never skip a level. */
import type { Block, Inline, Line, Paper } from './paper';

/** A piece with all it may have; `link` is null unless people may follow it. */
export type Piece = { readonly text: string; readonly strong: boolean; readonly link: string | null };

/** Web, mail and telephone; nothing that runs or reads a file. */
export const isSafeAddress = (address: string): boolean =>
  /^(?:https?:\/\/[^\s"'<>\\]+|mailto:[^\s"'<>\\]+|tel:[+\d-]+)$/i.test(address);

export const piecesOf = (line: Line): Piece[] =>
  (typeof line === 'string' ? [line] : line).filter((piece) => textOfPiece(piece) !== '').map(pieceOf);

function pieceOf(inline: Inline): Piece {
  if (typeof inline === 'string') return { text: inline, strong: false, link: null };
  const { text, strong = false, link } = inline;
  // A link on nothing can be seen by nobody; the typesetter even gives up at one.
  const canBeFollowed = link !== undefined && isSafeAddress(link) && /[^\s\p{Cf}]/u.test(text);
  return { text, strong, link: canBeFollowed ? link : null };
}

const textOfPiece = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.text);

export const plain = (line: Line): string => (typeof line === 'string' ? line : line.map(textOfPiece).join(''));

/** Readers with a screen reader jump from heading to heading: none is more than one level below the one before it. */
export function levelled(blocks: readonly Block[]): Block[] {
  let before = 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const level = Math.min(block.level ?? 2, before + 1) as 2 | 3 | 4;
    before = level;
    return { ...block, level };
  });
}

/** What a paper says outside its tables and pictures, line by line in reading order, captions and legends included: the same in every format. */
export const saidBy = ({ blocks }: Pick<Paper, 'blocks'>): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'note':
        return [plain(block.text)];
      case 'list':
        return block.items.map(plain);
      case 'ticks':
        return block.items.map(({ text }) => plain(text));
      case 'definitions':
      case 'facts':
        return block.rows.flatMap(([name, value]) => [name, plain(value)]);
      case 'figures':
        return block.items.flatMap(({ value, label }) => [value, label]);
      case 'signatures':
        return [...block.lines];
      case 'picture':
      case 'table':
        return block.caption === undefined ? [] : [block.caption];
      case 'bars':
        return block.legend === null ? [] : [block.legend];
      case 'page-break':
        return [];
    }
  });

/** A number as people write it in that language. */
export const cellText = (cell: string | number, numbers: Intl.NumberFormat): string =>
  typeof cell === 'number' ? numbers.format(cell) : cell;
