/** What a backup is made of: the store's pages, held still, and files. */
import { createHash } from 'node:crypto';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from './manifest';

/** Pages of the store's file, held still. */
export type Pages = { readonly pages: number; read(into: Buffer, first: number): Promise<number> };

export type SourceFile = {
  /** Where it is in the backup: `vault/slots.json`, `folders/Accounts/2025.pdf`. */
  readonly path: string;
  readonly bytes: number;
  readonly changed: number;
  /** Gives pieces of at most `pieceBytes`, in order. */
  readonly pieces: () => AsyncIterable<Buffer>;
};

export type Source = {
  readonly database: Pages;
  readonly files: readonly SourceFile[];
  /** Asked while the store is still held. */
  readonly facts: () => Promise<SourceFacts>;
};

export type SourceFacts = Pick<
  Manifest,
  'storeId' | 'storeKey' | 'program' | 'schema' | 'trail' | 'counts' | 'erasures' | 'at'
>;

export const pieceBytes = 1_048_576;

/** Every file below a folder, in order, with `prefix` before its path. Links are not followed: they lead out of the folder. */
export async function filesBelow(
  folder: string,
  prefix: string,
  skip: (path: string) => boolean = () => false,
): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${prefix}/${entry.name}`;
    if (skip(path)) continue;
    if (entry.isDirectory()) found.push(...(await filesBelow(join(folder, entry.name), path, skip)));
    else if (entry.isFile()) {
      const one = await fileAt(join(folder, entry.name), path);
      if (one !== null) found.push(one);
    }
  }
  return found;
}

/** Null when it went away meanwhile. */
export async function fileAt(file: string, path: string): Promise<SourceFile | null> {
  const found = await lstat(file).catch(() => null);
  if (found === null || !found.isFile()) return null;
  return { path, bytes: found.size, changed: found.mtimeMs, pieces: () => piecesOf(file) };
}

/** Something small that is not a file of its own. */
export const inMemory = (path: string, content: Buffer): SourceFile => ({
  path,
  bytes: content.length,
  changed: 0,
  pieces: async function* () {
    yield content;
  },
});

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceBytes);
      let filled = 0;
      while (filled < piece.length) {
        const { bytesRead } = await handle.read(piece, filled, piece.length - filled, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled === 0) return;
      yield piece.subarray(0, filled);
      if (filled < piece.length) return;
    }
  } finally {
    await handle.close();
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
