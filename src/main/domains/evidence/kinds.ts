/** What a file really is, by its content; a file that is not what its name says is refused. */
import { extname } from 'node:path';
import type { EvidenceKind } from '#shared/domains/evidence/model';

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);

const endings: Readonly<Record<EvidenceKind, readonly string[]>> = {
  pdf: ['.pdf'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  docx: ['.docx'],
  xlsx: ['.xlsx'],
  text: ['.txt', '.md', '.log'],
  csv: ['.csv', '.tsv'],
  eml: ['.eml'],
};

/** The kind the name promises, or null when we take no such files. */
export function promisedKind(fileName: string): EvidenceKind | null {
  const ending = extname(fileName).toLowerCase();
  const found = Object.entries(endings).find(([, list]) => list.includes(ending));
  return (found?.[0] as EvidenceKind | undefined) ?? null;
}

/** Whether the bytes are of the promised kind. */
export function isOfKind(bytes: Buffer, kind: EvidenceKind): boolean {
  switch (kind) {
    case 'pdf':
      return bytes.subarray(0, 1_024).includes('%PDF-') && bytes.subarray(-2_048).includes('%%EOF');
    case 'png':
      return starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    case 'jpeg':
      return starts(bytes, 0xff, 0xd8, 0xff);
    case 'docx':
      return isOffice(bytes, 'word/');
    case 'xlsx':
      return isOffice(bytes, 'xl/');
    case 'text':
    case 'csv':
      return isText(bytes);
    case 'eml':
      return isText(bytes) && /^[A-Za-z-]+:[^\n]*\r?\n/.test(bytes.subarray(0, 2_000).toString('latin1'));
  }
}

/** Office files are archives whose list of contents and first folder are named in plain letters. */
const isOffice = (bytes: Buffer, folder: string): boolean =>
  starts(bytes, 0x50, 0x4b, 0x03, 0x04) && bytes.includes('[Content_Types].xml') && bytes.includes(folder) && !bytes.includes('vbaProject.bin');

function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  // A program or picture with a text's name has many control characters early on.
  const head = bytes.subarray(0, 4_096);
  const controls = head.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls === 0;
}
