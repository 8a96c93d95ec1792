/** What other domains may use of imports. */
export { findClusters } from './clusters';
