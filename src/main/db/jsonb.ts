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

/** Up to here text is written letter by letter: faster than a call of `write` has begun. */
const shortText = 24;

/** Latin letters whose folded form is one to three ASCII letters, by their unit; an empty text where it is not. */
const foldedLatin: readonly string[] = Array.from({ length: 0x250 }, (_, unit) => {
  const folded = fold(String.fromCharCode(unit));
  return /^[\x20-\x7e]{1,3}$/.test(folded) ? folded : '';
});

/**
 * Collects rows and gives them out as the JSONB of an array of arrays. One encoder is reused for many batches.
 */
export class JsonbRows {
  #bytes: Buffer<ArrayBuffer>;
  #end = 5;
  #rowStart = 0;
  #rows = 0;

  /** `capacity` is the first size in bytes; it grows as needed. */
  constructor(capacity = 1 << 20) {
    this.#bytes = Buffer.from(new ArrayBuffer(Math.max(capacity, 64)));
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
    this.#room(digits.length + 2);
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
    if (this.#end + length * 3 + 5 > this.#bytes.length) this.#room(length * 3 + 5);
    const bytes = this.#bytes;
    const at = this.#end;
    // The size may be written wider than it needs to be, so the header's width is chosen before the bytes are known.
    if (length <= 85) {
      // Most cells are short and ASCII; a loop is done with them before a call of `write` has begun.
      let index = 0;
      if (length <= shortText) {
        for (; index < length; index += 1) {
          const unit = text.charCodeAt(index);
          if (unit > 127) break;
          bytes[at + 2 + index] = unit;
        }
      }
      const written = index === length ? length : bytes.write(text, at + 2);
      bytes[at] = sizeInOneByte | rawText;
      bytes[at + 1] = written;
      this.#end = at + 2 + written;
    } else if (length <= 21_845) {
      const written = bytes.write(text, at + 3);
      bytes[at] = sizeInTwoBytes | rawText;
      bytes.writeUInt16BE(written, at + 1);
      this.#end = at + 3 + written;
    } else {
      const written = bytes.write(text, at + 5);
      this.#header(at, rawText, written);
      this.#end = at + 5 + written;
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
      if (!this.#writeFoldedLatin(part)) {
        const folded = fold(part);
        this.#room(folded.length * 3);
        this.#end += this.#bytes.write(folded, this.#end);
      }
    }
    this.#header(start, rawText, this.#end - start - 5);
  }

  /** False, and nothing written, when the text has letters whose folded form is not written in ASCII. */
  #writeFoldedLatin(text: string): boolean {
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

  /**
   * The batch as JSONB, and the encoder is empty again. The bytes are the encoder's own memory, which is given away (it may
   * be transferred to another thread); `memory` is what the encoder goes on with, such as that of a batch that is done.
   */
  take(memory?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    this.#header(0, array, this.#end - 5);
    const blob = new Uint8Array(this.#bytes.buffer, 0, this.#end);
    this.#bytes = Buffer.from(memory ?? new ArrayBuffer(this.#bytes.length));
    this.#end = 5;
    this.#rows = 0;
    return blob;
  }

  #header(at: number, type: number, size: number): void {
    const bytes = this.#bytes;
    bytes[at] = sizeInFourBytes | type;
    bytes[at + 1] = size >>> 24;
    bytes[at + 2] = size >>> 16;
    bytes[at + 3] = size >>> 8;
    bytes[at + 4] = size;
  }

  #room(needed: number): void {
    if (this.#end + needed <= this.#bytes.length) return;
    const larger = Buffer.from(new ArrayBuffer(Math.max(this.#bytes.length * 2, this.#end + needed)));
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

/** The batch as the driver wants to bind it; it shares the memory. */
export const bytesOf = (blob: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> =>
  Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
