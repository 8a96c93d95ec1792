/** A Secret Service that is missing, locked, killed, stopped, changed or wrong: each time the vault is made and opened with the passphrase. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'steward-keyring-matrix-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const has = (program: string): boolean => spawnSync('which', [program]).status === 0;
const probe = `import('${join(process.cwd(), 'test/support/keychain-probe.ts')}').then((probe) => probe.probe(process.env.VAULT))`;

/** Runs the probe on a bus of its own after `prepare` has brought the daemon into its state. */
function probeAfter(prepare: string, name: string): { said: string; seconds: number } {
  const home = join(root, name);
  const script = `
    mkdir -p "$HOME/run"; export XDG_RUNTIME_DIR="$HOME/run" XDG_DATA_HOME="$HOME" XDG_CONFIG_HOME="$HOME" XDG_CACHE_HOME="$HOME"
    ${prepare}
    exec "$NODE" --no-warnings --import ./scripts/run-typescript.mjs -e "$PROBE"`;
  const started = Date.now();
  const child = spawnSync('dbus-run-session', ['--', 'sh', '-c', `${script}`], {
    env: { PATH: process.env['PATH'], HOME: home, NODE: process.execPath, PROBE: probe, VAULT: join(home, 'vault') },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return {
    said: child.stdout.split('\n').find((line) => line.startsWith('read ')) ?? child.stderr,
    seconds: (Date.now() - started) / 1_000,
  };
}

const unlocked = `printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; sleep 0.3`;
/** The daemon of this very bus, found by the bus itself, so that no other one is touched. */
const daemon = `$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | awk '{print $2}')`;

describe.skipIf(!has('gnome-keyring-daemon') || !has('dbus-run-session'))('a keychain that is', () => {
  it('fine keeps the key', () => {
    expect(probeAfter(unlocked, 'fine').said).toBe('read missing, write ok, opened');
  });
  it('killed comes back locked, started anew by the bus, and does not take the key', () => {
    const { said } = probeAfter(`${unlocked}; kill -9 ${daemon}; sleep 0.2`, 'killed');
    expect(said).toMatch(/^read (missing|unavailable|locked), write (locked|unavailable|slow), opened$/);
  });
  it('hanging is slow, and nobody waits longer than the patience we have', () => {
    const stop = `pid=${daemon}; kill -STOP $pid; (sleep 25; kill -9 $pid) >/dev/null 2>&1 &`;
    const { said, seconds } = probeAfter(`${unlocked}; ${stop}`, 'hanging');
    expect(said).toBe('read slow, write slow, opened');
    expect(seconds).toBeLessThan(15);
  }, 60_000);
  it('locked does not take the key, and says so', () => {
    const { said } = probeAfter(
      'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; sleep 0.3',
      'locked',
    );
    expect(said).toMatch(/^read (missing|locked), write (locked|unavailable|slow), opened$/);
  }, 60_000);
});

const breaking = `import('${join(process.cwd(), 'test/support/keychain-break.ts')}').then((it) => it.breakAndOpen(process.env.VAULT, process.env.HOW, process.env.BREAK))`;

/** Makes a vault that the keychain opens, breaks the keychain by a name or a command, and answers what was said. */
function opensAfter(how: string, command = ''): { said: string; seconds: number; home: string } {
  const home = join(root, `open ${how}`.replaceAll(' ', '-'));
  const script = `
    mkdir -p "$HOME/run"; export XDG_RUNTIME_DIR="$HOME/run" XDG_DATA_HOME="$HOME" XDG_CONFIG_HOME="$HOME" XDG_CACHE_HOME="$HOME"
    ${unlocked}
    exec "$NODE" --no-warnings --import ./scripts/run-typescript.mjs -e "$PROBE"`;
  const started = Date.now();
  const child = spawnSync('dbus-run-session', ['--', 'sh', '-c', script], {
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      NODE: process.execPath,
      PROBE: breaking,
      VAULT: join(home, 'vault'),
      HOW: how,
      BREAK: command,
    },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return {
    said: child.stdout.split('\n').find((line) => line.startsWith('said: ')) ?? child.stderr,
    seconds: (Date.now() - started) / 1_000,
    home,
  };
}

const lockAll = `dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login`;
const start = 'printf pw | gnome-keyring-daemon --unlock --components=secrets; sleep 0.3';

describe.skipIf(!has('gnome-keyring-daemon') || !has('dbus-run-session'))(
  'a vault the keychain opened, when it',
  () => {
    it.each([
      ['is as it was', '', 'opened by the keychain'],
      ['forgotten', '', 'keychain missing'],
      ['another key', '', 'wrong-secret wrong'],
      ['a short key', '', 'keychain wrong'],
      ['no key at all', '', 'keychain wrong'],
      [
        'changed backend',
        `kill -9 ${daemon}; sleep 0.2; rm -rf "$HOME/keyrings"; ${start}`,
        /keychain (missing|unavailable|locked)/,
      ],
      ['locked', lockAll, /keychain (locked|unavailable|slow|missing)/],
      ['killed', `kill -9 ${daemon}; sleep 0.2`, /keychain (locked|unavailable|slow|missing)/],
      ['hanging', `pid=${daemon}; kill -STOP $pid; (sleep 25; kill -9 $pid) >/dev/null 2>&1 &`, 'keychain slow'],
      [
        'without a bus',
        `kill -9 ${daemon}; chmod 000 "$HOME/keyrings"; rm -rf "$HOME/keyrings"; sleep 0.2`,
        /keychain (locked|unavailable|slow|missing)/,
      ],
    ] as const)(
      '%s, asks for the passphrase; nothing is lost, nothing new is made',
      (how, command, expected) => {
        const { said, seconds } = opensAfter(how, command);
        const [, made, answer, changed, kept] =
          /^said: (made \w+), (.*), (nothing changed|CHANGED), (.*)$/.exec(said) ?? [];
        expect(made, said).toBe('made ok');
        expect(answer).toMatch(expected);
        expect(changed).toBe('nothing changed');
        expect(kept).toBe('1 kept');
        // Five seconds of patience, and the rest is starting processes.
        expect(seconds).toBeLessThan(30);
      },
      60_000,
    );
  },
);
