/** The short way through a file gives exactly the rows the ordinary one gives, wherever the pieces are cut. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decoderFor } from '#main/domains/imports/encoding';
import { PieceReader } from '#main/domains/imports/piece-reader';
import { PlainRows } from '#main/domains/imports/plain-rows';
import { TextRows } from '#main/domains/imports/text-rows';

type Outcome = { rows: string[][]; broken: number[] };

/** Everything at once through the ordinary reader alone. */
function ordinary(bytes: Buffer, delimiter: string): Outcome {
  const { rows, broken } = new TextRows(delimiter).push(decoderFor('utf-8')(bytes, true), true);
  return { rows, broken: [...broken] };
}

function inPieces(bytes: Buffer, delimiter: string, size: number): Outcome {
  const reader = new PieceReader('utf-8', delimiter);
  const rows: string[][] = [];
  const broken: number[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += size) {
    const piece = reader.read(Buffer.from(bytes.subarray(at, at + size)), at + size >= bytes.length);
    broken.push(...[...piece.broken].map((index) => index + rows.length));
    rows.push(...piece.rows);
  }
  return { rows, broken };
}

const pieceOfText = fc.oneof(
  fc.constantFrom(
    'a',
    'Anna',
    'Müller',
    '美咲',
    '🙂',
    ' ',
    ',',
    ',',
    ';',
    '\n',
    '\n',
    '\r\n',
    '"',
    '""',
    '"a,b"',
    '"x""y"',
    '"z"',
    '',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const text = fc.array(pieceOfText, { maxLength: 40 }).map((parts) => parts.join('').toWellFormed());
/** Files as programs write them: every cell quoted where it must be. */
const cell = fc.oneof(
  fc.constantFrom('', 'Anna', 'O"Brien', 'a,b', 'line\nbreak', 'Größe', '𝒳', '  ', "'94607", 'x'.repeat(40)),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);
const wellFormed = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(
    ([rows, newline, open]) =>
      rows
        .map((row) => row.map((one) => (/[",\r\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(','))
        .join(newline) + (open ? '' : newline),
  );

describe('the short way', () => {
  test('well-formed files give the rows of the ordinary way', () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 1, max: 60 }), (content, size) => {
        const bytes = Buffer.from(content);
        expect(inPieces(bytes, ',', size)).toEqual(ordinary(bytes, ','));
      }),
      { numRuns: 1_500 },
    );
  });

  test('whole pieces of anything give the rows of the ordinary way', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(',', ';', '\t', '|'), (content, delimiter) => {
        const bytes = Buffer.from(content);
        expect(inPieces(bytes, delimiter, bytes.length + 1)).toEqual(ordinary(bytes, delimiter));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['a quote in the middle of a cell', 'a,b\n5" pipe,c\n'],
    ['text after a closing quote', 'a,b\n"x"y,c\n'],
    ['a NUL', 'a,b\nx\0y,c\n'],
    ['bytes that are no UTF-8', Buffer.from([97, 44, 98, 10, 0xc3, 44, 98, 10])],
  ])('%s is left to the ordinary way', (_, content) => {
    expect(new PlainRows(',').read(Buffer.from(content))).toMatchObject({ odd: true });
  });

  test('quotes, line breaks and doubled quotes are not odd', () => {
    const { rows, used, odd } = new PlainRows(',').read(Buffer.from('a,"b\nc","d ""e"""\r\n"",f,\nrest'));
    expect({ rows, used, odd }).toEqual({
      rows: [
        ['a', 'b\nc', 'd "e"'],
        ['', 'f', ''],
      ],
      used: 25,
      odd: false,
    });
  });

  test('cells that come again are the same, in columns that repeat and in columns that do not', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [
      `K${index}`,
      index % 3 ? 'Müller' : 'Maria',
      'é'.repeat(index % 20),
    ]);
    const content = Buffer.from(rows.map((row) => row.join(',')).join('\n') + '\n');
    expect(new PlainRows(',').read(content).rows).toEqual(rows);
  });

  test('only the mark at the very beginning is left out', () => {
    const mark = '\ufeff';
    expect(inPieces(Buffer.from(`${mark}a,b\n${mark}c,"d"x\n${mark}e,f\n`), ',', 9).rows).toEqual([
      ['a', 'b'],
      [`${mark}c`, '"d"x'],
      [`${mark}e`, 'f'],
    ]);
  });
});
