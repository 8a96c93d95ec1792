/** The one adapter to the typesetter: a Typst template of ours and data as JSON become an accessible PDF (PDF/UA-1). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unavailable } from '#shared/kernel/failures';
import { resourcesFolder } from './resources-folder';
import type { TypesetJob, TypesetResult } from './typeset.worker';
import { answerOfWorker } from './worker-answer';

const platforms: Readonly<Record<string, string>> = {
  linux: `linux-${process.arch}-gnu`,
  darwin: `darwin-${process.arch}`,
  win32: `win32-${process.arch}-msvc`,
};
export const typesetterPackage = `@myriaddreamin/typst-ts-node-compiler-${platforms[process.platform] ?? process.platform}`;

/** A report of a hundred pages takes about three seconds; something that takes this long never ends. */
const longestMs = 120_000;

/** Fonts that come with Steward, so that a report looks the same on every computer. Other scripts come from the system. */
const fontFiles = ['SourceSans3-Regular.ttf', 'SourceSans3-SemiBold.ttf'];

/**
 * Sets a template from `resources/typesetting` with `data`, which the template reads as JSON and which is never part of
 * its source; `files` are pictures by name. Breaking a rule of PDF/UA-1 is an error. A character that no font of this
 * computer draws is written as its number, `[U+1F600]`. Throws `unavailable: typesetter` where the package is missing
 * or gives up.
 */
export async function typeset(
  template: string,
  data: unknown,
  at: string,
  files: Readonly<Record<string, Uint8Array>> = {},
  typesetter = typesetterPackage,
): Promise<Uint8Array> {
  const folder = join(resourcesFolder(), 'typesetting');
  const job: TypesetJob = {
    typesetter,
    template: await readFile(join(folder, `${template}.typ`), 'utf8'),
    data: JSON.stringify(data),
    files,
    fonts: await Promise.all(fontFiles.map((name) => readFile(join(folder, 'fonts', name)))),
    at: Math.floor(Date.parse(at) / 1_000),
  };
  const result = await answerOfWorker<TypesetResult>('typeset.worker', import.meta.url, job, longestMs).catch(
    (error: unknown) => {
      throw unavailable('typesetter', { step: 'run' }, error);
    },
  );
  if ('failed' in result) throw unavailable('typesetter', { step: result.failed });
  return result.pdf;
}
