/** The picture's order: what is held, under what it is used for, most people first. */
import type { HoldingsField, HoldingsReport } from '#shared/domains/reports/model';

export type PurposeGroup = {
  readonly purpose: HoldingsReport['purposes'][number];
  readonly fields: readonly HoldingsField[];
  /** The class all of these fields share; null when they differ, then each says its own. */
  readonly retentionClass: string | null;
};

/** Only fields `isShown`; a purpose without any is left out. */
export function groupByPurpose(report: HoldingsReport, isShown: (field: HoldingsField) => boolean): PurposeGroup[] {
  return report.purposes
    .map((purpose): PurposeGroup => {
      const fields = report.fields
        .filter((field) => field.purpose === purpose.id && isShown(field))
        .toSorted((a, b) => b.people - a.people);
      const classes = new Set(fields.map((field) => field.retentionClass));
      return { purpose, fields, retentionClass: classes.size === 1 ? ([...classes][0] ?? null) : null };
    })
    .filter(({ fields }) => fields.length > 0)
    .toSorted((a, b) => b.purpose.people - a.purpose.people);
}
