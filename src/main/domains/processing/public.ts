/** What others may use of the record: itself, what is due, where data may go, and making the purposes that are proposed. */
export { dueRecord } from './due';
export { geographyOn, listActivities, readRecord } from './gather';
export { makePurposes } from './purposes';
export type { RecordContent } from '#shared/domains/processing/model';
