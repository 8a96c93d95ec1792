/** Likely duplicates: customers with one phone number, or with nearly one name and address, as clusters for a person to judge. */
import { fold } from '#shared/kernel/text';
import { nameLikeness, namesCompatible, nearEqual } from '#shared/domains/customers/normalise-names';
import { packedRows, type WriteDb } from '../../db/handles';
import { bytesOf, encodeRows } from '../../db/jsonb';

/** A number more customers share is a switchboard's; a name and house more share is a housing estate's. */
const mostForPhone = 8;
const mostForName = 20;
/** More are found the next time, when these have been judged. */
const mostClusters = 20_000;
/** So many groups are looked at in one step. */
const page = 100;

export type ClusterDraft = {
  readonly reason: 'email' | 'phone' | 'name';
  readonly likeness: number;
  readonly members: readonly number[];
};

type Candidate = {
  readonly number: number;
  readonly name: string;
  readonly street: string | null;
  readonly email: string | null;
};

/** Looks through all customers, or for partners of those from a number on. Gives how many clusters are new. */
export async function findClusters(db: WriteDb, { from = 0 }: { from?: number }, at: string): Promise<number> {
  const drafts = [...(await byPhone(db, from)), ...(await byName(db, from))].slice(0, mostClusters);
  return insertClusters(db, drafts, at);
}

/**
 * Clusters among customers with the same key, at least one of them new; keys that too many share are left out. Page by
 * page, so that the main loop is never held up.
 */
async function clustersBy(
  db: WriteDb,
  key: 'phone_key' | 'match_key',
  from: number,
  most: number,
  cluster: (group: readonly Candidate[]) => ClusterDraft[],
): Promise<ClusterDraft[]> {
  const drafts: ClusterDraft[] = [];
  const onlyNew =
    from <= 1
      ? ''
      : `and ${key} in (select ${key} from customers where number >= ${Math.trunc(from)} and ${key} is not null)`;
  // One pass through the narrow index finds all of them; the pages are taken from what it found.
  await db.driver.exec(
    `create temp table shared_keys as
       select ${key} as shared, json_group_array(number) as numbers from customers where ${key} in (
         select ${key} from customers where ${key} is not null ${onlyNew} group by ${key} having count(*) between 2 and ${most})
       group by ${key}`,
  );
  try {
    for (let after = 0; drafts.length < mostClusters; after += page) {
      const [row] = await db.driver.all(
        `select json_group_array(number.value) as numbers, count(*) as found
         from (select numbers from temp.shared_keys where rowid > ?1 and rowid <= ?2) as keys, json_each(keys.numbers) as number`,
        [after, after + page],
      );
      if (Number(row?.['found'] ?? 0) === 0) break;
      const groups = await packedRows<Candidate[]>(
        db,
        `select json_group_array(json_object('number', number, 'name', coalesce(full_name, company, ''), 'street', street, 'email', email_key)) as value
         from customers where number in (select value from json_each(?1)) group by ${key}`,
        [String(row?.['numbers'])],
      );
      drafts.push(...groups.flatMap(cluster));
    }
  } finally {
    await db.driver.exec('drop table temp.shared_keys');
  }
  return drafts;
}

const byPhone = (db: WriteDb, from: number): Promise<ClusterDraft[]> =>
  clustersBy(db, 'phone_key', from, mostForPhone, (group) =>
    // One address was looked at by e-mail already: there the names told them apart.
    connected(group, 'phone', (one, other) =>
      one.email !== null && one.email === other.email ? 0 : namesCompatible(one.name, other.name) ? 1 : 0,
    ),
  );

const byName = (db: WriteDb, from: number): Promise<ClusterDraft[]> =>
  clustersBy(db, 'match_key', from, mostForName, (group) =>
    connected(group, 'name', (one, other) => {
      if (one.email !== null && one.email === other.email) return 0;
      const names = nameLikeness(fold(one.name), fold(other.name));
      if (names < nearEqual || !namesCompatible(one.name, other.name)) return 0;
      const streets =
        one.street === null || other.street === null ? 1 : nameLikeness(fold(one.street), fold(other.street));
      return streets < nearEqual ? 0 : Math.min(names, streets);
    }),
  );

/** Customers linked directly or through others; the likeness of a cluster is that of its weakest link. */
function connected(
  group: readonly Candidate[],
  reason: ClusterDraft['reason'],
  likeness: (one: Candidate, other: Candidate) => number,
): ClusterDraft[] {
  const clusters: { members: Set<number>; likeness: number }[] = [];
  for (const [index, one] of group.entries()) {
    for (const other of group.slice(index + 1)) {
      const alike = likeness(one, other);
      if (alike === 0) continue;
      const linked = clusters.filter(({ members }) => members.has(one.number) || members.has(other.number));
      const joined = { members: new Set([one.number, other.number]), likeness: alike };
      for (const cluster of linked) {
        for (const member of cluster.members) joined.members.add(member);
        joined.likeness = Math.min(joined.likeness, cluster.likeness);
        clusters.splice(clusters.indexOf(cluster), 1);
      }
      clusters.push(joined);
    }
  }
  return clusters.map(({ members, likeness: alike }) => ({
    reason,
    likeness: Math.round(alike * 1_000) / 1_000,
    members: [...members].toSorted((a, b) => a - b),
  }));
}

/** Columns that count towards how complete a customer is. */
const completeness = [
  'full_name',
  'company',
  'job_title',
  'email',
  'phone',
  'mobile',
  'street',
  'city',
  'postal_code',
  'country',
  'birth_date',
  'language',
  'notes',
  'tags',
  'external_id',
]
  .map((column) => `(${column} is not null)`)
  .join(' + ');

/**
 * Enters clusters that are new: one whose members are all together in a cluster already, open or judged, is not offered
 * again. The suggested survivor is the most complete member, then the oldest.
 */
export async function insertClusters(db: WriteDb, drafts: readonly ClusterDraft[], at: string): Promise<number> {
  const found = uniteByMembers(drafts);
  let entered = 0;
  for (let start = 0; start < found.length; start += page)
    entered += await insertPage(db, found.slice(start, start + page), at);
  return entered;
}

async function insertPage(db: WriteDb, found: readonly ClusterDraft[], at: string): Promise<number> {
  const numbers = JSON.stringify([...new Set(found.flatMap(({ members }) => members))]);
  const before = await packedRows<[number, number]>(
    db,
    'select json_array(cluster, customer) as value from duplicate_members where customer in (select value from json_each(?1))',
    [numbers],
  );
  const clustersOf = new Map<number, Set<number>>();
  for (const [cluster, customer] of before)
    clustersOf.set(customer, (clustersOf.get(customer) ?? new Set()).add(cluster));
  const fresh = found.filter(({ members }) => {
    const [first, ...others] = members.map((member) => clustersOf.get(member) ?? new Set<number>());
    return first === undefined || ![...first].some((cluster) => others.every((clusters) => clusters.has(cluster)));
  });
  if (fresh.length === 0) return 0;
  const ranked = await packedRows<[number, number]>(
    db,
    `select json_array(number, ${completeness}) as value from customers where number in (select value from json_each(?1))`,
    [numbers],
  );
  const rank = new Map(ranked);
  const whole = fresh.filter(({ members }) => members.every((member) => rank.has(member)));
  const [last] = await db.driver.all(
    "select coalesce((select seq from sqlite_sequence where name = 'duplicate_clusters'), 0) as id",
  );
  const firstId = Number(last?.['id'] ?? 0) + 1;
  const clusterRows = whole.map(({ reason, likeness, members }, index) => {
    const [survivor = 0] = members.toSorted(
      (one, other) => (rank.get(other) ?? 0) - (rank.get(one) ?? 0) || one - other,
    );
    return [firstId + index, reason, String(likeness), survivor];
  });
  const memberRows = whole.flatMap(({ members }, index) => members.map((member) => [firstId + index, member]));
  const run = (sql: string, rows: (string | number)[][]) =>
    db.driver.run(sql, [bytesOf(encodeRows(rows)), ...(sql.includes('?2') ? [at] : [])]);
  await run(
    `insert into duplicate_clusters (id, reason, likeness, survivor, found_at)
     select json_extract(value, '$[0]'), json_extract(value, '$[1]'), cast(json_extract(value, '$[2]') as real), json_extract(value, '$[3]'), ?2 from jsonb_each(?1)`,
    clusterRows,
  );
  await run(
    "insert into duplicate_members (cluster, customer) select json_extract(value, '$[0]'), json_extract(value, '$[1]') from jsonb_each(?1)",
    memberRows,
  );
  return whole.length;
}

/** Clusters with the same members are one; the first reason stands (e-mail before phone before name). */
function uniteByMembers(drafts: readonly ClusterDraft[]): ClusterDraft[] {
  const byMembers = new Map<string, ClusterDraft>();
  for (const draft of drafts) {
    const key = [...draft.members].toSorted((one, other) => one - other).join(',');
    if (!byMembers.has(key)) byMembers.set(key, draft);
  }
  return [...byMembers.values()];
}
