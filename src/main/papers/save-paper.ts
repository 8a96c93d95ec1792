/** A paper as a file: written under another name, opened again and checked, and only then published. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { paperMarkdown } from '#shared/papers/markdown';
import type { Paper, PaperFormat } from '#shared/papers/paper';
import { publish } from '../files/publish';
import { checkPaper } from './check-paper';
import { paperDocx } from './write-docx';
import { paperHtml } from './write-html';
import { paperPdf } from './write-pdf';

/** The paper in that format, not yet looked at. `at` (RFC 3339) is the moment a PDF says it was made. */
export async function paperBytes(paper: Paper, format: PaperFormat, at: string): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return paperPdf(paper, at);
    case 'docx':
      return paperDocx(paper);
    case 'html':
      return Buffer.from(await paperHtml(paper));
    case 'md':
      return Buffer.from(paperMarkdown(paper));
  }
}

export type SavedPaper = {
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
};

/**
 * Writes the paper to `file`, reads it with another reader and compares, before it gets its name; an existing file stays
 * as it was until then. Throws what files throw, `unavailable: typesetter`, and the signal's reason; then there is no file.
 */
export async function savePaper(
  paper: Paper,
  format: PaperFormat,
  file: string,
  { madeAt, signal }: { readonly madeAt: string; readonly signal?: AbortSignal | undefined },
): Promise<SavedPaper> {
  const { found, bytes } = await publish(
    file,
    async (temporary) => {
      signal?.throwIfAborted();
      await writeFile(temporary, await paperBytes(paper, format, madeAt), { mode: 0o600, flag: 'wx' });
    },
    async (temporary) => {
      signal?.throwIfAborted();
      const written = await readFile(temporary);
      await checkPaper(written, format, paper);
      signal?.throwIfAborted();
      return createHash('sha256').update(written).digest('hex');
    },
  );
  return { bytes, digest: found };
}
