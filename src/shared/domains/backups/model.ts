/** Backups: the places that keep them, what each one holds, and how we know that it is any good. */
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';

export const PlaceKind = z.enum(['folder', 'drive', 'share', 's3', 'azure', 'sftp', 'webdav']);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** Something that was taken away for good and must not come back with an older backup. */
export const ErasureEntry = z.strictObject({
  /** `customer-erased`: the whole record; `opted-out`: one purpose or channel, in `what`. */
  kind: z.enum(['customer-erased', 'opted-out']),
  /** The record's id, such as `C-1042`. */
  subject: z.string().max(64),
  what: z.string().max(120).nullable(),
  at: Instant,
});
export type ErasureEntry = z.infer<typeof ErasureEntry>;
