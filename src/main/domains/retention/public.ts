/** What other domains may use of retention: how many can go. */
export { dueRetention } from './due';
