/** Where the files that come with Steward are: beside the built program, in the source tree, or in an installed app. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | null = null;

export function resourcesFolder(): string {
  found ??= look();
  return found;
}

function look(): string {
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  const candidates = [
    ...(packaged === undefined ? [] : [join(packaged, 'resources')]),
    // out/main and out/cli are two levels below the project; src/main/files is three.
    fileURLToPath(new URL('../../resources', import.meta.url)),
    fileURLToPath(new URL('../../../resources', import.meta.url)),
  ];
  const folder = candidates.find((candidate) => existsSync(join(candidate, 'content')));
  if (folder === undefined) throw new Error('The files that come with Steward are missing.');
  return folder;
}
