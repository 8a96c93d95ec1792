/** Answers about customers. */
import type {
  Customer,
  CustomerChange,
  CustomerDraft,
  CustomerFields,
  CustomerSelection,
} from '#shared/domains/customers/model';
import { CustomerId, customerIdOf, customerNumberOf } from '#shared/domains/customers/model';
import { normaliseCustomer, storedFields } from '#shared/domains/customers/normalise';
import { mergeCustomers } from '#shared/domains/customers/normalise-merge';
import type { customers } from '#shared/domains/customers/operations';
import { AppError, brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { isRealDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { CommandContext, Handlers, QueryContext } from '../../ipc/context';
import type { Workbench } from '../../ipc/workbench';
import { handOverFacts } from '../consents/public';
import { sealEntered } from '../fields/public';
import { recordErasures } from '../backups/public';
import { findClusters } from '../imports/public';
import { exportCustomers } from './export';
import { hasText } from './directory';
import {
  keepingMasked,
  maskedRow,
  maskFor,
  openedCustomers,
  shownCustomer,
  shownCustomers,
  shownHistory,
} from './masking';
import { numbersOf, numbersPerBatch } from './people-of';
import { allCustomersChanged, commonnessOf, customersChanged, directoryOf } from './public';
import { customerOf, listedRows, readCustomers } from './rows';
import { searchPeople } from './search';
import { type Condition, countCustomers, lastNumber, these, those } from './selection';
import {
  closeCluster,
  type Content,
  customFields,
  deleteCustomers,
  handOver,
  historyOf,
  insertChange,
  insertCustomer,
  listClusters,
  updateCustomer,
} from './store';
import { insertTagChanges, retag } from './tag-store';

/** Up to so many people a bulk tag is in each one's own history. */
const mostHistories = 1_000;

export const customersHandlers: Handlers<typeof customers> = {
  list: async (context, { filter, sort, direction, offset, limit }) => {
    const { db, workbench } = context;
    const { numbers, ...page } = await directoryOf(workbench).page(filter, sort, direction, offset, limit);
    return { ...page, rows: await rowsFor(context, db, numbers) };
  },
  search: async (context, { text, limit }) => {
    const { db, workbench } = context;
    const { numbers, more } = await searchPeople(db, text, limit, commonnessOf(workbench));
    return { rows: await rowsFor(context, db, numbers), more };
  },
  count: async ({ workbench }, { filter }) => {
    const behind = workbench.readBehind();
    if (!hasText(filter)) {
      // A count must be true also where the list's memory is not there or behind: then the store itself is asked.
      return { total: (await directoryOf(workbench).count(filter)) ?? (await countCustomers(behind, filter)) };
    }
    let total = 0;
    for await (const numbers of numbersOf(workbench, behind, { filter })) total += numbers.length;
    return { total };
  },
  facets: ({ workbench }, { filter }) => directoryOf(workbench).facets(filter),
  get: async (context, { id }) => shownCustomer(context, context.db, await customerWith(context.db, id)),
  history: async (context, { id }) => {
    const { db } = context;
    await customerWith(db, id);
    return shownHistory(context, db, id, await historyOf(db, customerNumberOf(id)));
  },
  add: async (context, draft) => {
    const { db, now, workbench, caller } = context;
    const at = now();
    const typed = await contentOf(db, draft);
    const content = { ...typed, custom: await sealEntered(db, workbench.vault(), at, typed.custom) };
    const number = await insertCustomer(db, content, at);
    await insertChange(db, number, {
      at,
      actor: caller.actor.id,
      event: 'added',
      changes: changesBetween(null, content),
    });
    await customersChanged(workbench, db, [number]);
    return shownCustomer(context, db, await customerWith(db, customerIdOf(number)));
  },
  edit: async (context, { id, revision, draft }) => {
    const { db, now, workbench, caller } = context;
    const before = await customerWith(db, id);
    const at = now();
    const kept = keepingMasked(await maskFor(db, context), before, draft);
    const typed = keepingOriginals(before, await contentOf(db, kept.draft));
    const content = { ...typed, custom: { ...(await sealChanged(context, before, typed.custom)), ...kept.custom } };
    const number = customerNumberOf(id);
    if (!(await updateCustomer(db, number, revision, content, at))) throw conflict('customer');
    if (before.fields.marketing === 'subscribed' && content.fields.marketing !== 'subscribed')
      await recordErasures(db, [{ kind: 'opted-out', subject: id, what: 'marketing', at }]);
    const changes = changesBetween(before, content);
    if (Object.keys(changes).length > 0)
      await insertChange(db, number, { at, actor: caller.actor.id, event: 'changed', changes });
    await customersChanged(workbench, db, [number]);
    return shownCustomer(context, db, await customerWith(db, id));
  },
  merge: async (context, { survivor, others }) => {
    const { db, now, workbench, caller } = context;
    const distinct = [...new Set(others)].filter((id) => id !== survivor);
    if (distinct.length === 0) throw brokenRule('customers.merge-needs-two');
    const before = await customerWith(db, survivor);
    let content: Content = before;
    for (const id of distinct) {
      const other = await customerWith(db, id);
      const { values, custom, originals } = mergeCustomers(
        { ...content, values: content.fields },
        { ...other, values: other.fields },
      );
      content = { fields: values, custom, originals };
    }
    const at = now();
    const number = customerNumberOf(survivor);
    const gone = distinct.map(customerNumberOf);
    if (!(await updateCustomer(db, number, before.revision, content, at))) throw conflict('customer');
    await handOver(db, number, gone);
    await handOverFacts(db, number, gone);
    await deleteCustomers(db, gone);
    await insertChange(db, number, {
      at,
      actor: caller.actor.id,
      event: 'merged',
      changes: { ...changesBetween(before, content), merged: [null, distinct.join(', ')] },
    });
    await customersChanged(workbench, db, [number, ...gone]);
    return shownCustomer(context, db, await customerWith(db, survivor));
  },
  remove: async ({ db, workbench, permit, now }, { ids }) => {
    const numbers = ids.map(customerNumberOf);
    await permit('erasure', { people: new Set(ids).size });
    const removed = await deleteCustomers(db, numbers);
    const at = now();
    await recordErasures(
      db,
      ids.map((subject) => ({ kind: 'customer-erased', subject, what: null, at })),
    );
    await customersChanged(workbench, db, numbers);
    return { removed };
  },
  tag: async ({ db, now, workbench, caller }, { selection, add, remove }) => {
    const at = now();
    let changed = 0;
    /** By name as long as they are few. */
    let named: number[] = [];
    for await (const people of batchesOf(workbench, db, selection)) {
      const batch = await retag(db, people, { add, remove }, at, Math.max(mostHistories - changed, 0));
      changed += batch.changed;
      if (batch.numbers !== null) named = [...named, ...batch.numbers];
    }
    if (changed > mostHistories) allCustomersChanged(workbench);
    else if (changed > 0) {
      await insertTagChanges(db, named, { add, remove }, at, caller.actor.id);
      await customersChanged(workbench, db, named);
    }
    return { changed };
  },
  duplicates: async (context, { after, limit, of }) => {
    const { db } = context;
    const found = await listClusters(db, { after, limit, of: of === undefined ? null : customerNumberOf(of) });
    const members = await shownCustomers(
      context,
      db,
      found.clusters.flatMap((one) => one.members),
    );
    const shown = new Map(members.map((member) => [member.id, member]));
    return {
      ...found,
      clusters: found.clusters.map((one) => ({
        ...one,
        members: one.members.map(({ id }) => shown.get(id) as Customer),
      })),
    };
  },
  keepApart: async ({ db }, { cluster }) => {
    if (!(await closeCluster(db, cluster))) throw notFound('cluster');
    return {};
  },
  findDuplicates: ({ finish, now }) => finish(async (db) => ({ clusters: await findClusters(db, {}, now()) })),
  export: async (context, { selection, format, file }) => {
    const place = await context.fileToWrite(file, `Customers.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const db = context.read();
    const people = await mostOrAll(context.workbench, db, selection);
    if (people !== null) await context.permit('full-export', { people, format });
    const mask = await maskFor(db, context);
    return exportCustomers(context, db, numbersOf(context.workbench, db, selection), {
      format,
      file: place,
      leftOut: mask?.fields ?? new Set(),
      open: (rows) => openedCustomers(context, db, rows),
    });
  },
};

/** Values under the second key that were not touched stay as they are; what is new is sealed. */
async function sealChanged(
  { db, workbench, now }: CommandContext,
  before: Customer,
  typed: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const [opened = before] = await openedCustomers({ workbench }, db, [before]);
  const isAsBefore = (name: string): boolean => typed[name] === opened.custom[name];
  const names = Object.keys(typed);
  const changed = Object.fromEntries(
    names.filter((name) => !isAsBefore(name)).map((name) => [name, typed[name] ?? '']),
  );
  const same = Object.fromEntries(names.filter(isAsBefore).map((name) => [name, before.custom[name] ?? '']));
  return { ...same, ...(await sealEntered(db, workbench.vault(), now(), changed)) };
}

/** Fewer people than these are a letter, not a customer store that walks out of the door. */
const fewest = 20;

/** How many people a selection has, where they are most or all of those there are; null otherwise. */
async function mostOrAll(workbench: Workbench, db: ReadDb, selection: CustomerSelection): Promise<number | null> {
  const all = await countCustomers(db, {});
  let selected = 0;
  if ('filter' in selection && !hasText(selection.filter)) selected = await countCustomers(db, selection.filter);
  else for await (const numbers of numbersOf(workbench, db, selection)) selected += numbers.length;
  return selected >= fewest && selected * 2 > all ? selected : null;
}

async function rowsFor(context: QueryContext, db: ReadDb, numbers: readonly number[]) {
  const rows = await listedRows(db, numbers);
  const mask = await maskFor(db, context);
  return mask === null ? rows : rows.map((row) => maskedRow(mask, row));
}

/** The people of a selection in batches as a condition; whom a filter without text finds need not be named for it. */
async function* batchesOf(workbench: Workbench, db: ReadDb, selection: CustomerSelection): AsyncGenerator<Condition> {
  if ('ids' in selection || hasText(selection.filter)) {
    for await (const numbers of numbersOf(workbench, db, selection)) yield these(numbers);
    return;
  }
  const last = await lastNumber(db);
  for (let after = 0; after < last; after += numbersPerBatch)
    yield those(selection.filter, after, after + numbersPerBatch);
}

async function customerWith(db: ReadDb, id: CustomerId): Promise<Customer> {
  const [row] = await readCustomers(db, [customerNumberOf(id)]);
  if (row === undefined) throw notFound('customer');
  return customerOf(row);
}

/** What was typed, normalised and checked: fields against the data-entry standards, own fields against their list. */
async function contentOf(db: ReadDb, draft: CustomerDraft): Promise<Content> {
  const { values, originals, problems } = normaliseCustomer(draft.fields);
  if (problems.length > 0) {
    throw new AppError({
      code: 'invalid',
      problems: problems.map(({ field, code }) => ({ path: field === null ? ['draft'] : ['fields', field], code })),
    });
  }
  const custom = Object.fromEntries(Object.entries(draft.custom ?? {}).filter(([, value]) => value.trim() !== ''));
  const known = new Map((await customFields(db)).map((field) => [field.name, field.kind]));
  if (Object.keys(custom).some((name) => !known.has(name))) throw brokenRule('customers.field-without-purpose');
  const misfits = Object.entries(custom).filter(([name, value]) => !fitsKind(value.trim(), known.get(name)));
  if (misfits.length > 0) {
    throw new AppError({
      code: 'invalid',
      problems: misfits.map(([name]) => ({ path: ['custom', name], code: `not_a_${known.get(name) ?? 'value'}` })),
    });
  }
  return { fields: values, custom, originals };
}

/** Whether a value is what its own field holds. */
function fitsKind(value: string, kind: string | undefined): boolean {
  if (kind === 'number') return /^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(value);
  return kind !== 'day' || (/^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDay(value));
}

/** A field that was not touched keeps what was typed for it long ago. */
function keepingOriginals(before: Content, content: Content): Content {
  const originals = { ...content.originals };
  for (const [field, typed] of Object.entries(before.originals)) {
    const name = field as keyof CustomerFields;
    if (originals[field] === undefined && before.fields[name] === content.fields[name]) originals[field] = typed;
  }
  return { ...content, originals };
}

function changesBetween(before: Content | null, after: Content): CustomerChange['changes'] {
  const changes: CustomerChange['changes'] = {};
  const note = (name: string, was: string | null, is: string | null): void => {
    if (was !== is) changes[name] = [was, is];
  };
  for (const field of storedFields) note(field, textOf(before?.fields[field]), textOf(after.fields[field]));
  for (const name of new Set([...Object.keys(before?.custom ?? {}), ...Object.keys(after.custom)])) {
    note(name, before?.custom[name] ?? null, after.custom[name] ?? null);
  }
  return changes;
}

const textOf = (value: string | readonly string[] | undefined): string | null =>
  value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
