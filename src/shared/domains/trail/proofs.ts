/** Proofs in the tree of RFC 6962: that a leaf is in it, and that a later tree only added to an earlier one. */
import { sameBytes } from '#shared/kernel/bytes';
import { assert } from '#shared/kernel/assert';
import { nodeHash, type Sha256 } from './merkle';

/** A perfect subtree: `level` n holds 2^n leaves, `position` counts such subtrees from the left. Level 0 is a leaf. */
export type NodeAt = { readonly level: number; readonly position: number };

/** Hands back the hashes of perfect subtrees, in the order asked. */
export type ReadNodes = (nodes: readonly NodeAt[]) => Promise<readonly Uint8Array[]>;

/** Leaves from `start` up to but without `end`: always a subtree as RFC 6962 splits them. */
type Range = { readonly start: number; readonly end: number };

/** The largest power of two below `count`, which is at least 2. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** The perfect subtrees that make up a range, from left to right. */
function nodesOf({ start, end }: Range): NodeAt[] {
  const nodes: NodeAt[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, position: at / width });
    at += width;
  }
  return nodes;
}

/** The hashes of several ranges, with one reading for all of them. */
async function hashesOf(sha256: Sha256, read: ReadNodes, ranges: readonly Range[]): Promise<Uint8Array[]> {
  const parts = ranges.map(nodesOf);
  const hashes = await read(parts.flat());
  let next = 0;
  return parts.map((part) => {
    const found = hashes.slice(next, next + part.length);
    next += part.length;
    const [first, ...rest] = found.toReversed();
    assert(first !== undefined && found.length === part.length, 'every node asked for is handed back');
    return rest.reduce((right, left) => nodeHash(sha256, left, right), first);
  });
}

/** The root as it was when the tree had `size` leaves. */
export async function rootAt(sha256: Sha256, read: ReadNodes, size: number): Promise<Uint8Array> {
  if (size === 0) return sha256(new Uint8Array(0));
  const [root] = await hashesOf(sha256, read, [{ start: 0, end: size }]);
  assert(root !== undefined, 'one range has one hash');
  return root;
}

/** PATH(index, D[size]) of RFC 6962, from the leaf upwards. */
export async function inclusionProof(
  sha256: Sha256,
  read: ReadNodes,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  assert(index >= 0 && index < size, 'the leaf is in the tree');
  const beside: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      beside.unshift({ start: middle, end });
      end = middle;
    } else {
      beside.unshift({ start, end: middle });
      start = middle;
    }
  }
  return hashesOf(sha256, read, beside);
}

/** PROOF(size1, D[size2]) of RFC 6962; nothing when the sizes are equal. */
export async function consistencyProof(
  sha256: Sha256,
  read: ReadNodes,
  size1: number,
  size2: number,
): Promise<Uint8Array[]> {
  assert(size1 > 0 && size1 <= size2, 'an earlier tree that is not empty');
  const beside: Range[] = [];
  let start = 0;
  let end = size2;
  while (end !== size1) {
    const middle = start + splitOf(end - start);
    if (size1 <= middle) {
      beside.unshift({ start: middle, end });
      end = middle;
    } else {
      beside.unshift({ start, end: middle });
      start = middle;
    }
  }
  // An earlier tree that is a perfect subtree from the left is known by its root; otherwise its rest is told.
  return hashesOf(sha256, read, start === 0 ? beside : [{ start, end }, ...beside]);
}

const isHash = (bytes: Uint8Array): boolean => bytes.length === 32;
const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

/** The root that follows from a leaf's hash and its proof, or null when the proof cannot be of such a leaf in such a tree. */
export function rootOfInclusion(
  sha256: Sha256,
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (!isSize(index) || !isSize(size) || index >= size || !isHash(leaf) || !proof.every(isHash)) return null;
  let node = index;
  let last = size - 1;
  let root = leaf;
  for (const beside of proof) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sha256, beside, root);
      // Levels where this node has no right neighbour leave no trace in the proof.
      while (node % 2 === 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(sha256, root, beside);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : null;
}

/** True when the leaf with this hash stands at `index` in the tree of `size` leaves that has this root. */
export function isIncluded(
  sha256: Sha256,
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const found = rootOfInclusion(sha256, index, size, leaf, proof);
  return found !== null && sameBytes(found, root);
}

/**
 * True when the tree of `size2` leaves begins with all leaves of the tree of `size1`. From an empty tree nothing can be
 * shown, so that a proof of it is never accepted.
 */
export function isConsistent(
  sha256: Sha256,
  size1: number,
  size2: number,
  proof: readonly Uint8Array[],
  root1: Uint8Array,
  root2: Uint8Array,
): boolean {
  if (!isSize(size1) || !isSize(size2) || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && sameBytes(root1, root2);
  if (size1 === 0 || !isHash(root1) || !isHash(root2) || !proof.every(isHash)) return false;
  let node = size1 - 1;
  let last = size2 - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  const [first, ...rest] = node === 0 ? [root1, ...proof] : proof;
  if (first === undefined) return false;
  let before = first;
  let after = first;
  for (const beside of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(sha256, beside, before);
      after = nodeHash(sha256, beside, after);
      while (node % 2 === 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      after = nodeHash(sha256, after, beside);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(before, root1) && sameBytes(after, root2);
}
