/** What others may use of the trail: appending for serve, leaves of their own, keyed hashes, checkpoints for reports and backups. */
export { makeCheckpoint } from './checkpoints-store';
export { keepTrail } from './keeper';
export { appendLeaves, appendTrail, lastEntryAt, type LeafDraft, trailCheckpoint } from './store';
export { destroySubjectKey, subjectTag, tagFits } from './subjects-store';
