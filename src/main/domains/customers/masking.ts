/** Least data: special-category fields are masked for whoever may not see them and has stated no purpose for this customer. */
import type { Customer, CustomerChange, CustomerDraft, CustomerRow } from '#shared/domains/customers/model';
import { customerNumberOf } from '#shared/domains/customers/model';
import type { ReadDb } from '../../db/handles';
import type { QueryContext } from '../../ipc/context';
import { unmaskedFor } from '../access/public';
import { listFields } from '../fields/public';

export type Mask = {
  /** The names of masked fields, standard and own. */
  readonly fields: ReadonlySet<string>;
  /** Whom this person may see whole for now, because they said why. */
  readonly shown: ReadonlySet<number>;
};

type Asking = Pick<QueryContext, 'may' | 'caller' | 'now'>;

/** Null where nothing is masked: the caller may see everything, or no field is of a special category. */
export async function maskFor(db: ReadDb, { may, caller, now }: Asking): Promise<Mask | null> {
  if (may('reveal', 'customers')) return null;
  const fields = (await listFields(db)).filter(({ sensitivity }) => sensitivity === 'special-category');
  if (fields.length === 0) return null;
  return { fields: new Set(fields.map(({ name }) => name)), shown: await unmaskedFor(db, caller.actor.id, now()) };
}

const masks = (mask: Mask | null, id: Customer['id']): mask is Mask =>
  mask !== null && !mask.shown.has(customerNumberOf(id));

const without = <T>(values: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));

/** The customer without the values this person may not see; `masked` names the fields that hold something. */
export function maskedCustomer(mask: Mask | null, customer: Customer): Customer {
  if (!masks(mask, customer.id)) return customer;
  const held = { ...customer.fields, ...customer.custom } as Record<string, unknown>;
  return {
    ...customer,
    fields: without(customer.fields as Record<string, never>, mask.fields),
    custom: without(customer.custom, mask.fields),
    originals: without(customer.originals, mask.fields),
    masked: [...mask.fields].filter((name) => held[name] !== undefined),
  };
}

/** That a masked field changed is said; what it was and became is not. */
export function maskedHistory(
  mask: Mask | null,
  id: Customer['id'],
  history: readonly CustomerChange[],
): CustomerChange[] {
  if (!masks(mask, id)) return [...history];
  return history.map((change) => ({
    ...change,
    changes: Object.fromEntries(
      Object.entries(change.changes).map(([name, values]) => [
        name,
        mask.fields.has(name) ? (values.map((value) => (value === null ? null : '•••')) as typeof values) : values,
      ]),
    ),
  }));
}

const columnsOf: Readonly<Record<string, keyof CustomerRow>> = {
  email: 'email',
  phone: 'phone',
  mobile: 'phone',
  company: 'company',
  city: 'city',
  country: 'country',
  marketing: 'marketing',
};

export function maskedRow(mask: Mask | null, row: CustomerRow): CustomerRow {
  if (!masks(mask, row.id)) return row;
  const shown: Record<string, unknown> = { ...row };
  const masked: string[] = [];
  const hide = (column: keyof CustomerRow, empty: unknown): void => {
    const held = shown[column];
    if (held !== null && !(Array.isArray(held) && held.length === 0)) masked.push(column);
    shown[column] = empty;
  };
  for (const name of mask.fields) {
    const column = columnsOf[name];
    if (column !== undefined) hide(column, null);
    if (name === 'tags') hide('tags', []);
    if (name === 'full_name') hide('name', row.id);
  }
  return { ...(shown as CustomerRow), masked };
}

/** What somebody saves who did not see everything: the masked values stay as they are; where there was none, one may be entered. */
export function keepingMasked(mask: Mask | null, before: Customer, draft: CustomerDraft): CustomerDraft {
  if (!masks(mask, before.id)) return draft;
  const kept = <T>(now: Readonly<Record<string, T>>, was: Readonly<Record<string, T>>): Record<string, T> => ({
    ...now,
    ...Object.fromEntries(Object.entries(was).filter(([name]) => mask.fields.has(name))),
  });
  return {
    fields: kept(draft.fields as Record<string, never>, before.fields as Record<string, never>),
    custom: kept(draft.custom ?? {}, before.custom),
  };
}
