/** What other domains may use: what was decided, which questions are open, which come back. */
export { decide, type Decided, decideUnder, inUsefulOrder } from './decide';
export { type KeptAnswer, newestAnswers } from './store';
export { dueQuestions } from './due';
export { readStanding } from './standing';
