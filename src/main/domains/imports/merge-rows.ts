/** Rows whose e-mail address is known: each joins the customer it fits, or stays apart when the name is another person's. */
import type { CustomerFieldName } from '#shared/domains/customers/model';
import { type NormalisedCustomer, storedColumns, storedFields } from '#shared/domains/customers/normalise';
import { mergeCustomers, type MergeSide } from '#shared/domains/customers/normalise-merge';
import { namesCompatible } from '#shared/domains/customers/normalise-names';
import type { WarningCode } from '#shared/domains/imports/model';
import { JsonbRows } from '../../db/jsonb';
import { contentColumns, recordOf, type StoredRow, textOfField, valuesOf } from './columns';
import { customerPacker } from './pack';
import type { Merges } from './worker-messages';

export type KnownEmail = {
  readonly row: number;
  /** The number the customer gets if it stays apart. */
  readonly number: number;
  readonly key: string;
  readonly candidates: readonly number[];
  readonly customer: NormalisedCustomer;
  readonly custom: Readonly<Record<string, string>>;
};

type Held = MergeSide & {
  readonly number: number;
  readonly key: string | null;
  readonly revision: number;
  /** There before this import: a change counts its revision up and is undone with the import. */
  readonly existing: boolean;
  /** New in this round: it is packed whole at its end. */
  readonly fresh: boolean;
  /** The columns exactly as stored, until the first change of this round. */
  readonly stored: StoredRow | null;
};

export type MergeOptions = {
  readonly columns: readonly string[];
  /** Null when the rows come after the import has ended: then every customer counts as one that was there. */
  readonly importId: string | null;
  readonly joinOtherNames: boolean;
  readonly warn: (code: WarningCode) => void;
};

const nameOf = ({ values }: MergeSide): string => values.full_name ?? values.company ?? '';

/** Pure but for `warn`: `packed` holds the candidates as the store has them, in parts. */
export function workOutMerges(known: readonly KnownEmail[], packed: readonly string[], options: MergeOptions): Merges {
  const held = new Map<number, Held>();
  for (const row of packed.flatMap((part) => JSON.parse(part) as StoredRow[])) {
    held.set(row.number, {
      number: row.number,
      key: row['email_key'] as string | null,
      revision: row.revision,
      values: valuesOf(row),
      custom: recordOf(row['custom']),
      originals: recordOf(row['originals']),
      existing: options.importId === null || row.import !== options.importId,
      fresh: false,
      stored: row,
    });
  }
  const customers = new JsonbRows(1 << 16);
  const updates = new JsonbRows(1 << 16);
  const log = new JsonbRows(1 << 16);
  const history = new JsonbRows(1 << 16);
  const addUpdate = customerPacker(updates, contentColumns);
  const touched = new Set<number>();
  const freshNumbers = new Set<number>();
  const apart = new Map<string, Set<number>>();
  const joined: number[] = [];
  let imported = 0;
  let merged = 0;
  for (const { row, number, key, candidates, customer, custom } of known) {
    const incoming: MergeSide = { values: customer.values, originals: customer.originals, custom };
    const people = candidates.flatMap((candidate) => held.get(candidate) ?? []).filter((person) => person.key === key);
    const same = people.find((person) => options.joinOtherNames || namesCompatible(nameOf(person), nameOf(incoming)));
    if (same === undefined) {
      imported += 1;
      joined.push(number);
      held.set(number, { ...incoming, number, key, revision: 1, existing: false, fresh: true, stored: null });
      freshNumbers.add(number);
      if (people.length === 0) continue;
      options.warn('same-email-other-name');
      const group = apart.get(key) ?? new Set<number>();
      for (const person of people) group.add(person.number);
      apart.set(key, group.add(number));
      continue;
    }
    merged += 1;
    joined.push(same.number);
    const after = mergeCustomers(same, incoming);
    // A row that adds nothing leaves no trace beside the account.
    if (!after.changed) continue;
    log.addRow([row, same.number, JSON.stringify(snapshot(same)), JSON.stringify({ ...incoming.values, ...custom })]);
    history.addRow([same.number, JSON.stringify(differences(same, after))]);
    held.set(same.number, {
      ...same,
      ...after,
      stored: null,
      revision: same.existing ? same.revision + 1 : same.revision,
    });
    touched.add(same.number);
  }
  const addNew = customerPacker(customers, options.columns);
  for (const number of freshNumbers) {
    const person = held.get(number);
    if (person) addNew(number, person);
  }
  for (const number of touched) {
    const person = held.get(number);
    if (person === undefined || person.fresh) continue;
    addUpdate(number, person, person.revision);
  }
  const blobOf = (rows: JsonbRows) => (rows.rows > 0 ? rows.take() : null);
  return {
    kind: 'merges',
    customers: blobOf(customers),
    imported,
    merged,
    updates: blobOf(updates),
    log: blobOf(log),
    history: blobOf(history),
    apart: [...apart.values()].map((numbers) => [...numbers]),
    joined,
  };
}

/** All content columns with revision and instant: of the first change enough to put the customer back exactly as it was. */
function snapshot(person: Held): Readonly<Record<string, unknown>> {
  return (
    person.stored ?? { revision: person.revision, ...storedColumns(person.values, person.custom, person.originals) }
  );
}

function differences(before: MergeSide, after: MergeSide): Record<string, [string | null, string | null]> {
  const changes: Record<string, [string | null, string | null]> = {};
  const compare = (name: string, was: string | null, is: string | null): void => {
    if (was !== is) changes[name] = [was, is];
  };
  for (const field of storedFields)
    compare(
      field,
      textOfField(before.values, field as CustomerFieldName),
      textOfField(after.values, field as CustomerFieldName),
    );
  for (const name of new Set([...Object.keys(before.custom), ...Object.keys(after.custom)]))
    compare(name, before.custom[name] ?? null, after.custom[name] ?? null);
  return changes;
}
