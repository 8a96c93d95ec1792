/** An apostrophe that makes a cell text for spreadsheets is not part of the value, so that our own exports come back unchanged. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { harmless } from '#main/files/cells';
import { withoutMarker } from '#shared/domains/imports/row';
import { importBench } from './import-bench';

const bench = await importBench();
afterAll(() => bench.end());

test('what an export puts in front an import takes away', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc
          .tuple(fc.constantFrom('=', '+', '-', '@', ' =', '\t', '＝', '\u200b-', '+49 30', '-5'), fc.string())
          .map((parts) => parts.join('')),
      ),
      (text) => {
        // Text that was typed with the apostrophe looks the same as text that was given one.
        fc.pre(withoutMarker(text) === text);
        expect(withoutMarker(harmless(text))).toBe(text);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ["'94607", '94607'],
  ["'+1 510", '+1 510'],
  ["'=SUM(A1)", '=SUM(A1)'],
  ["'@handle", '@handle'],
  ["'t Hooft", "'t Hooft"],
  ["''94607", "''94607"],
  ["O'Brien", "O'Brien"],
  ["'", "'"],
])('%s is %s', (cell, value) => expect(withoutMarker(cell)).toBe(value));

test('the value is without it, what stood in the file is kept, and the row comes back as it was', async () => {
  const report = await bench.run(
    'shop.csv',
    "Name,E-mail,Phone,Zip,Country,Company,Notes\nJan 't Hooft,jan@x.example,'+15105550123,'94607,US,'@home,'=1+1\n",
  );
  expect(report).toMatchObject({ imported: 1, quarantined: 0 });
  const [customer] = await bench.customers();
  expect(customer).toMatchObject({
    full_name: "Jan 't Hooft",
    phone: '+15105550123',
    postal_code: '94607',
    company: '@home',
    notes: '=1+1',
  });
  expect(JSON.parse(String(customer?.['originals']))).toMatchObject({
    phone: "'+15105550123",
    postal_code: "'94607",
    company: "'@home",
    notes: "'=1+1",
  });
});
