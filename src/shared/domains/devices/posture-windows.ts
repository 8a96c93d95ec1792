/** What Windows says of itself without privileges: the shell's view of BitLocker, the registry, the update agent's own list, the security centre. */
import {
  bad,
  cannotTell,
  good,
  type Heard,
  judgeText,
  type Probe,
  type SystemRules,
  textOf,
  type Verdict,
} from './posture';

const powershell = (name: string, script: string): Probe => ({
  name,
  command: 'powershell.exe',
  args: ['-NoProfile', '-NonInteractive', '-Command', script],
});
const registry = (name: string, ...args: readonly string[]): Probe => ({
  name,
  command: 'reg.exe',
  args: ['query', ...args],
});

/** A value as `reg query` prints it; DWORDs are hexadecimal. */
function valueOf(text: string, name: string): string | null {
  const found = new RegExp(`^\\s+${name}\\s+REG_\\w+\\s+(.+?)\\s*$`, 'm').exec(text)?.[1] ?? null;
  return found !== null && /^0x[0-9a-f]+$/i.test(found) ? String(Number(found)) : found;
}

function screenOf(heard: Heard): Verdict {
  const policy = textOf(heard, 'policy');
  const inactivity = typeof policy === 'string' ? Number(valueOf(policy, 'InactivityTimeoutSecs') ?? 0) : 0;
  if (inactivity > 0) return good(`${inactivity} s`);
  return judgeText(heard, 'screen', (text) => {
    const seconds = valueOf(text, 'ScreenSaveTimeOut');
    if (valueOf(text, 'ScreenSaveActive') === '1' && valueOf(text, 'ScreenSaverIsSecure') === '1')
      return good(seconds === null ? null : `${seconds} s`);
    // Waking may still ask for the password; Windows keeps that where only an administrator reads.
    return null;
  });
}

/** The first build that is called Windows 11. */
const firstEleven = 22_000;

/** The shell's numbers for a volume's protection. */
const bitLocker: Readonly<Record<string, Verdict>> = {
  1: good('BitLocker'),
  2: bad('BitLocker'),
  3: bad('BitLocker: encrypting'),
  4: bad('BitLocker: decrypting'),
  5: bad('BitLocker: suspended'),
  6: good('BitLocker: locked'),
};

/** Bits of the security centre's product state. */
const isSwitchedOn = (state: number): boolean => (state & 0x1000) !== 0;
const isOutOfDate = (state: number): boolean => (state & 0x10) !== 0;

function antivirusOf(text: string): Verdict | null {
  const products = text.split('\n').flatMap((line) => {
    const [name = '', state = ''] = line.trim().split('|');
    return name !== '' && /^\d+$/.test(state) ? [{ name, state: Number(state) }] : [];
  });
  if (products.length === 0) return null;
  const on = products.filter(({ state }) => isSwitchedOn(state));
  const current = on.find(({ state }) => !isOutOfDate(state));
  if (current !== undefined) return good(current.name);
  return bad(on[0] === undefined ? products[0]?.name : `${on[0].name}: out of date`);
}

export const windowsRules: SystemRules = {
  probes: [
    powershell(
      'disk',
      "(New-Object -ComObject Shell.Application).NameSpace($env:SystemDrive).Self.ExtendedProperty('System.Volume.BitLockerProtection')",
    ),
    registry('screen', 'HKCU\\Control Panel\\Desktop'),
    registry(
      'policy',
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System',
      '/v',
      'InactivityTimeoutSecs',
    ),
    registry('os', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'),
    powershell(
      'updates',
      "$s=(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher();$s.Online=$false;$s.Search('IsInstalled=0 and IsHidden=0').Updates.Count",
    ),
    powershell('firewall', 'Get-NetFirewallProfile | ForEach-Object { "$($_.Name)=$($_.Enabled)" }'),
    powershell(
      'antivirus',
      'Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct | ForEach-Object { "$($_.displayName)|$($_.productState)" }',
    ),
  ],
  read: (heard) => {
    const os = textOf(heard, 'os');
    const said = typeof os === 'string' ? os : '';
    const build = Number(valueOf(said, 'CurrentBuildNumber') ?? 0);
    const version = valueOf(said, 'DisplayVersion');
    // The registry calls Windows 11 by its old name; the build tells.
    const product = build === 0 ? null : build >= firstEleven ? 'windows-11' : build >= 10_240 ? 'windows-10' : null;
    const name = product === 'windows-11' ? 'Windows 11' : product === 'windows-10' ? 'Windows 10' : null;
    return {
      'disk-encryption': {
        probes: ['disk'],
        verdict: judgeText(heard, 'disk', (text) => bitLocker[text.trim()] ?? null),
      },
      'screen-lock': { probes: ['policy', 'screen'], verdict: screenOf(heard) },
      os: {
        probes: ['os'],
        product,
        version,
        title: name === null ? null : [name, version, `(${build})`].filter(Boolean).join(' '),
      },
      updates: {
        probes: ['updates'],
        verdict: judgeText(heard, 'updates', (text) => {
          const pending = /^(\d+)\s*$/m.exec(text)?.[1];
          return pending === undefined ? null : pending === '0' ? good('0') : bad(pending);
        }),
      },
      firewall: {
        probes: ['firewall'],
        verdict: judgeText(heard, 'firewall', (text) => {
          const off = [...text.matchAll(/^(\w+)=(?:False|0|2)\s*$/gm)].map(([, profile]) => profile);
          const on = [...text.matchAll(/^(\w+)=(?:True|1)\s*$/gm)];
          if (off.length > 0) return bad(off.join(', '));
          return on.length > 0 ? good() : cannotTell('unclear');
        }),
      },
      antivirus: { probes: ['antivirus'], verdict: judgeText(heard, 'antivirus', antivirusOf) },
    };
  },
};
