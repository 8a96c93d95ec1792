/** One leaf of the trail proved alone: everything a stranger needs to check it, and the check, without a database. */
import { z } from 'zod';
import { bytesOfBase64, utf8Of } from '#shared/kernel/bytes';
import { leafHash, type Sha256 } from './merkle';
import { openNote, readCheckpoint, readKey, type VerifyEd25519 } from './note';
import { isIncluded } from './proofs';

/** The file. What each member means is in docs/trail-format.md. */
export const TrailProof = z.strictObject({
  format: z.literal('steward-trail-proof/1'),
  /** The leaf: canonical JSON (RFC 8785); the hash is made of exactly these characters as UTF-8. */
  entry: z.string().max(1_000_000),
  /** Counted from 0; the entry's own number is one more. */
  index: z.int().min(0),
  size: z.int().positive(),
  /** Hashes beside the way from the leaf to the root, Base64. */
  path: z.array(z.string().max(44)).max(64),
  /** The signed note with the size and the root. */
  checkpoint: z.string().max(8_192),
  /** `name+id+key` of whoever signed it. */
  key: z.string().max(300),
});
export type TrailProof = z.infer<typeof TrailProof>;

/** Why a proof does not hold, from the outside in. */
export const ProofFault = z.enum([
  'not-a-proof',
  'key-unreadable',
  'key-not-yours',
  'checkpoint-unreadable',
  'checkpoint-other-key',
  'checkpoint-forged',
  'checkpoint-other-log',
  'size-differs',
  'entry-elsewhere',
  'not-in-the-tree',
]);
export type ProofFault = z.infer<typeof ProofFault>;

export type ProofVerdict =
  | {
      readonly holds: true;
      readonly entry: unknown;
      readonly number: number;
      readonly size: number;
      readonly origin: string;
    }
  | { readonly holds: false; readonly fault: ProofFault };

export type ProofTools = { readonly sha256: Sha256; readonly verify: VerifyEd25519 };

/**
 * Checks a parsed proof file. `trustedKey` (`name+id+key`) is one the checker got another way, from an anchor sheet
 * say; without it the proof shows only that whoever holds the key in the file signed this.
 */
export function checkProof({ sha256, verify }: ProofTools, file: unknown, trustedKey?: string): ProofVerdict {
  const no = (fault: ProofFault): ProofVerdict => ({ holds: false, fault });
  const parsed = TrailProof.safeParse(file);
  if (!parsed.success) return no('not-a-proof');
  const { entry, index, size, path, checkpoint, key: keyOf } = parsed.data;
  if (index >= size) return no('not-a-proof');
  const key = readKey(sha256, keyOf);
  if (key === null) return no('key-unreadable');
  if (trustedKey !== undefined && trustedKey !== keyOf) return no('key-not-yours');
  const note = openNote(sha256, verify, checkpoint, key);
  if (note.state === 'malformed') return no('checkpoint-unreadable');
  if (note.state === 'other-key') return no('checkpoint-other-key');
  if (note.state === 'forged') return no('checkpoint-forged');
  const said = readCheckpoint(note.text);
  if (said === null) return no('checkpoint-unreadable');
  if (said.origin !== key.name) return no('checkpoint-other-log');
  if (said.size !== size) return no('size-differs');
  const leaf = readJson(entry);
  if (numberOf(leaf) !== index + 1) return no('entry-elsewhere');
  const hashes = path.map(bytesOfBase64);
  if (hashes.includes(null)) return no('not-a-proof');
  const isThere = isIncluded(
    sha256,
    index,
    size,
    leafHash(sha256, utf8Of(entry)),
    hashes.filter((hash) => hash !== null),
    said.root,
  );
  if (!isThere) return no('not-in-the-tree');
  return { holds: true, entry: leaf, number: index + 1, size, origin: said.origin };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const numberOf = (leaf: unknown): unknown =>
  typeof leaf === 'object' && leaf !== null && 'number' in leaf ? leaf.number : undefined;
