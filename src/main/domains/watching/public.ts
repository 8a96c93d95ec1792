/** What others may use of watching: the serve that is watched, and what waits. */
export { dueAlerts } from './due';
export { watchful } from './watcher';
