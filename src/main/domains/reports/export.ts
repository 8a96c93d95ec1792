/** A report as a file: written under another name, opened again, its numbers found in it, and only then published. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Block, ReportDocument } from '#shared/domains/reports/document';
import { holdingsDocument } from '#shared/domains/reports/holdings-document';
import { HoldingsReport, type ReportFormat } from '#shared/domains/reports/model';
import type { ReportLanguage } from '#shared/domains/reports/words';
import { assert } from '#shared/kernel/assert';
import { countCsv, writeCsv } from '../../files/csv';
import { publish } from '../../files/publish';
import { readXlsxSheets, writeXlsxSheets } from '../../files/xlsx';
import { seePdf } from './check-pdf';
import { reportPdf } from './write-pdf';

export async function exportReport(
  report: HoldingsReport,
  format: ReportFormat,
  language: ReportLanguage,
  file: string,
): Promise<{ file: string; fields: number; people: number; bytes: number }> {
  const document = holdingsDocument(report, language);
  const { bytes } = await publish(
    file,
    (temporary) => writeReport(temporary, format, report, document),
    (temporary) => checkReport(temporary, format, report, document),
  );
  return { file, fields: report.fields.length, people: report.people, bytes };
}

const csvHeaders = ['field', 'label', 'own', 'people', 'of', 'purpose', 'purpose_name', 'lawful_basis', 'sensitivity', 'retention_class', 'retention_rule'];

async function writeReport(file: string, format: ReportFormat, report: HoldingsReport, document: ReportDocument): Promise<void> {
  switch (format) {
    case 'pdf':
      await writeFile(file, await reportPdf(document, report.madeAt), { mode: 0o600, flag: 'wx' });
      return;
    case 'json':
      await writeFile(file, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      return;
    case 'xlsx':
      await writeXlsxSheets(file, sheetsOf(document));
      return;
    case 'csv':
      await writeCsv(file, csvHeaders, [
        report.fields.map((field) => [
          field.name,
          field.label,
          String(field.custom),
          String(field.people),
          String(report.people),
          field.purpose,
          field.purposeName,
          field.lawfulBasis,
          field.sensitivity,
          field.retentionClass,
          field.retentionRule,
        ]),
      ]);
  }
}

/** Throws when the file, read by another reader, does not say what the store said. */
async function checkReport(file: string, format: ReportFormat, report: HoldingsReport, document: ReportDocument): Promise<void> {
  switch (format) {
    case 'pdf': {
      const seen = await seePdf(await readFile(file));
      assert(seen.tagged, 'a report for everybody is tagged');
      assert(seen.pages > 0 && squeezed(seen.text).includes(squeezed(document.title)), 'the report names itself');
      const people = new Intl.NumberFormat(document.language).format(report.people);
      assert(squeezed(seen.text).includes(squeezed(people)), 'the report says how many people there are');
      return;
    }
    case 'json': {
      const read = HoldingsReport.parse(JSON.parse(await readFile(file, 'utf8')));
      assert(read.people === report.people && read.fields.length === report.fields.length, 'the file holds what was counted');
      return;
    }
    case 'xlsx': {
      const sheets = await readXlsxSheets(file);
      for (const [index, { rows }] of sheetsOf(document).entries()) {
        assert(sheets[index]?.rows.length === rows.length + 1, 'every sheet holds every row');
      }
      return;
    }
    case 'csv':
      assert((await countCsv(file)) === report.fields.length, 'every field is a row');
  }
}

/** Readers put spaces where letters are set apart. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

type Table = Extract<Block, { kind: 'table' }>;

/** One sheet for what the report says of itself, then one for each table. */
function sheetsOf(document: ReportDocument) {
  const said = document.blocks.flatMap((block) => {
    if (block.kind === 'heading' || block.kind === 'paragraph') return [[block.text]];
    return block.kind === 'list' ? block.items.map((item) => [`• ${item}`]) : [];
  });
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
  return [
    { name: sheetName(document.title), headers: [document.title], rows: [[document.subtitle], ...said, [document.checkpoint]] },
    ...tables.map(({ name, headers, rows }) => ({ name: sheetName(name), headers, rows })),
  ];
}

/** Spreadsheets allow 31 characters and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
