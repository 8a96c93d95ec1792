/** Pieces of a text file to rows: the short way as long as it goes, then the ordinary one to the end of the file. */
import { hasUnstorableCharacters } from '#shared/kernel/text';
import type { Encoding } from '#shared/domains/imports/model';
import { decoderFor, type PieceDecoder } from './encoding';
import { PlainRows } from './plain-rows';
import { longestRow, type Rows, TextRows } from './text-rows';

const lineFeed = 10;
const byteMark = [0xef, 0xbb, 0xbf] as const;

export type PieceRows = Rows & {
  /** No cell has a NUL or half a surrogate pair. */
  readonly storable: boolean;
};

export class PieceReader {
  readonly #encoding: Encoding;
  readonly #delimiter: string;
  #plain: PlainRows | null;
  #ordinary: { readonly decode: PieceDecoder; readonly parser: TextRows } | null = null;
  #begun = false;
  /** Bytes of a row that has not ended. */
  #rest: Buffer = Buffer.alloc(0);
  #soundBefore = true;

  constructor(encoding: Encoding, delimiter: string) {
    this.#encoding = encoding;
    this.#delimiter = delimiter;
    this.#plain = encoding === 'utf-8' || encoding === 'utf-8-bom' ? new PlainRows(delimiter) : null;
  }

  /** The rows that end in this piece, of the last one all. The piece is not needed afterwards. */
  read(piece: Buffer, last: boolean): PieceRows {
    if (this.#plain === null) return this.#readOrdinary(piece, last);
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, piece]) : piece;
    if (!this.#begun) {
      // Without a line feed in it the lines may end otherwise.
      if (!bytes.includes(lineFeed)) {
        this.#plain = null;
        return this.#readOrdinary(bytes, last);
      }
      if (byteMark.every((byte, index) => bytes[index] === byte)) bytes = bytes.subarray(byteMark.length);
      this.#begun = true;
    }
    const { rows, used, odd } = this.#plain.read(bytes);
    const left = bytes.subarray(used);
    if (!odd && !last && left.length <= longestRow) {
      this.#rest = Buffer.from(left);
      return { rows, broken: new Set(), storable: true };
    }
    this.#plain = null;
    if (last && left.length === 0) return { rows, broken: new Set(), storable: true };
    const others = this.#readOrdinary(left, last);
    return {
      rows: [...rows, ...others.rows],
      broken: new Set([...others.broken].map((at) => at + rows.length)),
      storable: others.storable,
    };
  }

  #readOrdinary(piece: Buffer, last: boolean): PieceRows {
    this.#ordinary ??= {
      decode: decoderFor(this.#encoding, this.#begun),
      parser: new TextRows(this.#delimiter, this.#begun ? '\n' : undefined),
    };
    const text = this.#ordinary.decode(piece, last);
    const sound = !hasUnstorableCharacters(text);
    // A row may have begun in the piece before.
    const storable = sound && this.#soundBefore;
    this.#soundBefore = sound;
    return { ...this.#ordinary.parser.push(text, last), storable };
  }
}
