/** What others published, through our own code: Merkle proofs with their negative cases, canonical JSON, Ed25519 and signed notes. */
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256, verifyEd25519 } from '#main/domains/trail/hashing';
import { signingPair } from '#main/vault/inner-keys';
import { extendFrontier, type Frontier, frontierRoot, leafHash, nodeHash } from '#shared/domains/trail/merkle';
import { keyText, openNote, readKey, signNote } from '#shared/domains/trail/note';
import { consistencyProof, inclusionProof, isConsistent, isIncluded } from '#shared/domains/trail/proofs';
import { bytesOfBase64, bytesOfHex, hexOf, utf8Of } from '#shared/kernel/bytes';
import { nodesOfLeaves } from './naive-tree';
import ed25519 from './vectors/ed25519.json' with { type: 'json' };
import jcs from './vectors/jcs.json' with { type: 'json' };
import notes from './vectors/notes.json' with { type: 'json' };
import rfc6962 from './vectors/rfc6962.json' with { type: 'json' };

const bytes = (hex: string): Uint8Array => bytesOfHex(hex) ?? expect.fail(`not hex: ${hex}`);
const { constants, someHash } = rfc6962;
const leaves = rfc6962.leaves.map((leaf) => Uint8Array.from(leafHash(sha256, bytes(leaf))));
const roots = rfc6962.roots.map(bytes);
const rootOf = (size: number): Uint8Array => roots[size - 1] ?? expect.fail(`no root of ${size}`);
const leafAt = (index: number): Uint8Array => leaves[index] ?? expect.fail(`no leaf ${index}`);
const empty = bytes(constants.emptyRoot);
const none = new Uint8Array(0);
/** Minus one wraps around in the unsigned integers of the published cases. */
const less = (value: number): number => (value === 0 ? 2 ** 64 : value - 1);

type Hashes = readonly Uint8Array[];
type Inclusion = { index: number; size: number; root: Uint8Array; leaf: Uint8Array; proof: Hashes; what: string };
type Consistency = { size1: number; size2: number; root1: Uint8Array; root2: Uint8Array; proof: Hashes; what: string };

const flipped = (proof: Hashes, at: number, bit: number): Uint8Array[] =>
  proof.map((hash, index) => (index === at ? Uint8Array.from(hash, (byte, x) => (x === 0 ? byte ^ bit : byte)) : hash));

function wrongInclusions(right: Omit<Inclusion, 'what'>): Inclusion[] {
  const { index, size, root, proof } = right;
  const wrong = (what: string, change: Partial<Inclusion>): Inclusion => ({ ...right, ...change, what });
  return [
    wrong('index - 1', { index: less(index) }),
    wrong('index + 1', { index: index + 1 }),
    wrong('index ^ 2', { index: index ^ 2 }),
    wrong('size * 2', { size: size * 2 }),
    wrong('size / 2', { size: Math.floor(size / 2) }),
    wrong('wrong leaf', { leaf: utf8Of('WrongLeaf') }),
    wrong('empty root', { root: empty }),
    wrong('random root', { root: bytes(someHash) }),
    wrong('trailing garbage', { proof: [...proof, none] }),
    wrong('trailing root', { proof: [...proof, root] }),
    wrong('preceding garbage', { proof: [none, ...proof] }),
    wrong('preceding root', { proof: [root, ...proof] }),
    ...proof.map((_, at) => wrong(`modified proof[${at}] bit 3`, { proof: flipped(proof, at, 8) })),
    ...(proof.length > 0 ? [wrong('removed component', { proof: proof.slice(0, -1) })] : []),
    ...(proof.length > 1
      ? [wrong('inserted component', { proof: [...proof.slice(0, 1), bytes(someHash), ...proof.slice(1)] })]
      : []),
  ];
}

function wrongConsistencies(right: Omit<Consistency, 'what'>): Consistency[] {
  const { size1, size2, root1, root2, proof } = right;
  const wrong = (what: string, change: Partial<Consistency>): Consistency => ({ ...right, ...change, what });
  return [
    wrong('size1 - 1', { size1: less(size1) }),
    wrong('size1 + 1', { size1: size1 + 1 }),
    wrong('size1 ^ 2', { size1: size1 ^ 2 }),
    wrong('size2 * 2', { size2: size2 * 2 }),
    wrong('size2 / 2', { size2: Math.floor(size2 / 2) }),
    wrong('wrong root1', { root1: utf8Of('WrongRoot') }),
    wrong('wrong root2', { root2: utf8Of('WrongRoot') }),
    wrong('swapped roots', { root1: root2, root2: root1 }),
    wrong('empty proof', { proof: [] }),
    wrong('trailing garbage', { proof: [...proof, none] }),
    wrong('trailing root1', { proof: [...proof, root1] }),
    wrong('trailing root2', { proof: [...proof, root2] }),
    wrong('preceding garbage', { proof: [none, ...proof] }),
    wrong('preceding root1', { proof: [root1, ...proof] }),
    wrong('preceding root2', { proof: [root2, ...proof] }),
    wrong('preceding proof[0]', { proof: [...proof.slice(0, 1), ...proof] }),
    wrong('truncated proof', { proof: proof.slice(0, -1) }),
    ...proof.map((_, at) => wrong(`modified proof[${at}] bit 4`, { proof: flipped(proof, at, 16) })),
  ];
}

const included = ({ index, size, root, leaf, proof }: Omit<Inclusion, 'what'>): boolean =>
  isIncluded(sha256, index, size, leaf, proof, root);
const consistent = ({ size1, size2, root1, root2, proof }: Omit<Consistency, 'what'>): boolean =>
  isConsistent(sha256, size1, size2, proof, root1, root2);

const inclusions = rfc6962.inclusion.map(({ index, size, proof }) => ({
  index,
  size,
  proof: proof.map(bytes),
  root: rootOf(size),
  leaf: leafAt(index),
}));
const consistencies = rfc6962.consistency.map(({ size1, size2, proof }) => ({
  size1,
  size2,
  proof: proof.map(bytes),
  root1: rootOf(size1),
  root2: rootOf(size2),
}));

describe('RFC 6962', () => {
  it('hashes as the published constants say', () => {
    expect(hexOf(frontierRoot(sha256, []))).toBe(constants.emptyRoot);
    expect(hexOf(leafHash(sha256, none))).toBe(constants.emptyLeaf);
    expect(hexOf(leafHash(sha256, utf8Of('L123456')))).toBe(constants.leafL123456);
    expect(hexOf(nodeHash(sha256, utf8Of('N123'), utf8Of('N456')))).toBe(constants.nodeN123N456);
  });

  it('has the published roots', () => {
    const frontier: Frontier = [];
    const found = leaves.map((leaf) => {
      extendFrontier(sha256, frontier, leaf);
      return hexOf(frontierRoot(sha256, frontier));
    });
    expect(found).toEqual(rfc6962.roots);
  });

  it('makes the published proofs', async () => {
    const read = nodesOfLeaves(leaves);
    for (const { index, size, proof } of inclusions)
      expect((await inclusionProof(sha256, read, index, size)).map(hexOf)).toEqual(proof.map(hexOf));
    for (const { size1, size2, proof } of consistencies)
      expect((await consistencyProof(sha256, read, size1, size2)).map(hexOf)).toEqual(proof.map(hexOf));
  });

  it('accepts the published proofs that hold and refuses every corruption of them', () => {
    const wrong = [
      ...inclusions.flatMap((one) => wrongInclusions(one).filter(included)),
      ...consistencies
        .filter(({ proof }) => proof.length > 0)
        .flatMap((one) => wrongConsistencies(one).filter(consistent)),
    ];
    expect(inclusions.filter((one) => !included(one))).toEqual([]);
    expect(consistencies.filter((one) => !consistent(one))).toEqual([]);
    expect(wrong.map(({ what }) => what)).toEqual([]);
    expect(inclusions.flatMap(wrongInclusions)).toHaveLength(77);
    expect(consistencies.filter(({ proof }) => proof.length > 0).flatMap(wrongConsistencies)).toHaveLength(79);
  });

  it('makes the corruptions as they were published', () => {
    const flip = rfc6962.published['inclusion/1/modified-proof[0]-bit-3'];
    const ours = wrongInclusions(inclusions[1] ?? expect.fail()).find(({ what }) => what === 'modified proof[0] bit 3');
    expect(ours).toEqual({
      index: flip.leafIdx,
      size: flip.treeSize,
      root: bytesOfBase64(flip.root),
      leaf: bytesOfBase64(flip.leafHash),
      proof: flip.proof.map(bytesOfBase64),
      what: 'modified proof[0] bit 3',
    });
    const less1 = rfc6962.published['consistency/2/size1---1'];
    expect(wrongConsistencies(consistencies[2] ?? expect.fail())[0]).toEqual({
      size1: less1.size1,
      size2: less1.size2,
      root1: bytesOfBase64(less1.root1),
      root2: bytesOfBase64(less1.root2),
      proof: less1.proof.map(bytesOfBase64),
      what: 'size1 - 1',
    });
  });

  it('judges the particular cases as they were published', () => {
    const named: Record<string, Uint8Array> = { one: utf8Of("don't care 1"), other: utf8Of("don't care 2"), empty };
    const hash = (name: string): Uint8Array => named[name] ?? expect.fail();
    for (const { size1, size2, root1, root2, proof, holds } of rfc6962.particular)
      expect(isConsistent(sha256, size1, size2, proof.map(hash), hash(root1), hash(root2))).toBe(holds);
    const hashes = { some: bytes(someHash), none, empty };
    for (const [index, size] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 1],
    ] as const) {
      expect(isIncluded(sha256, index, size, hashes.some, [], hashes.none)).toBe(false);
      expect(isIncluded(sha256, index, size, hashes.none, [], hashes.empty)).toBe(false);
      expect(isIncluded(sha256, index, size, hashes.some, [], hashes.empty)).toBe(false);
    }
    const data = leafHash(sha256, utf8Of('data'));
    expect(isIncluded(sha256, 0, 1, data, [], data)).toBe(true);
    expect(isIncluded(sha256, 0, 1, none, [], data)).toBe(false);
    expect(isIncluded(sha256, 0, 1, data, [], none)).toBe(false);
    expect(isIncluded(sha256, 0, 1, none, [], none)).toBe(false);
  });
});

it.each(jcs.cases)('RFC 8785: $name is written as published', ({ input, output }) => {
  expect(canonicalJson(JSON.parse(input))).toBe(output);
});

it.each(ed25519.cases)('RFC 8032: signs and verifies case %#', ({ seed, publicKey, message, signature }) => {
  const pair = signingPair(Buffer.from(seed, 'hex'));
  expect(Buffer.from(pair.publicKey, 'base64').toString('hex')).toBe(publicKey);
  expect(hexOf(pair.sign(bytes(message)))).toBe(signature);
  expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
  expect(verifyEd25519(bytes(publicKey), utf8Of(`${message}x`), bytes(signature))).toBe(false);
  expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature).with(3, 7))).toBe(false);
});

describe('signed notes', () => {
  const key = readKey(sha256, notes.key) ?? expect.fail('the published key is read');

  it('opens the published note and no changed one', () => {
    expect(keyText(sha256, key)).toBe(notes.key);
    expect(openNote(sha256, verifyEd25519, notes.note, key)).toEqual({ state: 'signed', text: notes.text });
    expect(openNote(sha256, verifyEd25519, notes.note.replace('answer', 'Answer'), key).state).toBe('forged');
    expect(openNote(sha256, verifyEd25519, notes.note.replace('PeterNeumann', 'PeterNeuman'), key).state).toBe(
      'other-key',
    );
    expect(openNote(sha256, verifyEd25519, notes.note.slice(0, -1), key).state).toBe('malformed');
    expect(openNote(sha256, verifyEd25519, `${notes.note}\u0007\n`, key).state).toBe('malformed');
    expect(readKey(sha256, notes.key.replace('c74f20a3', 'c74f20a4'))).toBeNull();
  });

  it('writes the published note from the published private key', () => {
    const seed = Buffer.from(notes.privateKey.split('+').slice(4).join('+'), 'base64').subarray(1);
    const pair = signingPair(seed);
    expect(signNote(sha256, notes.text, key, pair.sign)).toBe(notes.note);
  });
});
