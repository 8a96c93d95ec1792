/** The second verifier, in Python and from docs/trail-format.md alone, judges honest and tampered proofs as ours does. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256, verifyEd25519 } from '#main/domains/trail/hashing';
import { appendTrail } from '#main/domains/trail/public';
import { checkProof, type ProofFault, type TrailProof } from '#shared/domains/trail/trail-proof';
import { testBench, type TestBench } from '#test/support/workbench';
import { draftsOf } from './forged-trail';

const program = join(import.meta.dirname, 'verifier.py');
const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
const each = 500;

/** The steps of section 4 at which each of our reasons can be met. */
const steps: Readonly<Record<ProofFault, readonly string[]>> = {
  'not-a-proof': ['1', '6'],
  'key-unreadable': ['2'],
  'key-not-yours': ['2'],
  'checkpoint-unreadable': ['3'],
  'checkpoint-other-key': ['3'],
  'checkpoint-forged': ['3'],
  'checkpoint-other-log': ['4'],
  'size-differs': ['4'],
  'entry-elsewhere': ['5'],
  'not-in-the-tree': ['6', '7'],
};

let bench: TestBench;
const honest: TrailProof[] = [];
beforeAll(async () => {
  if (!python) return;
  bench = await testBench();
  // A few lengths, many entries of each.
  for (const more of [3, 29, 31, 200, 301]) {
    await bench.workbench.write((db) => appendTrail(db, draftsOf(honest.length, more)));
    const { entries } = await bench.ask('trail', 'verify', {});
    const numbers = Array.from({ length: each / 5 }, (_, at) => 1 + ((at * 7_919) % entries));
    for (const number of numbers) honest.push((await bench.ask('trail', 'prove', { number })) as TrailProof);
  }
}, 120_000);
afterAll(() => (python ? bench.end() : undefined));

function pythonSays(asked: readonly { proof: unknown; key?: string }[]): string[] {
  const { stdout, stderr } = spawnSync('python3', [program], {
    input: asked.map((one) => `${JSON.stringify(one)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

/** One small change somewhere in the proof; a different one for each `at`. */
function tampered(proof: TrailProof, at: number, other: TrailProof): unknown {
  const turn = (text: string): string => {
    const place = (at * 31) % text.length;
    const letter = text[place] === 'a' ? 'b' : 'a';
    return text.slice(0, place) + letter + text.slice(place + 1);
  };
  const hash = at % Math.max(1, proof.path.length);
  switch (at % 12) {
    case 0:
      return { ...proof, entry: turn(proof.entry) };
    case 1:
      return { ...proof, index: proof.index + 1 };
    case 2:
      return { ...proof, size: proof.size + 1 };
    case 3:
      return { ...proof, path: proof.path.with(hash, turn(proof.path[hash] ?? 'a')) };
    case 4:
      return { ...proof, path: proof.path.slice(1) };
    case 5:
      return { ...proof, path: [...proof.path, proof.path[0]] };
    case 6:
      return { ...proof, path: proof.path.toReversed().concat('') };
    case 7:
      return { ...proof, checkpoint: turn(proof.checkpoint) };
    case 8:
      return { ...proof, key: turn(proof.key) };
    case 9:
      return { ...proof, checkpoint: other.checkpoint, entry: other.entry };
    case 10:
      return { ...proof, entry: proof.entry.replace('"owner"', '"staff"') };
    default:
      return { ...proof, note: 'x' };
  }
}

describe.skipIf(!python)('the second verifier', () => {
  it(`accepts ${each} honest proofs, as ours does`, () => {
    expect(honest).toHaveLength(each);
    expect(honest.filter((proof) => !checkProof({ sha256, verify: verifyEd25519 }, proof).holds)).toEqual([]);
    expect(new Set(pythonSays(honest.map((proof) => ({ proof, key: proof.key }))))).toEqual(new Set(['holds']));
  }, 120_000);

  it(`refuses ${each} tampered ones for the same reason as ours`, () => {
    const asked = honest.map((proof, at) => ({ proof: tampered(proof, at, honest[(at + 250) % each] ?? proof) }));
    const said = pythonSays(asked);
    const apart = asked.flatMap(({ proof }, at) => {
      const ours = checkProof({ sha256, verify: verifyEd25519 }, proof);
      const agree = !ours.holds && steps[ours.fault].includes(said[at] ?? '');
      return agree ? [] : [{ at, ours, theirs: said[at] }];
    });
    expect(apart).toEqual([]);
    expect(new Set(said).size).toBeGreaterThan(5);
  }, 120_000);

  it('does not take a good proof under another key than the one it was given', () => {
    const [proof] = honest;
    expect(pythonSays([{ proof, key: `${proof?.key}x` }])).toEqual(['2']);
  });
});
