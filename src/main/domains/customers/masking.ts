/** Least data: special-category fields are masked for whoever may not see them and has stated no purpose for this customer. */
import type { Customer, CustomerChange, CustomerDraft, CustomerRow } from '#shared/domains/customers/model';
import { customerNumberOf } from '#shared/domains/customers/model';
import type { ReadDb } from '../../db/handles';
import type { QueryContext } from '../../ipc/context';
import { unmaskedFor } from '../access/public';
import { isSealed } from '../../vault/sealed-text';
import { listFields, openerFor, sealedFields } from '../fields/public';

export type Mask = {
  /** The names of masked fields, standard and own. */
  readonly fields: ReadonlySet<string>;
  /** Those of them that are under the second key and cannot be opened: no purpose shows them. */
  readonly sealed: ReadonlySet<string>;
  /** Whom this person may see whole for now, because they said why. */
  readonly shown: ReadonlySet<number>;
};

type Asking = Pick<QueryContext, 'may' | 'caller' | 'now' | 'workbench'>;

/** Null where nothing is masked: the caller may see everything, or no field is of a special category. */
export async function maskFor(db: ReadDb, { may, caller, now, workbench }: Asking): Promise<Mask | null> {
  const vault = workbench.vault();
  const sealed = vault.second.isHeld() ? new Set<string>() : await sealedFields(db, vault);
  if (may('reveal', 'customers')) return sealed.size === 0 ? null : { fields: sealed, sealed, shown: new Set() };
  const fields = (await listFields(db)).filter(({ sensitivity }) => sensitivity === 'special-category');
  if (fields.length === 0) return null;
  return {
    fields: new Set(fields.map(({ name }) => name)),
    sealed,
    shown: await unmaskedFor(db, caller.actor.id, now()),
  };
}

const none: ReadonlySet<string> = new Set();
/** The names of what is hidden of one customer. */
const hiddenOf = (mask: Mask | null, id: Customer['id']): ReadonlySet<string> =>
  mask === null ? none : mask.shown.has(customerNumberOf(id)) ? mask.sealed : mask.fields;

/** Customers as this person may see them: opened where the second key is held, masked where a right or a purpose is missing. */
export async function shownCustomers(asking: Asking, db: ReadDb, customers: readonly Customer[]): Promise<Customer[]> {
  const mask = await maskFor(db, asking);
  const opened = await openedCustomers(asking, db, customers);
  return opened.map((customer) => maskedCustomer(mask, customer));
}

export async function shownCustomer(asking: Asking, db: ReadDb, customer: Customer): Promise<Customer> {
  return (await shownCustomers(asking, db, [customer]))[0] ?? customer;
}

/** With the values that the second key opens, where it is held. */
export async function openedCustomers<C extends { readonly custom: Readonly<Record<string, string>> }>(
  { workbench }: Pick<Asking, 'workbench'>,
  db: ReadDb,
  customers: readonly C[],
): Promise<C[]> {
  const texts = customers.flatMap(({ custom }) => Object.values(custom));
  const open = texts.some(isSealed) ? await openerFor(db, workbench.vault(), texts) : null;
  if (open === null) return [...customers];
  return customers.map((customer) => ({
    ...customer,
    custom: Object.fromEntries(Object.entries(customer.custom).map(([name, text]) => [name, open(name, text)])),
  }));
}

const without = <T>(values: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));

/** The customer without the values this person may not see; `masked` names the fields that hold something. */
function maskedCustomer(mask: Mask | null, customer: Customer): Customer {
  const closed = Object.keys(customer.custom).filter((name) => isSealed(customer.custom[name] ?? ''));
  const hidden = new Set([...hiddenOf(mask, customer.id), ...closed]);
  if (hidden.size === 0) return customer;
  const held = { ...customer.fields, ...customer.custom } as Record<string, unknown>;
  return {
    ...customer,
    fields: without(customer.fields as Record<string, never>, hidden),
    custom: without(customer.custom, hidden),
    originals: without(customer.originals, hidden),
    masked: [...hidden].filter((name) => held[name] !== undefined),
    sealed: [...hidden].filter((name) => held[name] !== undefined && (closed.includes(name) || mask?.sealed.has(name))),
  };
}

/** That a masked field changed is said; what it was and became is not. */
export async function shownHistory(
  asking: Asking,
  db: ReadDb,
  id: Customer['id'],
  history: readonly CustomerChange[],
): Promise<CustomerChange[]> {
  const hidden = hiddenOf(await maskFor(db, asking), id);
  const texts = history.flatMap(({ changes }) => Object.values(changes).flat()).filter((text) => text !== null);
  const open = texts.some(isSealed) ? await openerFor(db, asking.workbench.vault(), texts) : null;
  const shown = (name: string, text: string | null): string | null => {
    const opened = text === null || open === null ? text : open(name, text);
    return opened !== null && (hidden.has(name) || isSealed(opened)) ? '•••' : opened;
  };
  return history.map((change) => ({
    ...change,
    changes: Object.fromEntries(
      Object.entries(change.changes).map(([name, [was, is]]) => [name, [shown(name, was), shown(name, is)]]),
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
  const hidden = hiddenOf(mask, row.id);
  if (hidden.size === 0) return row;
  const shown: Record<string, unknown> = { ...row };
  const masked: string[] = [];
  const hide = (column: keyof CustomerRow, empty: unknown): void => {
    const held = shown[column];
    if (held !== null && !(Array.isArray(held) && held.length === 0)) masked.push(column);
    shown[column] = empty;
  };
  for (const name of hidden) {
    const column = columnsOf[name];
    if (column !== undefined) hide(column, null);
    if (name === 'tags') hide('tags', []);
    if (name === 'full_name') hide('name', row.id);
  }
  return { ...(shown as CustomerRow), masked };
}

/**
 * What somebody saves who did not see everything: the masked values stay as they are; where there was none, one may be
 * entered. Of the business's own fields the draft then has none of those; `custom` is put beside what is stored.
 */
export function keepingMasked(
  mask: Mask | null,
  before: Customer,
  draft: CustomerDraft,
): { readonly draft: CustomerDraft; readonly custom: Readonly<Record<string, string>> } {
  const hidden = hiddenOf(mask, before.id);
  const custom = Object.fromEntries(Object.entries(before.custom).filter(([name]) => hidden.has(name)));
  const fields = Object.fromEntries(Object.entries(before.fields).filter(([name]) => hidden.has(name)));
  return {
    draft: {
      fields: { ...draft.fields, ...fields },
      custom: without(draft.custom ?? {}, new Set(Object.keys(custom))),
    },
    custom,
  };
}
