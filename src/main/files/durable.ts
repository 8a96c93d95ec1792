/** Writing a small file so that after a power cut it is the old one or the new one, never half of either. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, unavailable } from '#shared/kernel/failures';

/** Replaces `file`. Throws `disk-full` or `folder-read-only`; then the old file is as it was. */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw fileFailure(error);
  }
}

/** Without this the new name itself can be lost. Windows has no such call and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code !== 'EINVAL' && code !== 'ENOTSUP') throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never ends where a parent is there and still
 * nothing can be made in it, as in `/proc`. Throws `folder-read-only`, also where something stands that is no folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((await stat(folder).catch(() => undefined))?.isDirectory()) return;
    const above = dirname(folder);
    const missing = (error as { code?: unknown }).code === 'ENOENT' && above !== folder && !(await isThere(above));
    if (!missing) throw unwritable(error);
    await makeFolder(above);
    await mkdir(folder, { mode: 0o700 }).catch((again: unknown) => {
      throw unwritable(again);
    });
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whatever keeps a folder from being made, but a full disk, is that nothing can be written there. */
function unwritable(error: unknown): AppError {
  const failure = fileFailure(error);
  const full =
    failure instanceof AppError && failure.failure.code === 'unavailable' && failure.failure.resource === 'disk-full';
  return full ? failure : unavailable('folder-read-only', undefined, error);
}

/** The system's reason as one of our failures; what we do not know stays what it is. */
export function fileFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  switch ((error as { code?: unknown } | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return unavailable('disk-full', undefined, error);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return unavailable('folder-read-only', undefined, error);
    case 'ENOENT':
    case 'ENOTDIR':
      return unavailable('file-missing', undefined, error);
    default:
      return error;
  }
}
