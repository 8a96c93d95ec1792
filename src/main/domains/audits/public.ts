/** What others may use of the audit programme: what is due. */
export { dueAudits } from './due';
