/** What other domains may use: what was decided, which questions are open, which come back. */
export { decide, type Decided, inUsefulOrder } from './decide';
export { dueQuestions } from './due';
