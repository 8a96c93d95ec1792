/** Fills packs and sends them while the next one is being filled; a pack counts when it was read back. */
import type { RepositoryKeys } from './keys';
import { packBuilder, type PackBuilder, type PackIndex, pageSize, roomFor, segmentPages } from './pack';
import { damaged, type Repository } from './repository';

/** A pack is finished when it has this many bytes. */
const packBytes = 16 * 1_048_576;
/** Packs on their way while the next one is filled. */
const mostOnTheWay = 1;

/** A place in a pack whose name is not known yet: `pack` is the number of the pack in the order they were begun. */
export type SentPage = { readonly pack: number; readonly position: number };

export type PackSender = {
  /** Takes one page; gives where it will lie. */
  page(number: number, page: Buffer): Promise<SentPage>;
  content(id: string, stored: Buffer, raw: number): Promise<void>;
  /** Sends the rest; gives the packs in the order of their numbers. */
  finish(): Promise<readonly PackIndex[]>;
  bytes(): number;
};

export function packSender(repository: Repository, signal: AbortSignal): PackSender {
  const keys: RepositoryKeys = repository.keys;
  const sent: Promise<PackIndex>[] = [];
  const onTheWay = new Set<Promise<unknown>>();
  const free: Buffer[] = [];
  let builder: PackBuilder | null = null;
  let room: Buffer | null = null;
  let inPack = 0;
  let bytes = 0;
  /** Throws what the first pack that failed threw. */
  let rethrow = (): void => undefined;
  /** Pages that follow each other go in together. */
  const held = Buffer.allocUnsafe(segmentPages * pageSize);
  let first = 0;
  let count = 0;

  const open = async (): Promise<PackBuilder> => {
    room ??= free.pop() ?? Buffer.allocUnsafeSlow(roomFor(packBytes));
    return (builder ??= await packBuilder(keys, room));
  };
  const flushPages = (into: PackBuilder): void => {
    if (count > 0) into.addPages(first, held.subarray(0, count * pageSize));
    count = 0;
  };
  const send = async (): Promise<void> => {
    if (builder === null || room === null) return;
    flushPages(builder);
    const [full, filled] = [builder, room];
    builder = null;
    room = null;
    inPack = 0;
    while (onTheWay.size >= mostOnTheWay) await Promise.race(onTheWay);
    rethrow();
    signal.throwIfAborted();
    const sending = sendOne(repository, full).then((index) => {
      bytes += index.bytes;
      free.push(filled);
      return index;
    });
    sent.push(sending);
    const tracked: Promise<unknown> = sending
      .then(
        () => undefined,
        (error: Error) => {
          rethrow = () => {
            throw error;
          };
        },
      )
      .finally(() => onTheWay.delete(tracked));
    onTheWay.add(tracked);
  };
  /** The pack to fill, with room for one more piece. */
  const withRoom = async (): Promise<PackBuilder> => {
    if (builder !== null && builder.bytes() + count * pageSize >= packBytes) await send();
    return open();
  };

  return {
    page: async (number, page) => {
      const into = await withRoom();
      if (count > 0 && (first + count !== number || count === segmentPages)) flushPages(into);
      if (count === 0) first = number;
      page.copy(held, count * pageSize);
      count += 1;
      const position = inPack;
      inPack += 1;
      return { pack: sent.length, position };
    },
    content: async (id, stored, raw) => {
      const into = await withRoom();
      flushPages(into);
      into.addContent(id, stored, raw);
    },
    finish: async () => {
      await send();
      return Promise.all(sent);
    },
    bytes: () => bytes,
  };
}

async function sendOne(repository: Repository, builder: PackBuilder): Promise<PackIndex> {
  const { name, bytes, index } = await builder.finish();
  if ((await repository.putProven(`data/${name}`, bytes)) !== 'written')
    throw damaged({ item: `data/${name}`, what: 'other-content' });
  return index;
}
