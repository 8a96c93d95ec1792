/** A customer file opened for reading: its format, where its headers are, and its rows after them in batches. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { brokenRule, unavailable } from '#shared/kernel/failures';
import { Delimiter, type Encoding, type ImportOptions } from '#shared/domains/imports/model';
import { findHeaders, uniqueHeaders } from '#shared/domains/imports/headers';
import { decoderFor, eachPiece, findEncoding } from './encoding';
import { PieceReader } from './piece-reader';
import { findDelimiter, TextRows } from './text-rows';
import { assertHarmlessArchive, sheetNames, sheetRows } from './xlsx';

const mostTextBytes = 2_000_000_000;
const mostSheetBytes = 200_000_000;
const sampleBytes = 1 << 18;

/** The line in which some spreadsheets say their delimiter, above the headers. */
const delimiterLine = /^"?sep=(.)"?\r?\n/i;
const delimiters = Delimiter.exclude(['none']).options;

export type RowBatch = {
  readonly rows: readonly (readonly string[])[];
  /** The number of the first row as a spreadsheet shows it, the header being row 1 when it comes first. */
  readonly first: number;
  readonly broken: ReadonlySet<number>;
  /** No cell of the batch has a NUL or half a surrogate pair. */
  readonly storable: boolean;
  /** Bytes of the file used up so far; for spreadsheets the share of nothing better is known. */
  readonly bytes: number;
};

export type Source = {
  readonly fileName: string;
  readonly bytes: number;
  readonly format: 'text' | 'xlsx';
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Every header different and none empty. */
  readonly headers: readonly string[];
  /** The first rows, for looking. */
  readonly sample: readonly (readonly string[])[];
  /** How many bytes the sample took, for an estimate of the rows; null when the sample is all. */
  readonly sampleBytes: number | null;
  /** All rows after the header. `see` gets the raw bytes, for the file's hash. */
  batches(see?: (piece: Uint8Array) => void): AsyncGenerator<RowBatch>;
};

/**
 * Opens a file. Throws `unavailable` with `file-missing`, `file-unreadable`, `file-format` or `file-too-large`, and
 * `imports.nothing-in-file` for one without a single cell.
 */
export async function openSource(
  file: string,
  options: Pick<ImportOptions, 'encoding' | 'delimiter' | 'sheet'>,
): Promise<Source> {
  const { size, head } = firstBytes(file);
  return head.startsWith('504b0304') ? openSheet(file, size, options.sheet) : openText(file, size, options);
}

function firstBytes(file: string): { size: number; head: string } {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw unavailable('file-unreadable');
    let head = '';
    eachPiece(file, (piece) => {
      head = piece.subarray(0, 4).toString('hex');
      return false;
    });
    return { size: stats.size, head };
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw unavailable(code === 'ENOENT' ? 'file-missing' : 'file-unreadable', undefined, error);
  }
}

async function openText(
  file: string,
  size: number,
  options: Pick<ImportOptions, 'encoding' | 'delimiter'>,
): Promise<Source> {
  if (size > mostTextBytes) throw unavailable('file-too-large');
  const seen = findEncoding(file);
  const encoding = options.encoding === 'auto' ? seen : options.encoding;
  let sampleText = '';
  let taken = 0;
  eachPiece(file, (piece) => {
    const part = piece.subarray(0, sampleBytes);
    taken = part.length;
    sampleText = decoderFor(encoding)(part, part.length === size);
    return false;
  });
  const whole = taken === size;
  const said = delimiterLine.exec(sampleText)?.[1];
  const delimiter =
    options.delimiter === 'auto' || options.delimiter === 'none'
      ? (delimiters.find((one) => one === said) ?? findDelimiter(sampleText))
      : options.delimiter;
  const { rows: sample } = new TextRows(delimiter).push(sampleText, whole);
  // A single row longer than the sample has no end in it.
  const rows = sample.length > 0 ? sample : new TextRows(delimiter).push(sampleText, true).rows;
  const before = said === undefined ? 0 : 1;
  const found = headersOf(rows.slice(before));
  const { headers } = found;
  const skip = found.skip + before;
  return {
    fileName: basename(file),
    bytes: size,
    format: 'text',
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    headers,
    sample: sample.slice(skip),
    sampleBytes: whole ? null : taken,
    batches: (see) => textBatches(file, size, encoding, delimiter, skip, see),
  };
}

async function* textBatches(
  file: string,
  size: number,
  encoding: Encoding,
  delimiter: string,
  skip: number,
  see: ((piece: Uint8Array) => void) | undefined,
): AsyncGenerator<RowBatch> {
  const reader = new PieceReader(encoding, delimiter);
  let seen = 0;
  let read = 0;
  for (const piece of pieces(file)) {
    see?.(piece);
    read += piece.length;
    const last = read >= size || piece.length === 0;
    const { rows, broken, storable } = reader.read(piece, last);
    const from = Math.max(0, skip - seen);
    const first = seen + from + 1;
    seen += rows.length;
    if (rows.length > from || last) {
      yield {
        rows: from > 0 ? rows.slice(from) : rows,
        first,
        broken: from > 0 ? new Set([...broken].map((at) => at - from)) : broken,
        storable,
        bytes: read,
      };
    }
    if (last) return;
  }
}

/** Pieces of the file, pulled one by one; an empty one for an empty file. */
function* pieces(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    const memory = Buffer.allocUnsafe(1 << 19);
    for (;;) {
      const length = readSync(handle, memory, 0, memory.length, null);
      yield memory.subarray(0, length);
      if (length === 0) return;
    }
  } finally {
    closeSync(handle);
  }
}

async function openSheet(file: string, size: number, wanted: string | undefined): Promise<Source> {
  if (size > mostSheetBytes) throw unavailable('file-too-large');
  const bytes = new Uint8Array(readFileSync(file));
  await assertHarmlessArchive(bytes);
  const sheets = await sheetNames(bytes);
  const sheet = wanted === undefined ? sheets[0] : sheets.find((name) => name === wanted);
  if (sheet === undefined) throw unavailable('file-format');
  const sample: string[][] = [];
  let whole = true;
  for await (const rows of sheetRows(bytes, sheet)) {
    if (sample.length > 0) {
      whole = false;
      break;
    }
    sample.push(...rows);
  }
  const { headers, skip } = headersOf(sample);
  return {
    fileName: basename(file),
    bytes: size,
    format: 'xlsx',
    encoding: 'utf-8',
    delimiter: 'none',
    sheets,
    sheet,
    headers,
    sample: sample.slice(skip),
    sampleBytes: whole ? null : size,
    batches: (see) => sheetBatches(bytes, sheet, skip, see),
  };
}

async function* sheetBatches(
  bytes: Uint8Array,
  sheet: string,
  skip: number,
  see: ((piece: Uint8Array) => void) | undefined,
): AsyncGenerator<RowBatch> {
  see?.(bytes);
  let seen = 0;
  for await (const rows of sheetRows(bytes, sheet)) {
    const from = Math.max(0, skip - seen);
    yield { rows: rows.slice(from), first: seen + from + 1, broken: new Set(), storable: false, bytes: bytes.length };
    seen += rows.length;
  }
}

function headersOf(rows: readonly (readonly string[])[]): { headers: string[]; skip: number } {
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) throw brokenRule('imports.nothing-in-file');
  const at = findHeaders(rows);
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length));
  if (at === null) return { headers: uniqueHeaders(Array.from({ length: width }, () => '')), skip: 0 };
  return { headers: uniqueHeaders(rows[at] ?? []), skip: at + 1 };
}
