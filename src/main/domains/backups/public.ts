/** What others may use of backups: the ledger of what must not come back, what is due, and the backups made by themselves. */
export { dueBackups } from './due';
export { keepBackups } from './keep-backups';
export { recordErasures } from './ledger-store';
