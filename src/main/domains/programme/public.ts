/** What others may use of the year: when the next review is due. */
export { dueReview } from './due';
