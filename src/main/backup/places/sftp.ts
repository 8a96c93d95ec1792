/** A folder on an SFTP server as a place for backups. The server's key is pinned: another one is refused before anything is sent. */
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { posix } from 'node:path';
import type Sftp from 'ssh2-sftp-client';
import type { PlaceAddress } from '#shared/domains/backups/address';
import { unavailable } from '#shared/kernel/failures';
import { type Destination, folders, holdsByGetting, placeFailure, type Stored } from '../destination';
import type { PlaceLogin } from './s3';
import { troubleFrom } from './trouble';

export type SftpAddress = Extract<PlaceAddress, { kind: 'sftp' }>;

/** As `ssh-keygen -l` shows it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replaceAll('=', '')}`;

/** Codes of the protocol. */
const noSuchFile = 2;
const permissionDenied = 3;

type Raw = {
  open(path: string, mode: string, done: (error: Error | undefined, handle: Buffer) => void): void;
  close(handle: Buffer, done: (error?: Error) => void): void;
  ext_openssh_fsync(handle: Buffer, done: (error?: Error) => void): void;
};

/** The secret is a password, or a private key in one of OpenSSH's forms. */
export async function openSftpPlace(address: SftpAddress, { secret }: PlaceLogin, make = false): Promise<Destination> {
  const { default: SftpClient } = await import('ssh2-sftp-client');
  // A connection that breaks later is noticed by whatever is asked next; without these the library writes to the terminal.
  const unheard = { error: () => undefined, end: () => undefined, close: () => undefined };
  const client = new (SftpClient as unknown as new (name: string, listeners: object) => Sftp)('steward', unheard);
  const { host, port, user: username, hostKey } = address;
  let isOther = false;
  try {
    const sock = connect(port, host);
    // Many small questions: each would wait for the answer to the one before (Nagle and delayed acknowledgement).
    sock.setNoDelay(true);
    await client.connect({
      sock,
      username,
      ...(secret.startsWith('-----BEGIN') ? { privateKey: secret } : { password: secret }),
      hostVerifier: (key: Buffer) => {
        isOther = fingerprintOf(key) !== hostKey;
        return !isOther;
      },
      readyTimeout: 20_000,
    });
  } catch (error) {
    if (isOther) throw placeFailure('other-host-key', error);
    if (/authentication/i.test(error instanceof Error ? error.message : ''))
      throw placeFailure('wrong-credentials', error);
    throw troubleFrom(error);
  }
  const at = (name: string): string => posix.join(address.folder, name);
  const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
  const isMissing = (error: unknown): boolean => codeOf(error) === noSuchFile || codeOf(error) === 'ENOENT';
  const named = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
      if (code === permissionDenied || code === 'EACCES') throw placeFailure('refused', error);
      if (/no space|quota/i.test(message ?? '')) throw unavailable('disk-full', undefined, error);
      throw troubleFrom(error);
    }
  };
  if (make)
    await named(async () => {
      for (const folder of ['', ...folders]) await client.mkdir(at(folder), true);
    });
  else if ((await named(() => client.exists(address.folder))) !== 'd') {
    await client.end();
    throw placeFailure('missing');
  }

  const get: Destination['get'] = (name, part) =>
    named(async () => {
      try {
        if (part === undefined) return (await client.get(at(name))) as Buffer;
        const { size } = await client.stat(at(name));
        const start = 'last' in part ? Math.max(0, size - part.last) : part.from;
        const end = 'last' in part ? size : Math.min(size, part.from + part.bytes);
        if (start >= end) return Buffer.alloc(0);
        // The last byte counts in.
        return (await client.get(at(name), undefined, {
          readStreamOptions: { start, end: end - 1 },
        } as never)) as Buffer;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  return {
    kind: 'sftp',
    put: (name, bytes) =>
      named(async () => {
        const unfinished = posix.join(
          posix.dirname(at(name)),
          `.${posix.basename(name)}.${randomBytes(6).toString('hex')}.part`,
        );
        try {
          await client.put(bytes, unfinished, { writeStreamOptions: { mode: 0o600 } } as never);
          await flush(client, unfinished);
          // This rename does not replace: it fails where something has the name.
          await client.rename(unfinished, at(name));
          return 'written';
        } catch (error) {
          if ((await client.exists(at(name))) !== false) return 'there';
          throw error;
        } finally {
          await client.delete(unfinished, true).catch(() => undefined);
        }
      }),
    get,
    holds: holdsByGetting(get),
    list: (folder) =>
      named(async () => {
        try {
          const listed = await client.list(at(folder));
          return listed.flatMap(({ name, type, size }): Stored[] =>
            type === '-' ? [{ name: folder === '' ? name : `${folder}/${name}`, bytes: size }] : [],
          );
        } catch (error) {
          if (isMissing(error) && (await client.exists(address.folder)) === 'd') return [];
          throw error;
        }
      }),
    remove: async (name) => {
      try {
        await client.delete(at(name), true);
        return 'removed';
      } catch (error) {
        if (codeOf(error) === permissionDenied || codeOf(error) === 'EACCES') return 'refused';
        throw troubleFrom(error);
      }
    },
    close: async () => void (await client.end().catch(() => undefined)),
  };
}

/** Asks the server to put the file on its disk. Servers other than OpenSSH may not know how. */
function flush(client: object, file: string): Promise<void> {
  const { sftp } = client as { sftp?: Raw };
  return new Promise((resolve) => {
    if (sftp === undefined) return resolve();
    sftp.open(file, 'r+', (error, handle) => {
      if (error !== undefined) return resolve();
      const close = (): void => sftp.close(handle, () => resolve());
      try {
        sftp.ext_openssh_fsync(handle, close);
      } catch {
        close();
      }
    });
  });
}
