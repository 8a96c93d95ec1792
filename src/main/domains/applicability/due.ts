/** What is due of applicability: questions whose answers the store now contradicts. */
import { wordsIn } from '#shared/content/words';
import type { DueSource } from '../../ipc/due-source';
import { peopleByPlace } from '../customers/public';
import { askedAgain } from './decide';
import { newestAnswers } from './store';

export const dueQuestions: DueSource = async ({ db, law, language, workbench }) =>
  askedAgain(law, await newestAnswers(db), await peopleByPlace(workbench)).map(({ question, people }) => ({
    id: `question:${question.name}`,
    kind: 'question-again',
    title: wordsIn(question.words, language),
    on: null,
    owner: null,
    count: people,
    about: question.name,
  }));
