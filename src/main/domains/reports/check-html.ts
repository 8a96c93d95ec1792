/** Opens a report page again with the parser that browsers follow: its text, its tables, and that nothing in it can run or load. */
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';

export type SeenHtml = {
  readonly title: string;
  readonly language: string | undefined;
  /** The cells of every row of every table, head rows included. */
  readonly rows: readonly (readonly string[])[];
  /** Items of lists, and names and values of facts, in the order of the page. */
  readonly lines: readonly string[];
  /** Names of elements and attributes that a report has no use for: scripts, addresses, handlers. Empty for a good one. */
  readonly foreign: readonly string[];
};

const elements = new Set(
  'html head meta title style body main footer h1 h2 p ul li div b span dl dt dd table thead tbody tr th td figure figcaption svg rect path'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang charset http-equiv content name class role tabindex aria-label aria-hidden scope viewBox preserveAspectRatio width height fill d shape-rendering'.split(
    ' ',
  ),
);

export function seeHtml(page: string): SeenHtml {
  const rows: string[][] = [];
  const lines: string[] = [];
  const foreign: string[] = [];
  let title = '';
  let language: string | undefined;
  const visit = (node: Tree.Node): void => {
    if (tree.isElementNode(node)) {
      const { tagName: name, attrs } = node;
      if (!elements.has(name)) foreign.push(name);
      for (const { name: attribute } of attrs) if (!attributes.has(attribute)) foreign.push(`${name} ${attribute}`);
      if (name === 'html') language = attrs.find((one) => one.name === 'lang')?.value;
      if (name === 'title') title = textOf(node);
      if (name === 'tr') rows.push(node.childNodes.filter((cell) => tree.isElementNode(cell)).map(textOf));
      if (name === 'li' || name === 'dt' || name === 'dd') lines.push(textOf(node));
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return { title, language, rows, lines, foreign };
}

const textOf = (node: Tree.Node): string =>
  tree.isTextNode(node) ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
