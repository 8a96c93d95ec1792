/** The mark beside the store: how long the trail was and its root, under a key only the open vault has. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Instant } from '#shared/kernel/time';
import { writeDurably } from '../../files/durable';
import { canonicalJson } from './hashing';

export const markFile = (folder: string): string => join(folder, 'trail-mark.json');

const TrailMark = z.strictObject({
  format: z.literal('steward-trail-mark/1'),
  origin: z.string(),
  size: z.int().min(0),
  root: z.string().length(64),
  /** The key the checkpoints are signed with, `name+id+key`. */
  key: z.string(),
  at: Instant,
});
export type TrailMark = z.infer<typeof TrailMark>;

const MarkFile = z.strictObject({ mark: TrailMark, mac: z.string().regex(/^[0-9a-f]{64}$/) });

const macOf = (key: Uint8Array, mark: TrailMark): Buffer =>
  createHmac('sha256', key).update(canonicalJson(mark)).digest();

/** Replaces the mark. Only ever after the commit it speaks of is on the disk. */
export async function writeMark(folder: string, key: Uint8Array, mark: TrailMark): Promise<void> {
  const file = { mark, mac: macOf(key, mark).toString('hex') } satisfies z.infer<typeof MarkFile>;
  await writeDurably(markFile(folder), `${JSON.stringify(file, null, 2)}\n`);
}

export type MarkRead =
  | { readonly state: 'read'; readonly mark: TrailMark }
  | { readonly state: 'missing' }
  /** Damaged, made under another key, or forged. */
  | { readonly state: 'unreadable' };

export async function readMark(folder: string, key: Uint8Array): Promise<MarkRead> {
  let text: string;
  try {
    text = await readFile(markFile(folder), 'utf8');
  } catch (error) {
    return { state: (error as { code?: unknown }).code === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  const file = MarkFile.safeParse(parsed(text));
  if (!file.success) return { state: 'unreadable' };
  const { mark, mac } = file.data;
  const right = timingSafeEqual(macOf(key, mark), Buffer.from(mac, 'hex'));
  return right ? { state: 'read', mark } : { state: 'unreadable' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
