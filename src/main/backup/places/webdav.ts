/** A folder on a WebDAV server (Nextcloud and others) as a place for backups. */
import { randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import type { PlaceAddress } from '#shared/domains/backups/address';
import { cut, type Destination, folders, holdsByGetting, placeFailure, type Stored } from '../destination';
import type { PlaceLogin } from './s3';
import { naming, statusOf, troubleFrom } from './trouble';

export type WebdavAddress = Extract<PlaceAddress, { kind: 'webdav' }>;

export async function openWebdavPlace(address: WebdavAddress, login: PlaceLogin, make = false): Promise<Destination> {
  const { createClient } = await import('webdav');
  const client = createClient(address.url, { username: address.user ?? login.user, password: login.secret });
  const at = (name: string): string => `/${name}`;
  await naming(async () => {
    if (make)
      for (const folder of folders) if (!(await client.exists(at(folder)))) await client.createDirectory(at(folder));
    if (!(await client.exists('/'))) throw placeFailure('missing');
  });
  const get: Destination['get'] = (name, part) =>
    naming(async () => {
      try {
        const isPart = part !== undefined && 'from' in part;
        const headers = isPart ? { Range: `bytes=${part.from}-${part.from + part.bytes - 1}` } : {};
        const content = Buffer.from(
          (await client.getFileContents(at(name), { format: 'binary', headers })) as ArrayBuffer,
        );
        // Some servers do not know parts and give everything.
        return isPart && content.length <= part.bytes ? content : cut(content, part);
      } catch (error) {
        if (statusOf(error) === 404) return null;
        if (statusOf(error) === 416) return Buffer.alloc(0);
        throw error;
      }
    });
  return {
    kind: 'webdav',
    put: (name, bytes) =>
      naming(async () => {
        const unfinished = at(
          posix.join(posix.dirname(name), `.${posix.basename(name)}.${randomBytes(6).toString('hex')}.part`),
        );
        try {
          await client.putFileContents(unfinished, bytes, { overwrite: true });
          await client.moveFile(unfinished, at(name), { overwrite: false });
          return 'written';
        } catch (error) {
          if (statusOf(error) === 412 && (await client.exists(at(name)))) return 'there';
          throw error;
        } finally {
          if (await client.exists(unfinished).catch(() => false))
            await client.deleteFile(unfinished).catch(() => undefined);
        }
      }),
    get,
    holds: holdsByGetting(get),
    list: (folder) =>
      naming(async () => {
        try {
          const listed = await client.getDirectoryContents(at(folder));
          return listed.flatMap(({ basename, type, size }): Stored[] =>
            type === 'file' ? [{ name: folder === '' ? basename : `${folder}/${basename}`, bytes: size }] : [],
          );
        } catch (error) {
          if (statusOf(error) === 404 && folder !== '') return [];
          throw error;
        }
      }),
    remove: async (name) => {
      try {
        await client.deleteFile(at(name));
        return 'removed';
      } catch (error) {
        if (statusOf(error) === 404) return 'removed';
        if ([403, 405, 423].includes(statusOf(error) ?? 0)) return 'refused';
        throw troubleFrom(error);
      }
    },
    close: async () => undefined,
  };
}
