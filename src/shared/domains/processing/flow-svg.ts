/** The picture of where data go as SVG text: shapes and words only, so that it can stand in a paper or be kept as a file. */
import { type FlowKind, type LaidFlow, nodeSize } from './flow';

const fills: Readonly<Record<FlowKind, string>> = { people: '#e8f1ec', system: '#eef0f6', recipient: '#faf0e6' };
const lines: Readonly<Record<FlowKind, string>> = { people: '#38865c', system: '#4a5a8a', recipient: '#9a5a1c' };

const escape = (text: string): string =>
  // What XML cannot hold is left out.
  // eslint-disable-next-line no-control-regex
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(
      /[&<>"']/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign] ?? sign,
    );

const lettersOf = (text: string): string[] => Array.from(text);

/** So many letters fit on one line of a node. */
const lineLength = 26;

/** At most two lines; the end is cut with a sign, the whole word stands in the list beside the picture. */
export function linesOf(text: string): string[] {
  const made: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (lettersOf(joined).length <= lineLength || line === '') line = joined;
    else {
      made.push(line);
      line = word;
    }
  }
  made.push(line);
  const kept = made.slice(0, 2);
  if (made.length > 2) kept[1] = `${kept[1]} …`;
  return kept.map((one) =>
    lettersOf(one).length > lineLength + 2 ? `${lettersOf(one).slice(0, lineLength).join('')}…` : one,
  );
}

/** `title` names the picture for whoever cannot see it. */
export function flowSvg(flow: LaidFlow, title: string): string {
  const width = Math.max(flow.width, 40);
  const height = Math.max(flow.height, 40);
  const arrows = flow.lines.map((points, index) => {
    const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join(' ');
    const abroad = flow.edges[index]?.abroad === true;
    const colour = abroad ? '#9a5a1c' : '#5c6670';
    const [last, before] = [points.at(-1), points.at(-2)];
    const head = last === undefined || before === undefined ? '' : arrowHead(before, last, colour);
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.4"${abroad ? ' stroke-dasharray="5 3"' : ''}/>${head}`;
  });
  const nodes = flow.nodes.map(({ id, kind, label, place, sensitive, open }) => {
    const { x, y } = flow.places.get(id) ?? { x: 0, y: 0 };
    const middle = x + nodeSize.width / 2;
    const words = linesOf(label);
    const below = place === '' ? [] : [place];
    const all = [...words, ...below];
    const first = y + nodeSize.height / 2 - (all.length - 1) * 8 + 4;
    const text = all
      .map(
        (line, at) =>
          `<text x="${middle}" y="${first + at * 16}" text-anchor="middle" font-family="sans-serif" font-size="${at < words.length ? 13 : 11}" fill="${at < words.length ? '#1d2329' : '#4d565e'}">${escape(line)}</text>`,
      )
      .join('');
    const border = open ? ' stroke-dasharray="4 3"' : '';
    return `<rect x="${x}" y="${y}" width="${nodeSize.width}" height="${nodeSize.height}" rx="9" fill="${fills[kind]}" stroke="${lines[kind]}" stroke-width="${sensitive ? 2.6 : 1.2}"${border}/>${text}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...arrows,
    ...nodes,
    '</svg>',
  ].join('\n');
}

type Point = { readonly x: number; readonly y: number };

function arrowHead(from: Point, to: Point, colour: string): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (turn: number): string =>
    `${Math.round(to.x - 9 * Math.cos(angle + turn))},${Math.round(to.y - 9 * Math.sin(angle + turn))}`;
  return `<polygon points="${Math.round(to.x)},${Math.round(to.y)} ${wing(0.4)} ${wing(-0.4)}" fill="${colour}"/>`;
}
