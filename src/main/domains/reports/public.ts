/** What others may use of reports: any register as a file in the format people want, opened again and counted. */
export { exportReport, type ReportContent } from './export';
