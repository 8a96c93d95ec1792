/** One normalised customer into a batch: cells in groups, in the order of the statement that unpacks them. */
import type { CustomerFields } from '#shared/domains/customers/model';
import { derivedColumns } from '#shared/domains/customers/normalise-keys';
import type { JsonbRows } from '../../db/jsonb';
import { derivedNames, groupSize } from './columns';

export type Packable = { readonly values: CustomerFields; readonly originals: Readonly<Record<string, string>> };

const derived: ReadonlySet<string> = new Set(derivedNames);

/** `lead` whole numbers come first (the customer's number, for updates the revision too), then the columns. */
export function rowPacker(
  encoder: JsonbRows,
  columns: readonly string[],
): (number: number, customer: Packable, custom: Readonly<Record<string, string>>, revision?: number) => void {
  return (number, { values, originals }, custom, revision) => {
    const keys = derivedColumns(values, originals) as unknown as Readonly<Record<string, string | null>>;
    const fields = values as Readonly<Record<string, string | undefined>>;
    encoder.startRow();
    let group = encoder.startArray();
    encoder.addInteger(number);
    let position = 1;
    if (revision !== undefined) {
      encoder.addInteger(revision);
      position = 2;
    }
    for (const column of columns) {
      if (position === groupSize) {
        encoder.endArray(group);
        group = encoder.startArray();
        position = 0;
      }
      position += 1;
      let cell: string | null | undefined;
      if (derived.has(column)) cell = keys[column];
      else if (column === 'tags') cell = values.tags === undefined || values.tags.length === 0 ? null : JSON.stringify(values.tags);
      else if (column === 'originals') cell = jsonOf(originals);
      else if (column === 'custom') cell = jsonOf(custom);
      else cell = fields[column];
      if (cell === null || cell === undefined) encoder.addNull();
      else encoder.addText(cell);
    }
    encoder.endArray(group);
    encoder.endRow();
  };
}

function jsonOf(record: Readonly<Record<string, string>>): string | null {
  for (const _ in record) return JSON.stringify(record);
  return null;
}
