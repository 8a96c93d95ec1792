/** The Merkle tree of RFC 6962: leaf and node hashes, and a growing right edge that gives the root of any number of leaves. */

/** SHA-256 over bytes, brought by the caller: main uses the platform's, a verifier page its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const leafMark = 0x00;
const nodeMark = 0x01;

export function leafHash(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(leaf.length + 1);
  bytes[0] = leafMark;
  bytes.set(leaf, 1);
  return sha256(bytes);
}

/** Filled anew for each node: a million leaves are a million nodes, and nobody keeps these bytes. */
const pair = new Uint8Array(65);

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const length = 1 + left.length + right.length;
  const bytes = length === pair.length ? pair : new Uint8Array(length);
  bytes[0] = nodeMark;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return sha256(bytes);
}

/**
 * The right edge of a tree: at `level` n the hash of a perfect subtree of 2^n leaves, or nothing.
 * The levels that are filled are the bits of the number of leaves.
 */
export type Frontier = (Uint8Array | undefined)[];

/** Adds a leaf's hash to the right edge, in place. `completed` is told of every perfect subtree that this leaf completes. */
export function extendFrontier(
  sha256: Sha256,
  frontier: Frontier,
  leaf: Uint8Array,
  completed?: (level: number, hash: Uint8Array) => void,
): void {
  let carried = leaf;
  let level = 0;
  for (let left = frontier[level]; left !== undefined; left = frontier[level]) {
    carried = nodeHash(sha256, left, carried);
    frontier[level] = undefined;
    level += 1;
    completed?.(level, carried);
  }
  frontier[level] = carried;
}

/** The tree's root. Of no leaves it is the hash of nothing, as RFC 6962 says. */
export function frontierRoot(sha256: Sha256, frontier: Frontier): Uint8Array {
  let root: Uint8Array | undefined;
  for (const hash of frontier) {
    if (hash === undefined) continue;
    root = root === undefined ? hash : nodeHash(sha256, hash, root);
  }
  return root ?? sha256(new Uint8Array(0));
}
