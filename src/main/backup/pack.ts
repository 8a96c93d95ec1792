/**
 * A pack: one object of some megabytes with many pieces, each segment sealed by itself, and an index at its end. Its name
 * follows from its salt and all its seals, so that nothing in it can change, move or go missing under that name.
 */
import { createDecipheriv, createHash, randomBytes, webcrypto } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { RepositoryKeys } from './keys';

export const pageSize = 4_096;
/** What identifies a page of the store: the first bytes of the seal (HMAC-SHA512) that SQLCipher puts at its end. */
export const tagBytes = 16;
const tagAt = pageSize - 64;
/** Pages of one segment: a mebibyte. */
export const segmentPages = 256;

const head = Buffer.from('STWPACK1');
const end = Buffer.from('STWPEND1');
const saltBytes = 32;
const sealBytes = 16;
/** What stands at the end: where the index begins, how long it is, and the mark. */
export const tailBytes = 8 + end.length;
/** No index is longer; a damaged length must not fill the memory. */
const longestIndex = 8_388_608;

const count = z.int().min(0).max(1e9);
const IndexHead = z.strictObject({
  /** Where each segment begins and how long it is, with its seal; `p` for pages, `c` for content. */
  segments: z.array(z.tuple([count, count, z.enum(['p', 'c'])])),
  /** Runs of pages in the order in which they lie in the pack: first page and how many. */
  pages: z.array(z.tuple([count, count])),
  /** Pieces of content: name, segment, place in it, stored length, length when unpacked. */
  contents: z.array(z.tuple([z.string().length(64), count, count, count, count])),
});

export type ContentPlace = {
  readonly pack: string;
  readonly segment: number;
  readonly from: number;
  readonly stored: number;
  readonly raw: number;
};
export type PackIndex = {
  readonly pack: string;
  readonly bytes: number;
  readonly segments: readonly (readonly [from: number, bytes: number, kind: 'p' | 'c'])[];
  /** Page runs with the position of their first page among the pack's pages. */
  readonly pages: readonly { readonly first: number; readonly count: number; readonly position: number }[];
  /** `tagBytes` for each page of the pack, in order. */
  readonly tags: Buffer;
  readonly contents: ReadonlyMap<string, ContentPlace>;
};

/** Copies the tag of the `page`-th page of `pages` to the `to`-th place of `tags`. */
export function copyTag(pages: Buffer, page: number, tags: Buffer, to: number): void {
  const from = page * pageSize + tagAt;
  pages.copy(tags, to * tagBytes, from, from + tagBytes);
}

const nonceOf = (segment: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(segment, 8);
  return nonce;
};
/** The index has a number of its own, so that it can be opened before anybody knows how many segments there are. */
const indexSegment = 0xffffffff;
const placeOf = (kind: 'p' | 'c' | 'index', segment: number): Buffer => Buffer.from(`${kind}|${segment}`);

export type FinishedPack = { readonly name: string; readonly bytes: Buffer; readonly index: PackIndex };

export type PackBuilder = {
  /** How many bytes it would have if it were finished now, without the index. */
  bytes(): number;
  isEmpty(): boolean;
  /** Takes pages that follow each other, from `first` on. The bytes are copied. */
  addPages(first: number, pages: Buffer): void;
  /** Takes a piece of content under its name; `stored` is what is kept of it, packed or not. */
  addContent(id: string, stored: Buffer, raw: number): void;
  /** The bytes lie in the buffer the builder was given, if they fit. */
  finish(): Promise<FinishedPack>;
};

/** Room for a pack that is filled until it has so many bytes: one more segment, and the index. */
export const roomFor = (bytes: number): number => bytes + 4 * 1_048_576;

/** Fills `out`, which nobody else may use until the pack has been sent. */
export async function packBuilder(keys: RepositoryKeys, out: Buffer): Promise<PackBuilder> {
  const salt = randomBytes(saltBytes);
  const key = await webcrypto.subtle.importKey('raw', keys.packKey(salt), 'AES-GCM', false, ['encrypt']);
  const sealing: Promise<void>[] = [];
  const segments: [number, number, 'p' | 'c'][] = [];
  const runs: [number, number][] = [];
  const tags: Buffer[] = [];
  const contents: [string, number, number, number, number][] = [];
  let room = Buffer.allocUnsafe(segmentPages * pageSize);
  let filled = 0;
  let filling: 'p' | 'c' | null = null;
  let total = head.copy(out) + salt.copy(out, head.length);

  // The bytes to seal are copied before the promise is there (Web Cryptography, 14.3.1), so their room is free again.
  const sealWith = async (content: Buffer, kind: 'p' | 'c' | 'index', segment: number): Promise<Buffer> => {
    const seal = { name: 'AES-GCM', iv: nonceOf(segment), additionalData: placeOf(kind, segment) };
    return Buffer.from(await webcrypto.subtle.encrypt(seal, key, content));
  };
  const close = (): void => {
    if (filling === null || filled === 0) return;
    const at = total;
    const segment = segments.length;
    segments.push([at, filled + sealBytes, filling]);
    const sealed = sealWith(room.subarray(0, filled), filling, segment).then((part) => void part.copy(out, at));
    sealed.catch(() => undefined);
    sealing.push(sealed);
    total += filled + sealBytes;
    filled = 0;
    filling = null;
  };
  const begin = (kind: 'p' | 'c', bytes: number): void => {
    if (filling !== kind || filled + bytes > room.length) close();
    if (bytes > room.length) room = Buffer.allocUnsafe(bytes);
    filling = kind;
  };

  return {
    bytes: () => total + filled,
    isEmpty: () => segments.length === 0 && filled === 0,
    addPages: (first, pages) => {
      const last = runs.at(-1);
      const number = pages.length / pageSize;
      if (last !== undefined && last[0] + last[1] === first) last[1] += number;
      else runs.push([first, number]);
      for (let at = 0; at < pages.length;) {
        begin('p', pageSize);
        const fits = Math.min(room.length - filled, pages.length - at);
        pages.copy(room, filled, at, at + fits);
        filled += fits;
        at += fits;
      }
      const found = Buffer.allocUnsafe(number * tagBytes);
      for (let page = 0; page < number; page += 1) copyTag(pages, page, found, page);
      tags.push(found);
    },
    addContent: (id, stored, raw) => {
      begin('c', stored.length);
      contents.push([id, segments.length, filled, stored.length, raw]);
      stored.copy(room, filled);
      filled += stored.length;
    },
    finish: async () => {
      close();
      await Promise.all(sealing);
      const allTags = Buffer.concat(tags);
      const said = { segments, pages: runs, contents } satisfies z.infer<typeof IndexHead>;
      const shape = deflateRawSync(JSON.stringify(said));
      const length = Buffer.alloc(4);
      length.writeUInt32BE(shape.length);
      const index = await sealWith(Buffer.concat([length, shape, allTags]), 'index', indexSegment);
      const tail = Buffer.alloc(8);
      tail.writeUInt32BE(total, 0);
      tail.writeUInt32BE(index.length, 4);
      const rest = Buffer.concat([index, tail, end]);
      const fits = total + rest.length <= out.length;
      if (fits) rest.copy(out, total);
      const bytes = fits ? out.subarray(0, total + rest.length) : Buffer.concat([out.subarray(0, total), rest]);
      const name = nameOf(salt, [...partsOf(bytes, segments), index]);
      return { name, bytes, index: indexOf(name, bytes.length, said, allTags) };
    },
  };
}

const partsOf = (bytes: Buffer, segments: PackIndex['segments']): Buffer[] =>
  segments.map(([from, length]) => bytes.subarray(from, from + length));

/** The salt and the seals of all segments, hashed: the name says how a pack begins, goes on and ends. */
function nameOf(salt: Uint8Array, parts: readonly Buffer[]): string {
  const hash = createHash('sha256').update(salt);
  for (const part of parts) hash.update(part.subarray(-sealBytes));
  return hash.digest('hex');
}

function indexOf(pack: string, bytes: number, shape: z.infer<typeof IndexHead>, tags: Buffer): PackIndex {
  let position = 0;
  const pages = shape.pages.map(([first, number]) => {
    const run = { first, count: number, position };
    position += number;
    return run;
  });
  const contents = new Map(
    shape.contents.map(([id, segment, from, stored, raw]) => [id, { pack, segment, from, stored, raw }]),
  );
  return { pack, bytes, segments: shape.segments, pages, tags, contents };
}

export type Ends = { readonly indexAt: number; readonly indexBytes: number };

/** What the last bytes of a pack say, or null when they are none. */
export function endsOf(tail: Buffer, bytes: number): Ends | null {
  if (tail.length !== tailBytes || !tail.subarray(8).equals(end)) return null;
  const indexAt = tail.readUInt32BE(0);
  const indexBytes = tail.readUInt32BE(4);
  const fits = indexAt >= head.length + saltBytes && indexAt + indexBytes + tailBytes === bytes;
  return fits && indexBytes >= sealBytes && indexBytes <= longestIndex ? { indexAt, indexBytes } : null;
}

/** How many bytes at the beginning hold mark and salt. */
export const startBytes = head.length + saltBytes;

/** The index out of the first bytes of a pack and its sealed index; null when anything about it is not right. */
export function readIndex(
  keys: RepositoryKeys,
  { pack, bytes, start, sealedIndex }: { pack: string; bytes: number; start: Buffer; sealedIndex: Buffer },
): PackIndex | null {
  if (start.length < startBytes || !start.subarray(0, head.length).equals(head)) return null;
  const plain = unsealed(keys.packKey(start.subarray(head.length, startBytes)), sealedIndex);
  const shape = plain === null ? null : shapeOf(plain);
  return shape === null ? null : indexOf(pack, bytes, shape.head, shape.tags);
}

/**
 * Opens a whole pack: mark, end, index, every segment, and that the name is the one that follows from them. Null when
 * anything is not right; else the index, and what a segment holds.
 */
export async function openPack(
  keys: RepositoryKeys,
  pack: string,
  bytes: Buffer,
  each: (segment: number, plain: Buffer) => Promise<void> | void = () => undefined,
): Promise<PackIndex | null> {
  const ends = bytes.length < startBytes + tailBytes ? null : endsOf(bytes.subarray(-tailBytes), bytes.length);
  if (ends === null) return null;
  const sealedIndex = bytes.subarray(ends.indexAt, ends.indexAt + ends.indexBytes);
  const start = bytes.subarray(0, startBytes);
  const index = readIndex(keys, { pack, bytes: bytes.length, start, sealedIndex });
  if (index === null || !isSeamless(index, ends)) return null;
  const salt = start.subarray(head.length);
  const parts = partsOf(bytes, index.segments);
  if (nameOf(salt, [...parts, sealedIndex]) !== pack) return null;
  const key = await webcrypto.subtle.importKey('raw', keys.packKey(salt), 'AES-GCM', false, ['decrypt']);
  const open = async (segment: number): Promise<Buffer | null> => {
    const kind = index.segments[segment]?.[2] ?? 'c';
    const seal = { name: 'AES-GCM', iv: nonceOf(segment), additionalData: placeOf(kind, segment) };
    return webcrypto.subtle.decrypt(seal, key, parts[segment] as Buffer).then(
      (plain) => Buffer.from(plain),
      () => null,
    );
  };
  // Two at a time: the other core opens the next while this one is being used.
  let next = parts.length > 0 ? open(0) : null;
  for (let segment = 0; segment < parts.length; segment += 1) {
    const now = next;
    next = segment + 1 < parts.length ? open(segment + 1) : null;
    const plain = await now;
    if (plain === null || plain === undefined) {
      await next;
      return null;
    }
    await each(segment, plain);
  }
  return index;
}

/** Segments follow each other from the salt to the index: no byte belongs to nothing. */
function isSeamless({ segments }: PackIndex, { indexAt }: Ends): boolean {
  let at = startBytes;
  for (const [from, length] of segments) {
    if (from !== at || length < sealBytes) return false;
    at += length;
  }
  return at === indexAt;
}

function shapeOf(plain: Buffer): { head: z.infer<typeof IndexHead>; tags: Buffer } | null {
  try {
    const length = plain.readUInt32BE(0);
    const text = inflateRawSync(plain.subarray(4, 4 + length), { maxOutputLength: 67_108_864 }).toString('utf8');
    const shape = IndexHead.parse(JSON.parse(text));
    const tags = plain.subarray(4 + length);
    const pages = shape.pages.reduce((sum, [, number]) => sum + number, 0);
    return tags.length === pages * tagBytes ? { head: shape, tags } : null;
  } catch {
    return null;
  }
}

/** One segment, for whoever needs only that one; null when it is not what was sealed there. */
export const openSegment = (
  keys: RepositoryKeys,
  start: Buffer,
  kind: 'p' | 'c',
  segment: number,
  sealed: Buffer,
): Buffer | null => unsealed(keys.packKey(start.subarray(head.length, startBytes)), sealed, kind, segment);

function unsealed(
  key: Uint8Array,
  sealed: Buffer,
  kind: 'p' | 'c' | 'index' = 'index',
  segment = indexSegment,
): Buffer | null {
  if (sealed.length < sealBytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(segment));
    decipher.setAAD(placeOf(kind, segment));
    decipher.setAuthTag(sealed.subarray(-sealBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -sealBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
