/** Builds the desktop app: out/main (ES modules), out/preload (one CommonJS file, as a sandbox needs) and out/renderer. */
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { entriesWithWorkers, flatNames, nativePackages } from './scripts/node-bundle.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: entriesWithWorkers('src/main/index.ts'),
        external: nativePackages,
        output: { format: 'es', ...flatNames },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    define: { 'import.meta.env.STEWARD_VERSION': JSON.stringify(version) },
    build: {
      minify: true,
      // The content security policy allows neither inline scripts nor data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
