/** The inner nodes of the tree: kept at every fourth level, read in one statement for a whole proof. */
import { extendFrontier, type Frontier, frontierRoot } from '#shared/domains/trail/merkle';
import type { NodeAt, ReadNodes } from '#shared/domains/trail/proofs';
import { assert } from '#shared/kernel/assert';
import type { ReadDb, WriteDb } from '../../db/handles';
import { sha256 } from './hashing';

/** Levels that are multiples of this are kept. */
const keptEvery = 4;
const lowestKept = 2 ** keptEvery;

/** How many subtrees of the lowest kept level a trail of so many leaves has. */
export const completedNodes = (entries: number): number => Math.floor(entries / lowestKept);

/** A node: level, position, hash in hex. */
export type NodeRow = readonly [level: number, position: number, hash: string];

export async function insertNodes(db: WriteDb, nodes: readonly NodeRow[]): Promise<void> {
  if (nodes.length === 0) return;
  await db.driver.run(
    `insert into trail_nodes (level, position, hash)
     select value ->> 0, value ->> 1, unhex(value ->> 2) from json_each(?1)`,
    [JSON.stringify(nodes)],
  );
}

const leavesPerRead = 20_000;

/** Fills in what is missing from the leaves; what is there already stays as it is, so that a check can still find it wrong. */
export async function completeNodes(db: WriteDb, entries: number): Promise<void> {
  const frontier: Frontier = [];
  for (let number = 0; number < entries;) {
    const [row] = await db.driver.all(
      `select json_group_array(leaf) as leaves
         from (select leaf from trail_entries where number > ?1 order by number limit ?2)`,
      [number, leavesPerRead],
    );
    const nodes: NodeRow[] = [];
    const leaves = JSON.parse(String(row?.['leaves'])) as string[];
    // A gap in the numbers is for the check to report; without this it would never end here.
    if (leaves.length === 0) return;
    for (const leaf of leaves) {
      number += 1;
      extendFrontier(sha256, frontier, Buffer.from(leaf, 'hex'), (level, hash) => {
        if (level % keptEvery === 0) nodes.push([level, number / 2 ** level - 1, Buffer.from(hash).toString('hex')]);
      });
    }
    await db.driver.run(
      `insert or ignore into trail_nodes (level, position, hash)
       select value ->> 0, value ->> 1, unhex(value ->> 2) from json_each(?1)`,
      [JSON.stringify(nodes)],
    );
  }
}

/**
 * Reads nodes for proofs. A level that is not kept is put together from the kept one below: at most eight rows a node,
 * so a whole proof is some hundred rows in one statement, whatever the trail's length.
 */
export function nodesIn(db: ReadDb): ReadNodes {
  return async (nodes) => {
    if (nodes.length === 0) return [];
    const wanted = nodes.map(({ level, position }) => {
      const base = level - (level % keptEvery);
      const width = 2 ** (level - base);
      return [base, position * width, (position + 1) * width - 1];
    });
    const [row] = await db.driver.all(
      `with wanted (at, level, first, last) as materialized (
         select key, value ->> 0, value ->> 1, value ->> 2 from json_each(?1)
       )
       select json_group_array(json_array(at, hash)) as hashes from (
         select at, position, lower(hex(hash)) as hash
           from wanted join trail_nodes on trail_nodes.level = wanted.level and position between first and last
          where wanted.level > 0
         union all
         select at, number - 1, leaf from wanted join trail_entries on number between first + 1 and last + 1
          where wanted.level = 0
         order by 1, 2
       )`,
      [JSON.stringify(wanted)],
    );
    const parts: Uint8Array[][] = nodes.map(() => []);
    for (const [at, hash] of JSON.parse(String(row?.['hashes'])) as [number, string][]) {
      parts[at]?.push(Buffer.from(hash, 'hex'));
    }
    return parts.map((hashes, at) => folded(hashes, nodes[at]));
  };
}

/** The root of a perfect subtree given a row of its nodes. */
function folded(hashes: readonly Uint8Array[], node: NodeAt | undefined): Uint8Array {
  assert(node !== undefined && hashes.length === 2 ** (node.level % keptEvery), 'the nodes under a node are all kept');
  const frontier: Frontier = [];
  for (const hash of hashes) extendFrontier(sha256, frontier, hash);
  return frontierRoot(sha256, frontier);
}
