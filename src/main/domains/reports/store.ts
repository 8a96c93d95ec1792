/** What the holdings report counts, read from the store: one pass over the customers, whatever their number. */
import { type AlikePeople, holdingsOf, yearsUntilInactive } from '#shared/domains/reports/rules';
import { standardFields } from '#shared/domains/fields/defaults';
import type { HoldingsReport } from '#shared/domains/reports/model';
import { conflict } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb } from '../../db/handles';
import { listFields, listPurposes, listRetentionClasses } from '../fields/public';
import { trailCheckpoint } from '../trail/public';

/** Small enough that a list or a search waits its turn behind one of them without anybody noticing. */
const customersPerRead = 20_000;
const attempts = 4;
/** The last attempt reads everything at once: then at least the customers cannot change meanwhile. */
const unlimited = -1;

/**
 * Every number belongs to the same moment: whatever changes the store adds to its trail in the same transaction, so the
 * reading counts when the trail is as long after it as before, and is done again otherwise. A transaction around it
 * would hold back everybody else who uses the one reading connection. Throws `conflict` when the store never rests.
 */
export async function readHoldings(db: ReadDb, storeId: string, madeAt: Instant): Promise<HoldingsReport> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const trail = await trailCheckpoint(db);
    const declared = {
      fields: await listFields(db),
      purposes: await listPurposes(db),
      classes: await listRetentionClasses(db),
    };
    const groups = await alikePeople(db, madeAt, attempt < attempts ? customersPerRead : unlimited);
    const counted = holdingsOf(groups, declared, await readWaiting(db));
    const sources = await readSources(db);
    const after = await trailCheckpoint(db);
    if (after.root === trail.root) return { madeAt, storeId, ...counted, sources, trail };
  }
  throw conflict('store');
}

/** What a row says beside its own fields, as the next bits of its mask. */
const columns = standardFields.map((field) => field.name);
const importedBit = 2 ** columns.length;
const inactiveBit = 2 ** (columns.length + 1);

const mask = [
  // An empty list of tags is no tag.
  ...columns.map(
    (column, index) => `iif(${column} > ''${column === 'tags' ? " and tags <> '[]'" : ''}, ${2 ** index}, 0)`,
  ),
  `iif(import is not null, ${importedBit}, 0)`,
  `iif(last_activity > '' and last_activity < ?3, ${inactiveBit}, 0)`,
].join(' + ');

/** The country stands last: it may hold any text that was typed and not understood. */
const signature = `(${mask}) || '|' ||
  iif(custom is null, '', coalesce((select group_concat(key) from json_each(customers.custom) where value <> ''), '')) || '|' ||
  coalesce(marketing, '') || '|' || coalesce(country, '')`;

const readSignatures = `select json_group_array(signature) as signatures, max(number) as last
  from (select number, ${signature} as signature from customers where number > ?1 order by number limit ?2)`;

async function alikePeople(db: ReadDb, madeAt: Instant, perRead: number): Promise<AlikePeople[]> {
  const found = new Map<string, number>();
  for (let last: number | null = 0; last !== null;) {
    const [row] = await db.driver.all(readSignatures, [last, perRead, yearsBefore(madeAt, yearsUntilInactive)]);
    for (const one of JSON.parse(String(row?.['signatures'])) as string[]) found.set(one, (found.get(one) ?? 0) + 1);
    last = row?.['last'] as number | null;
  }
  return [...found].map(([text, people]) => alike(text, people));
}

function alike(text: string, people: number): AlikePeople {
  const [bits = '', own = '', marketing = '', ...country] = text.split('|');
  const filled = Number(bits);
  const has = (bit: number): boolean => Math.floor(filled / bit) % 2 === 1;
  const standard = columns.filter((_, index) => has(2 ** index));
  return {
    people,
    held: new Set<string>(own === '' ? standard : [...standard, ...own.split(',')]),
    country: country.join('|') || null,
    marketing: marketing || null,
    imported: has(importedBit),
    inactive: has(inactiveBit),
  };
}

/** The day so many years before, as days are kept: 29 February becomes 1 March. */
function yearsBefore(instant: Instant, years: number): string {
  const day = new Date(instant);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
}

async function readWaiting(db: ReadDb): Promise<{ quarantined: number; clusters: number }> {
  const [row] = await db.driver.all(
    `select (select count(*) from import_quarantine join imports on imports.id = import_quarantine.import
              where state = 'open' and undone_at is null) as quarantined,
            (select count(*) from duplicate_clusters where state = 'open') as clusters`,
  );
  return { quarantined: Number(row?.['quarantined']), clusters: Number(row?.['clusters']) };
}

const readSources = (db: ReadDb): Promise<HoldingsReport['sources']> =>
  packedRows(
    db,
    `select json_object('source', file_name, 'rows', rows, 'at', finished_at, 'imported', imported) as value
       from (select * from imports where undone_at is null order by finished_at desc, id limit 200)`,
  );
