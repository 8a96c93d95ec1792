/** Encodings, delimiters and the edges of CSV: what is found by looking, and that no row is lost. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findEncoding } from '#main/domains/imports/encoding';
import { openSource } from '#main/domains/imports/source';
import { findDelimiter, TextRows } from '#main/domains/imports/text-rows';
import { findHeaders, uniqueHeaders } from '#shared/domains/imports/headers';

const folder = mkdtempSync(join(tmpdir(), 'steward-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (bytes: Uint8Array | string): string => {
  const file = join(folder, 'file.csv');
  writeFileSync(file, bytes);
  return file;
};

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const windows = (text: string): Buffer =>
  Buffer.from(text.split('').map((letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0))));
const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8-bom': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => swapped(`\ufeff${text}`),
  'windows-1252': windows,
} as const;

async function rowsOf(file: string): Promise<{ headers: readonly string[]; rows: string[][] }> {
  const source = await openSource(file, { encoding: 'auto', delimiter: 'auto', sheet: undefined });
  const rows: string[][] = [];
  for await (const batch of source.batches()) rows.push(...batch.rows.map((row) => [...row]));
  return { headers: source.headers, rows };
}

describe('encodings and delimiters', () => {
  for (const [encoding, encode] of Object.entries(encodings)) {
    for (const delimiter of [',', ';', '\t', '|'] as const) {
      test(`${encoding} with ${JSON.stringify(delimiter)}`, async () => {
        const cells = [
          ['Name', 'E-Mail', 'Preis'],
          ['Jürgen Groß', 'j@x.example', '5 €'],
          ['Zoë "Z" Äh', 'z@x.example', `a${delimiter}b`],
          ['Ñandú\nzwei', 'n@x.example', ''],
        ];
        const text = cells
          .map((row) =>
            row
              .map((cell) =>
                /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
              )
              .join(delimiter),
          )
          .join('\r\n');
        const file = fileOf(encode(text));
        const source = await openSource(file, { encoding: 'auto', delimiter: 'auto', sheet: undefined });
        expect([source.encoding, source.delimiter, source.headers]).toEqual([encoding, delimiter, cells[0]]);
        expect((await rowsOf(file)).rows).toEqual(cells.slice(1));
      });
    }
  }
  test.each(['utf-16le', 'utf-16be'] as const)('%s without a mark', (encoding) => {
    const text = 'Name,City\nAnna,Köln\nBen,Graz\n';
    expect(findEncoding(fileOf(encoding === 'utf-16le' ? Buffer.from(text, 'utf16le') : swapped(text)))).toBe(encoding);
  });
  test('a single wrong byte far behind makes the whole file Windows-1252', () => {
    const bytes = Buffer.concat([
      Buffer.from('Name,City\n'),
      Buffer.from('Anna,Köln\n'.repeat(300_000)),
      Buffer.from([0xe9, 10]),
    ]);
    expect(findEncoding(fileOf(bytes))).toBe('windows-1252');
    expect(findEncoding(fileOf(bytes.subarray(0, -2)))).toBe('utf-8');
  });
  test('a character cut by the end of a piece stays whole', async () => {
    const text = `Name,City\n${'ab,日本\n'.repeat(200_000)}`;
    const { rows } = await rowsOf(fileOf(text));
    expect(rows).toHaveLength(200_000);
    expect(rows.every((row) => row[1] === '日本')).toBe(true);
  });
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7 whatever')],
    ['an old Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a program', Buffer.alloc(5_000)],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a zip of something else', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ])('%s is no customer file', async (_name, bytes) => {
    await expect(
      openSource(fileOf(bytes), { encoding: 'auto', delimiter: 'auto', sheet: undefined }),
    ).rejects.toMatchObject({ failure: { resource: expect.stringMatching(/file-format|file-unreadable/) } });
  });
  test.each([
    ['sep=;\r\nName;E-Mail\r\nAnna, A.;a@x.example\r\n', ';'],
    ['"sep=\t"\nName\tE-Mail\nAnna, A.\ta@x.example\n', '\t'],
  ])('a line that says the delimiter is believed and is no header', async (text, delimiter) => {
    const file = fileOf(`\ufeff${text}`);
    const source = await openSource(file, { encoding: 'auto', delimiter: 'auto', sheet: undefined });
    expect([source.delimiter, source.headers, source.sample]).toEqual([
      delimiter,
      ['Name', 'E-Mail'],
      [['Anna, A.', 'a@x.example']],
    ]);
    expect((await rowsOf(file)).rows).toEqual([['Anna, A.', 'a@x.example']]);
  });
  test.each(['', '\ufeff', '\n\n'])('a file with nothing in it has its name (%j)', async (text) => {
    await expect(
      openSource(fileOf(text), { encoding: 'auto', delimiter: 'auto', sheet: undefined }),
    ).rejects.toMatchObject({ failure: { rule: 'imports.nothing-in-file' } });
  });
  test('a missing file has its name', async () => {
    await expect(
      openSource(join(folder, 'nothing.csv'), { encoding: 'auto', delimiter: 'auto', sheet: undefined }),
    ).rejects.toMatchObject({ failure: { resource: 'file-missing' } });
  });
});

describe('rows', () => {
  const parse = (text: string, delimiter = ',') => new TextRows(delimiter).push(text, true);
  test('quotes, line breaks, ragged rows, mixed line ends', () => {
    expect(parse('a,b\r\n"x, ""y""","1\r\n2"\nshort\na,b,c,\n').rows).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\r\n2'],
      ['short'],
      ['a', 'b', 'c', ''],
    ]);
  });
  test('files of old Macs end their lines with a return alone', () =>
    expect(parse('a,b\rc,d\r').rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]));
  test('a broken quote costs its own line', () => {
    const { rows, broken } = parse('a,b\n1,"x"y\n2,ok\n3,"never closed\n4,fine\n"5",fine\n');
    expect([...broken]).toEqual([1, 3]);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '"x"y'],
      ['2', 'ok'],
      ['3', '"never closed'],
      ['4', 'fine'],
      ['5', 'fine'],
    ]);
  });
  test('an unclosed quote does not swallow a long rest', () => {
    const parser = new TextRows(',');
    const first = parser.push(`h,i\n1,"open\n${'2,b\n'.repeat(400_000)}`, false);
    const last = parser.push('3,c\n', true);
    expect([...first.broken, ...last.broken]).toHaveLength(1);
    expect(first.rows.length + last.rows.length).toBe(400_003);
  });
  test('pieces of any size give the same rows as the whole', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('', 'a,b', 'x"y', 'l\nm', 'ü日', '\r\n'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (table, size) => {
          const text = `${Papa.unparse([['h', 'i'], ...table], { quotes: true, newline: '\n' })}\n`;
          const whole = parse(text);
          const parser = new TextRows(',');
          const rows: string[][] = [];
          for (let at = 0; at < text.length; at += size)
            rows.push(...parser.push(text.slice(at, at + size), false).rows);
          rows.push(...parser.push('', true).rows);
          expect(whole.broken.size).toBe(0);
          expect(rows).toEqual(whole.rows);
          expect(whole.rows.slice(1)).toEqual(table);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('the delimiter is the one the rows agree on', () => {
  expect(findDelimiter('name;note\nAnna;a, b, c\nBen;d, e\n')).toBe(';');
  expect(findDelimiter('a|b\n1,2|3\n')).toBe('|');
  expect(findDelimiter('email\na@x.example\n')).toBe(',');
  expect(findDelimiter('name,"a;b;c;d"\nx,"1;2;3;4"\n')).toBe(',');
});

test('headers are found under a title, and missing when the file starts with data', () => {
  expect(
    findHeaders([['Customers 2024', '', ''], [''], ['Name', 'E-mail', 'City'], ['Anna', 'a@x.example', 'Ulm']]),
  ).toBe(2);
  expect(findHeaders([['Anna', 'a@x.example', 'Ulm']])).toBeNull();
  expect(uniqueHeaders(['Phone', 'phone', '', 'Phone'])).toEqual(['Phone', 'phone (2)', 'Column 3', 'Phone (3)']);
});
