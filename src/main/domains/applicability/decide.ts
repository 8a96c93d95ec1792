/** The decisions over all packs from the answers in the store, and which questions still matter. */
import { type Answers, decideApplicability, type ObligationDecision } from '#shared/content/applicability';
import type { Pack, Question } from '#shared/content/pack';
import type { ReadDb } from '../../db/handles';
import type { Law } from '../../content/law-source';
import { type KeptAnswer, newestAnswers } from './store';

export type Decided = {
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  readonly byObligation: ReadonlyMap<string, ObligationDecision>;
  readonly byPack: readonly { readonly pack: Pack; readonly decisions: readonly ObligationDecision[] }[];
  /** Questions whose answer could still change something. */
  readonly open: ReadonlySet<string>;
};

export async function decide(db: ReadDb, law: Law): Promise<Decided> {
  const answers = await newestAnswers(db);
  const given: Answers = Object.fromEntries([...answers].map(([question, { answer }]) => [question, answer]));
  const byPack = law.packs
    .filter((pack) => pack.obligations.length > 0)
    .map((pack) => ({ pack, decisions: decideApplicability(pack, given) }));
  const all = byPack.flatMap(({ decisions }) => decisions);
  return {
    answers,
    byPack,
    byObligation: new Map(all.map((decision) => [decision.obligation, decision])),
    open: new Set(all.flatMap((decision) => (decision.applies === 'open' ? decision.openQuestions : []))),
  };
}

export type Weighed = { readonly pack: Pack; readonly question: Question; readonly decides: number };

/**
 * The question that decides most of each law comes first, law by law; then all others, those that decide more before those
 * that decide less. What several packs ask alike is asked once, and counts for all of them.
 */
export function inUsefulOrder(packs: readonly Pack[]): Weighed[] {
  const there = new Set(packs.flatMap((pack) => pack.questionnaire.map(({ name }) => name)));
  const decided = new Map<string, number>();
  for (const pack of packs) {
    for (const question of pack.questionnaire) {
      const asked = askedAs(question, there);
      decided.set(asked, (decided.get(asked) ?? 0) + obligationsDecided(pack, question));
    }
  }
  const weighed = packs.map((pack) =>
    pack.questionnaire
      .filter((question) => askedAs(question, there) === question.name)
      .map((question): Weighed => ({ pack, question, decides: decided.get(question.name) ?? 0 }))
      .toSorted((a, b) => b.decides - a.decides),
  );
  const heavier = (a: Weighed, b: Weighed): number => b.decides - a.decides;
  const first = weighed.flatMap((questions) => questions.slice(0, 1)).toSorted(heavier);
  return [...first, ...weighed.flatMap((questions) => questions.slice(1)).toSorted(heavier)];
}

const askedAs = ({ name, sameAs }: Question, there: ReadonlySet<string>): string =>
  sameAs !== undefined && there.has(sameAs) ? sameAs : name;

function obligationsDecided(pack: Pack, question: Question): number {
  const labels = new Set(question.brings.map(({ label }) => label));
  return pack.obligations.filter(({ appliesWhen }) =>
    appliesWhen.some((group) => group.some((label) => labels.has(label))),
  ).length;
}

export type Again = { readonly question: Question; readonly pack: Pack; readonly people: number };

/** Questions that were answered in a way the store now contradicts: no, or a number below what is held. */
export function askedAgain(
  law: Law,
  answers: ReadonlyMap<string, KeptAnswer>,
  people: ReadonlyMap<string, number>,
): Again[] {
  return law.packs.flatMap((pack) =>
    pack.questionnaire.flatMap((question) => {
      const { watch } = question;
      const answer = answers.get(question.name)?.answer;
      if (watch === undefined || answer === undefined) return [];
      const held = watch.places.reduce((sum, place) => sum + (people.get(place) ?? 0), 0);
      const contradicts = typeof answer === 'number' ? held > answer : answer === false;
      return held >= watch.people && contradicts ? [{ question, pack, people: held }] : [];
    }),
  );
}
