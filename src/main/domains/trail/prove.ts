/** One leaf of the trail as a proof that needs neither the vault nor Steward to be checked. */
import type { TrailProof } from '#shared/domains/trail/trail-proof';
import { inclusionProof } from '#shared/domains/trail/proofs';
import { assert } from '#shared/kernel/assert';
import { base64Of } from '#shared/kernel/bytes';
import { notFound } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import { identityText, makeCheckpoint, readIdentity } from './checkpoints-store';
import { sha256 } from './hashing';
import { nodesIn } from './nodes-store';
import { readLeaf } from './store';

/** Signs the trail as it is now and proves leaf `number` in it. Throws `not-found` when there is no such leaf. */
export async function proveLeaf(db: WriteDb, number: number, now: Instant): Promise<TrailProof> {
  const entry = await readLeaf(db, number);
  if (entry === null) throw notFound('trail entry');
  const { size, note } = await makeCheckpoint(db, 'asked', now);
  const identity = await readIdentity(db);
  assert(identity !== null, 'a checkpoint was just made under this identity');
  const path = await inclusionProof(sha256, nodesIn(db), number - 1, size);
  return {
    format: 'steward-trail-proof/1',
    entry,
    index: number - 1,
    size,
    path: path.map(base64Of),
    checkpoint: note,
    key: identityText(identity),
  };
}
