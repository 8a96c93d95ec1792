/** People, roles, second factors and looks at masked data in the store. */
import type { AccessReview, GlassBreak, Grant, Person, PersonId, Role, RoleId } from '#shared/domains/access/model';
import { fold } from '#shared/kernel/text';
import type { Day, Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';

/** Names to sign in with are the same when they differ only in capitals or accents. */
export const signInKey = (name: string): string => fold(name.trim());

export async function listPeople(db: ReadDb): Promise<Person[]> {
  const rows = await db.query
    .selectFrom('people')
    .leftJoin('second_factors', (join) =>
      join.onRef('second_factors.person', '=', 'people.id').on('second_factors.confirmed_at', 'is not', null),
    )
    .selectAll('people')
    .select('second_factors.person as factor')
    .orderBy('people.added_at')
    .orderBy('people.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as PersonId,
    name: row.name,
    signInName: row.sign_in_name,
    role: row.role as RoleId,
    until: row.until as Day | null,
    disabledAt: row.disabled_at as Instant | null,
    secondFactor: row.factor !== null,
    mustChange: row.must_change === 1,
    addedAt: row.added_at as Instant,
    lastSignInAt: row.last_sign_in_at as Instant | null,
    revision: row.revision,
  }));
}

export const findPerson = async (db: ReadDb, id: string): Promise<Person | null> =>
  (await listPeople(db)).find((person) => person.id === id) ?? null;

export async function insertPerson(
  db: WriteDb,
  person: { id: PersonId; name: string; signInName: string; role: RoleId; until: Day | null; at: Instant },
): Promise<void> {
  await db.query
    .insertInto('people')
    .values({
      id: person.id,
      name: person.name,
      sign_in_name: person.signInName,
      sign_in_key: signInKey(person.signInName),
      role: person.role,
      until: person.until,
      disabled_at: null,
      must_change: 1,
      added_at: person.at,
      last_sign_in_at: null,
    })
    .execute();
}

/** False when the person was changed meanwhile. */
export async function updatePerson(
  db: WriteDb,
  id: PersonId,
  revision: number,
  to: { name: string; role: RoleId; until: Day | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('people')
    .set({ ...to, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function setDisabled(db: WriteDb, id: PersonId, at: Instant | null): Promise<void> {
  await db.query
    .updateTable('people')
    .set((e) => ({ disabled_at: at, revision: e('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function setMustChange(db: WriteDb, id: PersonId, must: boolean): Promise<void> {
  await db.query
    .updateTable('people')
    .set({ must_change: must ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function noteSignIn(db: WriteDb, id: PersonId, at: Instant): Promise<void> {
  await db.query.updateTable('people').set({ last_sign_in_at: at }).where('id', '=', id).execute();
}

/** The first owner's name in the language of the vault. */
export async function nameFirstOwner(
  db: WriteDb,
  { name, signInName }: { name: string; signInName: string },
  at: Instant,
): Promise<void> {
  await db.query
    .updateTable('people')
    .set({ name, sign_in_name: signInName, sign_in_key: signInKey(signInName), added_at: at })
    .where('id', '=', 'owner')
    .execute();
}

export async function listOwnRoles(db: ReadDb): Promise<Role[]> {
  const rows = await db.query.selectFrom('roles').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.id as RoleId,
    name: row.name,
    builtIn: false,
    grants: JSON.parse(row.grants) as Grant[],
    revision: row.revision,
  }));
}

/** Puts a role of the business's own in place; false when it was changed meanwhile. `revision` 0 is a new one. */
export async function putRole(
  db: WriteDb,
  role: { id: RoleId; name: string; grants: readonly Grant[]; revision: number },
): Promise<boolean> {
  const grants = JSON.stringify(role.grants);
  if (role.revision === 0) {
    await db.query.insertInto('roles').values({ id: role.id, name: role.name, grants }).execute();
    return true;
  }
  const { numUpdatedRows } = await db.query
    .updateTable('roles')
    .set({ name: role.name, grants, revision: role.revision + 1 })
    .where('id', '=', role.id)
    .where('revision', '=', role.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteRole(db: WriteDb, id: RoleId): Promise<boolean> {
  const { numDeletedRows } = await db.query.deleteFrom('roles').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

export type SecondFactor = { readonly secret: string; readonly confirmedAt: string | null; readonly lastStep: number };

export async function readSecondFactor(db: ReadDb, person: string): Promise<SecondFactor | null> {
  const row = await db.query.selectFrom('second_factors').selectAll().where('person', '=', person).executeTakeFirst();
  return row === undefined ? null : { secret: row.secret, confirmedAt: row.confirmed_at, lastStep: row.last_step };
}

/** A new secret that does not count before its first right code. */
export async function putSecret(db: WriteDb, person: string, secret: string): Promise<void> {
  await db.query.deleteFrom('second_factors').where('person', '=', person).execute();
  await db.query.insertInto('second_factors').values({ person, secret, confirmed_at: null }).execute();
}

export async function confirmSecret(db: WriteDb, person: string, at: Instant, step: number): Promise<void> {
  await db.query
    .updateTable('second_factors')
    .set({ confirmed_at: at, last_step: step })
    .where('person', '=', person)
    .execute();
}

/** Uses a time step up. False when it, or a later one, was used before. */
export async function useStep(db: WriteDb, person: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('person', '=', person)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function putRecoveryCodes(db: WriteDb, person: string, hashes: readonly string[]): Promise<void> {
  await db.query.deleteFrom('recovery_codes').where('person', '=', person).execute();
  for (const hash of hashes) {
    await db.query.insertInto('recovery_codes').values({ person, hash, used_at: null }).execute();
  }
}

/** True once for each code. */
export async function useRecoveryCode(db: WriteDb, person: string, hash: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('person', '=', person)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function removeSecondFactor(db: WriteDb, person: string): Promise<void> {
  await db.query.deleteFrom('second_factors').where('person', '=', person).execute();
  await db.query.deleteFrom('recovery_codes').where('person', '=', person).execute();
}

type GlassRow = {
  id: number;
  person: string;
  customer: number;
  reason: string;
  at: string;
  until: string;
  reviewed_by: string | null;
  reviewed_at: string | null;
  verdict: string | null;
  note: string;
};
const glassOf = (row: GlassRow): GlassBreak => ({
  id: row.id,
  person: row.person as PersonId,
  customer: `C-${row.customer}`,
  reason: JSON.parse(row.reason) as GlassBreak['reason'],
  at: row.at as Instant,
  until: row.until as Instant,
  reviewedBy: row.reviewed_by as PersonId | null,
  reviewedAt: row.reviewed_at as Instant | null,
  verdict: row.verdict as GlassBreak['verdict'],
  note: row.note,
});

export async function insertGlassBreak(
  db: WriteDb,
  one: { person: string; customer: number; reason: GlassBreak['reason']; at: Instant; until: Instant },
): Promise<GlassBreak> {
  const row = await db.query
    .insertInto('glass_breaks')
    .values({ ...one, reason: JSON.stringify(one.reason), reviewed_by: null, reviewed_at: null, verdict: null })
    .returningAll()
    .executeTakeFirstOrThrow();
  return glassOf(row);
}

/** Newest first, the latest thousand. */
export async function listGlassBreaks(db: ReadDb, open: boolean): Promise<GlassBreak[]> {
  let found = db.query.selectFrom('glass_breaks').selectAll().orderBy('id', 'desc').limit(1_000);
  if (open) found = found.where('reviewed_at', 'is', null);
  return (await found.execute()).map(glassOf);
}

/** Which of these customers somebody may see unmasked at this moment. A look from the future is none: the clock was set back since. */
export async function unmaskedFor(db: ReadDb, person: string, now: Instant): Promise<Set<number>> {
  const rows = await db.query
    .selectFrom('glass_breaks')
    .select('customer')
    .where('person', '=', person)
    .where('at', '<=', now)
    .where('until', '>', now)
    .execute();
  return new Set(rows.map((row) => row.customer));
}

export async function reviewGlass(
  db: WriteDb,
  id: number,
  said: { by: string; at: Instant; verdict: string; note: string },
): Promise<GlassBreak | null> {
  const row = await db.query
    .updateTable('glass_breaks')
    .set({ reviewed_by: said.by, reviewed_at: said.at, verdict: said.verdict, note: said.note })
    .where('id', '=', id)
    // Nobody reviews their own look.
    .where('person', '<>', said.by)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : glassOf(row);
}

export async function customerExists(db: ReadDb, number: number): Promise<boolean> {
  const row = await db.query.selectFrom('customers').select('number').where('number', '=', number).executeTakeFirst();
  return row !== undefined;
}

/** Newest first. */
export async function listReviews(db: ReadDb): Promise<AccessReview[]> {
  const rows = await db.query.selectFrom('access_reviews').selectAll().orderBy('started_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id as AccessReview['id'],
    startedAt: row.started_at as Instant,
    startedBy: row.started_by as PersonId,
    finishedAt: row.finished_at as Instant | null,
    finishedBy: row.finished_by as PersonId | null,
    items: JSON.parse(row.items) as AccessReview['items'],
  }));
}

export async function insertReview(db: WriteDb, review: AccessReview): Promise<void> {
  await db.query
    .insertInto('access_reviews')
    .values({
      id: review.id,
      started_at: review.startedAt,
      started_by: review.startedBy,
      finished_at: null,
      finished_by: null,
      items: JSON.stringify(review.items),
    })
    .execute();
}

export async function updateReview(db: WriteDb, review: AccessReview): Promise<void> {
  await db.query
    .updateTable('access_reviews')
    .set({ items: JSON.stringify(review.items), finished_at: review.finishedAt, finished_by: review.finishedBy })
    .where('id', '=', review.id)
    .execute();
}
