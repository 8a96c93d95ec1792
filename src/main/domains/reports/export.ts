/** A report as a file: written under another name, opened again by another reader, compared, and only then published. */
import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { ReportFormat } from '#shared/domains/reports/model';
import { assert } from '#shared/kernel/assert';
import type { BlockOf, Paper } from '#shared/papers/paper';
import { plain, saidBy } from '#shared/papers/lines';
import { countCsv, writeCsv } from '../../files/csv';
import { publish } from '../../files/publish';
import { readXlsxSheets, writeXlsxSheets } from '../../files/xlsx';
import { checkPaper } from '../../papers/check-paper';
import { paperBytes } from '../../papers/save-paper';

/** All that a report brings; every format is written from it here and nowhere else. */
export type ReportContent = {
  /** For people: PDF, web page, office document and workbook. */
  readonly document: Paper;
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
    case 'html':
    case 'docx':
      await writeFile(file, await paperBytes(document, format, madeAt), { mode: 0o600, flag: 'wx' });
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
    case 'html':
    case 'docx':
      return checkPaper(await readFile(file), format, document);
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

type Table = BlockOf<'table'>;
const tablesOf = (document: Paper): Table[] =>
  document.blocks.filter((block): block is Table => block.kind === 'table');

/** One sheet for what the report says of itself, then one for each table. */
function sheetsOf(document: Paper) {
  const said = document.blocks.flatMap((block): string[][] => {
    switch (block.kind) {
      case 'list':
        return block.items.map((item) => [`• ${plain(item)}`]);
      case 'facts':
        return block.rows.map(([name, value]) => [`${name}: ${value}`]);
      case 'figures':
        return block.items.map(({ value, label }) => [`${label}: ${value}`]);
      case 'table':
      case 'bars':
        return [];
      default:
        return saidBy({ blocks: [block] }).map((line) => [line]);
    }
  });
  return [
    {
      name: sheetName(document.title),
      headers: [document.title],
      rows: [[document.subtitle], ...said, ...(document.checkpoint === null ? [] : [[document.checkpoint]])],
    },
    ...tablesOf(document).map(({ name, headers, rows }) => ({ name: sheetName(name), headers, rows })),
  ];
}

/** Spreadsheets allow 31 characters and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
