/** Ten thousand random trees against the definitions: root, every kind of proof, and what must not pass for one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '#main/domains/trail/hashing';
import { extendFrontier, type Frontier, frontierRoot, leafHash } from '#shared/domains/trail/merkle';
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  type NodeAt,
  rootAt,
} from '#shared/domains/trail/proofs';
import { hexOf } from '#shared/kernel/bytes';
import { naivePath, naiveProof, naiveRoot } from './naive-tree';

const leavesOf = (seed: number, size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, at) => leafHash(sha256, Uint8Array.of(seed & 255, seed >> 8, at & 255, at >> 8)));

/** Perfect subtrees as appending completes them, as the store keeps them. */
function grown(leaves: readonly Uint8Array[]) {
  const frontier: Frontier = [];
  const kept = new Map<string, Uint8Array>();
  for (const [index, leaf] of leaves.entries()) {
    kept.set(`0/${index}`, leaf);
    extendFrontier(sha256, frontier, leaf, (level, hash) => kept.set(`${level}/${(index + 1) / 2 ** level - 1}`, hash));
  }
  const asked: NodeAt[] = [];
  return {
    root: frontierRoot(sha256, frontier),
    asked,
    read: async (nodes: readonly NodeAt[]) =>
      nodes.map((node) => {
        asked.push(node);
        return kept.get(`${node.level}/${node.position}`) ?? expect.fail(`not kept: ${node.level}/${node.position}`);
      }),
  };
}

it('agrees with the definitions on 10,000 random trees, and takes no proof for another leaf, size or root', async () => {
  let trees = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(65_535),
      fc.nat(10_000),
      fc.nat(10_000),
      async (size, seed, a, b) => {
        trees += 1;
        const index = a % size;
        const size1 = (b % size) + 1;
        const leaves = leavesOf(seed, size);
        const tree = grown(leaves);
        const root = naiveRoot(leaves);
        const root1 = naiveRoot(leaves.slice(0, size1));
        expect(hexOf(tree.root)).toBe(hexOf(root));
        expect(hexOf(await rootAt(sha256, tree.read, size1))).toBe(hexOf(root1));
        const path = await inclusionProof(sha256, tree.read, index, size);
        expect(path.map(hexOf)).toEqual(naivePath(index, leaves).map(hexOf));
        const proof = await consistencyProof(sha256, tree.read, size1, size);
        expect(proof.map(hexOf)).toEqual(naiveProof(size1, leaves).map(hexOf));
        const leaf = leaves[index] ?? expect.fail();
        expect(isIncluded(sha256, index, size, leaf, path, root)).toBe(true);
        expect(isConsistent(sha256, size1, size, proof, root1, root)).toBe(true);
        for (const other of [index - 1, index + 1, index ^ 1]) {
          expect(isIncluded(sha256, other, size, leaf, path, root)).toBe(false);
        }
        expect(isIncluded(sha256, index, size, leaf, path.slice(1), root)).toBe(size === 1);
        expect(isIncluded(sha256, index, size, leaf, [...path, root], root)).toBe(false);
        expect(isConsistent(sha256, size1, size, [...proof, root], root1, root)).toBe(false);
        if (size1 < size) {
          expect(isConsistent(sha256, size1 + 1, size, proof, root1, root)).toBe(false);
          expect(isConsistent(sha256, size1, size, proof.slice(0, -1), root1, root)).toBe(false);
          expect(isConsistent(sha256, size1, size, proof, root, root1)).toBe(false);
        }
      },
    ),
    { numRuns: 10_000, endOnFailure: true },
  );
  expect(trees).toBe(10_000);
}, 60_000);

it('needs no more nodes than the tree is high, twice over', async () => {
  const size = 5_000;
  const tree = grown(leavesOf(7, size));
  for (const index of [0, 1, 2_047, 4_095, 4_096, 4_999]) {
    tree.asked.length = 0;
    await inclusionProof(sha256, tree.read, index, size);
    await consistencyProof(sha256, tree.read, index + 1, size);
    expect(tree.asked.length).toBeLessThan(4 * Math.ceil(Math.log2(size)));
  }
});
