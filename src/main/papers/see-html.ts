/** Opens a page of ours again with the parser that browsers follow: its text, its tables, and that nothing in it can run or load. */
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';
import { isSafeAddress } from '#shared/papers/lines';

export type SeenHtml = {
  readonly title: string;
  readonly language: string | undefined;
  /** The cells of every row of every table, head rows included. */
  readonly rows: readonly (readonly string[])[];
  /** Subtitle, headings, paragraphs, items, terms and captions, in the order of the page; the footer last. */
  readonly lines: readonly string[];
  /** Names of elements and attributes that a paper has no use for: scripts, pictures by address, handlers; addresses nobody should follow. Empty for a good one. */
  readonly foreign: readonly string[];
};

const elements = new Set(
  'html head meta title style body main footer h1 h2 h3 h4 p ul ol li div b strong span a dl dt dd table caption thead tbody tr th td figure figcaption'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang charset http-equiv content name class role tabindex aria-label aria-hidden scope href rel'.split(' '),
);
/** What a drawing may be made of: nothing that loads, runs, styles or carries other markup. */
const shapes = new Set(
  'svg g defs title desc rect path line polyline polygon circle ellipse text tspan marker'.split(' '),
);
const shapeAttributes = new Set(
  'xmlns class role id aria-label aria-hidden viewBox preserveAspectRatio width height x y x1 x2 y1 y2 dx dy cx cy r rx ry d points transform fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity font-family font-size font-weight text-anchor dominant-baseline shape-rendering marker-end marker-start markerWidth markerHeight refX refY orient'.split(
    ' ',
  ),
);
const drawings = 'http://www.w3.org/2000/svg';
/** A marker of the drawing itself is the one thing an attribute may point to. */
const pointsOutside = (value: string): boolean => /url\s*\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value);

const lineNames = new Set(['h2', 'h3', 'h4', 'p', 'li', 'dt', 'dd', 'caption']);

export function seeHtml(page: string): SeenHtml {
  const rows: string[][] = [];
  const lines: string[] = [];
  const foreign: string[] = [];
  let title = '';
  let language: string | undefined;
  const visit = (node: Tree.Node): void => {
    if (tree.isElementNode(node)) {
      const { tagName: name, attrs } = node;
      const drawn = node.namespaceURI === drawings;
      if (!(drawn ? shapes : elements).has(name)) foreign.push(name);
      for (const { name: attribute, value } of attrs) {
        if (!(drawn ? shapeAttributes : attributes).has(attribute) || (drawn && pointsOutside(value)))
          foreign.push(`${name} ${attribute}`);
        if (attribute === 'href' && !isSafeAddress(value)) foreign.push(`${name} ${attribute}`);
      }
      if (name === 'html') language = attrs.find((one) => one.name === 'lang')?.value;
      if (name === 'title' && !drawn) title = textOf(node);
      if (name === 'tr') rows.push(node.childNodes.filter((cell) => tree.isElementNode(cell)).map(textOf));
      if (lineNames.has(name)) lines.push(textOf(node));
      if (isClass(node, 'said')) lines.push(textOf(node));
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return { title, language, rows, lines, foreign };
}

/** Lines that have no element of their own. */
const isClass = ({ attrs }: Tree.Element, name: string): boolean =>
  attrs.some((one) => one.name === 'class' && one.value.split(' ').includes(name));

const textOf = (node: Tree.Node): string =>
  tree.isTextNode(node) ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
