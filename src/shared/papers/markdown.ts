/** A paper as Markdown (CommonMark with tables), for web sites and repositories. */
import { cellText, levelled, piecesOf } from './lines';
import type { Block, BlockOf, Line, Paper } from './paper';
import { paperWords } from './words';

export function paperMarkdown(paper: Paper): string {
  const numbers = new Intl.NumberFormat(paper.language);
  const { note } = paperWords[paper.language];
  return [
    `# ${escaped(paper.title)}`,
    ...(paper.subtitle === '' ? [] : [escaped(paper.subtitle)]),
    ...levelled(paper.blocks).map((block) => blockMarkdown(block, numbers, note)),
    ...(paper.footer === '' ? [] : ['---', escaped(paper.footer)]),
    ...(paper.checkpoint === null ? [] : [`\`${paper.checkpoint}\``]),
    '',
  ].join('\n\n');
}

/** Without title and footer: what an editor or a comparison works on. */
export const blocksMarkdown = (blocks: readonly Block[], language: Paper['language']): string =>
  levelled(blocks)
    .map((block) => blockMarkdown(block, new Intl.NumberFormat(language), paperWords[language].note))
    .join('\n\n');

function blockMarkdown(block: Block, numbers: Intl.NumberFormat, note: string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 2)} ${escaped(block.text)}`;
    case 'paragraph':
      return startEscaped(lineMarkdown(block.text));
    case 'note':
      return `> **${escaped(note)}:** ${lineMarkdown(block.text)}`;
    case 'list':
      return block.items
        .map((item, at) => `${block.ordered === true ? `${at + 1}.` : '-'} ${startEscaped(lineMarkdown(item))}`)
        .join('\n');
    case 'ticks':
      return block.items.map(({ text, ticked }) => `- [${ticked ? 'x' : ' '}] ${lineMarkdown(text)}`).join('\n');
    case 'definitions':
      return block.rows.map(([term, meaning]) => `- **${escaped(term)}:** ${lineMarkdown(meaning)}`).join('\n');
    case 'facts':
      return block.rows.map(([name, value]) => `- ${escaped(name)}: ${escaped(value)}`).join('\n');
    case 'figures':
      return block.items.map(({ value, label }) => `- **${escaped(value)}** ${escaped(label)}`).join('\n');
    case 'table':
      return tableMarkdown(block, numbers);
    case 'bars':
      return [
        escaped(block.alt),
        block.bars.map(({ label, text }) => `- ${escaped(label)}: ${escaped(text)}`).join('\n'),
        ...(block.legend === null ? [] : [escaped(block.legend)]),
      ].join('\n\n');
    case 'picture':
      return [`*${escaped(block.alt)}*`, ...(block.caption === undefined ? [] : [escaped(block.caption)])].join('\n\n');
    case 'signatures':
      return block.lines.map((line) => `${escaped(line)}: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_`).join('\n\n');
    case 'page-break':
      return '---';
  }
}

function tableMarkdown(
  { caption, headers, rows, numbers: right }: BlockOf<'table'>,
  numbers: Intl.NumberFormat,
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    ...(caption === undefined ? [] : [`**${escaped(caption)}**`, '']),
    row(headers.map(escaped)),
    row(headers.map((_, at) => (right.includes(at) ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map((cell) => escaped(cellText(cell, numbers))))),
  ].join('\n');
}

const lineMarkdown = (line: Line): string =>
  piecesOf(line)
    .map(({ text, strong, link }) => {
      const shown = strong ? withMarks(text) : escaped(text);
      return link === null ? shown : `[${shown}](<${link}>)`;
    })
    .join('');

/** Spaces stay outside the marks: beside them the marks would be text. */
function withMarks(text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const [before = '', after = ''] = text.split(inner, 2);
  return `${before}**${escaped(inner)}**${after}`;
}

/** Whatever Markdown or HTML would take for a mark, and line ends, which would end the block. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>|~&]/g, String.raw`\$&`).replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** A line that starts like a heading, a list or a quotation is none. */
const startEscaped = (line: string): string =>
  line.replace(/^(\s*)(#{1,6}(?=\s|$)|[+-](?=\s|$)|={1,}|-{3,}|\d{1,9}(?=[.)]))/, (_, space: string, mark: string) =>
    /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
