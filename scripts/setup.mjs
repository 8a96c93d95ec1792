/**
 * Makes a fresh machine able to build, run and test Steward. Needs nothing but Node ≥ 20 and npm;
 * says what it does on stderr only, is quick when all is there, and downloads nothing that is.
 *
 * By hand: `npm run setup` (everything). The other scripts call `setUp` with what they need.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { findElectron } from './find-electron.mjs';
import { nodeBinary, onPath, root, run } from './paths.mjs';

const say = (line) => process.stderr.write(`setup: ${line}\n`);
const linux = process.platform === 'linux';

/** What the project needs from the system, by Debian's names; `needed: false` means tests skip what they cannot do without it. */
const systemParts = {
  build: [
    { packages: ['python3'], there: () => onPath('python3') || !linux, needed: true },
    {
      packages: ['make', 'g++'],
      there: () => (onPath('make') && (onPath('g++') || onPath('clang++'))) || !linux,
      needed: true,
    },
    { packages: ['libssl-dev'], there: () => !linux || existsSync('/usr/include/openssl/ssl.h'), needed: true },
    {
      packages: ['libsecret-1-dev'],
      there: () => !linux || existsSync('/usr/include/libsecret-1/libsecret/secret.h'),
      needed: true,
    },
  ],
  browser: [{ packages: ['chromium'], there: () => findChromium() !== undefined, needed: true }],
  test: [
    { packages: ['gnome-keyring'], there: () => !linux || onPath('gnome-keyring-daemon'), needed: false },
    { packages: ['dbus'], there: () => !linux || onPath('dbus-run-session'), needed: false },
    { packages: ['xvfb'], there: () => !linux || !findElectron() || onPath('Xvfb'), needed: false },
    { packages: ['poppler-utils'], there: () => onPath('pdftotext') || !linux, needed: false },
    {
      packages: ['libreoffice-calc'],
      there: () => onPath('soffice') || onPath('libreoffice') || !linux,
      needed: false,
    },
    { packages: ['sqlite3'], there: () => onPath('sqlite3') || !linux, needed: false },
    { packages: ['openssh-server'], there: () => !linux || existsSync('/usr/sbin/sshd'), needed: false },
  ],
  bench: [
    { packages: ['sqlite3'], there: () => onPath('sqlite3'), needed: false },
    { packages: ['restic'], there: () => onPath('restic') || !linux, needed: false },
  ],
};

/** How to install by hand where we cannot: one command per family of systems. */
function installCommand(packages) {
  if (process.platform === 'darwin')
    return 'xcode-select --install; brew install openssl@3 python; brew install --cask google-chrome';
  if (process.platform === 'win32')
    return 'winget install Google.Chrome Microsoft.VisualStudio.2022.BuildTools Python.Python.3.12';
  const names = packages.join(' ');
  if (onPath('apt-get')) return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
  const renamed = (table) => packages.flatMap((name) => table[name] ?? name).join(' ');
  if (onPath('dnf'))
    return `sudo dnf install ${renamed({ 'g++': 'gcc-c++', 'libssl-dev': 'openssl-devel', 'libsecret-1-dev': 'libsecret-devel', dbus: 'dbus-daemon', sqlite3: 'sqlite' })}`;
  if (onPath('pacman'))
    return `sudo pacman -S --needed ${renamed({ python3: 'python', 'g++': 'gcc', 'libssl-dev': 'openssl', 'libsecret-1-dev': 'libsecret', 'poppler-utils': 'poppler', 'libreoffice-calc': 'libreoffice-fresh', sqlite3: 'sqlite' })}`;
  return `(with your system's package manager) install ${names}`;
}

function aptGet(packages) {
  const asRoot = process.getuid?.() === 0;
  if (!linux || !onPath('apt-get')) return false;
  if (!asRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;
  const apt = (args) => {
    const words = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-y',
      '-q',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...args,
    ];
    const [program, ...rest] = asRoot ? words : ['sudo', '-n', ...words];
    return spawnSync(program, rest, { stdio: ['ignore', 2, 2] }).status === 0;
  };
  const install = () => apt(['install', '--no-install-recommends', ...packages]);
  say(`installing ${packages.join(' ')} with apt-get`);
  const listed =
    existsSync('/var/lib/apt/lists') &&
    readdirSync('/var/lib/apt/lists').some((name) => name.endsWith('_Packages') || name.endsWith('.lz4'));
  return (listed && install()) || (apt(['update']) && install());
}

function haveSystemParts(parts) {
  const missing = parts.filter((part) => !part.there());
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((part) => part.packages))];
  const installed = aptGet(packages);
  const still = missing.filter((part) => !part.there());
  if (still.length === 0) return;
  const names = still.flatMap((part) => part.packages);
  say(
    `${names.join(', ')} ${installed ? 'still not found after installing' : 'missing'}. Install by hand: ${installCommand(names)}`,
  );
  if (still.some((part) => part.needed)) process.exit(1);
  say('going on without: what needs it is skipped');
}

/** Compares what npm last installed with the lock file, so a pulled change is noticed and a fresh tree costs milliseconds. */
function packagesAreCurrent() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(nodeBinary)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const have = installed[place];
    if (have === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return have.version === entry.version;
  });
}

/** The folder of Node's own headers beside some node on the PATH; without it node-gyp downloads them. */
function nodeHeaders() {
  const nodes = [process.execPath, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))];
  return nodes
    .filter((file) => existsSync(file))
    .map((file) => join(dirname(realpathSync(file)), '..'))
    .find((folder) => existsSync(join(folder, 'include/node/node.h')));
}

async function havePackages() {
  if (packagesAreCurrent()) return;
  const fresh = !existsSync(join(root, 'node_modules'));
  // Started by npm itself we know its file, which spares Windows a shell.
  const [npm, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // A tree that is only behind is brought forward in place; `npm ci` would delete it first.
  const args = fresh ? ['ci'] : ['install', '--no-save'];
  const headers = process.env.npm_config_nodedir ?? nodeHeaders();
  say(`npm ${args.join(' ')} (a few minutes the first time: the encrypted database is compiled)`);
  const code = await run(npm, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    quiet: true,
    input: 'ignore',
    env: {
      ...(headers ? { npm_config_nodedir: headers } : {}),
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    },
  });
  if (code !== 0) {
    say(`npm ${args[0]} failed with exit code ${code}; its messages are above`);
    process.exit(1);
  }
}

/** @param {{ browser?: boolean, test?: boolean, bench?: boolean }} needs what beyond building and the terminal program is wanted */
export async function setUp(needs = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    say(`Node 20 or newer is needed to begin with, this is ${process.version}`);
    process.exit(1);
  }
  const builtAlready = packagesAreCurrent();
  haveSystemParts([
    ...(builtAlready ? [] : systemParts.build),
    ...(needs.browser ? systemParts.browser : []),
    ...(needs.test ? systemParts.test : []),
    ...(needs.bench ? systemParts.bench : []),
  ]);
  if (!builtAlready) await havePackages();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp({ browser: true, test: true, bench: true });
  say('all there');
}
