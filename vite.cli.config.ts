/** Builds the terminal program: out/cli/index.js and the workers it starts. */
import { defineConfig } from 'vite';
import { entriesWithWorkers, flatNames, nativePackages } from './scripts/node-bundle.ts';

export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  plugins: [
    {
      name: 'steward:no-electron',
      enforce: 'pre',
      resolveId(id, importer) {
        if (id === 'electron')
          throw new Error(`the terminal program must not reach electron (imported by ${importer})`);
      },
    },
  ],
  build: {
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node24',
    ssr: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: entriesWithWorkers('src/cli/index.ts'),
      external: nativePackages,
      output: { format: 'es', ...flatNames },
    },
  },
});
