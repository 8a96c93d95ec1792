/** What a file is, by its content: honest files pass, everything dressed up as something else does not. */
import { fc, test } from '@fast-check/vitest';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { isOfKind, promisedKind } from '#main/domains/evidence/kinds';
import { EvidenceKind } from '#shared/domains/evidence/model';

const archive = async (names: readonly string[], inside = 'x'): Promise<Buffer> => {
  const zip = new ZipWriter(new BlobWriter());
  for (const name of names) await zip.add(name, new TextReader(inside));
  return Buffer.from(await (await zip.close()).arrayBuffer());
};
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), Buffer.from([0xff, 0xd9])]);
const text = Buffer.from('Grüße aus Köln\r\n');
const eml = Buffer.from('From: a@example.org\r\nSubject: hello\r\n\r\nText\r\n');

describe('what a file is', () => {
  it('follows from its content', async () => {
    const docx = await archive(['[Content_Types].xml', 'word/document.xml']);
    const xlsx = await archive(['[Content_Types].xml', 'xl/workbook.xml']);
    const honest: Record<EvidenceKind, Buffer> = {
      pdf,
      png,
      jpeg,
      docx,
      xlsx,
      text,
      csv: Buffer.from('a,b\n1,2\n'),
      eml,
    };
    for (const [kind, bytes] of Object.entries(honest))
      expect([kind, await isOfKind(bytes, kind as EvidenceKind)]).toEqual([kind, true]);
    // Every honest file under every other name, but for text, which a table or a letter is too.
    const texts = new Set(['text', 'csv', 'eml']);
    for (const [kind, bytes] of Object.entries(honest)) {
      for (const other of EvidenceKind.options) {
        if (kind === other || (texts.has(kind) && texts.has(other))) continue;
        expect([kind, 'as', other, await isOfKind(bytes, other)]).toEqual([kind, 'as', other, false]);
      }
    }
    expect(await isOfKind(text, 'eml')).toBe(false);
  });

  it('takes text in the encodings people have', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße\n', 'utf16le')]);
    for (const bytes of [Buffer.from(''), Buffer.from('\ufeffmit BOM'), utf16, Buffer.from('Gr\xfc\xdfe', 'latin1')]) {
      expect(await isOfKind(bytes, 'text')).toBe(true);
    }
  });

  it.each([
    [
      'an archive that merely mentions an office file',
      () => archive(['notes.txt'], '[Content_Types].xml word/document.xml'),
      'docx',
    ],
    [
      'an office file with macros',
      () => archive(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      'docx',
    ],
    ['a spreadsheet as a document', () => archive(['[Content_Types].xml', 'xl/workbook.xml']), 'docx'],
    [
      'an archive with a path that climbs out',
      () => archive(['[Content_Types].xml', 'word/document.xml', '../../evil']),
      'docx',
    ],
    [
      'half an archive',
      async () => (await archive(['[Content_Types].xml', 'word/document.xml'])).subarray(0, 60),
      'docx',
    ],
    ['a page that hides a PDF head', () => Buffer.from('<script>alert(1)</script>%PDF-1.4\n%%EOF'), 'pdf'],
    ['a PDF cut short', () => pdf.subarray(0, 20), 'pdf'],
    ['only the first bytes of a picture', () => png.subarray(0, 8), 'png'],
    ['a picture cut short', () => jpeg.subarray(0, 8), 'jpeg'],
    ['control characters far into a text', () => Buffer.from(`${'a'.repeat(9_000)}\u0001`), 'text'],
    ['a program as a text', () => Buffer.from('MZ\u0090 program'), 'text'],
    ['a script as a table', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'csv'],
    ['rich text as plain text', () => Buffer.from('{\\rtf1 hello}'), 'text'],
  ] as const)('is not %s', async (_, make, kind) => {
    expect(await isOfKind(await make(), kind)).toBe(false);
  });

  test.prop([fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...EvidenceKind.options)])(
    'never stumbles over any bytes',
    async (bytes, kind) => {
      expect(typeof (await isOfKind(Buffer.from(bytes), kind))).toBe('boolean');
    },
  );

  it('is promised by the ending, whatever the case', () => {
    expect(promisedKind('Vertrag.PDF')).toBe('pdf');
    expect(promisedKind('run.pdf.exe')).toBeNull();
    expect(promisedKind('pdf')).toBeNull();
    expect(promisedKind('macro.docm')).toBeNull();
  });
});
