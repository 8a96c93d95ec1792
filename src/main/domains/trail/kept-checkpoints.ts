/** Checkpoints in files outside the vault: the newest one of this vault that can be found. */
import { open, readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { type Checkpoint, type NoteKey, openNote, peekCheckpoint, readCheckpoint } from '#shared/domains/trail/note';
import { sha256, verifyEd25519 } from './hashing';

/** A checkpoint is some three hundred characters; what is longer is something else. */
const longestFile = 8_192;
const mostFiles = 200;
const ending = '.checkpoint';
/** A network folder that does not answer must not keep anybody waiting. */
const longestLookMs = 5_000;

export type KeptCheckpoint = Checkpoint & { readonly file: string };

/**
 * Looks at the given files and at every `.checkpoint` file beside them. Notes of other vaults, unsigned and unreadable
 * ones are passed over: they say nothing. Null when there is none, or the folders do not answer in time.
 */
export async function newestKept(files: readonly string[], identity: NoteKey): Promise<KeptCheckpoint | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestLookMs);
  });
  try {
    return await Promise.race([look(files, identity), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function look(files: readonly string[], identity: NoteKey): Promise<KeptCheckpoint | null> {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const beside = await Promise.all(folders.map(checkpointsIn));
  let newest: KeptCheckpoint | null = null;
  for (const file of new Set([...files, ...beside.flat()].slice(0, mostFiles))) {
    const note = await readShort(file);
    const said = note === null ? null : claimIn(note, identity);
    if (said !== null && (newest === null || said.size > newest.size)) newest = { ...said, file };
  }
  return newest;
}

/** What a note says when this vault signed it. */
export function claimIn(note: string, identity: NoteKey): Checkpoint | null {
  if (peekCheckpoint(note)?.origin !== identity.name) return null;
  const opened = openNote(sha256, verifyEd25519, note, identity);
  return opened.state === 'signed' ? readCheckpoint(opened.text) : null;
}

async function checkpointsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => extname(name) === ending).map((name) => join(folder, name));
}

/** The text of a small file, or null. */
export async function readShort(file: string): Promise<string | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      return size > longestFile ? null : await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
