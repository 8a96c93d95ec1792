/** The one next best action out of a register. */
import { wordsIn } from '#shared/content/words';
import type { NextAction } from '#shared/domains/obligations/model';
import { nextAction } from '#shared/domains/obligations/rules';
import type { Law } from '../../content/law-source';
import { inUsefulOrder } from '../applicability/public';
import type { Register } from './register';

export function nextOf({ decided, entries }: Register, law: Law, language: 'en' | 'de'): NextAction {
  // Only the questions that decide most come before work: the others can wait.
  const question = inUsefulOrder(law.packs.filter((pack) => pack.obligations.length > 0))
    .slice(0, decided.byPack.length)
    .map((one) => one.question)
    .find(({ name }) => decided.open.has(name) && !decided.answers.has(name));
  return nextAction(
    question === undefined ? null : { name: question.name, words: wordsIn(question.words, language) },
    entries.map(({ row }) => row),
  );
}
