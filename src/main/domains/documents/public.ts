/** What other domains may use of documents: making them, what is due, what they are evidence for, and the shape of a source of facts. */
export { createDocuments, type Made } from './change';
export { dueDocuments } from './due';
export { type DocumentEvidence, documentEvidence } from './evidence';
export type { FactAsk, FactSource } from './fact-source';
