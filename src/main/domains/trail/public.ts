/** What others may use of the trail: appending for serve, leaves of their own, keyed hashes, checkpoints for reports and backups, new entries for watching. */
export { makeCheckpoint } from './checkpoints-store';
export { keepTrail, markTrail } from './keeper';
export { paperMarks } from './paper-marks';
export { appendLeaves, appendTrail, entriesAfter, lastEntryAt, type LeafDraft, trailCheckpoint } from './store';
export { destroySubjectKey, subjectTag, tagFits } from './subjects-store';
