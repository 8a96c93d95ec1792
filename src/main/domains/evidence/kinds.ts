/** What a file really is, by its content; a file that is not what its name says is refused. */
import { extname } from 'node:path';
import { configure, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
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

/** Whether the bytes are of the promised kind: from their first mark to their last, not the name alone. */
export async function isOfKind(bytes: Buffer, kind: EvidenceKind): Promise<boolean> {
  switch (kind) {
    case 'pdf':
      return isPdf(bytes);
    case 'png':
      return starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && tailOf(bytes).includes('IEND');
    case 'jpeg':
      return starts(bytes, 0xff, 0xd8, 0xff) && tailOf(bytes).includes(Buffer.from([0xff, 0xd9]));
    case 'docx':
      return isOffice(bytes, 'word/document.xml');
    case 'xlsx':
      return isOffice(bytes, 'xl/workbook.xml');
    case 'text':
    case 'csv':
      return isText(bytes);
    case 'eml':
      return isText(bytes) && /^[A-Za-z-]+:[^\n]*\r?\n/.test(bytes.subarray(0, 2_000).toString('latin1'));
  }
}

/** Cameras and programs leave notes after the last mark of a picture. */
const tailOf = (bytes: Buffer): Buffer => bytes.subarray(-65_536);

/** Only white space may stand before the head: a page with a script can hide one further down. */
function isPdf(bytes: Buffer): boolean {
  const head = bytes
    .subarray(0, 1_024)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return head.startsWith('%PDF-') && bytes.subarray(-2_048).includes('%%EOF');
}

/** Office files are archives with a list of contents and one main part; those with macros and those that would climb out of a folder are not taken. */
async function isOffice(bytes: Buffer, mainPart: string): Promise<boolean> {
  if (!starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return false;
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  try {
    const names = new Set<string>();
    for await (const { filename, encrypted } of reader.getEntriesGenerator()) {
      if (
        encrypted ||
        names.size >= mostParts ||
        filename.split(/[\\/]/).includes('..') ||
        /vbaProject/i.test(filename)
      )
        return false;
      names.add(filename);
    }
    return names.has('[Content_Types].xml') && names.has(mainPart);
  } catch {
    return false;
  } finally {
    await reader.close().catch(() => undefined);
  }
}

const mostParts = 10_000;

/** What is text by its bytes and yet something else by its first letters: a PDF, rich text, a script. */
const otherHeads = /^(?:%PDF-|\{\\rtf|#!)/;
// C0 without tab, line feed, form feed and carriage return, and C1: no text has them, programs do.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;

/** Text in UTF-8, in UTF-16 with its mark, or as older Windows programs write it, to the last byte. */
function isText(bytes: Buffer): boolean {
  const text = decode(bytes);
  return text !== null && !controls.test(text) && !otherHeads.test(text.trimStart());
}

function decode(bytes: Buffer): string | null {
  const encodings = starts(bytes, 0xff, 0xfe)
    ? ['utf-16le']
    : starts(bytes, 0xfe, 0xff)
      ? ['utf-16be']
      : ['utf-8', 'windows-1252'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding; perhaps in the next.
    }
  }
  return null;
}
