/** Bundles a program of the tests as the terminal program is, workers and all: it starts faster than from source, and what is measured is what ships. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { entriesWithWorkers, flatNames, nativePackages } from '../../scripts/node-bundle';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Bundle = { readonly program: string; remove(): void };

/** `program` from the project's folder. The bundle lies inside the project, where it finds its native packages. */
export async function bundleProgram(program: string, name: string): Promise<Bundle> {
  const outDir = join(root, 'node_modules', '.cache', `steward-${name}-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root,
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node24',
      ssr: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entriesWithWorkers(program),
        external: nativePackages,
        output: { format: 'es', ...flatNames },
      },
    },
  });
  return { program: join(outDir, 'index.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
