/** Runs a command with a Secret Service of its own, unlocked and thrown away afterwards, so tests use a real keychain and never the user's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath, run } from './paths.mjs';

// The daemon keeps its files and its control socket in a folder of its own; only the bus address reaches the command.
const script = `
printf secret | XDG_DATA_HOME="$KEYRING_HOME" XDG_RUNTIME_DIR="$KEYRING_HOME" XDG_CONFIG_HOME="$KEYRING_HOME" XDG_CACHE_HOME="$KEYRING_HOME" \\
  gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$@"
`;

/** Like `run`; without D-Bus or gnome-keyring (macOS and Windows have their own keychains) it runs the command as it is. */
export async function runWithKeyring(program, args, options = {}) {
  if (process.platform !== 'linux' || !onPath('dbus-run-session') || !onPath('gnome-keyring-daemon'))
    return run(program, args, options);
  const home = mkdtempSync(join(tmpdir(), 'steward-keyring-'));
  try {
    return await run('dbus-run-session', ['--', 'sh', '-c', script, 'sh', program, ...args], {
      ...options,
      env: { ...options.env, KEYRING_HOME: home, STEWARD_TEST_KEYRING: '1' },
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
