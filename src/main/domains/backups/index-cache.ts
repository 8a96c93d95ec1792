/** Sealed ends of packs kept beside the vault, so that a place far away is not asked for all of them each time. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexCache } from '../../backup/repository';
import { startBytes } from '../../backup/pack';

/** What is in there opens like the pack it came from, or not at all; losing it costs only time. */
export function indexCache(vault: string): IndexCache {
  const folder = join(vault, 'backup-ends');
  const fileOf = (pack: string): string => join(folder, pack);
  return {
    read: async (pack) => {
      const bytes = await readFile(fileOf(pack)).catch(() => null);
      return bytes === null ? null : { start: bytes.subarray(0, startBytes), sealedIndex: bytes.subarray(startBytes) };
    },
    write: async (pack, { start, sealedIndex }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(pack), Buffer.concat([start, sealedIndex]), { mode: 0o600 });
    },
  };
}
