/** The trail's leaves: appended in the caller's transaction, counted, listed. Proofs and checks have stores of their own. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { isToken, openFact } from '#shared/domains/trail/closed-facts';
import { type LeafEvent, type LeafFacts, type LeafKind, leafKinds } from '#shared/domains/trail/leaf-kinds';
import { extendFrontier, type Frontier, frontierRoot } from '#shared/domains/trail/merkle';
import type { TrailDraft, TrailEntry } from '#shared/domains/trail/model';
import { assert } from '#shared/kernel/assert';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import { checkpointOnLeaving } from './checkpoints-store';
import { canonicalJson, sha256 } from './hashing';
import { completedNodes, completeNodes, insertNodes } from './nodes-store';
import { type Edge, readEdge } from './edge-store';

/** The leaf hash of RFC 6962 in one call, hex: the mark 0x00 and the text as UTF-8. */
export const leafHex = (canonical: string): string => hash('sha256', `\u0000${canonical}`);

export const hexOfHash = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Appends entries in the transaction under way and moves the tree's right edge. */
export async function appendTrail(db: WriteDb, drafts: readonly TrailDraft[]): Promise<void> {
  await append(db, drafts);
  await checkpointOnLeaving(db, drafts);
}

/** A leaf that a domain adds itself, with facts of the shape that its kind promises. */
export type LeafDraft<K extends LeafKind> = Omit<TrailDraft, 'kind' | 'event' | 'about' | 'facts' | 'stage'> & {
  readonly about: readonly string[];
  readonly event: LeafEvent<K>;
  readonly facts: LeafFacts<K>;
};

/** Appends leaves of one kind in the transaction under way; many at once cost little more than one. */
export async function appendLeaves<K extends LeafKind>(
  db: WriteDb,
  kind: K,
  drafts: readonly LeafDraft<K>[],
): Promise<void> {
  const { facts } = leafKinds[kind];
  await append(
    db,
    drafts.map((draft) => ({
      ...draft,
      kind,
      about: [...draft.about],
      facts: facts.parse(draft.facts) as TrailEntry['facts'],
    })),
  );
}

/** Ids and closed facts only: what could be a person's name or words never becomes part of what nobody can change. */
function assertClosed({ actor, event, about, facts }: TrailDraft): void {
  assert(isToken(actor) && isToken(event) && about.every(isToken), 'an entry names people and records by id only');
  const open = openFact(facts);
  assert(open === null, `the facts of ${event} are closed, but ${open} is not`);
}

const leavesPerWrite = 5_000;

async function append(db: WriteDb, leaves: readonly TrailDraft[]): Promise<void> {
  if (leaves.length === 0) return;
  for (const leaf of leaves) assertClosed(leaf);
  let edge = await readEdge(db);
  // A store from before the nodes were kept gets them now, once.
  if (edge.nodes !== completedNodes(edge.entries)) await completeNodes(db, edge.entries);
  for (let start = 0; start < leaves.length; start += leavesPerWrite) {
    edge = await appendSome(db, edge, leaves.slice(start, start + leavesPerWrite));
  }
  await writeFrontier(db, edge.frontier);
}

async function appendSome(db: WriteDb, edge: Edge, leaves: readonly TrailDraft[]): Promise<Edge> {
  const { frontier } = edge;
  let { entries: number, last: previous } = edge;
  const rows: [number, string, string][] = [];
  const subjects: [string, number][] = [];
  const nodes: [number, number, string][] = [];
  for (const unplaced of leaves) {
    number += 1;
    const entry = canonicalJson({ ...unplaced, number, previous });
    previous = leafHex(entry);
    extendFrontier(sha256, frontier, Buffer.from(previous, 'hex'), (level, node) => {
      if (level % 4 === 0) nodes.push([level, number / 2 ** level - 1, hexOfHash(node)]);
    });
    rows.push([number, entry, previous]);
    for (const subject of unplaced.about) subjects.push([subject, number]);
  }
  await db.driver.run(
    'insert into trail_entries (number, entry, leaf) select value ->> 0, value ->> 1, value ->> 2 from json_each(?1)',
    [JSON.stringify(rows)],
  );
  if (subjects.length > 0) {
    await db.driver.run(
      'insert or ignore into trail_subjects (subject, number) select value ->> 0, value ->> 1 from json_each(?1)',
      [JSON.stringify(subjects)],
    );
  }
  await insertNodes(db, nodes);
  return { ...edge, entries: number, last: previous };
}

async function writeFrontier(db: WriteDb, frontier: Frontier): Promise<void> {
  await db.driver.run('delete from trail_frontier');
  await db.driver.run(
    `insert into trail_frontier (level, hash) select key, value from json_each(?1) where value is not null`,
    [JSON.stringify(Array.from(frontier, (hash) => (hash === undefined ? null : hexOfHash(hash))))],
  );
}

/** How many leaves there are and the root over them, of one moment: what a report or a backup carries away. */
export async function trailCheckpoint(db: ReadDb): Promise<{ entries: number; root: string }> {
  const { entries, frontier } = await readEdge(db);
  return { entries, root: hexOfHash(frontierRoot(sha256, frontier)) };
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
  const { entries } = await readEdge(db);
  return { total: entries, entries: rows.map((row) => JSON.parse(row.entry) as TrailEntry) };
}

/** The exact text of a leaf, or null. */
export async function readLeaf(db: ReadDb, number: number): Promise<string | null> {
  const row = await db.query
    .selectFrom('trail_entries')
    .select('entry')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.entry ?? null;
}

const entriesPerRead = 5_000;

/** The entries after `number`, oldest first, up to 5,000; empty when there are none. They cross the driver as one text. */
export async function entriesAfter(db: ReadDb, number: number): Promise<TrailEntry[]> {
  const [row] = await db.driver.all(
    `select '[' || coalesce(group_concat(entry, ',' order by number), '') || ']' as packed
       from (select number, entry from trail_entries where number > ? order by number limit ?)`,
    [number, entriesPerRead],
  );
  return JSON.parse(String(row?.['packed'])) as TrailEntry[];
}
