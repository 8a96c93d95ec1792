/** No cell of ours is a formula in a spreadsheet: LibreOffice opens what we write, and everything is still text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { harmless } from '#main/files/cells';
import { countCsv, writeCsv } from '#main/files/csv';
import { countXlsxRows, writeXlsxRows } from '#main/files/xlsx';

const folder = mkdtempSync(join(tmpdir(), 'steward-formulas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1:A2)',
  '=HYPERLINK("http://127.0.0.1","x")',
  "=cmd|' /C calc'!A0",
  '\t=1+1',
  ' =1+1',
  '\r=1+1',
  '＝1+1',
  '=1+1\nsecond',
  '\u200b=1+1',
  '=WEBSERVICE("http://127.0.0.1")',
  '%=1',
  '="a"&"b"',
];
const plain = ['+49 89 123456', '-12', '+1 (510) 555-0142', 'a=b', '1+1', '3.5'];

describe('cells', () => {
  it('that could run get an apostrophe, phone numbers and plain text do not', () => {
    for (const cell of hostile.filter((one) => one !== '%=1')) expect(harmless(cell), cell).toBe(`'${cell}`);
    for (const cell of plain) expect(harmless(cell)).toBe(cell);
  });
});

describe.skipIf(spawnSync('which', ['soffice']).status !== 0)('LibreOffice', () => {
  it.each(['csv', 'xlsx'] as const)(
    'finds no formula in %s',
    async (format) => {
      const file = join(folder, `hostile.${format}`);
      const rows = [[...hostile, ...plain].map((cell) => [cell, 'x'])];
      if (format === 'csv') await writeCsv(file, ['cell', 'other'], rows);
      else await writeXlsxRows(file, 'Sheet', ['cell', 'other'], rows);
      expect(await (format === 'csv' ? countCsv(file) : countXlsxRows(file))).toBe(hostile.length + plain.length);
      const ran = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/office`,
          '--headless',
          '--convert-to',
          'fods',
          '--outdir',
          folder,
          file,
        ],
        { encoding: 'utf8', timeout: 90_000 },
      );
      expect(ran.status).toBe(0);
      const opened = readFileSync(join(folder, 'hostile.fods'), 'utf8');
      expect(opened).toContain('HYPERLINK');
      expect(opened.match(/table:formula=/g)).toBeNull();
      rmSync(join(folder, 'hostile.fods'));
    },
    100_000,
  );
});
