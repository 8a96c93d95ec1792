/** Access reviews: who may do what, a decision for each person, and what follows from it. */
import type { AccessReview, PersonId } from '#shared/domains/access/model';
import { mayBeHere } from '#shared/domains/access/rules';
import { reviewRecord, reviewTitle } from '#shared/domains/access/review-record';
import { brokenRule, notFound } from '#shared/kernel/failures';
import { type Day, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { CommandContext, TaskContext } from '../../ipc/context';
import { assertOwnerRemains } from './manage-people';
import { refreshSession } from './sign-in';
import { takeIn } from '../evidence/public';
import { insertReview, listOwnRoles, listPeople, listReviews, setDisabled, updateReview } from './store';

/** Days between reviews: a quarter. */
const every = 91;

export async function reviewsAndNext(db: ReadDb): Promise<{ reviews: AccessReview[]; nextOn: Day | null }> {
  const reviews = await listReviews(db);
  const last = reviews.find(({ finishedAt }) => finishedAt !== null)?.finishedAt;
  const people = await listPeople(db);
  // With one person there is nothing to look through.
  if (people.filter(({ disabledAt }) => disabledAt === null).length < 2) return { reviews, nextOn: null };
  const from = last ?? people.map(({ addedAt }) => addedAt).toSorted()[1] ?? null;
  if (from === null) return { reviews, nextOn: null };
  return { reviews, nextOn: new Date(Date.parse(from) + every * 86_400_000).toISOString().slice(0, 10) as Day };
}

export async function startReview({ db, now, newId, caller }: CommandContext): Promise<AccessReview> {
  if ((await listReviews(db)).some(({ finishedAt }) => finishedAt === null)) throw brokenRule('access.review-open');
  const here = (await listPeople(db)).filter((person) => mayBeHere(person, localDay(now())));
  const review: AccessReview = {
    id: newId('rev') as AccessReview['id'],
    startedAt: now(),
    startedBy: caller.actor.id as PersonId,
    finishedAt: null,
    finishedBy: null,
    items: here.map(({ id, name, role, lastSignInAt }) => ({
      person: id,
      name,
      role,
      lastSignInAt,
      decision: null,
      note: '',
      decidedBy: null,
    })),
  };
  await insertReview(db, review);
  return review;
}

export async function decideReview(
  { db, caller }: CommandContext,
  said: { review: string; person: PersonId; decision: 'keep' | 'remove'; note: string },
): Promise<AccessReview> {
  const review = await openReview(db, said.review);
  if (!review.items.some(({ person }) => person === said.person)) throw notFound('person');
  const { decision, note } = said;
  const decidedBy = caller.actor.id as PersonId;
  const next = {
    ...review,
    items: review.items.map((item) => (item.person === said.person ? { ...item, decision, note, decidedBy } : item)),
  };
  await updateReview(db, next);
  return next;
}

/**
 * Disables whoever is to go, closes the review, and keeps its decisions as a file of evidence, in one step. Finished reviews
 * never change.
 */
export async function finishReview(context: TaskContext, id: string, language: 'en' | 'de'): Promise<AccessReview> {
  const { workbench, now, read, caller } = context;
  const review = await openReview(read(), id);
  if (review.items.some(({ decision }) => decision === null)) throw brokenRule('access.review-undecided');
  const goes = review.items.filter(({ decision }) => decision === 'remove').map(({ person }) => person);
  if (goes.includes(caller.actor.id as PersonId)) throw brokenRule('access.review-self');
  await context.knowsAlone(goes);
  const done = { ...review, finishedAt: now(), finishedBy: caller.actor.id as PersonId };
  const bytes = Buffer.from(await recordOf(read(), done, language, workbench.vault().slots().storeId), 'utf8');
  const closed = await takeIn(
    context,
    { bytes, fileName: `${id}.txt`, kind: 'text' },
    async () => ({
      title: reviewTitle(done, language),
      replaces: null,
      expiresOn: null,
      targets: ['measure:access-control'],
    }),
    async (db) => {
      for (const person of goes) {
        const people = await listPeople(db);
        const there = people.find((one) => one.id === person);
        if (there === undefined || there.disabledAt !== null) continue;
        assertOwnerRemains(people, { ...there, disabledAt: now() });
        await setDisabled(db, person, now());
      }
      await updateReview(db, done);
      await refreshSession(workbench, db);
      return done;
    },
  );
  const vault = workbench.vault();
  for (const person of goes) if (vault.people().includes(person)) await vault.removePerson(person);
  return closed;
}

async function recordOf(db: ReadDb, review: AccessReview, language: 'en' | 'de', storeId: string): Promise<string> {
  const people = new Map((await listPeople(db)).map((person) => [person.id as string, person.name]));
  const roles = new Map((await listOwnRoles(db)).map((role) => [role.id as string, role.name ?? role.id]));
  return reviewRecord(review, {
    language,
    storeId,
    personName: (person) => (person === null ? '' : (people.get(person) ?? person)),
    roleName: (role) => roles.get(role) ?? role,
  });
}

async function openReview(db: ReadDb, id: string): Promise<AccessReview> {
  const found = (await listReviews(db)).find((review) => review.id === id);
  if (found === undefined) throw notFound('review');
  if (found.finishedAt !== null) throw brokenRule('access.review-finished');
  return found;
}
