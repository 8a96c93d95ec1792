/** What others may use of backups: the ledger of what must not come back. */
export { recordErasures } from './ledger-store';
