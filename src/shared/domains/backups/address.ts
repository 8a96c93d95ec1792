/** Where a place for backups is: typed as a URL in a terminal, kept as its parts. Never with a password in it. */
import { z } from 'zod';

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { error: 'unstorable_characters' });
/** Folders inside a bucket or container; empty for the top. */
const prefix = z
  .string()
  .max(500)
  .refine((text) => !text.split('/').includes('..') && !/\p{Cc}/u.test(text), { error: 'unstorable_characters' });
const Host = z.string().regex(/^[A-Za-z0-9.-]{1,253}$|^[0-9a-fA-F:]{2,45}$/);

/** Without encryption on the way only on this very computer, for tests. */
const isSafeUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
};
const SafeUrl = z.string().max(1_000).refine(isSafeUrl, { error: 'not_https' });

export const HostKey = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/);

export const PlaceAddress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['folder', 'drive', 'share']), folder: line(4_096) }),
  z.strictObject({
    kind: z.literal('s3'),
    bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    prefix,
    region: z.string().regex(/^[a-z0-9-]{1,40}$/),
    /** Null for Amazon itself. */
    endpoint: SafeUrl.nullable(),
  }),
  z.strictObject({
    kind: z.literal('azure'),
    account: z.string().regex(/^[a-z0-9]{3,24}$/),
    container: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
    prefix,
    endpoint: SafeUrl.nullable(),
  }),
  z.strictObject({
    kind: z.literal('sftp'),
    host: Host,
    port: z.int().min(1).max(65_535),
    user: line(200),
    folder: line(1_000),
    /** The server's key as `ssh-keygen -l` shows it; another one is refused. */
    hostKey: HostKey,
  }),
  z.strictObject({ kind: z.literal('webdav'), url: SafeUrl, user: line(200).nullable() }),
]);
export type PlaceAddress = z.infer<typeof PlaceAddress>;

/** What is wrong with a typed address. */
export type AddressProblem = 'unknown-kind' | 'not-understood' | 'password-in-it' | 'host-key-needed';

/** Reads an address as typed. A plain path is a folder; `folderOf` makes it whole. */
export function readAddress(typed: string, folderOf: (path: string) => string): PlaceAddress | AddressProblem {
  const scheme = /^([a-z0-9+]+):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'folder', folder: folderOf(typed) };
  if (!URL.canParse(typed)) return 'not-understood';
  const url = new URL(typed);
  if (url.password !== '') return 'password-in-it';
  const option = (name: string): string | null => url.searchParams.get(name);
  const steps = decodeURIComponent(url.pathname).split('/').filter(Boolean);
  const made = ((): unknown => {
    switch (scheme) {
      case 'file':
        return { kind: 'folder', folder: folderOf(decodeURIComponent(url.pathname)) };
      case 's3':
        return {
          kind: 's3',
          bucket: url.hostname,
          prefix: steps.join('/'),
          region: option('region') ?? 'us-east-1',
          endpoint: option('endpoint'),
        };
      case 'azure':
        return {
          kind: 'azure',
          account: url.hostname,
          container: steps[0] ?? '',
          prefix: steps.slice(1).join('/'),
          endpoint: option('endpoint'),
        };
      case 'sftp':
        return {
          kind: 'sftp',
          host: url.hostname,
          port: url.port === '' ? 22 : Number(url.port),
          user: decodeURIComponent(url.username),
          folder: decodeURIComponent(url.pathname),
          hostKey: option('host-key')?.replaceAll(' ', '+') ?? '',
        };
      case 'webdav':
      case 'webdavs':
      case 'webdav+http': {
        const plain = new URL(typed);
        const user = plain.username === '' ? null : decodeURIComponent(plain.username);
        plain.username = '';
        return {
          kind: 'webdav',
          url: `${scheme === 'webdav+http' ? 'http' : 'https'}${String(plain).slice(scheme.length)}`,
          user,
        };
      }
      default:
        return null;
    }
  })();
  if (made === null) return 'unknown-kind';
  if (scheme === 'sftp' && option('host-key') === null) return 'host-key-needed';
  const address = PlaceAddress.safeParse(made);
  return address.success ? address.data : 'not-understood';
}

/** How a place is called where it has no name: what people know it by, without options. */
export function addressText(address: PlaceAddress): string {
  switch (address.kind) {
    case 'folder':
    case 'drive':
    case 'share':
      return address.folder;
    case 's3':
      return `s3://${address.bucket}/${address.prefix}`;
    case 'azure':
      return `azure://${address.account}/${address.container}/${address.prefix}`;
    case 'sftp':
      return `sftp://${address.user}@${address.host}:${address.port}${address.folder}`;
    case 'webdav':
      return address.url;
  }
}
