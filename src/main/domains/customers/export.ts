/** A selection of customers as a file: CSV and XLSX for spreadsheets, JSON exactly as stored. Counted again before it is done. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { standardFields } from '#shared/domains/fields/defaults';
import { storedFields } from '#shared/domains/customers/normalise';
import { linesOf } from '#shared/kernel/lines';
import { unavailable } from '#shared/kernel/failures';
import type { ReadDb } from '../../db/handles';
import type { TaskContext } from '../../ipc/context';
import { countCsv, writeCsv } from '../../files/csv';
import { publish } from '../../files/publish';
import { countXlsxRows, mostSheetRows, writeXlsxRows } from '../../files/xlsx';
import { customFields, exportBatch, type ExportRow } from './store';

type Format = 'csv' | 'xlsx' | 'json';

type Exporting = {
  readonly format: Format;
  readonly file: string;
  readonly leftOut: ReadonlySet<string>;
  /** Opens what is under the second key, where it is held. */
  readonly open: (rows: readonly ExportRow[]) => Promise<readonly ExportRow[]>;
};

export async function exportCustomers(
  { progress, signal }: Pick<TaskContext, 'progress' | 'signal'>,
  db: ReadDb,
  selected: AsyncIterable<readonly number[]>,
  { format, file, leftOut, open: opened }: Exporting,
): Promise<{ file: string; rows: number; bytes: number; leftOut: string[] }> {
  const own = (await customFields(db)).filter(({ name }) => !leftOut.has(name));
  /** The columns of the standard fields that this person may take away. */
  const kept = storedFields.flatMap((name, index) => (leftOut.has(name) ? [] : [index]));
  let written = 0;
  async function* batches(): AsyncGenerator<ExportRow[]> {
    for await (const numbers of selected) {
      signal.throwIfAborted();
      const rows = (await opened(await exportBatch(db, numbers))).map((row) => withoutFields(row, leftOut));
      written += rows.length;
      progress({ stage: 'writing', done: written, total: null, unit: 'rows' });
      yield rows;
    }
  }
  async function* cells(): AsyncGenerator<string[][]> {
    for await (const rows of batches())
      yield rows.map((row) =>
        cellsOf(
          row,
          kept,
          own.map((field) => field.name),
        ),
      );
  }
  const headers = [
    'Customer number',
    ...kept.map((index) => labelOf(storedFields[index] ?? '')),
    ...own.map((field) => field.label),
  ];
  const { found, bytes } = await publish(
    file,
    async (temporary) => {
      if (format === 'csv') return writeCsv(temporary, headers, cells(), signal);
      if (format === 'xlsx') return writeXlsxRows(temporary, 'Customers', headers, cells(), signal);
      return writeJson(temporary, batches());
    },
    async (temporary) => {
      progress({ stage: 'checking', done: 0, total: null, unit: 'rows' });
      if (format === 'xlsx' && written > mostSheetRows)
        throw unavailable('file-too-large', { rows: written, most: mostSheetRows });
      const rows = await { csv: countCsv, xlsx: countXlsxRows, json: countJson }[format](temporary);
      if (rows !== written) throw new Error(`The file holds ${rows} rows, the store gave ${written}.`);
      return rows;
    },
  );
  return { file, rows: found, bytes, leftOut: [...leftOut] };
}

const labels = new Map<string, string>(standardFields.map((field) => [field.name, field.label]));
const labelOf = (field: string): string => labels.get(field) ?? field;
const tagsAt = storedFields.indexOf('tags');

/** Masked fields leave in no format. */
function withoutFields(row: ExportRow, names: ReadonlySet<string>): ExportRow {
  if (names.size === 0) return row;
  return {
    id: row.id,
    cells: row.cells.map((cell, index) => (names.has(storedFields[index] ?? '') ? null : cell)),
    custom: Object.fromEntries(Object.entries(row.custom).filter(([name]) => !names.has(name))),
  };
}

function cellsOf({ id, cells, custom }: ExportRow, kept: readonly number[], own: readonly string[]): string[] {
  const texts = cells.map((cell) => cell ?? '');
  const tags = texts[tagsAt];
  if (tags) texts[tagsAt] = (JSON.parse(tags) as string[]).join(', ');
  return [id, ...kept.map((index) => texts[index] ?? ''), ...own.map((name) => custom[name] ?? '')];
}

/** One JSON array, one customer on a line, so that it can be read whole or line by line. */
async function writeJson(file: string, batches: AsyncIterable<readonly ExportRow[]>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    let first = true;
    for await (const rows of batches) {
      let text = '';
      for (const row of rows) {
        text += `${first ? '[\n' : ',\n'}${JSON.stringify(recordOf(row))}`;
        first = false;
      }
      await handle.appendFile(text);
    }
    await handle.appendFile(first ? '[]\n' : '\n]\n');
  } finally {
    await handle.close();
  }
}

function recordOf({ id, cells, custom }: ExportRow): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [index, field] of storedFields.entries()) {
    const cell = cells[index];
    if (cell != null) fields[field] = field === 'tags' ? JSON.parse(cell) : cell;
  }
  return { id, ...fields, ...(Object.keys(custom).length > 0 ? { custom } : {}) };
}

/** Lines are read and parsed one by one, so that no file is too large. */
async function countJson(file: string): Promise<number> {
  let rows = 0;
  let last = '';
  for await (const line of linesOf(createReadStream(file, 'utf8'))) {
    last = line;
    if (line === '[' || line === ']' || line === '[]') continue;
    JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
    rows += 1;
  }
  if (last !== ']' && last !== '[]') throw new Error('The written file breaks off.');
  return rows;
}
