/** Pieces of content: packed where that helps, and found again by name. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { RepositoryKeys } from './keys';
import type { ContentPlace } from './pack';

/** Encrypted evidence does not get smaller; a look at its first bytes says so for a fraction of the time. */
const looked = 16_384;
const worthIt = 0.95;

const squeeze = (bytes: Uint8Array): Buffer =>
  zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } });

/** What is kept of a piece: packed when that is shorter, else the piece itself. Equal lengths mean the piece itself. */
export function packedOf(piece: Buffer): Buffer {
  if (piece.length === 0 || squeeze(piece.subarray(0, looked)).length > Math.min(looked, piece.length) * worthIt)
    return piece;
  const packed = squeeze(piece);
  return packed.length < piece.length ? packed : piece;
}

/** The piece out of an opened segment; null when it is not what its name says. */
export function pieceIn(keys: RepositoryKeys, id: string, place: ContentPlace, segment: Buffer): Buffer | null {
  const stored = segment.subarray(place.from, place.from + place.stored);
  if (stored.length !== place.stored) return null;
  try {
    const piece =
      place.stored === place.raw ? stored : zstdDecompressSync(stored, { maxOutputLength: Math.max(1, place.raw) });
    return piece.length === place.raw && keys.contentId(piece).toString('hex') === id ? piece : null;
  } catch {
    return null;
  }
}
