/** A paper, opened again by another reader than the one that wrote it, says what it was to say, and nothing else. */
import { isDeepStrictEqual } from 'node:util';
import { assert } from '#shared/kernel/assert';
import { cellText, piecesOf, saidBy } from '#shared/papers/lines';
import { paperMarkdown } from '#shared/papers/markdown';
import type { Block, BlockOf, Paper, PaperFormat } from '#shared/papers/paper';
import { paperWords } from '#shared/papers/words';
import { seeDocx } from './see-docx';
import { seeHtml } from './see-html';
import { seePdf } from './see-pdf';
import { xmlText } from './xml-text';

/** Throws where it does not. */
export async function checkPaper(bytes: Uint8Array, format: PaperFormat, paper: Paper): Promise<void> {
  switch (format) {
    case 'pdf':
      return checkPdf(bytes, paper);
    case 'docx':
      return checkDocx(bytes, paper);
    case 'html':
      return checkHtml(Buffer.from(bytes).toString('utf8'), paper);
    case 'md':
      return checkMarkdown(Buffer.from(bytes).toString('utf8'), paper);
  }
}

/** Another program finds every row and heading in the structure with the same numbers, and every line in what is read out. */
async function checkPdf(bytes: Uint8Array, paper: Paper): Promise<void> {
  const seen = await seePdf(bytes);
  assert(seen.tagged && seen.language === paper.language, 'a paper for everybody is tagged and says its language');
  assert(seen.pages > 0 && squeezed(seen.text).includes(squeezed(paper.title)), 'the paper names itself');
  const numbers = new Intl.NumberFormat(paper.language);
  const isSeen = (row: readonly unknown[]): boolean => row.some((cell) => isVisible(String(cell)));
  const expected = tablesOf(paper)
    .flatMap(({ headers, rows }) => [headers, ...rows])
    .filter(isSeen);
  const seenRows = seen.rows.filter(isSeen);
  assert(seenRows.length === expected.length, 'every row of every table is on paper');
  for (const [at, row] of expected.entries()) {
    for (const [x, cell] of row.entries()) {
      if (typeof cell !== 'number') continue;
      assert(
        squeezed(seenRows[at]?.[x] ?? '') === squeezed(numbers.format(cell)),
        'every number on paper is the one that was counted',
      );
    }
  }
  const headings = [paper.title, ...paper.blocks.filter((block) => block.kind === 'heading').map(({ text }) => text)];
  const visible = (texts: readonly string[]): number => texts.filter(isVisible).length;
  assert(visible(seen.headings) === visible(headings), 'every heading is one');
  const said = squeezed(seen.said);
  for (const line of saidBy(paper))
    if (isDrawable(line)) assert(said.includes(squeezed(line)), 'every line is on paper');
  const pictures = paper.blocks.filter((block) => block.kind === 'picture' || block.kind === 'bars');
  for (const { alt } of pictures)
    assert(
      seen.alternatives.some((one) => one === alt),
      'every picture says in words what it shows',
    );
}

/** The page, read as a browser reads it, says every cell and every line exactly, and there is nothing else in it. */
function checkHtml(page: string, paper: Paper): void {
  const seen = seeHtml(page);
  assert(seen.foreign.length === 0, 'nothing on the page can run or load');
  const numbers = new Intl.NumberFormat(paper.language);
  const rows = tablesOf(paper).flatMap((table) => [
    table.headers,
    ...table.rows.map((row) => row.map((cell) => cellText(cell, numbers))),
  ]);
  assert(seen.title === paper.title && seen.language === paper.language, 'the paper names itself');
  assert(isDeepStrictEqual(seen.rows, rows), 'every cell of every table is on the page');
  const hasFooter = paper.footer !== '' || paper.checkpoint !== null;
  const lines = [
    ...(paper.subtitle === '' ? [] : [paper.subtitle]),
    ...saidBy(paper),
    ...(hasFooter ? [paper.footer] : []),
  ];
  assert(isDeepStrictEqual(seen.lines, lines), 'every line is on the page');
}

async function checkDocx(bytes: Uint8Array, paper: Paper): Promise<void> {
  const seen = await seeDocx(bytes);
  const numbers = new Intl.NumberFormat(paper.language);
  assert(seen.title === xmlText(paper.title), 'the document names itself');
  assert(seen.language?.slice(0, 2) === paper.language, 'the document says its language');
  const lines = [paper.title, paper.subtitle, ...paper.blocks.flatMap((block) => linesInDocx(block, paper))];
  assert(
    isDeepStrictEqual(
      seen.lines,
      lines.map(xmlText).filter((line) => line !== ''),
    ),
    'every line is in the document',
  );
  const rows = paper.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.headers, ...block.rows.map((row) => row.map((cell) => cellText(cell, numbers)))]
      : block.kind === 'bars'
        ? block.bars.map(({ label, text }) => [label, text])
        : [],
  );
  assert(
    isDeepStrictEqual(
      seen.rows,
      rows.map((row) => row.map(xmlText)),
    ),
    'every cell of every table is in the document',
  );
  const headings = paper.blocks.filter((block) => block.kind === 'heading').map(({ text }) => xmlText(text));
  assert(isDeepStrictEqual(seen.headings, [xmlText(paper.title), ...headings]), 'every heading is one');
  const pictures = paper.blocks.filter((block) => block.kind === 'picture').map(({ alt }) => xmlText(alt));
  assert(
    isDeepStrictEqual(seen.alternatives, [...pictures, ...(paper.checkpoint === null ? [] : [paper.checkpoint])]),
    'every picture says in words what it shows',
  );
  assert(seen.footer.startsWith(xmlText(paper.footer)), 'the footer stands on every page');
  const links = new Set(linksOf(paper));
  assert(
    seen.addresses.every((address) => links.has(address)),
    'the document leads only where it says',
  );
}

/** A note has its word above it, and bars are a table with what they show above it. */
const linesInDocx = (block: Block, { language }: Paper): string[] => [
  ...(block.kind === 'note' ? [paperWords[language].note] : block.kind === 'bars' ? [block.alt] : []),
  ...saidBy({ blocks: [block] }),
];

/** What is written is text already; that every line of the paper is in it is all there is to see. */
function checkMarkdown(text: string, paper: Paper): void {
  assert(text === paperMarkdown(paper), 'the file holds the text');
  const said = letters(text);
  for (const line of saidBy(paper)) assert(said.includes(letters(line)), 'every line is in the text');
}

const linksOf = (paper: Paper): string[] =>
  paper.blocks.flatMap((block) => {
    const lines =
      block.kind === 'paragraph' || block.kind === 'note'
        ? [block.text]
        : block.kind === 'list'
          ? block.items
          : block.kind === 'ticks'
            ? block.items.map(({ text }) => text)
            : block.kind === 'definitions'
              ? block.rows.map(([, meaning]) => meaning)
              : [];
    return lines.flatMap(piecesOf).flatMap(({ link }) => (link === null ? [] : [link]));
  });

const tablesOf = (paper: Paper): BlockOf<'table'>[] =>
  paper.blocks.filter((block): block is BlockOf<'table'> => block.kind === 'table');

/** Readers put spaces where letters are set apart, and hyphens where words are broken. */
const squeezed = (text: string): string => text.replaceAll(/[\s\p{Cf}-]+/gu, '');
/** On paper nothing is left of the others. */
const isVisible = (text: string): boolean => squeezed(text) !== '';
const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** What every font draws as it is; other characters may be written as their number, joined or turned around. */
const isDrawable = (line: string): boolean => /^[ -~\u00a0-\u024f\u2010-\u2026\u20ac]*$/.test(line);
