/** Encodes batches of rows as one JSONB blob, the form in which rows cross the driver fastest: `insert … select … from jsonb_each(?1)`. */

import { fold } from '#shared/kernel/text';

/** A cell of a row: text, a whole number, or nothing. */
export type Cell = string | number | null;

// Element types of https://sqlite.org/jsonb.html; the high four bits of the first byte give the size or where it is written.
const integer = 3;
const rawText = 10;
const array = 11;
const sizeInOneByte = 0xc0;
const sizeInTwoBytes = 0xd0;
const sizeInFourBytes = 0xe0;

/** Above this many characters a text is handed to the native encoder; below, a loop is faster than the call. */
const shortText = 40;

/** Latin letters whose folded form is one to three ASCII letters, by their unit; an empty text where it is not. */
const foldedLatin: readonly string[] = Array.from({ length: 0x250 }, (_, unit) => {
  const folded = fold(String.fromCharCode(unit));
  return /^[\x20-\x7e]{1,3}$/.test(folded) ? folded : '';
});

/**
 * Collects rows and gives them out as the JSONB of an array of arrays. One encoder is reused for many batches:
 * `take` hands out a copy of exactly the bytes written and starts anew.
 */
export class JsonbRows {
  #bytes: Buffer;
  #end = 5;
  #rowStart = 0;
  #rows = 0;

  /** `capacity` is the first size in bytes; it grows as needed. */
  constructor(capacity = 1 << 20) {
    this.#bytes = Buffer.allocUnsafe(Math.max(capacity, 64));
  }

  get rows(): number {
    return this.#rows;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#end;
  }

  /** Opens a row; its cells follow in order, then `endRow`. */
  startRow(): void {
    this.#rowStart = this.startArray();
  }

  endRow(): void {
    this.endArray(this.#rowStart);
    this.#rows += 1;
  }

  /** Opens an array inside the row; `endArray` wants what this gives. */
  startArray(): number {
    this.#room(16);
    const start = this.#end;
    this.#end += 5;
    return start;
  }

  endArray(start: number): void {
    this.#header(start, array, this.#end - start - 5);
  }

  addNull(): void {
    this.#room(1);
    this.#bytes[this.#end] = 0;
    this.#end += 1;
  }

  addInteger(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Error('Only whole numbers go into a batch.');
    const digits = String(value);
    this.#room(digits.length + 1);
    // 17 characters at most, so the size needs one byte more than the four bits when above 11.
    if (digits.length <= 11) this.#bytes[this.#end++] = (digits.length << 4) | integer;
    else {
      this.#bytes[this.#end++] = sizeInOneByte | integer;
      this.#bytes[this.#end++] = digits.length;
    }
    this.#end += this.#bytes.write(digits, this.#end, 'latin1');
  }

  addText(text: string): void {
    const { length } = text;
    // Three bytes hold any UTF-16 unit.
    this.#room(length * 3 + 5);
    const bytes = this.#bytes;
    if (length <= shortText) {
      const headerLength = length <= 11 ? 1 : 2;
      let at = this.#end + headerLength;
      let index = 0;
      for (; index < length; index += 1) {
        const unit = text.charCodeAt(index);
        if (unit > 127) break;
        bytes[at] = unit;
        at += 1;
      }
      if (index === length) {
        if (headerLength === 1) bytes[this.#end] = (length << 4) | rawText;
        else {
          bytes[this.#end] = sizeInOneByte | rawText;
          bytes[this.#end + 1] = length;
        }
        this.#end = at;
        return;
      }
    }
    // The size may be written wider than it needs to be, so the header's width is chosen before the bytes are known.
    if (length <= 85) {
      const written = bytes.write(text, this.#end + 2, 'utf8');
      bytes[this.#end] = sizeInOneByte | rawText;
      bytes[this.#end + 1] = written;
      this.#end += written + 2;
    } else if (length <= 21_845) {
      const written = bytes.write(text, this.#end + 3, 'utf8');
      bytes[this.#end] = sizeInTwoBytes | rawText;
      bytes.writeUInt16BE(written, this.#end + 1);
      this.#end += written + 3;
    } else {
      const written = bytes.write(text, this.#end + 5, 'utf8');
      this.#header(this.#end, rawText, written);
      this.#end += written + 5;
    }
  }

  addTextOrNull(text: string | null): void {
    if (text === null) this.addNull();
    else this.addText(text);
  }

  /** The folded parts as one text, a line end between them; folded as they are written. */
  addFolded(parts: readonly string[]): void {
    const start = this.#end;
    this.#room(5);
    this.#end += 5;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] as string;
      this.#room(part.length * 3 + 1);
      if (index > 0) this.#bytes[this.#end++] = 10;
      if (!this.#writeLowered(part)) {
        const folded = fold(part);
        this.#room(folded.length * 3);
        this.#end += this.#bytes.write(folded, this.#end, 'utf8');
      }
    }
    this.#header(start, rawText, this.#end - start - 5);
  }

  /** False, and nothing written, when the text has letters whose folded form is not written in ASCII. */
  #writeLowered(text: string): boolean {
    const bytes = this.#bytes;
    let at = this.#end;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit <= 127) {
        bytes[at] = unit >= 65 && unit <= 90 ? unit + 32 : unit;
        at += 1;
        continue;
      }
      const plain = unit < foldedLatin.length ? (foldedLatin[unit] as string) : '';
      if (plain === '') return false;
      for (let letter = 0; letter < plain.length; letter += 1) {
        bytes[at] = plain.charCodeAt(letter);
        at += 1;
      }
    }
    this.#end = at;
    return true;
  }

  add(cell: Cell): void {
    if (cell === null) this.addNull();
    else if (typeof cell === 'number') this.addInteger(cell);
    else this.addText(cell);
  }

  addRow(cells: readonly Cell[]): void {
    this.startRow();
    for (const cell of cells) this.add(cell);
    this.endRow();
  }

  /** The batch as JSONB in memory of its own (it may be transferred to another thread), and the encoder is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    this.#header(0, array, this.#end - 5);
    const blob = new Uint8Array(new ArrayBuffer(this.#end));
    blob.set(this.#bytes.subarray(0, this.#end));
    this.#end = 5;
    this.#rows = 0;
    return blob;
  }

  #header(at: number, type: number, size: number): void {
    this.#bytes[at] = sizeInFourBytes | type;
    this.#bytes.writeUInt32BE(size, at + 1);
  }

  #room(needed: number): void {
    if (this.#end + needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + needed));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

/** One batch of rows as JSONB. */
export function encodeRows(rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> {
  const encoder = new JsonbRows(rows.length * 64 + 64);
  for (const row of rows) encoder.addRow(row);
  return encoder.take();
}
