/** CSV files out: UTF-8 with a byte-order mark (spreadsheets ask for it), RFC 4180, formulas neutralised, counted again. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import Papa from 'papaparse';
import { harmless } from './cells';

export type Rows = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>;

/** Writes headers and batches of rows. Every row must have as many cells as there are headers. */
export async function writeCsv(file: string, headers: readonly string[], batches: Rows, signal?: AbortSignal): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const write = (rows: readonly (readonly string[])[]): Promise<unknown> =>
      handle.appendFile(`${Papa.unparse(rows.map((row) => row.map(harmless)), { newline: '\r\n', header: false })}\r\n`);
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

/** Reads a file of ours again. Gives its rows without the header; throws when a row has another number of cells. */
export async function countCsv(file: string): Promise<number> {
  let rows = -1;
  let width = 0;
  await new Promise<void>((resolve, reject) => {
    const text = createReadStream(file, 'utf8');
    text.on('error', reject);
    Papa.parse<string[]>(text, {
      header: false,
      delimiter: ',',
      skipEmptyLines: false,
      chunk: ({ data, errors }) => {
        for (const row of data) {
          // The line end of the last row makes one more, empty one.
          if (row.length === 1 && row[0] === '' && width !== 1) continue;
          if (rows < 0) width = row.length;
          if (row.length !== width) reject(new Error('A row of the written file has another number of cells.'));
          rows += 1;
        }
        if (errors.some((error) => error.type === 'Quotes')) reject(new Error('The written file has a broken quote.'));
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return Math.max(rows, 0);
}
