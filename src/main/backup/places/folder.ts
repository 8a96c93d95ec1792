/** A folder as a place for backups: on this computer, on a removable drive, on a network share. */
import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PlaceKind } from '#shared/domains/backups/model';
import { unavailable } from '#shared/kernel/failures';
import { fileFailure, makeFolder, syncFolder } from '../../files/durable';
import { type Destination, folders, type Part } from '../destination';

export type FolderKind = Extract<PlaceKind, 'folder' | 'drive' | 'share'>;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';

/** Opens `root`. `make` is for a place that is being set up: a drive that is not plugged in must not become a folder. */
export async function openFolderPlace(root: string, kind: FolderKind = 'folder', make = false): Promise<Destination> {
  try {
    if (make) await makeFolder(root);
    if (!(await stat(root)).isDirectory()) throw unavailable('file-missing');
    for (const folder of make ? folders : []) await makeFolder(join(root, folder));
    if (make) await Promise.all([syncFolder(root), syncFolder(dirname(root))]);
  } catch (error) {
    throw fileFailure(error);
  }
  return folderPlace(root, kind);
}

const folderPlace = (root: string, kind: FolderKind): Destination => ({
  kind,
  put: async (name, bytes) => {
    const file = join(root, name);
    const unfinished = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
    try {
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!(await nameOnce(unfinished, file))) return 'there';
      // Without this the name itself can be lost, and a later one that speaks of it can survive.
      await syncFolder(dirname(file));
      return 'written';
    } catch (error) {
      throw fileFailure(error);
    } finally {
      await rm(unfinished, { force: true }).catch(() => undefined);
    }
  },
  get: async (name, part) => {
    try {
      return await readPart(join(root, name), part);
    } catch (error) {
      if (isMissing(error) && (await isThere(root))) return null;
      throw fileFailure(error);
    }
  },
  holds: async (name, bytes) => {
    try {
      return await holdsBytes(join(root, name), bytes);
    } catch (error) {
      if (isMissing(error) && (await isThere(root))) return false;
      throw fileFailure(error);
    }
  },
  list: async (folder) => {
    const place = join(root, folder);
    const names = await readdir(place, { withFileTypes: true }).catch(async (error: unknown) => {
      // A folder that is not there yet is empty; a drive that is gone is not.
      if (isMissing(error) && (await isThere(root))) return [];
      throw fileFailure(error);
    });
    const files = names.filter((entry) => entry.isFile());
    return Promise.all(
      files.map(async ({ name }) => ({
        name: folder === '' ? name : `${folder}/${name}`,
        bytes: (await stat(join(place, name)).catch(() => ({ size: 0 }))).size,
      })),
    );
  },
  remove: async (name) => {
    try {
      await unlink(join(root, name));
      await syncFolder(dirname(join(root, name)));
      return 'removed';
    } catch (error) {
      if (isMissing(error) && (await isThere(root))) return 'removed';
      if (['EACCES', 'EPERM', 'EROFS'].includes(String(codeOf(error)))) return 'refused';
      throw fileFailure(error);
    }
  },
  close: async () => undefined,
});

/** Gives the finished file its name unless something has it. Where a system has no hard links, by looking first. */
async function nameOnce(unfinished: string, file: string): Promise<boolean> {
  try {
    await link(unfinished, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EINVAL'].includes(String(codeOf(error))))
      throw error;
  }
  if (await isThere(file)) return false;
  await rename(unfinished, file);
  return true;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function readPart(file: string, part: Part | undefined): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const from = part === undefined ? 0 : 'last' in part ? Math.max(0, size - part.last) : Math.min(part.from, size);
    const wanted = part === undefined || 'last' in part ? size - from : Math.min(part.bytes, size - from);
    const bytes = Buffer.allocUnsafe(wanted);
    let read = 0;
    while (read < wanted) {
      const { bytesRead } = await handle.read(bytes, read, wanted - read, from + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } finally {
    await handle.close();
  }
}

const compared = 4 * 1_048_576;

/** Reads in pieces, so that comparing a large object needs little memory. */
async function holdsBytes(file: string, bytes: Buffer): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    if ((await handle.stat()).size !== bytes.length) return false;
    const piece = Buffer.allocUnsafe(Math.min(compared, bytes.length));
    for (let at = 0; at < bytes.length;) {
      const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, bytes.length - at), at);
      if (bytesRead === 0 || bytes.compare(piece, 0, bytesRead, at, at + bytesRead) !== 0) return false;
      at += bytesRead;
    }
    return true;
  } finally {
    await handle.close();
  }
}
