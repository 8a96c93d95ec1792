/** Spreadsheets to rows of text, behind our own adapter: archives are measured before they are opened, formulas and macros never run. */
import { Uint8ArrayReader, ZipReader, configure } from '@zip.js/zip.js';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { AppError, unavailable } from '#shared/kernel/failures';

const mostEntries = 1_000;
const mostBytes = 500_000_000;
const mostRatio = 100;
/** Small parts compress extremely well without harm. */
const harmless = 1_000_000;

/**
 * Refuses archives that would unfold to more than we want, by what their directory says and then by unfolding them into
 * nothing, because a directory can lie. Throws `unavailable` with `file-too-large` or `file-format`.
 */
export async function assertHarmlessArchive(bytes: Uint8Array): Promise<void> {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  try {
    let entries = 0;
    let total = 0;
    let workbook = false;
    const parts = [];
    for await (const entry of reader.getEntriesGenerator()) {
      entries += 1;
      total += entry.uncompressedSize;
      if (entry.filename.toLowerCase() === 'xl/workbook.xml') workbook = true;
      if (entry.encrypted) throw unavailable('file-format');
      const bomb = entry.uncompressedSize > harmless && entry.uncompressedSize > entry.compressedSize * mostRatio;
      if (entries > mostEntries || total > mostBytes || bomb) throw unavailable('file-too-large');
      parts.push(entry);
    }
    if (!workbook) throw unavailable('file-format');
    for (const part of parts) {
      if (part.directory) continue;
      let left = part.uncompressedSize;
      const sink = new WritableStream<Uint8Array>({
        write: (piece) => {
          left -= piece.length;
          if (left < 0) throw unavailable('file-too-large');
        },
      });
      await part.getData(sink);
    }
  } catch (error) {
    throw error instanceof AppError ? error : unavailable('file-format', undefined, error);
  } finally {
    await reader.close().catch(() => undefined);
  }
}

/** The names of the sheets a person would see, in their order. */
export async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: (sheet) => {
      if (!sheet.hidden && !sheet.veryHidden) names.push(sheet.name);
      return false;
    },
  }).catch((error: unknown) => {
    throw unavailable('file-format', undefined, error);
  });
  return names;
}

/** Rows of one sheet as text, in batches; empty rows in between included, so that row numbers are those a person sees. */
export async function* sheetRows(bytes: Uint8Array, sheet: string, batch = 2_000): AsyncGenerator<string[][]> {
  let rows: string[][] = [];
  let next = 0;
  try {
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      while (next < row.index) {
        rows.push([]);
        next += 1;
        if (rows.length >= batch) {
          yield rows;
          rows = [];
        }
      }
      rows.push(row.values.map(textOf));
      next += 1;
      if (rows.length >= batch) {
        yield rows;
        rows = [];
      }
    }
  } catch (error) {
    throw error instanceof AppError ? error : unavailable('file-format', undefined, error);
  }
  if (rows.length > 0) yield rows;
}

/** Days stay days: a date cell without a time of day becomes `YYYY-MM-DD`. */
function textOf(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const moment = value.toISOString();
    return moment.endsWith('T00:00:00.000Z') ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;
  }
  return String(value);
}
