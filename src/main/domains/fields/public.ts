/** What other domains may use of the fields: their seed, their list. */
export { insertPurpose, listFields, listPurposes, listRetentionClasses, seedFields } from './store';
