/** The holdings report counted in the store: one pass over the customers, whatever their number. */
import { standardFields } from '#shared/domains/fields/defaults';
import type { HoldingsField, HoldingsGap, HoldingsReport } from '#shared/domains/reports/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb } from '../../db/handles';
import { listFields, listPurposes, listRetentionClasses } from '../fields/public';
import { trailCheckpoint } from '../trail/public';

const columns = standardFields.map((field) => field.name);

export async function readHoldings(db: ReadDb, storeId: string, madeAt: Instant): Promise<HoldingsReport> {
  // One reading transaction: every number belongs to the same moment.
  await db.driver.exec('begin');
  try {
    return await count(db, storeId, madeAt);
  } finally {
    await db.driver.exec('rollback').catch(() => undefined);
  }
}

async function count(db: ReadDb, storeId: string, madeAt: Instant): Promise<HoldingsReport> {
  const [declared, purposes, classes] = [await listFields(db), await listPurposes(db), await listRetentionClasses(db)];
  const purposeName = new Map<string, string>(purposes.map((purpose) => [purpose.id, purpose.name]));
  const retention = new Map<string, { name: string; rule: string }>(classes.map((one) => [one.id, one]));
  const own = await packedRows<[string, number]>(
    db,
    `select json_array(key, count(*)) as value from customers, json_each(customers.custom) where customers.custom is not null group by key`,
  );
  const heldInOwn = new Map(own);
  const ofPurpose = (id: string): string => {
    const names = declared.filter((field) => field.purpose === id).map((field) => field.name);
    const held = [
      ...names.filter((name) => (columns as readonly string[]).includes(name)).map((name) => `${name} is not null`),
      // Names of own fields are made by us from letters, digits and underscores.
      ...names.filter((name) => name.startsWith('x_')).map((name) => `custom ->> '$.${name}' is not null`),
    ];
    return held.length === 0 ? '0' : `count(case when ${held.join(' or ')} then 1 end)`;
  };
  const [row] = await db.driver.all(
    `select json_object('people', count(*), 'columns', json_array(${columns.map((column) => `count(${column})`).join(', ')}),
       'purposes', json_array(${purposes.map((purpose) => ofPurpose(purpose.id)).join(', ')}),
       'noContact', count(case when email is null and phone is null and mobile is null and street is null then 1 end),
       'notAsked', count(case when marketing is null or marketing = 'not-asked' then 1 end),
       'subscribed', count(case when marketing = 'subscribed' then 1 end)) as counted from customers`,
  );
  const counted = JSON.parse(String(row?.['counted'])) as {
    people: number;
    columns: number[];
    purposes: number[];
    noContact: number;
    notAsked: number;
    subscribed: number;
  };
  const held = new Map<string, number>(columns.map((column, index) => [column, counted.columns[index] ?? 0]));
  const fields: HoldingsField[] = declared.map((field) => ({
    name: field.name,
    label: field.label,
    custom: field.custom,
    people: (field.custom ? heldInOwn.get(field.name) : held.get(field.name)) ?? 0,
    purpose: field.purpose,
    purposeName: purposeName.get(field.purpose) ?? field.purpose,
    lawfulBasis: field.lawfulBasis,
    sensitivity: field.sensitivity,
    retentionClass: field.retentionClass,
    retentionName: retention.get(field.retentionClass)?.name ?? field.retentionClass,
    retentionRule: retention.get(field.retentionClass)?.rule ?? '',
  }));
  const [waiting] = await db.driver.all(
    `select (select count(*) from import_quarantine join imports on imports.id = import_quarantine.import
              where state = 'open' and undone_at is null) as quarantined,
            (select count(*) from duplicate_clusters where state = 'open') as clusters`,
  );
  const gaps = gapsOf(fields, {
    ...counted,
    noCountry: counted.people - (held.get('country') ?? 0),
    quarantined: Number(waiting?.['quarantined']),
    clusters: Number(waiting?.['clusters']),
  });
  return {
    madeAt,
    storeId,
    people: counted.people,
    fields,
    purposes: purposes.map((purpose, index) => ({
      id: purpose.id,
      name: purpose.name,
      lawfulBasis: purpose.lawfulBasis,
      fields: fields.filter((field) => field.purpose === purpose.id).length,
      people: counted.purposes[index] ?? 0,
    })),
    countries: await packedRows(
      db,
      "select json_object('country', country, 'people', count(*)) as value from customers group by country order by count(*) desc, country limit 300",
    ),
    marketing: await packedRows(
      db,
      "select json_object('status', marketing, 'people', count(*)) as value from customers group by marketing order by count(*) desc",
    ),
    sources: await packedRows(
      db,
      `select json_object('source', file_name, 'rows', rows, 'at', finished_at, 'imported', imported) as value
         from imports where undone_at is null order by finished_at desc limit 200`,
    ),
    gaps,
    trail: await trailCheckpoint(db),
  };
}

type Found = { people: number; noContact: number; notAsked: number; subscribed: number; noCountry: number; quarantined: number; clusters: number };

/** What a careful owner would look at, gravest first. Only what is really there is listed. */
function gapsOf(fields: readonly HoldingsField[], found: Found): HoldingsGap[] {
  if (found.people === 0) return [{ code: 'nothing-held', field: null, count: 0 }];
  const notes = fields.find((field) => field.name === 'notes')?.people ?? 0;
  const gaps: HoldingsGap[] = [
    ...fields
      .filter((field) => field.sensitivity === 'special-category' && field.people > 0)
      .map((field) => ({ code: 'field-special-category' as const, field: field.name, count: field.people })),
    { code: 'consent-without-proof', field: null, count: found.subscribed },
    { code: 'marketing-not-asked', field: null, count: found.notAsked },
    { code: 'people-without-contact', field: null, count: found.noContact },
    { code: 'people-without-country', field: null, count: found.noCountry },
    { code: 'quarantine-open', field: null, count: found.quarantined },
    { code: 'duplicates-open', field: null, count: found.clusters },
    { code: 'notes-free-text', field: null, count: notes },
    { code: 'field-unused', field: null, count: fields.filter((field) => field.people === 0).length },
  ];
  return gaps.filter((gap) => gap.count > 0);
}
