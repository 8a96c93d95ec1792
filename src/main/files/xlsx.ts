/** Spreadsheets out, behind our own adapter: every cell is text or a number, never a formula; counted again after writing. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { readXlsx, streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { brokenRule } from '#shared/kernel/failures';
import { harmless } from './cells';
import type { Rows } from './csv';

/** Excel's own limit for one sheet, with its header. */
export const mostSheetRows = 1_048_575;

/** Writes one sheet of any length in constant memory. */
export async function writeXlsxRows(
  file: string,
  sheet: string,
  headers: readonly string[],
  batches: Rows,
  signal?: AbortSignal,
): Promise<void> {
  async function* rows(): AsyncGenerator<string[]> {
    for await (const batch of batches) {
      signal?.throwIfAborted();
      for (const row of batch) yield row.map(sheetText);
    }
  }
  const columns = headers.map((header) => ({ header: harmless(header), width: 22 }));
  const stream = writeXlsxStream(rows(), { name: sheet, columns, freezePane: { rows: 1 } });
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of stream) await handle.appendFile(piece);
  } finally {
    await handle.close();
  }
}

/** What a spreadsheet cell can hold. */
const longestCell = 32_767;

/** Neutralised, and with what the format itself would take for an escaped character written out. */
function sheetText(cell: string): string {
  const text = harmless(cell);
  if (text.length > longestCell) throw brokenRule('files.cell-too-long', { most: longestCell });
  return text.replaceAll(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1');
}

/** Rows of the first sheet without its header. */
export async function countXlsxRows(file: string): Promise<number> {
  let rows = -1;
  for await (const _row of streamXlsxRows(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>))
    rows += 1;
  return Math.max(rows, 0);
}

export type Sheet = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Writes a small workbook of several sheets, as reports have. */
export async function writeXlsxSheets(file: string, sheets: readonly Sheet[]): Promise<void> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, headers, rows }) => ({
      name,
      freezePane: { rows: 1 },
      columns: headers.map(() => ({ width: 24 })),
      rows: [headers, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? sheetText(cell) : cell))),
    })),
  });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** Opens a workbook again: the name and the number of rows, header included, of each sheet. */
export async function readXlsxSheets(file: string): Promise<{ name: string; rows: unknown[][] }[]> {
  const handle = await open(file, 'r');
  try {
    const { sheets } = await readXlsx(await handle.readFile());
    return sheets.map(({ name, rows }) => ({ name, rows: rows as unknown[][] }));
  } finally {
    await handle.close();
  }
}
