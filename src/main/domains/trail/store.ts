/** The audit trail's tables: entries are appended in the caller's transaction and read back packed. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { extendFrontier, type Frontier, frontierRoot, leafHash } from '#shared/domains/trail/merkle';
import type { TrailDraft, TrailEntry, TrailVerdict } from '#shared/domains/trail/model';
import { assert } from '#shared/kernel/assert';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const firstPrevious = '0'.repeat(64);
const encoder = new TextEncoder();

/** The exact bytes an entry's hash is made of. */
export function canonicalEntry(entry: TrailEntry): string {
  const text = canonicalize(entry);
  assert(text !== undefined, 'an entry is plain JSON');
  return text;
}

export const leafOf = (canonical: string): Uint8Array => leafHash(sha256, encoder.encode(canonical));

/** Appends entries in the transaction under way and moves the tree's right edge. */
export async function appendTrail(db: WriteDb, drafts: readonly TrailDraft[]): Promise<void> {
  const last = await db.query
    .selectFrom('trail_entries')
    .select(['number', 'leaf'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { frontier } = await readEdge(db);
  let number = last?.number ?? 0;
  let previous = last?.leaf ?? firstPrevious;
  for (const draft of drafts) {
    number += 1;
    const entry = canonicalEntry({ ...draft, number, previous });
    const leaf = leafOf(entry);
    extendFrontier(sha256, frontier, leaf);
    previous = hexOf(leaf);
    await db.query.insertInto('trail_entries').values({ number, entry, leaf: previous }).execute();
    if (draft.about.length > 0) {
      await db.driver.run(
        'insert or ignore into trail_subjects (subject, number) select value, ?1 from json_each(?2)',
        [number, JSON.stringify(draft.about)],
      );
    }
  }
  await db.driver.run('delete from trail_frontier');
  await db.driver.run(
    `insert into trail_frontier (level, hash) select key, value from json_each(?1) where value is not null`,
    [JSON.stringify(Array.from(frontier, (hash) => (hash === undefined ? null : hexOf(hash))))],
  );
}

/** The length and the tree's right edge of one moment: a single statement, so that no commit falls between them. */
async function readEdge(db: ReadDb): Promise<{ entries: number; frontier: Frontier }> {
  const [row] = await db.driver.all(
    `select coalesce((select max(number) from trail_entries), 0) as entries,
            (select json_group_array(json_array(level, hash)) from trail_frontier) as hashes`,
  );
  const frontier: Frontier = [];
  for (const [level, hash] of JSON.parse(String(row?.['hashes'])) as [number, string][]) {
    frontier[level] = Buffer.from(hash, 'hex');
  }
  return { entries: Number(row?.['entries']), frontier };
}

/** How many entries there are and the root over them, of one moment: what a report or a backup carries away. */
export async function trailCheckpoint(db: ReadDb): Promise<{ entries: number; root: string }> {
  const { entries, frontier } = await readEdge(db);
  return { entries, root: hexOf(frontierRoot(sha256, frontier)) };
}

/** The latest moment of all entries, by its index: clocks go wrong, so the newest entry need not be the latest. */
export const latestMoment = "select max(entry ->> 'at') as last from trail_entries";

export async function lastEntryAt(db: ReadDb): Promise<Instant | null> {
  const [row] = await db.driver.all(latestMoment);
  return (row?.['last'] as Instant | null | undefined) ?? null;
}

export type TrailPage = {
  readonly before?: number | undefined;
  readonly event?: string | undefined;
  readonly about?: string | undefined;
  readonly limit: number;
};

export async function listTrail(db: ReadDb, page: TrailPage): Promise<{ total: number; entries: TrailEntry[] }> {
  let found = db.query.selectFrom('trail_entries').select('entry').orderBy('number', 'desc').limit(page.limit);
  if (page.before !== undefined) found = found.where('number', '<', page.before);
  if (page.event !== undefined) found = found.where(sql<string>`entry ->> 'event'`, '=', page.event);
  if (page.about !== undefined) {
    const { about } = page;
    found = found.where('number', 'in', (e) =>
      e.selectFrom('trail_subjects').select('number').where('subject', '=', about),
    );
  }
  const rows = await found.execute();
  const { entries } = await trailCheckpoint(db);
  return { total: entries, entries: rows.map((row) => JSON.parse(row.entry) as TrailEntry) };
}

const entriesPerRead = 5_000;

/** Recomputes every leaf, every link and the root, reading packed so that a million entries stay small. */
export async function verifyTrail(db: ReadDb): Promise<TrailVerdict> {
  const frontier: Frontier = [];
  let number = 0;
  let previous = firstPrevious;
  const faulty = (code: NonNullable<TrailVerdict['fault']>['code'], at: number): TrailVerdict => ({
    sound: false,
    entries: number,
    root: hexOf(frontierRoot(sha256, frontier)),
    fault: { number: at, code },
  });
  for (;;) {
    const [packed] = await db.driver.all(
      `select json_group_array(json_array(number, entry, leaf)) as rows
         from (select number, entry, leaf from trail_entries where number > ? order by number limit ?)`,
      [number, entriesPerRead],
    );
    const rows = JSON.parse(String(packed?.['rows'])) as [number, string, string][];
    if (rows.length === 0) {
      const root = hexOf(frontierRoot(sha256, frontier));
      const kept = await trailCheckpoint(db);
      // Entries were added since the last reading.
      if (kept.entries > number) continue;
      // The kept right edge was written with the last entry: when it says more, the end was cut off.
      if (kept.root !== root) return faulty('tree-differs', number + 1);
      return { sound: true, entries: number, root, fault: null };
    }
    for (const [stored, entry, leaf] of rows) {
      if (stored !== number + 1) return faulty('missing', number + 1);
      const hash = leafOf(entry);
      if (hexOf(hash) !== leaf) return faulty('changed', stored);
      const read = JSON.parse(entry) as TrailEntry;
      if (read.number !== stored) return faulty('out-of-order', stored);
      if (read.previous !== previous) return faulty('not-linked', stored);
      extendFrontier(sha256, frontier, hash);
      previous = leaf;
      number = stored;
    }
  }
}
