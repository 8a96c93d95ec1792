/** A paper as an accessible PDF (PDF/UA-1). */
import QRCode from 'qrcode';
import { cellText, levelled, piecesOf } from '#shared/papers/lines';
import type { Block, Paper } from '#shared/papers/paper';
import { paperWords } from '#shared/papers/words';
import { printFonts } from '../files/print-fonts';
import { typeset } from '../files/typeset';

const box = (inside: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18"><rect x="1" y="1" width="16" height="16" rx="2" fill="#fff" stroke="#23302b" stroke-width="1.6"/>${inside}</svg>`,
  );
const boxes = {
  'open.svg': box(''),
  'ticked.svg': box('<path d="M4.5 9.5l3 3 6-7" fill="none" stroke="#2d6f4c" stroke-width="2.2"/>'),
};

/** `at` (RFC 3339) is the moment the file says it was made. */
export async function paperPdf(paper: Paper, at: string): Promise<Uint8Array> {
  const numbers = new Intl.NumberFormat(paper.language);
  const files: Record<string, Uint8Array> = { ...boxes };
  if (paper.checkpoint !== null) {
    const qr = await QRCode.toString(paper.checkpoint, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
    files['checkpoint.svg'] = Buffer.from(qr);
  }
  const blocks = levelled(paper.blocks).map((block, at_) => {
    if (block.kind !== 'picture') return printed(block, numbers);
    const file = `picture-${at_}.svg`;
    files[file] = Buffer.from(block.svg);
    return { kind: block.kind, alt: block.alt, caption: block.caption ?? null, file };
  });
  return typeset('paper', { ...paper, ...printFonts, words: paperWords[paper.language], blocks }, at, files);
}

/** Lines in pieces, and numbers as people write them beside the numbers themselves. */
function printed(block: Exclude<Block, { kind: 'picture' }>, numbers: Intl.NumberFormat): unknown {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: piecesOf(block.text) };
    case 'list':
      return { ...block, ordered: block.ordered === true, items: block.items.map(piecesOf) };
    case 'ticks':
      return { ...block, items: block.items.map(({ text, ticked }) => ({ text: piecesOf(text), ticked })) };
    case 'definitions':
      return { ...block, rows: block.rows.map(([term, meaning]) => [term, piecesOf(meaning)]) };
    case 'table':
      return { ...block, shown: block.rows.map((row) => row.map((cell) => cellText(cell, numbers))) };
    default:
      return block;
  }
}
