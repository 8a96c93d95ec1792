/** The repository itself: a lock file that installs anywhere, and nothing committed that names one machine's surroundings. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const committed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter(Boolean);
type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Entry> };
const readLock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

/** Optional packages (other systems' binaries) that some entry names and the lock lacks: `npm ci` refuses such a lock. */
function missingOptional({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => {
        const folders = place
          .split('/node_modules/')
          .map((_part, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
        return ![...folders, ''].some(
          (folder) => packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`],
        );
      })
      .map((name) => `${place} -> ${name}`),
  );
}

/** Addresses of package registries and private hosts, but for schema and documentation links. */
const registryAddress =
  /https?:\/\/(?:registry\.|[a-z0-9.-]*(?:artifactory|nexus|verdaccio|proxy)[a-z0-9.-]*)[^\s"']*/gi;

describe('package-lock.json', () => {
  test('has an entry for every optional dependency it names', () => {
    expect(missingOptional(readLock())).toEqual([]);
  });

  test('this check sees a missing one', () => {
    const lock = readLock();
    const name = Object.keys(lock.packages).find((place) => place.startsWith('node_modules/@oxlint/'));
    if (name === undefined) throw new Error('expected a platform package of oxlint in the lock');
    delete lock.packages[name];
    expect(missingOptional(lock)).not.toEqual([]);
  });

  test('records no download addresses', () => {
    expect(
      Object.entries(readLock().packages).filter(
        ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('file:'),
      ),
    ).toEqual([]);
  });

  test('agrees with package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const locked = readLock().packages[''] as unknown as Record<string, unknown>;
    for (const part of ['dependencies', 'devDependencies', 'optionalDependencies'])
      expect(locked[part]).toEqual(manifest[part]);
  });
});

describe('committed files', () => {
  const texts = () =>
    committed
      .filter((path) => /\.(?:ts|tsx|mjs|cjs|js|json|md|yml|yaml|html|css|rc|npmrc)$|^\.[a-z]+rc$|^\.ci\//.test(path))
      .filter((path) => existsSync(join(root, path)))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

  test('name no registry host', () => {
    expect(
      texts().flatMap(({ path, text }) =>
        [...text.matchAll(registryAddress)].map(([address]) => `${path}: ${address}`),
      ),
    ).toEqual([]);
  });

  test('this check sees one', () => {
    expect(`"resolved": "https:/${'/registry.'}example.org/x.tgz"`.match(registryAddress)).not.toBeNull();
  });

  test('import nothing from outside the repository', () => {
    const outside = /(?:from|import\()\s*['"](?:\/|(?:\.\.\/){5,})/;
    expect(
      texts()
        .filter(({ path, text }) => !path.endsWith('.md') && outside.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
