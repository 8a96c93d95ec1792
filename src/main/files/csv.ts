/** CSV files out: UTF-8 with a byte-order mark (spreadsheets ask for it), RFC 4180, formulas neutralised, counted again. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import Papa from 'papaparse';
import { harmless } from './cells';

export type Rows = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>;

/** Writes headers and batches of rows. Every row must have as many cells as there are headers. */
export async function writeCsv(
  file: string,
  headers: readonly string[],
  batches: Rows,
  signal?: AbortSignal,
): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const write = (rows: readonly (readonly string[])[]): Promise<unknown> =>
      handle.appendFile(
        `${Papa.unparse(
          rows.map((row) => row.map(harmless)),
          { newline: '\r\n', header: false },
        )}\r\n`,
      );
    await handle.appendFile('\ufeff');
    await write([headers]);
    for await (const rows of batches) {
      signal?.throwIfAborted();
      if (rows.length > 0) await write(rows);
    }
  } finally {
    await handle.close();
  }
}

const [quote, comma, carriage, newline] = [0x22, 0x2c, 0x0d, 0x0a];

/**
 * Counts a file of ours again, byte by byte and without the library that wrote it. Gives its rows without the header; throws
 * when a row has another number of cells, a quote is not closed where it must be, or the file breaks off.
 */
export async function countCsv(file: string): Promise<number> {
  let rows = -1;
  let width = 0;
  let cells = 1;
  /** At the start of a cell, in plain text, inside quotes, behind a closing (or first of two) quote, behind a carriage return. */
  let state: 'start' | 'plain' | 'quoted' | 'closed' | 'carriage' = 'start';
  let first = true;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const begin = first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? 3 : 0;
    first = false;
    for (let at = begin; at < piece.length; at += 1) {
      if (state === 'quoted') {
        // Most bytes are here; only the next quote matters.
        at = piece.indexOf(quote, at);
        if (at < 0) break;
        state = 'closed';
        continue;
      }
      const byte = piece[at];
      if (state === 'carriage') {
        if (byte !== newline) throw new Error('The written file has a bare carriage return.');
        if (rows < 0) width = cells;
        else if (cells !== width) throw new Error('A row of the written file has another number of cells.');
        rows += 1;
        cells = 1;
        state = 'start';
      } else if (byte === comma) {
        cells += 1;
        state = 'start';
      } else if (byte === carriage) state = 'carriage';
      else if (byte === quote) {
        if (state === 'plain') throw new Error('The written file has a broken quote.');
        state = 'quoted';
      } else {
        if (state === 'closed' || byte === newline) throw new Error('The written file has a broken quote.');
        state = 'plain';
      }
    }
  }
  if (state !== 'start' || cells !== 1) throw new Error('The written file breaks off.');
  return Math.max(rows, 0);
}
