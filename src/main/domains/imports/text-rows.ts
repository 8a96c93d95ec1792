/** Delimited text to rows of cells, piece by piece; a row whose quotes are broken costs that line and no other. */
import Papa from 'papaparse';
import { longestText } from '#shared/kernel/text';

type ParserResult = {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
};
type ChunkParser = { parse(text: string, base: number, ignoreLastRow: boolean): ParserResult; abort(): void };
type ParserConfig = { delimiter: string; newline: string; preview?: number; step?: (result: ParserResult) => void };

/** The parser under papaparse's own streamers: it says where the last whole row of a piece ended, which is all we need. */
const { Parser } = Papa as unknown as { Parser: new (config: ParserConfig) => ChunkParser };

/** A row that has not ended after this many characters is one whose quote was never closed. */
export const longestRow = 16 * longestText;

export type Rows = {
  readonly rows: string[][];
  /** Positions in `rows` whose quotes are broken; their cells are the line cut at every delimiter. */
  readonly broken: ReadonlySet<number>;
};

const none: ReadonlySet<number> = new Set();

export class TextRows {
  readonly #delimiter: string;
  #newline: string | undefined;
  #rest = '';

  /** `newline` when rows of the same file were read before. */
  constructor(delimiter: string, newline?: string) {
    this.#delimiter = delimiter;
    this.#newline = newline;
  }

  /** The rows that end in this piece. With `last` also what is left, and the next piece would be another file's. */
  push(piece: string, last: boolean): Rows {
    let text = this.#rest === '' ? piece : this.#rest + piece;
    // Lines end with \r alone only in files that have no \n at all.
    this.#newline ??=
      !text.includes('\n') && text.includes('\r') && (last || !text.endsWith('\r'))
        ? '\r'
        : text.includes('\n') || last
          ? '\n'
          : undefined;
    if (this.#newline === undefined) {
      this.#rest = text;
      return { rows: [], broken: none };
    }
    const result = this.#parser().parse(text, 0, !last);
    const rows: string[][] = [];
    let broken: Set<number> | undefined;
    if (isSound(result)) {
      for (const row of result.data) rows.push(row);
      text = last ? '' : text.slice(result.meta.cursor);
    } else {
      broken = new Set();
      text = this.#pushUneven(text, last, rows, broken);
    }
    while (text.length > longestRow) {
      broken ??= new Set();
      text = this.#pushBrokenLine(text, rows, broken);
      text = this.#pushUneven(text, last, rows, broken);
    }
    this.#rest = text;
    if (last && rows.length > 0 && isEmpty(rows.at(-1))) rows.pop();
    if (this.#newline === '\n') for (const row of rows) dropReturn(row);
    return { rows, broken: broken ?? none };
  }

  #parser(step?: (result: ParserResult) => void): ChunkParser {
    const config: ParserConfig = { delimiter: this.#delimiter, newline: this.#newline ?? '\n' };
    return new Parser(step === undefined ? config : { ...config, step });
  }

  /** Row by row up to the first broken one, that line by itself, and so on. Gives back what is not used up. */
  #pushUneven(text: string, last: boolean, rows: string[][], broken: Set<number>): string {
    let left = text;
    for (;;) {
      let end = 0;
      let failed = false;
      const parser = this.#parser((result) => {
        const [row] = result.data;
        if (failed || row === undefined) return;
        if (result.errors.some(isQuoteError)) {
          failed = true;
          parser.abort();
          return;
        }
        rows.push(row);
        end = result.meta.cursor;
      });
      parser.parse(left, 0, !last);
      left = left.slice(end);
      if (!failed) return last ? '' : left;
      left = this.#pushBrokenLine(left, rows, broken);
      if (left === '') return '';
    }
  }

  #pushBrokenLine(text: string, rows: string[][], broken: Set<number>): string {
    const newline = text.indexOf(this.#newline ?? '\n');
    const line = newline < 0 ? text : text.slice(0, newline);
    broken.add(rows.length);
    rows.push(line.split(this.#delimiter));
    return newline < 0 ? '' : text.slice(newline + 1);
  }
}

const isQuoteError = (error: { readonly type: string }): boolean => error.type === 'Quotes';

/** Errors of a row that has not ended yet will be seen again with the next piece. */
const isSound = (result: ParserResult): boolean =>
  result.errors.length === 0 ||
  !result.errors.some((error) => isQuoteError(error) && (error.row ?? 0) < result.data.length);

const isEmpty = (row: readonly string[] | undefined): boolean =>
  row?.length === 1 && (row[0] === '' || row[0] === '\r');

function dropReturn(row: string[]): void {
  const last = row.length - 1;
  const cell = row[last];
  if (cell?.endsWith('\r')) row[last] = cell.slice(0, -1);
}

/** A delimiter that cuts quoted cells apart leaves half of their quotes in each part. */
const hasHalfQuote = (cell: string): boolean => cell.includes('"') && cell.split('"').length % 2 === 0;

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter under which the sample's rows agree best on how many cells they have; `,` for a single column. */
export function findDelimiter(sample: string): (typeof delimiters)[number] {
  let best: (typeof delimiters)[number] = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const { rows, broken } = new TextRows(delimiter).push(sample, false);
    const counted = rows.length > 0 ? rows : new TextRows(delimiter).push(sample, true).rows;
    const counts = new Map<number, number>();
    let torn = broken.size;
    for (const [index, row] of counted.entries()) {
      if (!broken.has(index) && !isEmpty(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
      if (row.some(hasHalfQuote)) torn += 1;
    }
    const [cells, rowsWithThem] = [...counts].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [
      1, 0,
    ];
    if (cells < 2) continue;
    const score =
      (rowsWithThem / counted.length) * (1 - Math.min(1, torn / counted.length)) + Math.min(cells, 50) / 1_000;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
