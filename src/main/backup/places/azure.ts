/** A container of Azure Blob Storage as a place for backups. */
import type { PlaceAddress } from '#shared/domains/backups/address';
import { cut, type Destination, holdsByGetting, placeFailure, type Stored } from '../destination';
import type { PlaceLogin } from './s3';
import { naming, statusOf, troubleFrom } from './trouble';

export type AzureAddress = Extract<PlaceAddress, { kind: 'azure' }>;

export async function openAzurePlace(address: AzureAddress, { secret }: PlaceLogin): Promise<Destination> {
  const azure = await import('@azure/storage-blob');
  const url = address.endpoint ?? `https://${address.account}.blob.core.windows.net`;
  const service = new azure.BlobServiceClient(url, new azure.StorageSharedKeyCredential(address.account, secret), {
    retryOptions: { maxTries: 1 },
  });
  const container = service.getContainerClient(address.container);
  const keyOf = (name: string): string => (address.prefix === '' ? name : `${address.prefix}/${name}`);
  const reasonOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
  const get: Destination['get'] = (name, part) =>
    naming(async () => {
      const blob = container.getBlockBlobClient(keyOf(name));
      try {
        if (part !== undefined && 'from' in part)
          return await streamed((await blob.download(part.from, part.bytes)).readableStreamBody);
        return cut(await blob.downloadToBuffer(), part);
      } catch (error) {
        if (reasonOf(error) === 'ContainerNotFound') throw placeFailure('missing', error);
        if (statusOf(error) === 404) return null;
        if (statusOf(error) === 416) return Buffer.alloc(0);
        throw error;
      }
    });
  return {
    kind: 'azure',
    put: (name, bytes) =>
      naming(async () => {
        try {
          const blob = container.getBlockBlobClient(keyOf(name));
          await blob.upload(bytes, bytes.length, { conditions: { ifNoneMatch: '*' } });
          return 'written';
        } catch (error) {
          if (reasonOf(error) === 'BlobAlreadyExists' || statusOf(error) === 412) return 'there';
          throw error;
        }
      }),
    get,
    holds: holdsByGetting(get),
    list: (folder) =>
      naming(async () => {
        const found: Stored[] = [];
        const prefix = keyOf(folder === '' ? '' : `${folder}/`);
        for await (const item of container.listBlobsByHierarchy('/', { prefix })) {
          if (item.kind === 'prefix') continue;
          const name = address.prefix === '' ? item.name : item.name.slice(address.prefix.length + 1);
          found.push({ name, bytes: item.properties.contentLength ?? 0 });
        }
        return found;
      }),
    remove: async (name) => {
      try {
        await container.getBlockBlobClient(keyOf(name)).delete();
        return 'removed';
      } catch (error) {
        if (statusOf(error) === 404) return 'removed';
        // Blobs under an immutability policy or a legal hold, and keys that may only add.
        if (statusOf(error) === 403 || statusOf(error) === 409) return 'refused';
        throw troubleFrom(error);
      }
    },
    close: async () => undefined,
  };
}

async function streamed(stream: NodeJS.ReadableStream | undefined): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream ?? []) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
