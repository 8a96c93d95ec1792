/**
 * The typesetter on a thread of its own: setting a page is one long native call, and the window must not stand still
 * meanwhile. It reads nothing: everything it sets comes in as data, so that it also works out of an archive.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

export type TypesetJob = {
  /** The package that holds the typesetter for this system. */
  readonly typesetter: string;
  readonly template: string;
  /** JSON, read by the template as `data.json`. */
  readonly data: string;
  /** Pictures by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly fonts: readonly Uint8Array[];
  /** Seconds since 1970. */
  readonly at: number;
};

export type TypesetResult =
  | { readonly pdf: Uint8Array }
  /** What did not work. The typesetter's own words may quote data, so they stay here. */
  | { readonly failed: 'missing' | 'compile' | 'standard' };

type Compiler = {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): { result: unknown; hasError(): boolean };
  pdf(compiled: unknown, options: { pdfStandard: string; pdfTags: boolean; creationTimestamp: number }): Buffer;
  evictCache(age: number): void;
};
type Package = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};

/** A folder that does not exist: the template can reach what it was given and nothing else. */
const workspace = process.platform === 'win32' ? 'C:\\steward-typesetting' : '/steward-typesetting';
const inWorkspace = (name: string): string => `${workspace}${process.platform === 'win32' ? '\\' : '/'}${name}`;

/** Each round names some of the characters that no font can draw; a document with more rounds than this is no text. */
const mostRounds = 40;

function run(job: TypesetJob): TypesetResult {
  let typesetter: Package;
  try {
    typesetter = createRequire(import.meta.url)(job.typesetter) as Package;
  } catch {
    return { failed: 'missing' };
  }
  const compiler = typesetter.NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: job.fonts.map((font) => Buffer.from(font)) }],
  });
  compiler.mapShadow(inWorkspace('main.typ'), Buffer.from(job.template));
  for (const [name, bytes] of Object.entries(job.files)) compiler.mapShadow(inWorkspace(name), Buffer.from(bytes));
  try {
    let { data } = job;
    for (let round = 1; round <= mostRounds; round += 1) {
      compiler.mapShadow(inWorkspace('data.json'), Buffer.from(data));
      const compiled = compiler.compile({ mainFilePath: inWorkspace('main.typ') });
      if (compiled.hasError() || compiled.result === null) return { failed: 'compile' };
      try {
        return {
          pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: job.at }),
        };
      } catch (error) {
        const next = withCodes(data, undrawable(error));
        if (next === data) return { failed: 'standard' };
        data = next;
      }
    }
    return { failed: 'standard' };
  } finally {
    // What was set may be a recovery kit; the typesetter would remember it.
    compiler.evictCache(0);
  }
}

/** The characters an accessible PDF cannot hold here: no font of this computer draws them, or the standard forbids them. */
function undrawable(error: unknown): Set<string> {
  const found = new Set<string>();
  const words = String((error as { message?: unknown } | null)?.message);
  // Quoted twice: as a text of the typesetter's language, and again for the list of messages.
  for (const [, quoted = ''] of words.matchAll(/(?:the text|codepoint) `\\?"((?:[^"\\`]|\\\\?.)*?)\\?"`/gsu)) {
    for (const character of unescaped(unescaped(quoted))) found.add(character);
  }
  // They only stand beside the others in one cluster; the codes themselves are written with them.
  const innocent = [...found].filter((character) => /[\t\n\r -~]/.test(character));
  if (innocent.length < found.size) for (const character of innocent) found.delete(character);
  return found;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', 0: '\0' };

const unescaped = (quoted: string): string =>
  quoted.replaceAll(/\\(?:u\{([0-9a-f]{1,6})\}|(.))/gsu, (_, code: string | undefined, one: string) =>
    code === undefined ? (escapes[one] ?? one) : String.fromCodePoint(Number.parseInt(code, 16)),
  );

/** Writes a character that cannot be drawn as its number, so that the reader sees that and what something is there. */
function withCodes(data: string, characters: ReadonlySet<string>): string {
  if (characters.size === 0) return data;
  return JSON.stringify(JSON.parse(data), (_, value: unknown) =>
    typeof value === 'string' ? Array.from(value, (one) => (characters.has(one) ? codeOf(one) : one)).join('') : value,
  );
}

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

if (parentPort === null) throw new Error('This file runs only as a worker.');
parentPort.postMessage(run(workerData as TypesetJob));
