/** What others may use of training: what is due, and what it shows for obligations. */
export { dueTraining } from './due';
export { readTraining } from './picture';
export { trainingShows } from './shows';
