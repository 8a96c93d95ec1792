/** The port to a place that keeps backups: four verbs over names and whole bytes, the same for a folder and for a cloud. */
import type { PlaceKind } from '#shared/domains/backups/model';
import { AppError, unavailable } from '#shared/kernel/failures';

export type Stored = { readonly name: string; readonly bytes: number };
/** A part of an object: from a byte on, or the last bytes of it. */
export type Part = { readonly from: number; readonly bytes: number } | { readonly last: number };

/** The folders of a repository. Names never have more levels. */
export const folders = ['data', 'manifests', 'prunes', 'slots'] as const;
export type Folder = (typeof folders)[number] | '';

export type Destination = {
  readonly kind: PlaceKind;
  /**
   * Puts whole bytes under a name that has none yet, and answers when they will survive a power cut as far as the place
   * can promise that. `there`: something has the name already, and nothing was written.
   */
  put(name: string, bytes: Buffer): Promise<'written' | 'there'>;
  /** The bytes, or null when nothing has that name. */
  get(name: string, part?: Part): Promise<Buffer | null>;
  /** Whether exactly these bytes have that name, found out by reading them back. */
  holds(name: string, bytes: Buffer): Promise<boolean>;
  /** Everything in one folder, unfinished things included; empty when the folder is not there. */
  list(folder: Folder): Promise<readonly Stored[]>;
  /** `refused`: the place keeps things for ever, or for a time. */
  remove(name: string): Promise<'removed' | 'refused'>;
  close(): Promise<void>;
};

/** Names of half-written things: never part of a backup, cleared by the next run. */
export const isUnfinished = (name: string): boolean => name.endsWith('.part');

export type PlaceTrouble =
  'unreachable' | 'refused' | 'wrong-credentials' | 'untrusted' | 'other-host-key' | 'slow' | 'missing' | 'unclear';

/** A place did not do what it was asked. The reason is a closed word: a server's own text could hold names or keys. */
export const placeFailure = (reason: PlaceTrouble, cause?: unknown): AppError =>
  unavailable('backup-place', { reason }, cause);

export const troubleOf = (error: unknown): PlaceTrouble | null =>
  error instanceof AppError && error.failure.code === 'unavailable' && error.failure.resource === 'backup-place'
    ? ((error.failure.facts?.['reason'] ?? 'unclear') as PlaceTrouble)
    : null;

/** `holds` of a place that can only give whole objects. */
export const holdsByGetting =
  (get: Destination['get']): Destination['holds'] =>
  async (name, bytes) =>
    (await get(name))?.equals(bytes) === true;

/** Part of some bytes, as every place must cut it. */
export function cut(bytes: Buffer, part: Part | undefined): Buffer {
  if (part === undefined) return bytes;
  if ('last' in part) return bytes.subarray(Math.max(0, bytes.length - part.last));
  return bytes.subarray(part.from, part.from + part.bytes);
}
