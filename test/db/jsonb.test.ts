/** Batches packed here are read by SQLite as the rows they were made of. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Driver, openDriver } from '#main/db/driver';
import { bytesOf, type Cell, encodeRows, JsonbRows } from '#main/db/jsonb';
import { fold } from '#shared/kernel/text';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u0001', 'é', '𝄞', '日'), minLength: 8, maxLength: 90 }),
  fc.integer({ min: 0, max: 300 }).map((length) => 'x'.repeat(length)),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.constant(null), fc.maxSafeInteger());
const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 20 });

describe('JSONB batches', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await openDriver(':memory:', { mode: 'create' });
  });
  afterAll(() => driver.close());

  const one = async (sql: string, blob: Uint8Array<ArrayBuffer>): Promise<unknown> =>
    Object.values((await driver.all(sql, [bytesOf(blob)]))[0] ?? {})[0];

  test('any rows come back as they went in, and as SQLite itself encodes them', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const storable = list.map((row) =>
          row.map((value) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value)),
        );
        const blob = encodeRows(storable);
        expect(await one('select json_valid(?1, 8)', blob)).toBe(1);
        expect(JSON.parse(String(await one('select json(?1)', blob)))).toEqual(storable);
        const theirs = await driver.all('select jsonb(?1) = jsonb(json(?2)) as same', [
          JSON.stringify(storable),
          bytesOf(blob),
        ]);
        expect(theirs).toEqual([{ same: 1 }]);
      }),
      { numRuns: 200 },
    );
  });

  test.each([0, 1, 11, 12, 40, 41, 85, 86, 255, 256, 21_845, 21_846, 65_536])(
    'text of %i characters, plain and wide',
    async (length) => {
      for (const letter of ['a', 'ü', '日']) {
        const value = letter.repeat(length);
        expect(await one("select json_extract(?1, '$[0][0]')", encodeRows([[value]]))).toBe(value);
      }
    },
  );

  test('a batch larger than the first memory grows, and an encoder starts anew after it was taken', async () => {
    const encoder = new JsonbRows(64);
    for (let index = 0; index < 500; index += 1) encoder.addRow([index, 'some text that takes room', null]);
    expect(encoder.rows).toBe(500);
    expect(await one("select json_extract(?1, '$[499][0]')", encoder.take())).toBe(499);
    encoder.addRow(['again']);
    expect(await one('select json(?1)', encoder.take())).toBe('[["again"]]');
  });

  test('a long number is whole wherever the memory ends', async () => {
    for (let before = 0; before < 100; before += 1) {
      // Nothing takes exactly one byte, and reserves no more.
      const row = [...Array.from({ length: before }, () => null), -9_007_199_254_740_991];
      const encoder = new JsonbRows(64);
      encoder.addRow(row);
      const blob = encoder.take();
      expect([before, await one('select json_valid(?1, 8)', blob)]).toEqual([before, 1]);
      expect(await one('select json(?1)', blob)).toBe(JSON.stringify([row]));
    }
  });

  test('folding while writing is folding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(text, fc.constantFrom('ÄÖÜß', 'Łódź', 'İstanbul', 'ﬁn', 'ĳ', 'Ŀ')), {
          minLength: 1,
          maxLength: 5,
        }),
        async (parts) => {
          const storable = parts.map((part) => part.toWellFormed().replaceAll('\u0000', ''));
          const encoder = new JsonbRows();
          encoder.startRow();
          encoder.addFolded(storable);
          encoder.endRow();
          expect(await one("select json_extract(?1, '$[0][0]')", encoder.take())).toBe(storable.map(fold).join('\n'));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('numbers that are no whole numbers are refused', () => {
    expect(() => encodeRows([[0.5]])).toThrow('whole numbers');
  });
});
