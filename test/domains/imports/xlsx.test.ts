/** Spreadsheets: days stay days, formulas give their stored value, bombs are refused before they unfold. */
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter, configure } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertHarmlessArchive } from '#main/domains/imports/xlsx';
import { accountOf, type ImportBench, importBench } from './import-bench';

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.end());
configure({ useWebWorkers: false });

const sheet = (data: Record<string, unknown>[], name = 'Kunden') => ({
  name,
  columns: [
    { header: 'Name', key: 'a' },
    { header: 'E-mail', key: 'b' },
    { header: 'Phone', key: 'c' },
    { header: 'Customer since', key: 'd', numFmt: 'yyyy-mm-dd' },
    { header: 'Last contact', key: 'e' },
  ],
  data: data as never,
});

test('a workbook comes in: dates, numbers as phones, day numbers, blank rows in between', async () => {
  const bytes = await writeXlsx({
    sheets: [
      sheet([
        { a: 'Anna Müller', b: 'anna@x.example', c: 49301234567, d: new Date(Date.UTC(2020, 1, 29)), e: 45351 },
        { a: null, b: null, c: null, d: null, e: null },
        { a: 'Ben 日本', b: 'broken', c: null, d: null, e: null },
        { a: 'Cy', b: 'cy@x.example', c: null, d: null, e: null },
      ]),
      sheet([{ a: 'Other sheet' }], 'Andere'),
    ],
  });
  const file = bench.write('kunden.xlsx', bytes);
  const look = await bench.ask('imports', 'look', { file, options: {} });
  expect(look).toMatchObject({
    format: 'xlsx',
    delimiter: 'none',
    sheets: ['Kunden', 'Andere'],
    sheet: 'Kunden',
    rows: 4,
    rowsExact: true,
  });
  const report = await bench.ask('imports', 'run', { file, options: {} });
  expect(accountOf(report)).toEqual({ rows: 4, imported: 2, merged: 0, quarantined: 1, skipped: 1 });
  expect((await bench.customers())[0]).toMatchObject({
    full_name: 'Anna Müller',
    customer_since: '2020-02-29',
    last_activity: '2024-02-29',
    phone: '49301234567',
  });
  expect((await bench.ask('imports', 'quarantine', { id: report.id })).rows[0]?.row).toBe(4);
  const other = await bench.ask('imports', 'run', { file, options: { sheet: 'Andere' } });
  expect(accountOf(other)).toMatchObject({ imported: 1 });
  expect(await bench.askRaw('imports', 'run', { file, options: { sheet: 'Nirgends' } })).toMatchObject({
    ok: false,
    failure: { resource: 'file-format' },
  });
});

test('a formula gives the value that was stored with it, and is never run', async () => {
  const bytes = await repack(
    await writeXlsx({ sheets: [sheet([{ a: 'PLACEHOLDER', b: 'x@x.example' }])] }),
    (name, text) =>
      name === 'xl/worksheets/sheet1.xml'
        ? text.replace(
            /<c r="A2"[^>]*>.*?<\/c>/,
            '<c r="A2" t="str"><f>HYPERLINK("http://x","Evil")</f><v>Cached Carla</v></c>',
          )
        : text,
  );
  const report = await bench.run('f.xlsx', bytes);
  expect(accountOf(report)).toMatchObject({ imported: 1 });
  expect((await bench.customers())[0]?.['full_name']).toBe('Cached Carla');
});

describe('bombs', () => {
  const zipOf = async (parts: Record<string, Uint8Array>): Promise<Uint8Array> => {
    const writer = new ZipWriter(new Uint8ArrayWriter());
    for (const [name, bytes] of Object.entries(parts)) await writer.add(name, new Uint8ArrayReader(bytes));
    return writer.close();
  };
  const refused = { ok: false, failure: { code: 'unavailable', resource: 'file-too-large' } };
  const workbook = new TextEncoder().encode('<workbook/>');

  test('one part that unfolds a thousand times', async () => {
    const bytes = await zipOf({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) });
    expect(bytes.length).toBeLessThan(1_000_000);
    const file = bench.write('bomb.xlsx', bytes);
    expect(await bench.askRaw('imports', 'look', { file, options: {} })).toMatchObject(refused);
    expect(await bench.askRaw('imports', 'run', { file, options: {} })).toMatchObject(refused);
    expect(await bench.customers()).toEqual([]);
  });
  test('more parts than a workbook has', async () => {
    const parts: Record<string, Uint8Array> = { 'xl/workbook.xml': workbook };
    for (let index = 0; index < 1_001; index += 1) parts[`xl/media/${index}`] = new Uint8Array(1);
    expect(
      await bench.askRaw('imports', 'look', { file: bench.write('many.xlsx', await zipOf(parts)), options: {} }),
    ).toMatchObject(refused);
  });
  test('a directory that lies about the size', async () => {
    const bytes = Buffer.from(
      await zipOf({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': new Uint8Array(5_000_000) }),
    );
    const size = Buffer.alloc(4);
    size.writeUInt32LE(5_000_000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(50_000);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) lie.copy(bytes, at);
    await expect(assertHarmlessArchive(new Uint8Array(bytes))).rejects.toMatchObject({
      failure: { code: 'unavailable', resource: expect.stringMatching(/file-too-large|file-format/) },
    });
  });
  test('a zip of something else, and half a workbook', async () => {
    await expect(assertHarmlessArchive(await zipOf({ 'word/document.xml': workbook }))).rejects.toMatchObject({
      failure: { resource: 'file-format' },
    });
    const whole = await writeXlsx({ sheets: [sheet([{ a: 'Anna' }])] });
    expect(
      await bench.askRaw('imports', 'run', {
        file: bench.write('half.xlsx', whole.subarray(0, whole.length >> 1)),
        options: {},
      }),
    ).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  });
  test('an ordinary well-compressed workbook is let in', async () => {
    const bytes = await writeXlsx({
      sheets: [
        sheet(Array.from({ length: 3_000 }, (_, index) => ({ a: `Person ${index}`, b: `p${index}@x.example` }))),
      ],
    });
    await expect(assertHarmlessArchive(bytes)).resolves.toBeUndefined();
    expect(deflateRawSync(bytes).length).toBeGreaterThan(0);
  });
});

/** The archive with its text parts changed. */
async function repack(bytes: Uint8Array, change: (name: string, text: string) => string): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const part = await entry.getData(new Uint8ArrayWriter());
    const text = new TextDecoder().decode(part);
    await writer.add(entry.filename, new Uint8ArrayReader(new TextEncoder().encode(change(entry.filename, text))));
  }
  await reader.close();
  return writer.close();
}
