/** Opens a PDF again with another program's eyes: its text, its language, whether it is tagged. */

export type SeenPdf = { readonly pages: number; readonly text: string; readonly tagged: boolean; readonly language: string | null };

export async function seePdf(bytes: Uint8Array): Promise<SeenPdf> {
  const { getDocument } = await reader();
  // The reader takes its input's memory for itself, and wants no Buffer.
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  try {
    const pdf = await task.promise;
    let text = '';
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      text += content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(' ');
    }
    // A map in truth, an object in the types.
    const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    const { info } = await pdf.getMetadata();
    return { pages: pdf.numPages, text, tagged: marks?.get('Marked') === true, language: (info as { Language?: string | null }).Language ?? null };
  } finally {
    await task.destroy();
  }
}

/** Loaded when first needed: it is large. Its worker half is loaded beside it, because in a bundle it could not find it. */
async function reader(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  // @ts-expect-error the worker half has no types; it only announces itself.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
