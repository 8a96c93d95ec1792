/** What others may use of the trail: appending for serve, leaves of their own, keyed hashes, checkpoints for reports and backups, proofs of single leaves, new entries for watching. */
export { makeCheckpoint } from './checkpoints-store';
export { canonicalJson, sha256, verifyEd25519 } from './hashing';
export { keepTrail, markTrail } from './keeper';
export { paperMarks } from './paper-marks';
export { proveLeaf } from './prove';
export { appendLeaves, appendTrail, entriesAfter, lastEntryAt, type LeafDraft, trailCheckpoint } from './store';
export { destroySubjectKey, destroySubjectKeys, subjectTag, tagFits } from './subjects-store';
