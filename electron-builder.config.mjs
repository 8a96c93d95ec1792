/** Installers: NSIS on Windows, dmg on macOS, AppImage and deb on Linux. `npx electron-builder --publish never` after `npm run build`. */

/** What keytar's installer leaves in the tree and no program ever loads. */
const installerParts = [
  'prebuild-install',
  'detect-libc',
  'expand-template',
  'github-from-package',
  'minimist',
  'mkdirp-classic',
  'napi-build-utils',
  'node-abi',
  'pump',
  'rc',
  'simple-get',
  'tar-fs',
  'tar-stream',
  'tunnel-agent',
];

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.steward.workbench',
  productName: 'Steward',
  copyright: 'Apache-2.0, the Steward authors',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'resources/**',
    'package.json',
    '!**/*.map',
    '!node_modules/@journeyapps/sqlcipher/{deps,src,build/{deps,Release/obj,Release/obj.target}}{,/**}',
    '!node_modules/keytar/{src,build/Release/obj.target}{,/**}',
    ...installerParts.map((name) => `!node_modules/${name}{,/**}`),
  ],
  asar: true,
  asarUnpack: ['**/*.node', 'node_modules/@journeyapps/sqlcipher/**'],
  // Every native package is N-API: built once, it runs on Node and on Electron.
  npmRebuild: false,
  electronLanguages: ['en-US'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  linux: { target: ['AppImage', 'deb'], category: 'Office', maintainer: 'The Steward authors' },
  deb: { depends: ['libsecret-1-0', 'libnss3', 'libgtk-3-0', 'libasound2'] },
};
