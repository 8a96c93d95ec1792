/** The slots file on the disk: two generations, each whole or recognisably not. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { unavailable } from '#shared/kernel/failures';
import { writeDurably } from '../files/durable';
import { type Slots, SlotsFile } from './slots';
import { fromVersion1 } from './slots-version-1';

const current = (folder: string): string => join(folder, 'slots.json');
const earlier = (folder: string): string => join(folder, 'slots.previous.json');

/** The newest generation that is whole. Throws `vault-damaged` when neither is, `vault-missing` when there is none. */
export async function readSlots(folder: string): Promise<Slots> {
  const found = await Promise.all([readOne(current(folder)), readOne(earlier(folder))]);
  const whole = found.filter((slots) => typeof slots === 'object');
  const newest = whole.sort((a, b) => b.generation - a.generation)[0];
  if (newest !== undefined) return newest;
  throw unavailable(found.includes('damaged') ? 'vault-damaged' : 'vault-missing', { part: 'slots' });
}

async function readOne(file: string): Promise<Slots | 'absent' | 'damaged'> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    // Of a folder that is none, nothing is damaged: there is no vault.
    const { code } = error as { code?: unknown };
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'damaged';
  }
  try {
    const { digest, ...rest } = JSON.parse(text) as Record<string, unknown>;
    if (digest !== digestOf(rest)) return 'damaged';
    return rest['version'] === 1 ? fromVersion1(rest) : SlotsFile.parse(rest);
  } catch {
    return 'damaged';
  }
}

/** Writes the next generation: the one before stays beside it until this one is on the disk. */
export async function writeSlots(folder: string, slots: Slots): Promise<Slots> {
  const before = await readFile(current(folder), 'utf8').catch(() => null);
  const next = { ...slots, generation: before === null ? slots.generation : slots.generation + 1 };
  // Only a whole file may become the earlier generation: a damaged one would push out the last good copy.
  if (before !== null && typeof (await readOne(current(folder))) === 'object')
    await writeDurably(earlier(folder), before);
  await writeDurably(current(folder), JSON.stringify({ ...next, digest: digestOf(next) }, null, 2));
  return next;
}

/** Writes both generations, for when the one before must not open the vault any more, or would not open it any more. */
export async function writeSlotsTwice(folder: string, slots: Slots): Promise<Slots> {
  return writeSlots(folder, await writeSlots(folder, slots));
}

export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
