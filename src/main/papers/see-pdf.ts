/** Opens a PDF again with another program's eyes: its text, its tables, its language, whether it is tagged. */
import { answerOfWorker } from '../files/worker-answer';

export type SeenPdf = {
  readonly pages: number;
  readonly text: string;
  /** What a screen reader says from beginning to end; what stands on every page is not in it. */
  readonly said: string;
  readonly headings: readonly string[];
  /** The cells of every table row in the order a screen reader meets them; rows with headers are among them. */
  readonly rows: readonly (readonly string[])[];
  /** What pictures say in words. */
  readonly alternatives: readonly string[];
  readonly tagged: boolean;
  readonly language: string | null;
  readonly title: string | null;
};

const longestMs = 120_000;

/** Throws when the bytes are no PDF. */
export const seePdf = (bytes: Uint8Array): Promise<SeenPdf> =>
  answerOfWorker<SeenPdf>('see-pdf.worker', import.meta.url, bytes, longestMs);
