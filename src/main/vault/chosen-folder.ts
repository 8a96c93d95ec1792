/** The vault's folder as a person chose it at the first run, and where it is kept for the next start: beside the vault, never in it. */
import { readFileSync } from 'node:fs';
import { access, constants, readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { unavailable } from '#shared/kernel/failures';
import { fileFailure, makeFolder, writeDurably } from '../files/durable';
import { vaultExists } from './vault';

/** Made in a chosen folder that has other files in it; one name in every language, so that it is found again. */
const folderAmongFiles = 'Steward vault';

const Kept = z.strictObject({
  vaultFolder: z
    .string()
    .max(4_096)
    .refine((path) => isAbsolute(path) && !path.includes('\0')),
});

export type FolderChoice = {
  /** What an earlier start kept; null when nothing was, or it cannot be read: then the vault is where it is by default. */
  readonly earlier: string | null;
  /** Keeps the folder for the next start. Throws `disk-full` or `folder-read-only`; then what was kept before still is. */
  keep(folder: string): Promise<void>;
};

/** `file` holds the choice; `byDefault` is the folder that needs no keeping. */
export function folderChoice(file: string, byDefault: string): FolderChoice {
  const earlier = keptIn(file);
  let kept = earlier ?? byDefault;
  return {
    earlier,
    keep: async (folder) => {
      if (folder === kept) return;
      await makeFolder(dirname(file));
      await writeDurably(file, JSON.stringify({ vaultFolder: folder } satisfies z.infer<typeof Kept>));
      kept = folder;
    },
  };
}

function keptIn(file: string): string | null {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).vaultFolder;
  } catch {
    return null;
  }
}

/**
 * Where a vault would be when a person picks `picked`: there, when it is empty; otherwise in a folder of its own in it.
 * `hasVault` when there is one already. Throws `folder-read-only`, `file-missing` or `folder-not-empty`; makes nothing.
 */
export async function placeIn(picked: string): Promise<{ folder: string; hasVault: boolean }> {
  const own = join(picked, folderAmongFiles);
  for (const folder of [picked, own]) if (vaultExists(folder)) return { folder, hasVault: true };
  try {
    const folder = (await namesIn(picked)).length === 0 ? picked : own;
    const names = folder === picked ? [] : await namesIn(own).catch(() => null);
    await access(names === null ? picked : folder, constants.W_OK);
    if (names !== null && names.length > 0) throw unavailable('folder-not-empty');
    return { folder, hasVault: false };
  } catch (error) {
    throw fileFailure(error);
  }
}

/** What is in a folder; the lock of a vault that was never made does not count. */
const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== 'writer.lock');
