/** Opens an office document again, without the library that wrote it: its text, tables, headings, language and alternatives. */
import { configure, TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

export type SeenDocx = {
  readonly title: string;
  readonly language: string | null;
  /** Paragraphs with text outside tables, in order; title and subtitle first. */
  readonly lines: readonly string[];
  /** The cells of every row of every table, head rows included. */
  readonly rows: readonly (readonly string[])[];
  readonly headings: readonly string[];
  readonly footer: string;
  /** What pictures say in words, those of the footer included. */
  readonly alternatives: readonly string[];
  /** Where hyperlinks lead, and anything else the document would fetch. */
  readonly addresses: readonly string[];
};

/** Throws when the bytes are no document, or one of its parts is not well formed. */
export async function seeDocx(bytes: Uint8Array): Promise<SeenDocx> {
  const parts = await unzipped(bytes);
  const part = (name: string): string => {
    const text = parts.get(name);
    if (text === undefined) throw new Error(`The document has no ${name}.`);
    return text;
  };
  const body = walk(part('word/document.xml'));
  const footers = [...parts].filter(([name]) => /^word\/footer\d*\.xml$/.test(name)).map(([, text]) => walk(text));
  const core = part('docProps/core.xml');
  return {
    ...body,
    title: decoded(/<dc:title>([\s\S]*?)<\/dc:title>/.exec(core)?.[1] ?? ''),
    language: /<w:lang [^>]*w:val="([^"]+)"/.exec(part('word/styles.xml'))?.[1] ?? null,
    footer: footers.flatMap(({ lines }) => lines).join('\n'),
    alternatives: [...body.alternatives, ...footers.flatMap(({ alternatives }) => alternatives)],
    addresses: [...parts]
      .filter(([name]) => name.endsWith('.rels'))
      .flatMap(([, text]) => [...text.matchAll(/<Relationship [^>]*>/g)].map(([one]) => one))
      .filter((one) => one.includes('TargetMode="External"'))
      .map((one) => decoded(/ Target="([^"]*)"/.exec(one)?.[1] ?? '')),
  };
}

async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  try {
    const parts = new Map<string, string>();
    for (const entry of await reader.getEntries())
      if (!entry.directory && /\.(?:xml|rels)$/.test(entry.filename))
        parts.set(entry.filename, await entry.getData(new TextWriter()));
    return parts;
  } finally {
    await reader.close();
  }
}

type Walked = Pick<SeenDocx, 'lines' | 'rows' | 'headings' | 'alternatives'>;

/** Reads one part from tag to tag. */
function walk(xml: string): Walked {
  const lines: string[] = [];
  const rows: string[][] = [];
  const headings: string[] = [];
  const alternatives: string[] = [];
  const open: string[] = [];
  let paragraph = '';
  let style = '';
  let inText = false;
  let cell: string[] | null = null;
  for (const [, close, name = '', attributes = '', single, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|<\?[^>]*\?>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (inText) paragraph += decoded(text);
      continue;
    }
    if (name === '') continue;
    if (close === '/') {
      if (open.pop() !== name) throw new Error('The document is not well formed.');
      if (name === 'w:t') inText = false;
      if (name === 'w:p') {
        if (cell !== null) cell.push(paragraph);
        else if (paragraph !== '') lines.push(paragraph);
        if (/^(?:Title|Heading\d)$/.test(style)) headings.push(paragraph);
      }
      if (name === 'w:tc') {
        rows.at(-1)?.push((cell ?? []).join('\n'));
        cell = null;
      }
      continue;
    }
    if (name === 'wp:docPr') alternatives.push(decoded(/descr="([^"]*)"/.exec(attributes)?.[1] ?? ''));
    if (name === 'w:pStyle') style = /w:val="([^"]*)"/.exec(attributes)?.[1] ?? '';
    if (name === 'w:tab') paragraph += paragraph === '' ? '' : '\t';
    if (single === '/') continue;
    open.push(name);
    if (name === 'w:t') inText = true;
    if (name === 'w:tr') rows.push([]);
    if (name === 'w:tc') cell = [];
    if (name === 'w:p') [paragraph, style] = ['', ''];
  }
  if (open.length > 0) throw new Error('The document is not well formed.');
  return { lines, rows, headings, alternatives };
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(number) : Number.parseInt(hex, 16))
      : (names[name] ?? whole),
  );
