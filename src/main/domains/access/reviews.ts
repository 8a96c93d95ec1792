/** Access reviews: who may do what, a decision for each person, and what follows from it. */
import type { AccessReview, PersonId } from '#shared/domains/access/model';
import { mayBeHere } from '#shared/domains/access/rules';
import { brokenRule, notFound } from '#shared/kernel/failures';
import { type Day, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { CommandContext, TaskContext } from '../../ipc/context';
import { assertOwnerRemains, knowWhoRemains } from './manage-people';
import { refreshSession } from './sign-in';
import { insertReview, listPeople, listReviews, setDisabled, updateReview } from './store';

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

/** Disables whoever is to go and closes the review, in one step. Finished reviews are evidence and never change. */
export async function finishReview(context: TaskContext, id: string): Promise<AccessReview> {
  const { workbench, now, finish, read, caller } = context;
  const review = await openReview(read(), id);
  if (review.items.some(({ decision }) => decision === null)) throw brokenRule('access.review-undecided');
  const goes = review.items.filter(({ decision }) => decision === 'remove').map(({ person }) => person);
  if (goes.includes(caller.actor.id as PersonId)) throw brokenRule('access.review-self');
  await knowWhoRemains(context, goes);
  const closed = await finish(async (db) => {
    for (const person of goes) {
      const people = await listPeople(db);
      const there = people.find((one) => one.id === person);
      if (there === undefined || there.disabledAt !== null) continue;
      assertOwnerRemains(people, { ...there, disabledAt: now() });
      await setDisabled(db, person, now());
    }
    const done = { ...review, finishedAt: now(), finishedBy: caller.actor.id as PersonId };
    await updateReview(db, done);
    await refreshSession(workbench, db);
    return done;
  });
  const vault = workbench.vault();
  for (const person of goes) if (vault.people().includes(person)) await vault.removePerson(person);
  return closed;
}

async function openReview(db: ReadDb, id: string): Promise<AccessReview> {
  const found = (await listReviews(db)).find((review) => review.id === id);
  if (found === undefined) throw notFound('review');
  if (found.finishedAt !== null) throw brokenRule('access.review-finished');
  return found;
}
