/** Reading single pieces and the list of files of a backup, without reading all of it. */
import { pieceIn } from './content';
import { type FileEntry, FileList, type Manifest } from './manifest';
import { type ContentPlace, openSegment, type PackIndex, startBytes } from './pack';
import { damaged, type Repository } from './repository';

/** Gives pieces by name out of the packs of one backup; a few opened segments are remembered. */
export type ContentReader = { read(id: string): Promise<Buffer> };

const mostSegments = 16;

export async function contentReader(repository: Repository, manifest: Manifest): Promise<ContentReader> {
  const places = new Map<string, ContentPlace>();
  const indexes = new Map<string, PackIndex>();
  for (const { name, bytes } of manifest.packs) {
    const index = await repository.packIndex(name, bytes);
    if (index === null) throw damaged({ item: `data/${name}`, what: 'damaged' });
    indexes.set(name, index);
    for (const [id, place] of index.contents) places.set(id, place);
  }
  const opened = new Map<string, Promise<Buffer>>();
  const segmentOf = (place: ContentPlace): Promise<Buffer> => {
    const key = `${place.pack}|${place.segment}`;
    const there = opened.get(key);
    if (there !== undefined) return there;
    const [oldest] = opened.keys();
    if (opened.size >= mostSegments && oldest !== undefined) opened.delete(oldest);
    const opening = readSegment(repository, indexes.get(place.pack), place);
    opening.catch(() => opened.delete(key));
    opened.set(key, opening);
    return opening;
  };
  return {
    read: async (id) => {
      const place = places.get(id);
      if (place === undefined) throw damaged({ item: `content ${id.slice(0, 12)}`, what: 'missing' });
      const piece = pieceIn(repository.keys, id, place, await segmentOf(place));
      if (piece === null) throw damaged({ item: `data/${place.pack}`, what: 'damaged' });
      return piece;
    },
  };
}

async function readSegment(
  { place, keys }: Repository,
  index: PackIndex | undefined,
  { pack, segment }: ContentPlace,
): Promise<Buffer> {
  const item = `data/${pack}`;
  const where = index?.segments[segment];
  if (where === undefined) throw damaged({ item, what: 'damaged' });
  const start = await place.get(item, { from: 0, bytes: startBytes });
  const sealed = await place.get(item, { from: where[0], bytes: where[1] });
  if (start === null || sealed === null) throw damaged({ item, what: 'missing' });
  const plain = openSegment(keys, start, where[2], segment, sealed);
  if (plain === null) throw damaged({ item, what: 'damaged' });
  return plain;
}

/** The list of all files of a backup, in order. */
export async function readFileLists(repository: Repository, manifest: Manifest): Promise<FileEntry[]> {
  const reader = await contentReader(repository, manifest);
  const entries: FileEntry[] = [];
  for (const id of manifest.lists)
    entries.push(...FileList.parse(JSON.parse((await reader.read(id)).toString('utf8'))));
  return entries;
}
