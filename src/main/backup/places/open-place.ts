/** Opens any kind of place by its address. */
import type { PlaceAddress } from '#shared/domains/backups/address';
import { type Destination, placeFailure } from '../destination';
import { patient, type Patience, usualPatience } from '../patient';
import { openAzurePlace } from './azure';
import { openFolderPlace } from './folder';
import { openS3Place, type PlaceLogin } from './s3';
import { openSftpPlace } from './sftp';
import { openWebdavPlace } from './webdav';

export type { PlaceLogin } from './s3';

/** `make`: the place is being set up and may get its folders. Throws `backup-place` with the reason. */
export async function openPlace(
  address: PlaceAddress,
  login: PlaceLogin | null,
  {
    make = false,
    patience = usualPatience,
    signal,
  }: { make?: boolean; patience?: Patience; signal?: AbortSignal } = {},
): Promise<Destination> {
  return patient(await openOf(address, login, make), patience, signal);
}

async function openOf(address: PlaceAddress, login: PlaceLogin | null, make: boolean): Promise<Destination> {
  if (address.kind === 'folder' || address.kind === 'drive' || address.kind === 'share')
    return openFolderPlace(address.folder, address.kind, make);
  if (login === null) throw placeFailure('wrong-credentials');
  switch (address.kind) {
    case 's3':
      return openS3Place(address, login);
    case 'azure':
      return openAzurePlace(address, login);
    case 'sftp':
      return openSftpPlace(address, login, make);
    case 'webdav':
      return openWebdavPlace(address, login, make);
  }
}

/**
 * Whether the place really keeps what it is given: a probe is written, and must not go away or be written over. A place
 * that lets go of it is a good place, but not one that resists somebody with our key.
 */
export async function keepsForEver(place: Destination, name: string, probe: Buffer): Promise<boolean> {
  await place.put(name, probe);
  const answer = await place.remove(name);
  return (await place.holds(name, probe)) || answer === 'refused';
}
