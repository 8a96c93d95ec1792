/** Keys that live only inside the encrypted store: they survive a change of the data key and are never on the disk elsewhere. */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../db/handles';

/** What a key is for. Never two purposes for one key. */
export type InnerKey = 'evidence' | 'signing' | 'derive' | 'backup';

export async function readInnerKey(db: ReadDb, name: InnerKey): Promise<Buffer | null> {
  const row = await db.query.selectFrom('vault_secrets').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? null : Buffer.from(row.value, 'base64');
}

/** The 32 bytes of a key, made when first needed. */
export async function innerKey(db: WriteDb, name: InnerKey, now: Instant): Promise<Buffer> {
  const there = await readInnerKey(db, name);
  if (there !== null) return there;
  const made = randomBytes(32);
  await db.query
    .insertInto('vault_secrets')
    .values({ name, value: made.toString('base64'), made_at: now })
    .execute();
  return made;
}

/** A key for one purpose, from the inner key that others are derived from. The same as long as the store lives. */
export const derivedFrom = (innerKey: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', innerKey, '', `steward derived key|${purpose}`, 32));

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

export type SigningPair = {
  readonly privateKey: KeyObject;
  /** The 32 bytes, Base64. */
  readonly publicKey: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
};

export function signingPair(seed: Buffer): SigningPair {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    privateKey,
    publicKey: spki.subarray(-32).toString('base64'),
    sign: (message) => sign(null, message, privateKey),
  };
}
