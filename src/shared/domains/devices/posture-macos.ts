/** What macOS says of itself without privileges: FileVault, the screen lock, its version, known updates, firewall, Gatekeeper. */
import { bad, good, judgeText, type SystemRules, textOf, type Verdict } from './posture';

const onOff =
  (on: RegExp, off: RegExp, detail: string | null = null) =>
  (text: string): Verdict | null =>
    on.test(text) ? good(detail) : off.test(text) ? bad(detail) : null;

export const macosRules: SystemRules = {
  probes: [
    { name: 'disk', command: '/usr/bin/fdesetup', args: ['status'] },
    { name: 'lock', command: '/usr/sbin/sysadminctl', args: ['-screenLock', 'status'] },
    { name: 'os', command: '/usr/bin/sw_vers', args: [] },
    {
      name: 'updates',
      command: '/usr/bin/defaults',
      args: ['read', '/Library/Preferences/com.apple.SoftwareUpdate', 'LastUpdatesAvailable'],
    },
    { name: 'firewall', command: '/usr/libexec/ApplicationFirewall/socketfilterfw', args: ['--getglobalstate'] },
    { name: 'gatekeeper', command: '/usr/sbin/spctl', args: ['--status'] },
  ],
  read: (heard) => {
    const os = textOf(heard, 'os');
    const version = typeof os === 'string' ? (/^ProductVersion:\s*(\S+)/m.exec(os)?.[1] ?? null) : null;
    return {
      'disk-encryption': {
        probes: ['disk'],
        verdict: judgeText(heard, 'disk', onOff(/FileVault is On/, /FileVault is Off/, 'FileVault')),
      },
      'screen-lock': {
        probes: ['lock'],
        verdict: judgeText(heard, 'lock', (text) => {
          const delay = /screenLock delay is (immediate|\d+ seconds)/.exec(text)?.[1];
          return delay !== undefined ? good(delay) : /screenLock is off/.test(text) ? bad() : null;
        }),
      },
      os: { probes: ['os'], product: 'macos', version, title: version === null ? null : `macOS ${version}` },
      updates: {
        probes: ['updates'],
        verdict: judgeText(heard, 'updates', (text) => {
          const pending = /^(\d+)\s*$/m.exec(text)?.[1];
          return pending === undefined ? null : pending === '0' ? good('0') : bad(pending);
        }),
      },
      firewall: {
        probes: ['firewall'],
        verdict: judgeText(
          heard,
          'firewall',
          onOff(/Firewall is enabled|State = [12]/, /Firewall is disabled|State = 0/),
        ),
      },
      antivirus: {
        probes: ['gatekeeper'],
        verdict: judgeText(heard, 'gatekeeper', onOff(/assessments enabled/, /assessments disabled/, 'Gatekeeper')),
      },
    };
  },
};
