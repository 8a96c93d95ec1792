/** What other domains may use of the fields: their seed, their list, and those under the second key. */
export { newSealing, type Opener, openerFor, ownSpecialFields, sealedFields, sealEntered } from './sealed';
export { insertPurpose, listFields, listPurposes, listRetentionClasses, seedFields } from './store';
