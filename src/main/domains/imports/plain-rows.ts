/** The short way for well-formed UTF-8 files: bytes to rows of cells without a text of the whole; anything odd is left to `TextRows`. */
import { isUtf8 } from 'node:buffer';

const [quote, lineFeed, carriageReturn] = [34, 10, 13];

/** Cells that come again and again (countries, first names) are made once: by the bytes they were read from. */
const places = 8_192;
const longestKept = 32;
/** After so many cells of a column it is known whether its cells come again. */
const trial = 1_024;
const columnsTried = 512;

export type PlainResult = {
  readonly rows: string[][];
  /** Bytes used up: everything before the first row that has not ended or is odd. */
  readonly used: number;
  /** The row that begins there is not for us: its quotes are not where they should be, or the bytes are no good UTF-8. */
  readonly odd: boolean;
};

export class PlainRows {
  readonly #delimiter: number;
  readonly #keptText: string[] = Array.from({ length: places }, () => '');
  readonly #keptLength = new Uint8Array(places);
  readonly #keptBytes = new Uint8Array(places * longestKept);
  readonly #tries = new Uint32Array(columnsTried);
  readonly #hits = new Uint32Array(columnsTried);

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The rows that end in these bytes. */
  read(bytes: Buffer): PlainResult {
    const whole = bytes.lastIndexOf(lineFeed) + 1;
    const sound = bytes.subarray(0, whole);
    if (sound.includes(0) || !isUtf8(sound)) return { rows: [], used: 0, odd: true };
    const delimiter = this.#delimiter;
    const rows: string[][] = [];
    let at = 0;
    let rowStart = 0;
    let row: string[] = [];
    let column = 0;
    while (at < whole) {
      let start = at;
      let end: number;
      let hash = 0;
      let seen = 0;
      let doubled = false;
      let byte = bytes[at] as number;
      if (byte === quote) {
        at += 1;
        start = at;
        for (;;) {
          if (at >= whole) return { rows, used: rowStart, odd: false };
          byte = bytes[at] as number;
          if (byte === quote) {
            if (bytes[at + 1] !== quote) break;
            doubled = true;
            at += 1;
          }
          hash = (Math.imul(hash, 31) + byte) | 0;
          seen |= byte;
          at += 1;
        }
        end = at;
        at += 1;
        byte = bytes[at] as number;
        if (byte === carriageReturn && bytes[at + 1] === lineFeed) {
          at += 1;
          byte = lineFeed;
        }
        if (byte !== delimiter && byte !== lineFeed) return { rows, used: rowStart, odd: true };
        if (byte === lineFeed && end > start && bytes[end - 1] === carriageReturn)
          return { rows, used: rowStart, odd: true };
      } else {
        while (byte !== delimiter && byte !== lineFeed) {
          if (byte === quote) return { rows, used: rowStart, odd: true };
          hash = (Math.imul(hash, 31) + byte) | 0;
          seen |= byte;
          at += 1;
          byte = bytes[at] as number;
        }
        end = at;
        if (byte === lineFeed && end > start && bytes[end - 1] === carriageReturn) end -= 1;
      }
      at += 1;
      const text =
        end === start
          ? ''
          : doubled
            ? bytes.toString('utf8', start, end).replaceAll('""', '"')
            : this.#textOf(bytes, start, end, hash, seen, column);
      row.push(text);
      column += 1;
      if (byte === lineFeed) {
        rows.push(row);
        row = [];
        column = 0;
        rowStart = at;
      }
    }
    return { rows, used: rowStart, odd: false };
  }

  #textOf(bytes: Buffer, start: number, end: number, hash: number, seen: number, column: number): string {
    const length = end - start;
    const tries = column < columnsTried ? (this.#tries[column] as number) : trial;
    if (
      length > longestKept ||
      (tries >= trial && (column >= columnsTried || (this.#hits[column] as number) < trial / 4))
    )
      return seen < 128 ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
    const place = (hash ^ (hash >>> 13) ^ length) & (places - 1);
    const kept = this.#keptBytes;
    const offset = place * longestKept;
    if (tries < trial) this.#tries[column] = tries + 1;
    if (this.#keptLength[place] === length) {
      let index = 0;
      while (index < length && kept[offset + index] === bytes[start + index]) index += 1;
      if (index === length) {
        if (tries < trial) this.#hits[column] = (this.#hits[column] as number) + 1;
        return this.#keptText[place] as string;
      }
    }
    const text = seen < 128 ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
    this.#keptText[place] = text;
    this.#keptLength[place] = length;
    for (let index = 0; index < length; index += 1) kept[offset + index] = bytes[start + index] as number;
    return text;
  }
}
