/** The holdings report as files: each format opened by a program that is not ours, and nothing left behind when it fails. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { germanNames } from '#shared/domains/fields/defaults';
import { HoldingsReport } from '#shared/domains/reports/model';
import { naughtyStrings } from '#test/support/naughty-strings';
import { shopifyExport } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';

const root = mkdtempSync(join(tmpdir(), 'steward-reports-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;
const poppler = has('pdfinfo') && has('pdftotext');
const pdfInfo = (file: string): string => spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
const pdfStructure = (file: string): string =>
  spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }).stdout;
const pdfText = (file: string, order: '-layout' | '-raw' = '-layout'): string =>
  spawnSync('pdftotext', [order, file, '-'], { encoding: 'utf8' }).stdout;
const squeezed = (text: string): string => text.replaceAll(/[\s\u200b\u00ad]+/g, '');

type Format = 'pdf' | 'docx' | 'html' | 'csv' | 'xlsx' | 'json';
const formats: readonly Format[] = ['pdf', 'docx', 'html', 'csv', 'xlsx', 'json'];

async function save(bench: TestBench, format: Format, language: 'en' | 'de' = 'en'): Promise<string> {
  const file = join(root, `${Math.random().toString(36).slice(2)}.${format}`);
  const done = await bench.ask('reports', 'exportHoldings', { format, language, file });
  expect(done.bytes).toBe(statSync(file).size);
  return file;
}

const readCsv = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
const readSheets = async (file: string) => (await readXlsx(readFileSync(file))).sheets;

describe('a store with an imported list', () => {
  let bench: TestBench;
  let report: HoldingsReport;
  let imported: { readonly rows: number; readonly imported: number };
  beforeAll(async () => {
    bench = await testBench();
    const list = join(root, 'customers.csv');
    writeFileSync(list, shopifyExport(0, 1_500));
    imported = await bench.ask('imports', 'run', { file: list });
    await bench.ask('fields', 'add', {
      label: 'Allergies',
      kind: 'text',
      declaration: {
        purpose: 'serve-customers' as never,
        sensitivity: 'special-category',
        retentionClass: 'short-lived' as never,
      },
    });
    await bench.ask('customers', 'add', { fields: { full_name: 'Ada' }, custom: { x_allergies: 'nuts' } });
    report = await bench.ask('reports', 'holdings', {});
    expect(report.people).toBeGreaterThan(1_000);
  });
  afterAll(() => bench.end());

  it.skipIf(!poppler).each(['en', 'de'] as const)('is an accessible PDF (%s)', async (language) => {
    const file = await save(bench, 'pdf', language);
    const info = pdfInfo(file);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/JavaScript: +no/);
    expect(info).toMatch(new RegExp(`Title: +${language === 'en' ? 'What we hold' : 'Was wir speichern'}`));
    const bytes = readFileSync(file).toString('latin1');
    expect(bytes).toContain(`/Lang (${language})`);
    const structure = pdfStructure(file);
    for (const role of ['H1', 'H2', 'Table', 'THead', 'TH', 'Figure', 'LBody']) expect(structure).toContain(role);
    const numbers = new Intl.NumberFormat(language);
    const text = pdfText(file);
    for (const field of report.fields) {
      const label = (language === 'de' ? germanNames[field.name] : undefined) ?? field.label;
      const line = text
        .split('\n')
        .find((one) => one.trim().startsWith(label.split(' ')[0]!) && one.includes(numbers.format(field.people)));
      expect([label, line !== undefined]).toEqual([label, true]);
    }
    expect(squeezed(text)).toContain(squeezed(numbers.format(report.people)));
    expect(text).toContain('customers.csv');
    expect(text.match(language === 'en' ? /Page \d+ \/ \d+/g : /Seite \d+ \/ \d+/g)?.length).toBe(
      Number(/Pages: +(\d+)/.exec(info)?.[1]),
    );
  });

  it('is a CSV file with a row for each field', async () => {
    const rows = readCsv(await save(bench, 'csv'));
    expect(
      rows.map((row) => [row['field'], row['label'], Number(row['people']), row['lawful_basis'], row['sensitivity']]),
    ).toEqual(
      report.fields.map((field) => [field.name, field.label, field.people, field.lawfulBasis, field.sensitivity]),
    );
    expect(rows.every((row) => Number(row['of']) === report.people)).toBe(true);
  });

  it('is a workbook with a sheet for each table', async () => {
    const sheets = await readSheets(await save(bench, 'xlsx'));
    const fields = sheets.find(({ name }) => name === 'Fields')!;
    expect(fields.rows.slice(1).map((row) => [row[0], row[1]])).toEqual(
      report.fields.map((field) => [field.label, field.people]),
    );
    const purposes = sheets.find(({ name }) => name === 'Purposes')!;
    expect(purposes.rows.slice(1).map((row) => row[3])).toEqual(report.purposes.map((purpose) => purpose.people));
    expect(sheets.find(({ name }) => name === 'Where the records came from')!.rows[1]).toEqual([
      'customers.csv',
      'November 24, 2026 at 9:00 AM UTC',
      imported.rows,
      imported.imported,
    ]);
  });

  it('is JSON that says what the screen says', async () => {
    const read = HoldingsReport.parse(JSON.parse(readFileSync(await save(bench, 'json'), 'utf8')));
    expect({ ...read, trail: null }).toEqual({ ...report, trail: null });
    // The export itself is in the trail: what was counted is the trail up to then, its own beginning included.
    expect(read.trail.entries).toBeGreaterThan(report.trail.entries);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const folder = mkdtempSync(join(root, 'cancelled-'));
    const file = join(folder, 'report.pdf');
    const asked = bench.askRaw('reports', 'exportHoldings', { format: 'pdf', file }, undefined, 'a-task');
    while (!bench.workbench.cancelTask('a-task')) await new Promise((resolve) => setImmediate(resolve));
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'unavailable', resource: 'cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the file that was there when the folder takes no new one', async () => {
    const file = join(root, 'no-such-folder', 'report.csv');
    expect(await bench.askRaw('reports', 'exportHoldings', { format: 'csv', file })).toMatchObject({
      ok: false,
      failure: { code: 'unavailable', resource: 'file-missing' },
    });
  });
});

describe('an empty vault', () => {
  it('has a report in every format', async () => {
    const bench = await testBench();
    try {
      for (const format of formats) expect(existsSync(await save(bench, format))).toBe(true);
    } finally {
      await bench.end();
    }
  });
});

describe('texts that break things elsewhere', () => {
  let bench: TestBench;
  const labels: string[] = [];
  beforeAll(async () => {
    bench = await testBench();
    for (const text of naughtyStrings) {
      const label = text.slice(0, 80);
      const answer = await bench.askRaw('fields', 'add', {
        label,
        kind: 'text',
        declaration: { purpose: 'serve-customers', sensitivity: 'ordinary', retentionClass: 'short-lived' },
      });
      if (answer.ok) labels.push((answer.value as { label: string }).label);
      else expect(answer.failure.code).not.toBe('bug');
    }
    expect(labels.length).toBeGreaterThan(100);
    const place = join(root, '=1+1 #panic() $x$.csv');
    writeFileSync(
      place,
      'Name,Email,Country\nA,a@example.com,"#import \\"x\\" *<script>"\nB,b@example.com,=cmd\nC,c@example.com,日本😀\u0007\n',
    );
    await bench.ask('imports', 'run', { file: place });
  });
  afterAll(() => bench.end());

  it('are in the JSON and the CSV file as they are stored', async () => {
    const read = HoldingsReport.parse(JSON.parse(readFileSync(await save(bench, 'json'), 'utf8')));
    expect(read.fields.filter(({ custom }) => custom).map(({ label }) => label)).toEqual(labels);
    const rows = readCsv(await save(bench, 'csv')).filter((row) => row['own'] === 'true');
    // A formula has an apostrophe in front, and nothing else differs.
    for (const [at, label] of labels.entries()) expect([label, `'${label}`]).toContain(rows[at]?.['label']);
  });

  it('are in the workbook as text, never as a formula', async () => {
    const file = await save(bench, 'xlsx');
    const fields = (await readSheets(file)).find(({ name }) => name === 'Fields')!;
    const shown = fields.rows.slice(25).map((row) => row[0]);
    for (const [at, label] of labels.entries()) expect([label, `'${label}`]).toContain(shown[at]);
    const unzipped = spawnSync('unzip', ['-p', file, 'xl/worksheets/*'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (unzipped.status === 0) expect(unzipped.stdout).not.toMatch(/<f[ >]/);
  });

  it.skipIf(!poppler)('are on paper as typed, or by number where no font can draw them', async () => {
    const file = await save(bench, 'pdf');
    expect(pdfInfo(file)).toMatch(/Tagged: +yes/);
    const text = squeezed(pdfText(file, '-raw'));
    for (const label of [
      '=1+1',
      '${7*7}',
      '#{7}',
      '`id`',
      '<script>alert(1)</script>',
      "'; drop table customers; --",
      '*',
      '_x0041_',
      'Ⅷ',
      'Привет',
    ]) {
      expect([label, text.includes(squeezed(label))]).toEqual([label, true]);
    }
    expect(text).toContain('=1+1#panic()$x$.csv');
  });
});

const disk = join(root, 'disk');
mkdirSync(disk);
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
});

describe.skipIf(!mounted)('a full disk', () => {
  it.each(formats)('leaves no %s file behind, and keeps the one that was there', async (format) => {
    const bench = await testBench();
    try {
      const file = join(disk, `report.${format}`);
      writeFileSync(file, 'the old one');
      spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=4k']);
      expect(await bench.askRaw('reports', 'exportHoldings', { format, file })).toMatchObject({
        ok: false,
        failure: { code: 'unavailable', resource: 'disk-full' },
      });
      expect(readdirSync(disk).toSorted()).toEqual(['ballast', `report.${format}`]);
      expect(readFileSync(file, 'utf8')).toBe('the old one');
    } finally {
      for (const name of readdirSync(disk)) rmSync(join(disk, name));
      await bench.end();
    }
  });
});
