/** Keyed hashes of personal data: the trail can show that a value was this one, until the subject's key is destroyed. */
import { createHmac, randomBytes } from 'node:crypto';
import { isToken } from '#shared/domains/trail/closed-facts';
import { assert } from '#shared/kernel/assert';
import { brokenRule } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';

type KeyState = { readonly state: 'none' | 'destroyed' } | { readonly state: 'kept'; readonly key: Uint8Array };

async function keyOf(db: ReadDb, subject: string): Promise<KeyState> {
  const row = await db.query
    .selectFrom('trail_subject_keys')
    .select('key')
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (row === undefined) return { state: 'none' };
  return row.key === null ? { state: 'destroyed' } : { state: 'kept', key: row.key };
}

/** `what` keeps an e-mail address and a name that read the same apart. */
const tagOf = (key: Uint8Array, what: string, value: string): string =>
  createHmac('sha256', key)
    .update(`${what}\u0000${value.normalize('NFC')}`)
    .digest('hex');

/**
 * HMAC-SHA256 of a value under the subject's own key, 64 hex digits, for a leaf of the trail. The key is made when first
 * needed. Throws the rule `trail.subject-erased` for a subject whose key was destroyed: nothing new is said about them.
 */
export async function subjectTag(
  db: WriteDb,
  subject: string,
  what: string,
  value: string,
  now: Instant,
): Promise<string> {
  assert(isToken(subject) && isToken(what), 'a subject and what is said of them are named by id');
  const there = await keyOf(db, subject);
  if (there.state === 'destroyed') throw brokenRule('trail.subject-erased');
  if (there.state === 'kept') return tagOf(there.key, what, value);
  const key = randomBytes(32);
  await db.query.insertInto('trail_subject_keys').values({ subject, key, made_at: now, destroyed_at: null }).execute();
  return tagOf(key, what, value);
}

/** Whether a tag in the trail was made of this value; null when the subject's key was destroyed or never made. */
export async function tagFits(
  db: ReadDb,
  subject: string,
  what: string,
  value: string,
  tag: string,
): Promise<boolean | null> {
  const there = await keyOf(db, subject);
  return there.state === 'kept' ? tagOf(there.key, what, value) === tag : null;
}

/**
 * Destroys the subject's key: from then on no tag in the trail can be tied to a value by anybody, and the trail verifies
 * as before, because the tags are only bytes to it. Part of an erasure; the same subject never gets a key again.
 */
export async function destroySubjectKey(db: WriteDb, subject: string, now: Instant): Promise<void> {
  await db.query
    .insertInto('trail_subject_keys')
    .values({ subject, key: null, made_at: now, destroyed_at: now })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ key: null, destroyed_at: now }))
    .execute();
}

/** The same for many at once; only those who have a key are written down, so that a large removal stays small. */
export async function destroySubjectKeys(db: WriteDb, subjects: readonly string[], now: Instant): Promise<void> {
  await db.driver.run(
    `update trail_subject_keys set key = null, destroyed_at = ?2
      where subject in (select value from json_each(?1)) and key is not null`,
    [JSON.stringify(subjects), now],
  );
}
