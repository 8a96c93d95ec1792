/** Steward's own command-line flags; every other argument is ignored. */

/** The value of `--name=value`, or undefined. */
export function ownFlag(argv: readonly string[], name: 'vault' | 'keychain'): string | undefined {
  const prefix = `--${name}=`;
  const value = argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  return value === '' ? undefined : value;
}
