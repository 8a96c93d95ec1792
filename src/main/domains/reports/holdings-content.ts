/** The holdings report made ready for every format. */
import { holdingsDocument } from '#shared/domains/reports/holdings-document';
import { HoldingsReport } from '#shared/domains/reports/model';
import type { ReportLanguage } from '#shared/domains/reports/words';
import type { ReportContent } from './export';

export const holdingsContent = (report: HoldingsReport, language: ReportLanguage): ReportContent => ({
  document: holdingsDocument(report, language),
  data: report,
  shape: HoldingsReport,
  table: { headers, rows: report.fields.map((field) => rowOf(field, report.people)) },
  madeAt: report.madeAt,
});

const headers = [
  'field',
  'label',
  'own',
  'people',
  'of',
  'purpose',
  'purpose_name',
  'lawful_basis',
  'sensitivity',
  'retention_class',
  'retention_rule',
];

const rowOf = (field: HoldingsReport['fields'][number], of: number): string[] => [
  field.name,
  field.label,
  String(field.custom),
  String(field.people),
  String(of),
  field.purpose,
  field.purposeName,
  field.lawfulBasis,
  field.sensitivity,
  field.retentionClass,
  field.retentionRule,
];
