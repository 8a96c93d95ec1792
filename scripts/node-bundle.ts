/** What the bundles that run on Node (the app's main process and the terminal program) have in common. */
import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** Packages that hold native code or find files beside themselves; they stay in node_modules, everything else is bundled. */
export const nativePackages = [
  '@journeyapps/sqlcipher',
  'better-sqlite3-multiple-ciphers',
  'keytar',
  /^@node-rs\/argon2/,
  /^@myriaddreamin\/typst-ts-node-compiler/,
  // It looks for a native helper beside itself, and does without it.
  'ssh2-sftp-client',
  /\.node$/,
];

/**
 * Entries of one bundle: the named program, and every `*.worker.ts` of main beside it under its own name, so
 * `new Worker(new URL('./import.worker.js', import.meta.url))` finds it in either bundle.
 */
export function entriesWithWorkers(program: string): Record<string, string> {
  const entries: Record<string, string> = { index: program };
  for (const file of globSync('src/main/**/*.worker.ts')) entries[basename(file, '.ts')] = file;
  return entries;
}

/** Flat and with stable entry names: a shared chunk must sit beside the workers it starts. */
export const flatNames = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } as const;
