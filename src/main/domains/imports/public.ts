/** What other domains may use of imports. */
export { findClusters } from './clusters';
export { dueRows } from './due-store';
export { listImports } from './store';
