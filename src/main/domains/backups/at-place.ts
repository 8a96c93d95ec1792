/** Going to a place of the vault: opening it with its login, and writing down what was done there and what came of it. */
import { randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { addressText, type PlaceAddress } from '#shared/domains/backups/address';
import type { BackupRun, PlaceLogin, RunKind } from '#shared/domains/backups/model';
import { AppError, notFound } from '#shared/kernel/failures';
import { idFrom } from '#shared/kernel/ids';
import type { Instant } from '#shared/kernel/time';
import type { Destination } from '../../backup/destination';
import { openPlace } from '../../backup/places/open-place';
import { openOwnRepository, type Repository } from '../../backup/repository';
import type { WriteDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { readInnerKey, signingPair } from '../../vault/inner-keys';
import { indexCache } from './index-cache';
import { openLogin } from './login';
import { repositorySecret } from './secret';
import { findPlace, insertRun, type KeptPlace } from './store';

export async function knownPlace(workbench: Workbench, id: string): Promise<KeptPlace> {
  const place = await findPlace(workbench.read(), id);
  if (place === null) throw notFound('place');
  return place;
}

export async function openKept(workbench: Workbench, place: KeptPlace, signal: AbortSignal): Promise<Destination> {
  const { storeId } = workbench.vault().slots();
  const login = place.login === null ? null : await openLogin(workbench.keychain, storeId, place.id, place.login);
  return openPlace(place.address, login, { signal });
}

export const openTyped = (
  address: PlaceAddress,
  login: PlaceLogin | null,
  signal: AbortSignal,
  make: boolean,
): Promise<Destination> => openPlace(address, login, { signal, make });

/** The vault's own repository at an open place. */
export async function ownRepositoryAt(workbench: Workbench, place: Destination): Promise<Repository> {
  const secretOf = await repositorySecret(workbench);
  const vault = workbench.vault();
  const isFar = !['folder', 'drive', 'share'].includes(place.kind);
  const owner = { vault: vault.slots(), secretOf, now: workbench.clock.now() };
  return openOwnRepository(place, owner, isFar ? indexCache(vault.folder) : undefined);
}

export type Doing = { readonly kind: RunKind; readonly place: string; readonly startedAt: Instant };
export type CameOf = Pick<BackupRun, 'outcome' | 'sequence' | 'facts'>;

/** The row for what was done. Drills are signed, so that they can be shown to somebody who has no key. */
export async function runOf(workbench: Workbench, doing: Doing, came: CameOf): Promise<BackupRun> {
  const unsigned = { id: idFrom('bru', randomBytes(13)), ...doing, endedAt: workbench.clock.now(), ...came };
  if (doing.kind !== 'drill') return { ...unsigned, signature: null };
  const seed = await readInnerKey(workbench.read(), 'signing');
  if (seed === null) return { ...unsigned, signature: null };
  const text = canonicalize(unsigned) ?? '';
  return { ...unsigned, signature: Buffer.from(signingPair(seed).sign(Buffer.from(text))).toString('base64') };
}

/** Runs `work`; what it throws is written down as well, and thrown on. */
export async function writingDown<T>(workbench: Workbench, doing: Doing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = error instanceof AppError ? error.failure : null;
    const resource = failure?.code === 'unavailable' ? failure.resource : (failure?.code ?? 'bug');
    const facts = { failure: resource, ...(failure !== null && 'facts' in failure ? failure.facts : {}) };
    const outcome = resource === 'cancelled' ? 'cancelled' : resource === 'backup-damaged' ? 'bad' : 'failed';
    const row = await runOf(workbench, doing, { outcome, sequence: null, facts });
    // While the vault is being locked there is only this way to write.
    await workbench.writeLast((db) => insertRun(db, row).then(() => undefined)).catch(() => undefined);
    throw error;
  }
}

export const keepRun = (db: WriteDb, run: BackupRun) => insertRun(db, run);

/** A name for runs at an address that is no place of the vault's. */
export const typedPlace = (address: PlaceAddress): string => addressText(address);
