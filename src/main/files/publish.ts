/** Files for people: written under another name, opened again and checked, and only then given their own name. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFailure, syncFolder } from './durable';

/**
 * Runs `write` on a temporary file beside `file`, then `check` on what was written; both may throw, and then nothing is
 * left behind and an existing file stays as it was. Gives what `check` found and the size in bytes.
 */
export async function publish<T>(
  file: string,
  write: (temporary: string) => Promise<void>,
  check: (temporary: string) => Promise<T>,
): Promise<{ found: T; bytes: number }> {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await write(temporary);
    const found = await check(temporary);
    const handle = await open(temporary, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    const { size } = await stat(temporary);
    await rename(temporary, file);
    await syncFolder(dirname(file));
    return { found, bytes: size };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fileFailure(error);
  }
}
