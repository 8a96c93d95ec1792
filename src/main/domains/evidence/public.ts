/** What other domains may use of evidence: what there is, and for what. */
export { currentEvidence, type StoredEvidence } from './store';
export { dueEvidence } from './due';
export { readKept } from './files';
export { takeIn } from './take-in';
