/** The PDF reader on a thread of its own: it is large, and reading a long report takes a while. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SeenPdf } from './see-pdf';

type Reader = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Page = Awaited<ReturnType<Awaited<ReturnType<Reader['getDocument']>['promise']>['getPage']>>;
type Node = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
};

/** Its worker half is loaded beside it, because in a bundle it could not find it. */
async function reader(): Promise<Reader> {
  // @ts-expect-error the worker half has no types; it only announces itself.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function see(bytes: Uint8Array): Promise<SeenPdf> {
  const { getDocument } = await reader();
  // The reader takes its input's memory for itself, and wants no Buffer.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    let text = '';
    let said = '';
    const found: Found = { rows: [], alternatives: [], headings: [] };
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const marked = await textOf(page);
      text += marked.text;
      const tree = (await page.getStructTree()) as Node | null;
      if (tree !== null) said += `${inside(tree, marked.byId)}\n`;
      walk(tree, marked.byId, found);
    }
    // A map in truth, an object in the types.
    const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    const info = (await pdf.getMetadata()).info as { Language?: string | null; Title?: string | null };
    return {
      pages: pdf.numPages,
      text,
      said,
      ...found,
      tagged: marks?.get('Marked') === true,
      language: info.Language ?? null,
      title: info.Title ?? null,
    };
  } finally {
    await task.destroy();
  }
}

/** A page's text in reading order, and by the mark that the structure tree points to. */
async function textOf(page: Page): Promise<{ text: string; byId: ReadonlyMap<string, string> }> {
  const byId = new Map<string, string>();
  const open: (string | null)[] = [];
  let text = '';
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const piece = `${item.str}${item.hasEOL ? '\n' : ''}`;
      text += item.hasEOL ? piece : `${piece} `;
      const id = open.findLast((one) => one !== null);
      if (id) byId.set(id, (byId.get(id) ?? '') + piece);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { id?: string | null }).id ?? null);
  }
  return { text, byId };
}

type Found = { readonly rows: string[][]; readonly alternatives: string[]; readonly headings: string[] };

/** Collects the rows of all tables, head rows included, headings, and what pictures say in words. */
function walk(node: Node | null, byId: ReadonlyMap<string, string>, found: Found): void {
  if (node === null) return;
  if (node.alt) found.alternatives.push(node.alt);
  if (/^H\d$/.test(node.role ?? '')) {
    // Also in the tree of a page on which it does not stand, but empty.
    const text = inside(node, byId);
    if (text !== '') found.headings.push(text);
  }
  if (node.role === 'TR') {
    // A page's tree names the rows of the whole table; those of other pages are empty here. Rows never break.
    const cells = (node.children ?? []).map((cell) => inside(cell, byId));
    if (cells.some((cell) => cell !== '')) found.rows.push(cells);
  } else for (const child of node.children ?? []) walk(child, byId, found);
}

const inside = (node: Node, byId: ReadonlyMap<string, string>): string =>
  node.type === 'content'
    ? (byId.get(node.id ?? '') ?? '')
    : (node.children ?? []).map((child) => inside(child, byId)).join('');

if (parentPort === null) throw new Error('This file runs only as a worker.');
parentPort.postMessage(await see(workerData as Uint8Array));
