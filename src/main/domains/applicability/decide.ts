/** The decisions over all packs from the answers in the store, and which questions still matter. */
import { type Answers, decideApplicability, type ObligationDecision, type People } from '#shared/content/applicability';
import type { Pack, Question } from '#shared/content/pack';
import type { ReadDb } from '../../db/handles';
import type { Law } from '../../content/law-source';
import type { Workbench } from '../../ipc/workbench';
import { peopleByPlace } from '../customers/public';
import { type KeptAnswer, newestAnswers } from './store';

export type Decided = {
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  readonly byObligation: ReadonlyMap<string, ObligationDecision>;
  readonly byPack: readonly { readonly pack: Pack; readonly decisions: readonly ObligationDecision[] }[];
  /** Questions whose answer could still change something. */
  readonly open: ReadonlySet<string>;
};

/** From the answers, and from where the people in the customer store live. */
export async function decide(db: ReadDb, workbench: Workbench): Promise<Decided> {
  const law = workbench.law.current();
  const [answers, people] = [await newestAnswers(db), await peopleByPlace(workbench)];
  const given = givenOf(answers);
  const byPack = law.packs
    .filter((pack) => pack.obligations.length > 0)
    .map((pack) => ({ pack, decisions: decideApplicability(pack, given, people) }));
  const all = byPack.flatMap(({ decisions }) => decisions);
  return {
    answers,
    byPack,
    byObligation: new Map(all.map((decision) => [decision.obligation, decision])),
    open: new Set(all.flatMap((decision) => (decision.applies === 'open' ? decision.openQuestions : []))),
  };
}

/** How the same answers decide another edition of a law. */
export async function decideUnder(
  pack: Pack,
  db: ReadDb,
  workbench: Workbench,
): Promise<readonly ObligationDecision[]> {
  const answers = await newestAnswers(db);
  return decideApplicability(pack, givenOf(answers), await peopleByPlace(workbench));
}

const givenOf = (answers: ReadonlyMap<string, KeptAnswer>): Answers =>
  Object.fromEntries([...answers].flatMap(([question, { answer }]) => (answer === null ? [] : [[question, answer]])));

export type Weighed = { readonly pack: Pack; readonly question: Question; readonly decides: number };

/**
 * The question that decides most of each law comes first, law by law; then all others, those that decide more before those
 * that decide less. A question that is only asked when another one opened it comes after all that open something. What
 * several packs ask alike is asked once, and counts for all of them.
 */
export function inUsefulOrder(packs: readonly Pack[]): Weighed[] {
  const there = new Set(packs.flatMap((pack) => pack.questionnaire.map(({ name }) => name)));
  const decided = new Map<string, number>();
  const opening = new Set<string>();
  for (const pack of packs) {
    for (const question of pack.questionnaire) {
      const asked = askedAs(question, there);
      decided.set(asked, (decided.get(asked) ?? 0) + obligationsDecided(pack, question));
      if (opensAGroup(pack, question)) opening.add(asked);
    }
  }
  const sooner = (a: Weighed, b: Weighed): number =>
    Number(opening.has(b.question.name)) - Number(opening.has(a.question.name)) || b.decides - a.decides;
  const weighed = packs.map((pack) =>
    pack.questionnaire
      .filter((question) => askedAs(question, there) === question.name)
      .map((question): Weighed => ({ pack, question, decides: decided.get(question.name) ?? 0 }))
      .toSorted(sooner),
  );
  const first = weighed.flatMap((questions) => questions.slice(0, 1)).toSorted(sooner);
  return [...first, ...weighed.flatMap((questions) => questions.slice(1)).toSorted(sooner)];
}

const askedAs = ({ name, sameAs }: Question, there: ReadonlySet<string>): string =>
  sameAs !== undefined && there.has(sameAs) ? sameAs : name;

function obligationsDecided(pack: Pack, question: Question): number {
  const labels = new Set(question.brings.map(({ label }) => label));
  return pack.obligations.filter(({ appliesWhen }) =>
    appliesWhen.some((group) => group.some((label) => labels.has(label))),
  ).length;
}

/** Whether it is asked before anything else is known: it brings the first label of some group. */
function opensAGroup(pack: Pack, question: Question): boolean {
  const labels = new Set(question.brings.map(({ label }) => label));
  return pack.obligations.some(({ appliesWhen }) => appliesWhen.some(([first = '']) => labels.has(first)));
}

export type Again = {
  readonly question: Question;
  readonly pack: Pack;
  readonly people: number;
  readonly places: readonly string[];
};

/** The choices of a question about where people live in which the store holds somebody. */
export const heldAmong = (question: Question, people: People): { choice: string; people: number }[] =>
  question.residents !== true
    ? []
    : (question.choices ?? []).flatMap(({ name }) => {
        const held = people.get(name) ?? 0;
        return held === 0 ? [] : [{ choice: name, people: held }];
      });

/** Questions that were answered in a way the store now contradicts: no, a number below what is held, a place left out. */
export function askedAgain(law: Law, answers: ReadonlyMap<string, KeptAnswer>, people: People): Again[] {
  return law.packs.flatMap((pack) =>
    pack.questionnaire.flatMap((question) => {
      const { watch } = question;
      const answer = answers.get(question.name)?.answer ?? null;
      if (Array.isArray(answer)) {
        const missing = heldAmong(question, people).filter(({ choice }) => !answer.includes(choice));
        const sum = missing.reduce((so, one) => so + one.people, 0);
        return sum === 0 ? [] : [{ question, pack, people: sum, places: missing.map(({ choice }) => choice) }];
      }
      if (watch === undefined || answer === null) return [];
      const held = watch.places.reduce((sum, place) => sum + (people.get(place) ?? 0), 0);
      const contradicts = typeof answer === 'number' ? held > answer : answer === false;
      return held >= watch.people && contradicts ? [{ question, pack, people: held, places: watch.places }] : [];
    }),
  );
}
