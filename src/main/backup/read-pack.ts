/** Reading a whole pack from its place. */
import { openPack, type PackIndex } from './pack';
import type { Repository } from './repository';

/** Null when it is missing or anything in it is not right. */
export async function openPackAt(
  { place, keys }: Repository,
  pack: string,
  bytes: number,
  each?: (segment: number, plain: Buffer) => Promise<void> | void,
): Promise<PackIndex | null> {
  const content = await place.get(`data/${pack}`);
  if (content === null || content.length !== bytes) return null;
  return openPack(keys, pack, content, each);
}
