/** The decisions over all packs from the answers in the store, and which questions still matter. */
import { type Answers, decideApplicability, type ObligationDecision } from '#shared/content/applicability';
import type { Pack, Question } from '#shared/content/pack';
import type { ReadDb } from '../../db/handles';
import type { Law } from '../../content/law-source';
import { type KeptAnswer, newestAnswers, peopleByPlace } from './store';

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

/** The question that decides most of each law comes first, law by law; then all others, those that decide more before those that decide less. */
export function inUsefulOrder(packs: readonly Pack[]): { pack: Pack; question: Question; decides: number }[] {
  const weighed = packs.map((pack) =>
    pack.questionnaire
      .map((question) => {
        const labels = new Set(question.brings.map(({ label }) => label));
        const decides = pack.obligations.filter(({ appliesWhen }) =>
          appliesWhen.some((group) => group.some((label) => labels.has(label))),
        ).length;
        return { pack, question, decides };
      })
      .toSorted((a, b) => b.decides - a.decides),
  );
  const heavier = (a: { decides: number }, b: { decides: number }): number => b.decides - a.decides;
  const first = weighed.flatMap((questions) => questions.slice(0, 1)).toSorted(heavier);
  return [...first, ...weighed.flatMap((questions) => questions.slice(1)).toSorted(heavier)];
}

export type Again = { readonly question: Question; readonly pack: Pack; readonly people: number };

/** Questions that were answered in a way the store now contradicts: no, or a number below what is held. */
export async function askedAgain(db: ReadDb, law: Law, answers: ReadonlyMap<string, KeptAnswer>): Promise<Again[]> {
  const people = await peopleByPlace(db);
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
