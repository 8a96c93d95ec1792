/** What other domains may use of the fields: their seed, their list. */
export { listFields, listPurposes, listRetentionClasses, seedFields } from './store';
