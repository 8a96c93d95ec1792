/** Whose trail it is, and its signed checkpoints: made, kept, and read back. */
import { frontierRoot } from '#shared/domains/trail/merkle';
import type { CheckpointReason, TrailCheckpoint, TrailDraft } from '#shared/domains/trail/model';
import { checkpointText, keyText, type NoteKey, signNote } from '#shared/domains/trail/note';
import { assert } from '#shared/kernel/assert';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import { innerKey, readInnerKey, signingPair } from '../../vault/inner-keys';
import { readEdge } from './edge-store';
import { sha256 } from './hashing';

/** The first line of every checkpoint of this vault. */
export const originOf = (storeId: string): string => `steward/vault/${storeId}`;

const noteKey = (origin: string, publicKey: string): NoteKey => ({
  name: origin,
  publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64')),
});

/** Whose trail it is, or null in a store that was never opened since it has checkpoints. */
export async function readIdentity(db: ReadDb): Promise<NoteKey | null> {
  const row = await db.query.selectFrom('trail_identity').selectAll().executeTakeFirst();
  return row === undefined ? null : noteKey(row.origin, row.public_key);
}

/** Written once, when the vault is opened for the first time. The key that signs is made then, too. */
export async function ensureIdentity(db: WriteDb, storeId: string, now: Instant): Promise<NoteKey> {
  const there = await readIdentity(db);
  if (there !== null) return there;
  const { publicKey } = signingPair(await innerKey(db, 'signing', now));
  const origin = originOf(storeId);
  await db.query.insertInto('trail_identity').values({ only_one: 1, origin, public_key: publicKey }).execute();
  return noteKey(origin, publicKey);
}

/** The key the vault would sign with now: another one than in its identity is a finding. */
export async function readSigningKey(db: ReadDb): Promise<Uint8Array | null> {
  const seed = await readInnerKey(db, 'signing');
  return seed === null ? null : Uint8Array.from(Buffer.from(signingPair(seed).publicKey, 'base64'));
}

/** The identity as it is handed to whoever checks: `name+id+key`. */
export const identityText = (identity: NoteKey): string => keyText(sha256, identity);

/** Signs the trail as it is now and keeps the note. When nothing was added since the last one, that one is handed back. */
export async function makeCheckpoint(db: WriteDb, reason: CheckpointReason, now: Instant): Promise<TrailCheckpoint> {
  const { entries, frontier } = await readEdge(db);
  const [newest] = await readCheckpoints(db, 1);
  if (newest?.size === entries && (reason === 'lock' || newest.reason === reason)) return newest;
  const identity = await readIdentity(db);
  assert(identity !== null, 'an open vault knows whose trail it is');
  const pair = signingPair(await innerKey(db, 'signing', now));
  const root = frontierRoot(sha256, frontier);
  // Signed with the key there is under the name there is; whether they belong together is for the check to say.
  const key = noteKey(identity.name, pair.publicKey);
  const note = signNote(sha256, checkpointText({ origin: identity.name, size: entries, root }), key, pair.sign);
  const made = { size: entries, root: Buffer.from(root).toString('hex'), note, madeAt: now, reason };
  const { madeAt, ...row } = made;
  await db.query
    .insertInto('trail_checkpoints')
    .values({ ...row, made_at: madeAt })
    .execute();
  return made;
}

/** Events that end so leave the machine, and a checkpoint is kept of that moment. The trail's own files have theirs already. */
const leaving = /^(?!trail\.).*[.-](?:exported|written|packaged|backed-up)$/;

export async function checkpointOnLeaving(db: WriteDb, drafts: readonly TrailDraft[]): Promise<void> {
  const left = drafts.findLast(({ event, stage }) => stage === 'finished' && leaving.test(event));
  // Until the vault was opened once by whoever keeps the trail there is no identity; then there is nothing to sign with.
  if (left !== undefined && (await readIdentity(db)) !== null) await makeCheckpoint(db, 'export', left.at);
}

/** Newest first. */
export async function readCheckpoints(db: ReadDb, limit: number): Promise<TrailCheckpoint[]> {
  const rows = await db.query
    .selectFrom('trail_checkpoints')
    .select(['size', 'root', 'note', 'made_at', 'reason'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ made_at: madeAt, ...row }) => ({ ...row, madeAt: madeAt as Instant }));
}

/** All sizes and notes, shortest trail first, for a check that walks the trail once. */
export async function readNotesBySize(db: ReadDb): Promise<{ size: number; root: string; note: string }[]> {
  return db.query
    .selectFrom('trail_checkpoints')
    .select(['size', 'root', 'note'])
    .orderBy('size')
    .orderBy('id')
    .execute();
}

/** When the last checkpoint for this reason was made. */
export async function lastMade(db: ReadDb, reason: CheckpointReason): Promise<Instant | null> {
  const row = await db.query
    .selectFrom('trail_checkpoints')
    .select('made_at')
    .where('reason', '=', reason)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.made_at as Instant | undefined) ?? null;
}

/** Once a calendar month (UTC) a sheet is printed; a vault with nothing in its trail has nothing to print. */
export async function readSheetDue(db: ReadDb, now: Instant): Promise<boolean> {
  const last = await lastMade(db, 'sheet');
  return (await readEdge(db)).entries > 0 && last?.slice(0, 7) !== now.slice(0, 7);
}

/** Remembers a file outside the vault that a checkpoint was written to. */
export async function rememberPlace(db: WriteDb, file: string, now: Instant): Promise<void> {
  await db.query
    .insertInto('trail_places')
    .values({ file, kept_at: now })
    .onConflict((conflict) => conflict.column('file').doUpdateSet({ kept_at: now }))
    .execute();
}

export async function readPlaces(db: ReadDb): Promise<string[]> {
  const rows = await db.query.selectFrom('trail_places').select('file').orderBy('kept_at', 'desc').limit(20).execute();
  return rows.map(({ file }) => file);
}
