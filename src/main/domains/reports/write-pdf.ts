/** A report document as an accessible PDF. */
import QRCode from 'qrcode';
import type { Block, ReportDocument } from '#shared/domains/reports/document';
import { printFonts } from '../../files/print-fonts';
import { typeset } from '../../files/typeset';

export async function reportPdf(document: ReportDocument, at: string): Promise<Uint8Array> {
  const numbers = new Intl.NumberFormat(document.language);
  const qr = await QRCode.toString(document.checkpoint, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  const blocks = document.blocks.map((block) => printed(block, numbers));
  return typeset('report', { ...document, ...printFonts, blocks }, at, { 'checkpoint.svg': Buffer.from(qr) });
}

/** Numbers as people write them, beside the numbers themselves. */
function printed(block: Block, numbers: Intl.NumberFormat): unknown {
  if (block.kind !== 'table') return block;
  return {
    ...block,
    shown: block.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? numbers.format(cell) : cell))),
  };
}
