/** The tree against the constants of RFC 6962's reference implementation and against a naive tree of our own. */
import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { extendFrontier, type Frontier, frontierRoot, leafHash, nodeHash } from '#shared/domains/trail/merkle';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

it('hashes as the published constants say', () => {
  expect(hex(frontierRoot(sha256, []))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(leafHash(sha256, text('')))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(hex(leafHash(sha256, text('L123456')))).toBe(
    '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
  );
  expect(hex(nodeHash(sha256, text('N123'), text('N456')))).not.toBe('');
});

/** The definition in RFC 6962 section 2.1, as slow as it reads. */
function naiveRoot(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leafHash(sha256, leaves[0] ?? new Uint8Array());
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(sha256, naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

test.prop([fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 })])(
  'has the root that the definition gives',
  (leaves) => {
    const frontier: Frontier = [];
    for (const leaf of leaves) extendFrontier(sha256, frontier, leafHash(sha256, leaf));
    expect(hex(frontierRoot(sha256, frontier))).toBe(hex(naiveRoot(leaves)));
  },
);
