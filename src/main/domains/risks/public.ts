/** What others may use of risks: what is due, what signed assessments show, and how grave what is open is. */
export { dueRisks } from './due';
export { risksShow } from './shows';
export { listActions, listAssessments, listRisks } from './store';
