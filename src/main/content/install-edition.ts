/** Takes a new edition from a file the user brought, without a network: checked like every other, never older than what is there. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compareEditions, Manifest, type Pack } from '#shared/content/pack';
import { fileFailure, syncFolder } from '../files/durable';
import { openEdition, type EditionResult } from './edition';
import type { TrustedKeys } from './edition-signature';

/** A file of one edition: every part by name, and the signature over them. */
const EditionFile = z.strictObject({
  parts: z.record(z.string().regex(/^[a-z]+$/), z.unknown()),
  signature: z.unknown().optional(),
});

const largestFile = 32 * 1024 * 1024;

/**
 * Installs the edition in `file` into `folder` (the user's own, beside the vault). `current` are the packs in use: an
 * edition that is not newer than the one of its regulation is refused as `older`, a regulation nobody knows as `misplaced`.
 * Throws `disk-full` or `folder-read-only` when the folder cannot be written.
 */
export async function installEdition(
  file: string,
  folder: string,
  current: readonly Pack[],
  trusted: TrustedKeys,
): Promise<EditionResult> {
  const unnamed = { pack: '(file)', reason: 'unreadable' } as const;
  let read: z.infer<typeof EditionFile>;
  try {
    if ((await stat(file)).size > largestFile) return { refusal: unnamed };
    read = EditionFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return { refusal: unnamed };
  }
  const manifest = Manifest.safeParse(read.parts['manifest']);
  if (!manifest.success) return { refusal: { pack: '(file)', reason: 'malformed', part: 'manifest' } };
  const { regulation, edition } = manifest.data;
  const name = `${regulation}/${edition}`;
  const result = openEdition(name, read.parts, read.signature, trusted);
  if ('refusal' in result) return result;
  const present = current.find((pack) => pack.manifest.regulation === regulation);
  if (!present) return { refusal: { pack: name, reason: 'misplaced' } };
  if (compareEditions(edition, present.manifest.edition) <= 0) return { refusal: { pack: name, reason: 'older' } };
  await writeEdition(join(folder, regulation), edition, read);
  return result;
}

/** Written aside and moved into place, so that a crash leaves either no edition or a whole one. */
async function writeEdition(
  folder: string,
  edition: string,
  { parts, signature }: z.infer<typeof EditionFile>,
): Promise<void> {
  const aside = join(folder, `.${edition}.part`);
  const place = join(folder, edition);
  try {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true });
    for (const [part, value] of Object.entries({ ...parts, signature })) {
      await writeFile(join(aside, `${part}.json`), JSON.stringify(value), { flush: true });
    }
    await rm(place, { recursive: true, force: true });
    await rename(aside, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    throw fileFailure(error);
  }
}
