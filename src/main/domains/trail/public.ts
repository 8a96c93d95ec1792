/** What others may use of the trail: appending for serve, the checkpoint for reports and backups. */
export { appendTrail, lastEntryAt, trailCheckpoint } from './store';
