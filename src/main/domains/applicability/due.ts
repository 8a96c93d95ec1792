/** What is due of applicability: questions whose answers the store now contradicts. */
import { wordsIn } from '#shared/content/words';
import type { DueSource } from '../../ipc/due-source';
import { askedAgain } from './decide';
import { newestAnswers } from './store';

export const dueQuestions: DueSource = async ({ db, law, language }) =>
  (await askedAgain(db, law, await newestAnswers(db))).map(({ question, people }) => ({
    id: `question:${question.name}`,
    kind: 'question-again',
    title: wordsIn(question.words, language),
    on: null,
    owner: null,
    count: people,
    about: question.name,
  }));
