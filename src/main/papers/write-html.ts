/** A paper as one web page that opens from the disk: no script, nothing loaded from outside, readable by everybody. */
import { createHash } from 'node:crypto';
import QRCode from 'qrcode';
import { levelled, piecesOf } from '#shared/papers/lines';
import type { Block, BlockOf, Line, Paper } from '#shared/papers/paper';
import { paperWords } from '#shared/papers/words';

/** Colours are those of the printed report; both schemes hold 4.5 to 1. */
const style = `
:root { color-scheme: light dark; --ink: #23302b; --soft: #5c665f; --line: #d9d3c7; --ground: #f3f0e9; --accent: #2d6f4c; --mark: #a64b1b; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #d9e0dc; --soft: #a7b1ab; --line: #434e48; --ground: #29322e; --accent: #8ebfa5; --mark: #e19f7a; --paper: #1e2421; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1 { color: var(--accent); font-size: 2.2rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.08rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; color: var(--soft); margin: 1.5rem 0 .5rem; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
li { margin: .2rem 0; }
.note { margin: 1rem 0; padding: .75rem 1rem; background: var(--ground); border-inline-start: 4px solid var(--accent); border-radius: .25rem; }
.ticks { list-style: none; padding: 0; }
.ticks li { display: flex; gap: .6rem; align-items: flex-start; }
.tick { width: 1.1rem; height: 1.1rem; flex: none; margin-top: .2rem; fill: none; stroke-width: 1.6; }
.tick .box { stroke: var(--ink); } .tick .check { stroke: var(--accent); stroke-width: 2.2; }
.sign { display: flex; flex-wrap: wrap; gap: 3rem 2rem; margin: 4rem 0 2rem; }
.sign p { flex: 1 1 15rem; margin: 0; padding-top: .25rem; border-top: 1px solid var(--ink); }
.picture { background: #fff; padding: .5rem; border-radius: .3rem; }
.picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
caption { text-align: start; color: var(--soft); font-size: .875rem; padding-bottom: .4rem; }
.soft { color: var(--soft); }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.5rem 0; padding: 1rem 1.25rem; background: var(--ground); border-radius: .5rem; }
.figures b { display: block; color: var(--accent); font-size: 1.8rem; line-height: 1.2; }
.figures .marked b { color: var(--mark); }
.table { overflow-x: auto; }
.table:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; min-width: 100%; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; white-space: pre-wrap; unicode-bidi: plaintext; min-width: 6rem; overflow-wrap: break-word; }
tbody th { min-width: 9rem; overflow-wrap: anywhere; }
figure { margin: 0; }
figcaption { margin-top: .5rem; }
thead th { border-bottom: 2px solid var(--accent); color: var(--soft); font-size: .875rem; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.bars { display: grid; grid-template-columns: minmax(6rem, 32%) 1fr auto; gap: .3rem .75rem; margin: 0; align-items: center; }
.bars .label { text-align: end; }
.bars svg { width: 100%; height: .8rem; background: var(--ground); border-radius: .2rem; }
.bar { fill: var(--accent); } .bar.marked { fill: var(--mark); }
dt { color: var(--soft); font-size: .875rem; } dd { margin: 0 0 .75rem; font-family: ui-monospace, monospace; }
.words dt { color: var(--ink); font-size: 1rem; font-weight: 600; } .words dd { font-family: inherit; }
footer { display: flex; gap: 1.5rem; align-items: center; justify-content: space-between; margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.code { width: 7rem; height: 7rem; flex: none; background: #fff; padding: .4rem; border-radius: .3rem; }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt; } tr, .bars { break-inside: avoid; } thead { display: table-header-group; } .page-break { break-before: page; } h2, h3, h4 { break-after: avoid; } }
`;

/** Nothing may load or run; the one style sheet is named by its digest. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

export async function paperHtml(paper: Paper): Promise<string> {
  const numbers = new Intl.NumberFormat(paper.language);
  return [
    '<!doctype html>',
    `<html lang="${paper.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${text(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${text(paper.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${text(paper.title)}</h1>`,
    ...(paper.subtitle === '' ? [] : [`<p class="soft">${text(paper.subtitle)}</p>`]),
    ...levelled(paper.blocks).map((block) => blockHtml(block, numbers, paper.language)),
    '</main>',
    ...footer(paper),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function footer({ footer: said, checkpoint }: Paper): string[] {
  if (said === '' && checkpoint === null) return [];
  const code =
    checkpoint === null
      ? []
      : [qrPicture(QRCode.create(checkpoint, { errorCorrectionLevel: 'M' }).modules, checkpoint)];
  return ['<footer>', `<p class="soft">${text(said)}</p>`, ...code, '</footer>'];
}

function blockHtml(block: Block, numbers: Intl.NumberFormat, language: Paper['language']): string {
  const words = paperWords[language];
  switch (block.kind) {
    case 'heading':
      return `<h${block.level ?? 2}>${text(block.text)}</h${block.level ?? 2}>`;
    case 'paragraph':
      return `<p>${lineHtml(block.text)}</p>`;
    case 'note':
      return `<div class="note"><strong>${text(words.note)}:</strong> <span class="said">${lineHtml(block.text)}</span></div>`;
    case 'list': {
      const name = block.ordered === true ? 'ol' : 'ul';
      return `<${name}>\n${block.items.map((item) => `<li>${lineHtml(item)}</li>`).join('\n')}\n</${name}>`;
    }
    case 'ticks':
      return `<ul class="ticks">\n${block.items
        .map(({ text: item, ticked }) => `<li>${tickHtml(ticked, words)}<span>${lineHtml(item)}</span></li>`)
        .join('\n')}\n</ul>`;
    case 'definitions':
      return `<dl class="words">\n${block.rows.map(([term, meaning]) => `<dt>${text(term)}</dt><dd>${lineHtml(meaning)}</dd>`).join('\n')}\n</dl>`;
    case 'signatures':
      return `<div class="sign">\n${block.lines.map((line) => `<p class="soft">${text(line)}</p>`).join('\n')}\n</div>`;
    case 'picture':
      return [
        '<figure>',
        `<div class="picture" role="img" aria-label="${text(block.alt)}">${block.svg}</div>`,
        ...(block.caption === undefined ? [] : [`<figcaption class="soft said">${text(block.caption)}</figcaption>`]),
        '</figure>',
      ].join('\n');
    case 'page-break':
      return '<div class="page-break"></div>';
    case 'figures':
      return `<div class="figures">\n${block.items
        .map(
          ({ value, label, marked }) =>
            `<div${marked ? ' class="marked"' : ''}><b class="said">${text(value)}</b> <span class="soft said">${text(label)}</span></div>`,
        )
        .join('\n')}\n</div>`;
    case 'facts':
      return `<dl>\n${block.rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('\n')}\n</dl>`;
    case 'table':
      return tableHtml(block, numbers);
    case 'bars':
      return barsHtml(block);
  }
}

const lineHtml = (line: Line): string =>
  piecesOf(line)
    .map(({ text: said, strong, link }) => {
      const shown = strong ? `<strong>${text(said)}</strong>` : text(said);
      return link === null ? shown : `<a href="${text(link)}" rel="noopener noreferrer">${shown}</a>`;
    })
    .join('');

const tickHtml = (ticked: boolean, words: { readonly ticked: string; readonly open: string }): string =>
  `<svg class="tick" viewBox="0 0 18 18" role="img" aria-label="${text(ticked ? words.ticked : words.open)}"><rect class="box" x="1" y="1" width="16" height="16" rx="2"/>${ticked ? '<path class="check" d="M4.5 9.5l3 3 6-7"/>' : ''}</svg>`;

/** Whoever has only a keyboard can move a table that is wider than the window. */
function tableHtml(
  { name, caption, headers, rows, numbers: right }: BlockOf<'table'>,
  numbers: Intl.NumberFormat,
): string {
  const side = (at: number): string => (right.includes(at) ? ' class="number"' : '');
  const head = headers.map((header, at) => `<th scope="col"${side(at)}>${text(header)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const shown = text(typeof cell === 'number' ? numbers.format(cell) : cell);
      return at === 0 ? `<th scope="row"${side(at)}>${shown}</th>` : `<td${side(at)}>${shown}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${text(name)}">`,
    `<table aria-label="${text(name)}">`,
    ...(caption === undefined ? [] : [`<caption>${text(caption)}</caption>`]),
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    '</table>',
    '</div>',
  ].join('\n');
}

/** The numbers stand beside the bars as text; what the picture as a whole shows is said once, for those who cannot see it. */
function barsHtml({ alt, most, legend, bars }: BlockOf<'bars'>): string {
  const lines = bars.map(({ label, value, text: shown, marked }) => {
    const width = Math.max(value / most, 0.004) * 100;
    const bar = `<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="bar${marked ? ' marked' : ''}" width="${width.toFixed(2)}" height="1"/></svg>`;
    return `<span class="label">${text(label)}</span>${bar}<span class="number">${text(shown)}</span>`;
  });
  return [
    `<figure aria-label="${text(alt)}">`,
    `<div class="bars">\n${lines.join('\n')}\n</div>`,
    ...(legend === null
      ? []
      : [
          `<figcaption class="soft"><svg width="12" height="12" viewBox="0 0 1 1" aria-hidden="true"><rect class="bar marked" width="1" height="1"/></svg> <span class="said">${text(legend)}</span></figcaption>`,
        ]),
    '</figure>',
  ].join('\n');
}

/** The code of the checkpoint as one drawing: pictures by address are not allowed here. */
function qrPicture({ size, data }: { readonly size: number; readonly data: ArrayLike<number> }, says: string): string {
  let path = '';
  for (let at = 0; at < size * size; at += 1) if (data[at]) path += `M${at % size} ${Math.floor(at / size)}h1v1h-1z`;
  return `<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${text(says)}" shape-rendering="crispEdges"><path fill="#000" d="${path}"/></svg>`;
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
};

/** Stored text as text of the page, in elements and in quoted attributes. */
const text = (value: string): string => value.replaceAll(/[&<>"'\r]/g, (mark) => marks[mark] ?? mark);
