/** The tree as slow as RFC 6962 section 2.1 reads, straight from its definitions: what ours is compared with. */
import { createHash } from 'node:crypto';
import type { ReadNodes } from '#shared/domains/trail/proofs';

type Hash = Uint8Array;

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
};

/** k, the largest power of two smaller than n. */
const k = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** MTH over leaf hashes. */
export function naiveRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return sha256();
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  const left = k(leaves.length);
  return sha256(Uint8Array.of(1), naiveRoot(leaves.slice(0, left)), naiveRoot(leaves.slice(left)));
}

/** PATH(m, D[n]) */
export function naivePath(m: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length === 1) return [];
  const left = k(leaves.length);
  return m < left
    ? [...naivePath(m, leaves.slice(0, left)), naiveRoot(leaves.slice(left))]
    : [...naivePath(m - left, leaves.slice(left)), naiveRoot(leaves.slice(0, left))];
}

/** SUBPROOF(m, D[n], b) */
export function naiveProof(m: number, leaves: readonly Hash[], known = true): Hash[] {
  if (m === leaves.length) return known ? [] : [naiveRoot(leaves)];
  const left = k(leaves.length);
  return m <= left
    ? [...naiveProof(m, leaves.slice(0, left), known), naiveRoot(leaves.slice(left))]
    : [...naiveProof(m - left, leaves.slice(left), false), naiveRoot(leaves.slice(0, left))];
}

export const nodesOfLeaves =
  (leaves: readonly Hash[]): ReadNodes =>
  async (nodes) =>
    nodes.map(({ level, position }) => naiveRoot(leaves.slice(position * 2 ** level, (position + 1) * 2 ** level)));
