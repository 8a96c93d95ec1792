/** Which encoding a text file is in, found by looking at all of it, and how its bytes become text piece by piece. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { unavailable } from '#shared/kernel/failures';
import type { Encoding } from '#shared/domains/imports/model';

const pieceSize = 1 << 20;
const looked = 1 << 16;

/** Begins a file that is no text: zip, old Office files, PDF, gzip, PNG, JPEG. */
const otherFormats = ['504b0304', 'd0cf11e0', '25504446', '1f8b', '89504e47', 'ffd8ff'];

/** Throws `unavailable: file-format` when the bytes are plainly no text. */
export function assertText(head: Uint8Array): void {
  const hex = Buffer.from(head.subarray(0, 4)).toString('hex');
  if (otherFormats.some((magic) => hex.startsWith(magic))) throw unavailable('file-format');
}

/** Calls `use` with one piece of the file after the other; the piece is only good until the next. */
export function eachPiece(file: string, use: (piece: Buffer, at: number) => void | false): void {
  const handle = openSync(file, 'r');
  try {
    const memory = Buffer.allocUnsafe(pieceSize);
    let at = 0;
    for (;;) {
      const length = readSync(handle, memory, 0, pieceSize, null);
      if (length === 0 || use(memory.subarray(0, length), at) === false) return;
      at += length;
    }
  } finally {
    closeSync(handle);
  }
}

/** Where the last character of UTF-8 bytes that may be cut off starts, or their length when none is. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Byte marks first, then UTF-16 by its zeros, then UTF-8 if every byte of the file agrees, else Windows-1252. */
export function findEncoding(file: string): Encoding {
  let found: Encoding | undefined;
  let utf8 = true;
  let cut: Buffer = Buffer.alloc(0);
  eachPiece(file, (piece, at) => {
    if (at === 0) {
      assertText(piece);
      found = byMark(piece) ?? byZeros(piece.subarray(0, looked));
      if (found === 'utf-16le' || found === 'utf-16be') return false;
    }
    const bytes = cut.length > 0 ? Buffer.concat([cut, piece]) : piece;
    const end = wholeCharacters(bytes);
    utf8 = isUtf8(bytes.subarray(0, end));
    cut = Buffer.from(bytes.subarray(end));
    return utf8 ? undefined : false;
  });
  if (found === 'utf-16le' || found === 'utf-16be') return found;
  if (!utf8 || cut.length > 0) return 'windows-1252';
  return found ?? 'utf-8';
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Text in Latin letters has a zero in every second byte of UTF-16. */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = bytes.length / 2;
  if (odd > half * 0.3 && even < odd / 4) return 'utf-16le';
  if (even > half * 0.3 && odd < even / 4) return 'utf-16be';
  // A few zeros are single damaged rows; many mean that this is no text.
  if (even + odd > bytes.length * 0.05) throw unavailable('file-format');
  return undefined;
}

/** Turns pieces of bytes into text; a character cut in two waits for its other half. */
export type PieceDecoder = (piece: Buffer, last: boolean) => string;

/** `begun` when the first bytes of the file, and a mark among them, were read by somebody else. */
export function decoderFor(encoding: Encoding, begun = false): PieceDecoder {
  if (encoding === 'windows-1252') {
    const decoder = new TextDecoder('windows-1252');
    return (piece, last) => decoder.decode(piece, { stream: !last });
  }
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  let cut: Buffer = Buffer.alloc(0);
  let first = !begun;
  return (piece, last) => {
    const bytes = cut.length > 0 ? Buffer.concat([cut, piece]) : piece;
    const end = last ? bytes.length : wide ? bytes.length & ~1 : wholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    let text: string;
    if (encoding === 'utf-16be')
      text = Buffer.from(whole.subarray(0, whole.length & ~1))
        .swap16()
        .toString('utf16le');
    else text = whole.toString(wide ? 'utf16le' : 'utf8');
    cut = Buffer.from(bytes.subarray(end));
    if (first && text.length > 0) {
      first = false;
      if (text.charCodeAt(0) === 0xfeff) return text.slice(1);
    }
    return text;
  };
}
