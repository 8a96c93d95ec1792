/**
 * The borders inside each process ("who may know whom" in docs/architecture.md); TypeScript's project references hold
 * the ones between processes. Every rule has a test that breaks it: test/architecture/borders.test.ts.
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Inside main and the renderer, a layer may use itself and those before it. */
function layers(process, order) {
  return order
    .slice(0, -1)
    .map((layer, index) =>
      forbid(
        `${process}-${layer}-knows-only-what-is-below`,
        `${process}: ${order.join(' <- ')}`,
        { path: `^src/${process}/${layer}/` },
        { path: `^src/${process}/(${order.slice(index + 1).join('|')})(/|\\.tsx?$)` },
      ),
    );
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-circles', 'Two files that need each other are one file or three.', {}, { circular: true }),
    forbid('resolvable', 'Every import must lead somewhere.', {}, { couldNotResolve: true }),
    forbid('no-tests-in-the-product', 'Product code never imports tests.', { path: '^src/' }, { path: '^test/' }),

    forbid(
      'shared-runs-anywhere',
      'src/shared: no Node, no Electron, no process of ours.',
      { path: '^src/shared/' },
      { path: '^src/(?!shared/)' },
    ),
    forbid(
      'shared-without-node',
      'src/shared runs in a page too.',
      { path: '^src/shared/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'main-knows-shared-only',
      'main: shared <- main',
      { path: '^src/main/' },
      { path: '^src/(cli|preload|renderer)/' },
    ),
    forbid(
      'cli-knows-shared-and-main',
      'cli: shared <- main <- cli',
      { path: '^src/cli/' },
      { path: '^src/(preload|renderer)/' },
    ),
    forbid(
      'preload-knows-the-kernel',
      'preload -> shared/kernel',
      { path: '^src/preload/' },
      { path: '^src/(main|cli|renderer|shared/(?!kernel/))' },
    ),
    forbid(
      'renderer-knows-shared-only',
      'renderer -> shared',
      { path: '^src/renderer/' },
      { path: '^src/(main|cli|preload)/' },
    ),
    forbid(
      'renderer-without-node',
      'A page has no Node.',
      { path: '^src/(renderer|preload)/' },
      { dependencyTypes: ['core'] },
    ),

    ...layers('shared', ['kernel', 'papers', 'content', 'domains', 'contract']),
    ...layers('main', ['files', 'papers', 'db', 'content', 'vault', 'ipc', 'domains', 'shell', 'index']),
    ...layers('renderer', ['ui', 'app', 'domains', 'routes']),

    forbid(
      'domain-through-model',
      'Another domain of src/shared is entered only through its model.ts, its defaults.ts or its normalising rules.',
      { path: '^src/shared/domains/([^/]+)/' },
      {
        path: '^src/shared/domains/',
        pathNot: [
          '^src/shared/domains/$1/',
          '^src/shared/domains/[^/]+/model\\.ts$',
          '^src/shared/domains/[^/]+/defaults\\.ts$',
          '^src/shared/domains/[^/]+/normalise[a-z-]*\\.ts$',
        ],
      },
    ),
    forbid(
      'domain-through-public',
      'Another domain of src/main is entered only through its public.ts.',
      { path: '^src/main/domains/([^/]+)/' },
      { path: '^src/main/domains/', pathNot: ['^src/main/domains/$1/', '^src/main/domains/[^/]+/public\\.ts$'] },
    ),
    forbid(
      'electron-at-the-edge',
      'electron only in the shell, the listener, the composition root and the preload.',
      { path: '^src/', pathNot: '^src/(main/shell/|main/ipc/listen\\.ts$|main/index\\.ts$|preload/)' },
      { path: '(^|/)node_modules/electron(/|$)|^electron(/|$)' },
    ),
    forbid(
      'driver-in-db',
      'The database driver only in main/db.',
      { path: '^src/', pathNot: '^src/main/db/' },
      {
        path: '(^|/)node_modules/(@journeyapps/sqlcipher|better-sqlite3-multiple-ciphers)(/|$)|^(@journeyapps/sqlcipher|better-sqlite3-multiple-ciphers)',
      },
    ),
    forbid(
      'sql-in-stores',
      'SQL (Kysely) only in main/db and in files called store or *-store.',
      { path: '^src/', pathNot: '^src/main/db/|(^|[/-])store\\.ts$' },
      { path: '(^|/)node_modules/kysely(/|$)|^kysely(/|$)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'keychain-in-vault',
      'The OS keychain only in main/vault.',
      { path: '^src/', pathNot: '^src/main/vault/' },
      { path: '(^|/)node_modules/keytar(/|$)|^keytar' },
    ),
    forbid(
      'migrations-stand-alone',
      'A migration is frozen: it imports nothing of ours but its own type, so nothing can change it afterwards.',
      { path: '^src/main/db/migrations/\\d' },
      { path: '^src/', pathNot: '^src/main/db/migrations/migration\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
