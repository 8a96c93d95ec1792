/** What a repository holds already: which pages with which tags, and which pieces, so that neither is sent again. */
import { assert } from '#shared/kernel/assert';
import type { Manifest } from './manifest';
import { type PackIndex, tagBytes } from './pack';

export type PagePlace = { readonly pack: string; readonly position: number };

export type KnownContent = {
  /** Where the page with this tag lies, or null. `tags` holds the tag at `at`. */
  page(number: number, tags: Buffer, at: number): PagePlace | null;
  /** How many pages from `number` on, at most `most`, lie one behind the other with the tags that begin at `at`. */
  has(id: string): string | null;
  add(index: PackIndex): void;
};

/** `base` is the backup before; other indexes come from packs that an interrupted run left behind. */
export function knownContent(
  base: { readonly manifest: Manifest; readonly indexes: ReadonlyMap<string, PackIndex> } | null,
  pages: number,
): KnownContent {
  const tags = Buffer.alloc(pages * tagBytes);
  /** Number of the pack, from 1 on; 0 where nothing is known. */
  const packOf = new Uint32Array(pages);
  const positionOf = new Uint32Array(pages);
  const packs: string[] = [];
  const contents = new Map<string, string>();

  const put = (first: number, count: number, pack: number, position: number, index: PackIndex): void => {
    const fits = Math.min(count, pages - first);
    if (fits <= 0) return;
    index.tags.copy(tags, first * tagBytes, position * tagBytes, (position + fits) * tagBytes);
    packOf.fill(pack, first, first + fits);
    for (let page = 0; page < fits; page += 1) positionOf[first + page] = position + page;
  };
  const remember = (index: PackIndex): number => {
    for (const id of index.contents.keys()) contents.set(id, index.pack);
    return packs.push(index.pack);
  };

  if (base !== null) {
    const numbers = new Map<string, number>();
    for (const { name } of base.manifest.packs) {
      const index = base.indexes.get(name);
      if (index !== undefined) numbers.set(name, remember(index));
    }
    for (const [first, count, pack, position] of base.manifest.database.runs) {
      const name = base.manifest.packs[pack]?.name ?? '';
      const [index, number] = [base.indexes.get(name), numbers.get(name)];
      if (index !== undefined && number !== undefined) put(first, count, number, position, index);
    }
  }

  return {
    page: (number, wanted, at) => {
      const pack = packOf[number] ?? 0;
      if (pack === 0) return null;
      const from = number * tagBytes;
      if (tags.compare(wanted, at, at + tagBytes, from, from + tagBytes) !== 0) return null;
      const name = packs[pack - 1];
      assert(name !== undefined, 'every number stands for a pack');
      return { pack: name, position: positionOf[number] ?? 0 };
    },
    has: (id) => contents.get(id) ?? null,
    add: (index) => {
      const pack = remember(index);
      for (const { first, count, position } of index.pages) put(first, count, pack, position, index);
    },
  };
}
