/** A bucket of an S3-compatible store as a place for backups. */
import type { PlaceAddress } from '#shared/domains/backups/address';
import { type Destination, holdsByGetting, type Part, placeFailure, type Stored } from '../destination';
import { naming, statusOf, troubleFrom } from './trouble';

export type S3Address = Extract<PlaceAddress, { kind: 's3' }>;
/** Access key and its secret. */
export type PlaceLogin = { readonly user: string; readonly secret: string };

const rangeOf = ({ from, bytes }: { from: number; bytes: number }): string => `bytes=${from}-${from + bytes - 1}`;

export async function openS3Place(address: S3Address, login: PlaceLogin): Promise<Destination> {
  // The library is large and most people have no such place.
  const s3 = await import('@aws-sdk/client-s3');
  const { bucket: Bucket, endpoint, region } = address;
  const client = new s3.S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: login.user, secretAccessKey: login.secret },
    maxAttempts: 1,
  });
  const keyOf = (name: string): string => (address.prefix === '' ? name : `${address.prefix}/${name}`);
  const isThere = async (Key: string): Promise<boolean> => {
    try {
      await client.send(new s3.HeadObjectCommand({ Bucket, Key }));
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  };
  /** Some servers read the range "the last n bytes" wrongly, so it is worked out from the length. */
  const rangeIn = async (Key: string, part: Part | undefined): Promise<string | null> => {
    if (part === undefined) return null;
    if ('from' in part) return rangeOf(part);
    const { ContentLength = 0 } = await client.send(new s3.HeadObjectCommand({ Bucket, Key }));
    return part.last >= ContentLength ? null : rangeOf({ from: ContentLength - part.last, bytes: part.last });
  };
  const get: Destination['get'] = (name, part) =>
    naming(async () => {
      try {
        const Key = keyOf(name);
        const range = await rangeIn(Key, part);
        const { Body } = await client.send(
          new s3.GetObjectCommand({ Bucket, Key, ...(range === null ? {} : { Range: range }) }),
        );
        return Body === undefined ? null : Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof s3.NoSuchKey || error instanceof s3.NotFound) return null;
        // Nothing lies from there on.
        if (statusOf(error) === 416) return Buffer.alloc(0);
        if (statusOf(error) === 404) throw placeFailure('missing', error);
        throw error;
      }
    });
  return {
    kind: 's3',
    put: (name, bytes) =>
      naming(async () => {
        // Older servers do not know the condition and would overwrite.
        if (await isThere(keyOf(name))) return 'there';
        try {
          await client.send(new s3.PutObjectCommand({ Bucket, Key: keyOf(name), Body: bytes, IfNoneMatch: '*' }));
          return 'written';
        } catch (error) {
          if (statusOf(error) === 412) return 'there';
          throw error;
        }
      }),
    get,
    holds: holdsByGetting(get),
    list: (folder) =>
      naming(async () => {
        const found: Stored[] = [];
        const Prefix = keyOf(folder === '' ? '' : `${folder}/`);
        let token: string | undefined;
        do {
          const page = await client.send(
            new s3.ListObjectsV2Command({
              Bucket,
              Prefix,
              Delimiter: '/',
              ...(token === undefined ? {} : { ContinuationToken: token }),
            }),
          );
          for (const { Key = '', Size = 0 } of page.Contents ?? [])
            found.push({ name: address.prefix === '' ? Key : Key.slice(address.prefix.length + 1), bytes: Size });
          token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        } while (token !== undefined);
        return found;
      }),
    remove: async (name) => {
      try {
        await client.send(new s3.DeleteObjectCommand({ Bucket, Key: keyOf(name) }));
        return 'removed';
      } catch (error) {
        // A key that may only add, or an object that is locked.
        if (statusOf(error) === 403 || statusOf(error) === 405) return 'refused';
        throw troubleFrom(error);
      }
    },
    close: async () => client.destroy(),
  };
}
