/** What other domains may use of reports: a document as a PDF, and a second look at one. */
export { seePdf } from './check-pdf';
export { reportPdf } from './write-pdf';
