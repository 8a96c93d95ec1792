/** A report as a file: written under another name, opened again by another reader, compared, and only then published. */
import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Block, ReportDocument } from '#shared/domains/reports/document';
import type { ReportFormat } from '#shared/domains/reports/model';
import { assert } from '#shared/kernel/assert';
import { countCsv, writeCsv } from '../../files/csv';
import { publish } from '../../files/publish';
import { readXlsxSheets, writeXlsxSheets } from '../../files/xlsx';
import { seeHtml } from './check-html';
import { seePdf } from './check-pdf';
import { reportHtml } from './write-html';
import { reportPdf } from './write-pdf';

/** All that a report brings; every format is written from it here and nowhere else. */
export type ReportContent = {
  /** For people: PDF, web page and workbook. */
  readonly document: ReportDocument;
  /** For programs: the JSON file, and the shape it must have when it is read again. */
  readonly data: unknown;
  readonly shape: z.ZodType;
  /** The one table that matters most, under names that stay the same in every language: the CSV file. */
  readonly table: { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** RFC 3339. */
  readonly madeAt: string;
};

/** Gives the size in bytes. Throws what files throw, `unavailable: typesetter`, `cancelled`; then there is no file. */
export async function exportReport(
  content: ReportContent,
  format: ReportFormat,
  file: string,
  signal?: AbortSignal,
): Promise<number> {
  const { bytes } = await publish(
    file,
    async (temporary) => {
      signal?.throwIfAborted();
      await writeReport(temporary, format, content);
    },
    async (temporary) => {
      signal?.throwIfAborted();
      await checkReport(temporary, format, content);
      signal?.throwIfAborted();
    },
  );
  return bytes;
}

async function writeReport(
  file: string,
  format: ReportFormat,
  { document, data, table, madeAt }: ReportContent,
): Promise<void> {
  switch (format) {
    case 'pdf':
      await writeFile(file, await reportPdf(document, madeAt), { mode: 0o600, flag: 'wx' });
      return;
    case 'html':
      await writeFile(file, await reportHtml(document), { mode: 0o600, flag: 'wx' });
      return;
    case 'json':
      await writeFile(file, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      return;
    case 'xlsx':
      await writeXlsxSheets(file, sheetsOf(document));
      return;
    case 'csv':
      await writeCsv(file, table.headers, [table.rows]);
  }
}

/** Throws when the file, read by another reader, does not say what was counted. */
async function checkReport(
  file: string,
  format: ReportFormat,
  { document, data, shape, table }: ReportContent,
): Promise<void> {
  switch (format) {
    case 'pdf':
      return checkPdf(await readFile(file), document);
    case 'html':
      return checkHtml(await readFile(file, 'utf8'), document);
    case 'json': {
      const read = shape.parse(JSON.parse(await readFile(file, 'utf8')));
      assert(isDeepStrictEqual(read, data), 'the file holds what was counted');
      return;
    }
    case 'xlsx': {
      const sheets = await readXlsxSheets(file);
      for (const [index, { rows }] of sheetsOf(document).entries()) {
        const seen = sheets[index]?.rows ?? [];
        assert(seen.length === rows.length + 1, 'every sheet holds every row');
        assert(
          rows.every((row, at) => row.every((cell, x) => typeof cell !== 'number' || seen[at + 1]?.[x] === cell)),
          'every number stands where it was written',
        );
      }
      return;
    }
    case 'csv':
      assert((await countCsv(file)) === table.rows.length, 'every row is in the file');
  }
}

/** Another program finds every row of every table in the document's structure, with the same numbers in it. */
async function checkPdf(bytes: Uint8Array, document: ReportDocument): Promise<void> {
  const seen = await seePdf(bytes);
  assert(seen.tagged && seen.language === document.language, 'a report for everybody is tagged and says its language');
  assert(seen.pages > 0 && squeezed(seen.text).includes(squeezed(document.title)), 'the report names itself');
  const numbers = new Intl.NumberFormat(document.language);
  const expected = tablesOf(document).flatMap(({ headers, rows }) => [headers, ...rows]);
  assert(seen.rows.length === expected.length, 'every row of every table is on paper');
  for (const [at, row] of expected.entries()) {
    for (const [x, cell] of row.entries()) {
      if (typeof cell !== 'number') continue;
      assert(
        squeezed(seen.rows[at]?.[x] ?? '') === squeezed(numbers.format(cell)),
        'every number on paper is the one that was counted',
      );
    }
  }
}

/** The page, read as a browser reads it, says every cell and every line exactly, and there is nothing else in it. */
function checkHtml(page: string, document: ReportDocument): void {
  const seen = seeHtml(page);
  const numbers = new Intl.NumberFormat(document.language);
  const rows = tablesOf(document).flatMap((table) => [
    table.headers,
    ...table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? numbers.format(cell) : cell))),
  ]);
  const lines = document.blocks.flatMap((block) =>
    block.kind === 'list' ? block.items : block.kind === 'facts' ? block.rows.flat() : [],
  );
  assert(seen.title === document.title && seen.language === document.language, 'the report names itself');
  assert(isDeepStrictEqual(seen.rows, rows), 'every cell of every table is on the page');
  assert(isDeepStrictEqual(seen.lines, lines), 'every line is on the page');
  assert(seen.foreign.length === 0, 'nothing on the page can run or load');
}

/** Readers put spaces where letters are set apart. */
const squeezed = (text: string): string => text.replaceAll(/[\s\u200b]+/g, '');

type Table = Extract<Block, { kind: 'table' }>;
const tablesOf = (document: ReportDocument): Table[] =>
  document.blocks.filter((block): block is Table => block.kind === 'table');

/** One sheet for what the report says of itself, then one for each table. */
function sheetsOf(document: ReportDocument) {
  const said = document.blocks.flatMap((block): string[][] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [[block.text]];
      case 'list':
        return block.items.map((item) => [`• ${item}`]);
      case 'facts':
        return block.rows.map(([name, value]) => [`${name}: ${value}`]);
      case 'figures':
        return block.items.map(({ value, label }) => [`${label}: ${value}`]);
      case 'table':
      case 'bars':
        return [];
    }
  });
  return [
    {
      name: sheetName(document.title),
      headers: [document.title],
      rows: [[document.subtitle], ...said, [document.checkpoint]],
    },
    ...tablesOf(document).map(({ name, headers, rows }) => ({ name: sheetName(name), headers, rows })),
  ];
}

/** Spreadsheets allow 31 characters and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
