/** Where the rows of a file went. The four parts always make up the whole. */
import type { ImportReport } from '#shared/domains/imports/model';

export const partNames = ['imported', 'merged', 'quarantined', 'skipped'] as const;
export type PartName = (typeof partNames)[number];

export type Part = { readonly name: PartName; readonly count: number; /** 0 to 1. */ readonly share: number };

export function partsOf(report: Pick<ImportReport, 'rows' | PartName>): readonly Part[] {
  return partNames.map((name) => ({
    name,
    count: report[name],
    share: report.rows === 0 ? 0 : report[name] / report.rows,
  }));
}

export const isBalanced = (report: Pick<ImportReport, 'rows' | PartName>): boolean =>
  report.rows === partNames.reduce((sum, name) => sum + report[name], 0);
