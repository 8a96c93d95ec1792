/** Where the trail ends: its length, its last leaf and the tree's right edge, of one moment. */
import type { Frontier } from '#shared/domains/trail/merkle';
import type { ReadDb } from '../../db/handles';

export type Edge = {
  readonly entries: number;
  /** Leaf hash of the newest leaf, hex; zeros when there is none. */
  readonly last: string;
  readonly frontier: Frontier;
  /** How many subtrees of sixteen leaves are kept. */
  readonly nodes: number;
};

/** A single statement, so that no commit falls between its parts. */
export async function readEdge(db: ReadDb): Promise<Edge> {
  const [row] = await db.driver.all(
    `select coalesce((select max(number) from trail_entries), 0) as entries,
            (select leaf from trail_entries order by number desc limit 1) as last,
            (select json_group_array(json_array(level, hash)) from trail_frontier) as hashes,
            coalesce((select max(position) + 1 from trail_nodes where level = 4), 0) as nodes`,
  );
  const frontier: Frontier = [];
  for (const [level, hash] of JSON.parse(String(row?.['hashes'])) as [number, string][]) {
    frontier[level] = Buffer.from(hash, 'hex');
  }
  return {
    entries: Number(row?.['entries']),
    last: (row?.['last'] as string | null | undefined) ?? '0'.repeat(64),
    frontier,
    nodes: Number(row?.['nodes']),
  };
}
