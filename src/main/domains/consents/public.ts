/** What other domains may use of consents: joining what two records of one person say, and what runs out. */
export { dueConsents } from './due';
export { handOverFacts } from './store';
