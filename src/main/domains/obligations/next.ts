/** The one next best action out of a register. */
import { wordsIn } from '#shared/content/words';
import type { NextAction } from '#shared/domains/obligations/model';
import { nextAction } from '#shared/domains/obligations/rules';
import type { Law } from '../../content/law-source';
import type { Register } from './register';

export function nextOf({ decided, entries }: Register, law: Law, language: 'en' | 'de'): NextAction {
  const question = law.packs
    .flatMap((pack) => pack.questionnaire)
    .find(({ name }) => decided.open.has(name) && !decided.answers.has(name));
  return nextAction(
    question === undefined ? null : { name: question.name, words: wordsIn(question.words, language) },
    entries.map(({ row }) => row),
  );
}
