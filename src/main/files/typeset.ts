/** The one adapter to the typesetter: a Typst template of ours and data as JSON become an accessible PDF (PDF/UA-1). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unavailable } from '#shared/kernel/failures';
import { resourcesFolder } from './resources-folder';

type Compiler = {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFileContent: string }): { result: unknown; hasError(): boolean; takeError(): { shortDiagnostics: { message?: string }[] } | null };
  pdf(compiled: unknown, options: { pdfStandard: string; pdfTags: boolean; creationTimestamp: number }): Buffer;
};
type Package = { NodeCompiler: { create(options: { workspace: string }): Compiler } };

const load = createRequire(import.meta.url);
const platforms: Readonly<Record<string, string>> = {
  linux: `linux-${process.arch}-gnu`,
  darwin: `darwin-${process.arch}`,
  win32: `win32-${process.arch}-msvc`,
};
export const typesetterPackage = `@myriaddreamin/typst-ts-node-compiler-${platforms[process.platform] ?? process.platform}`;

let typesetter: Package | null = null;

/**
 * Sets a template from `resources/typesetting` with `data`, which the template reads as JSON and which is never part of
 * its source. Breaking a rule of PDF/UA-1 is an error. Throws `unavailable: typesetter` where the package is missing.
 */
export function typeset(template: string, data: unknown, at: string, files: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  try {
    typesetter ??= load(typesetterPackage) as Package;
  } catch (error) {
    throw unavailable('typesetter', undefined, error);
  }
  const folder = join(resourcesFolder(), 'typesetting');
  const compiler = typesetter.NodeCompiler.create({ workspace: folder });
  compiler.mapShadow(join(folder, 'data.json'), Buffer.from(JSON.stringify(data)));
  for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(join(folder, name), Buffer.from(bytes));
  const compiled = compiler.compile({ mainFileContent: readFileSync(join(folder, `${template}.typ`), 'utf8') });
  const error = compiled.hasError() ? compiled.takeError() : null;
  // The typesetter's words are about our template; they may still quote data, so they stay out of the message.
  if (error !== null || compiled.result === null) throw unavailable('typesetter', { step: 'compile' }, error);
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: Math.floor(Date.parse(at) / 1_000) });
}
