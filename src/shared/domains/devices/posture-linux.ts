/** What Linux says of itself without privileges: block devices, GNOME's settings, os-release, apt's own state, the firewall's service. */
import { bad, cannotTell, good, type Heard, judgeText, type SystemRules, textOf, type Verdict } from './posture';

type Block = {
  readonly type?: string;
  readonly mountpoints?: readonly (string | null)[];
  readonly children?: readonly Block[];
};

/** Whether the path from the disk to what is mounted at `/` goes through encryption; null when `/` is not there. */
function isRootEncrypted(blocks: readonly Block[], encrypted = false): boolean | null {
  for (const block of blocks) {
    const here = encrypted || block.type === 'crypt';
    if (block.mountpoints?.includes('/')) return here;
    const below = isRootEncrypted(block.children ?? [], here);
    if (below !== null) return below;
  }
  return null;
}

function diskOf(text: string): Verdict | null {
  let blocks: readonly Block[];
  try {
    blocks = (JSON.parse(text) as { blockdevices?: readonly Block[] }).blockdevices ?? [];
  } catch {
    return null;
  }
  const is = isRootEncrypted(blocks);
  return is === null ? null : is ? good('dm-crypt') : bad();
}

function screenOf(heard: Heard): Verdict {
  const lock = judgeText(heard, 'lock', (text) => (/^true/m.test(text) ? good() : /^false/m.test(text) ? bad() : null));
  if (lock.state !== 'good') return lock;
  return judgeText(heard, 'idle', (text) => {
    const seconds = /uint32 (\d+)/.exec(text)?.[1];
    if (seconds === undefined) return null;
    // Nought means that the screen never goes dark by itself.
    return seconds === '0' ? bad('0 s') : good(`${seconds} s`);
  });
}

function firewallOf(heard: Heard): Verdict {
  const services = textOf(heard, 'firewall');
  // A service of ufw runs even where its rules are switched off; its file knows.
  const ufw = textOf(heard, 'ufw');
  if (typeof ufw === 'string' && /^ENABLED=yes$/m.test(ufw)) return good('ufw');
  if (typeof services !== 'string') return services;
  const [, firewalld, nftables] = services.split('\n').map((line) => line.trim());
  if (firewalld === 'active') return good('firewalld');
  if (nftables === 'active') return good('nftables');
  return typeof ufw === 'string' ? bad('ufw') : cannotTell('unclear');
}

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(text)?.[1] ?? null;

export const linuxRules: SystemRules = {
  probes: [
    { name: 'disk', command: 'lsblk', args: ['--json', '-o', 'NAME,TYPE,MOUNTPOINTS'] },
    { name: 'lock', command: 'gsettings', args: ['get', 'org.gnome.desktop.screensaver', 'lock-enabled'] },
    { name: 'idle', command: 'gsettings', args: ['get', 'org.gnome.desktop.session', 'idle-delay'] },
    { name: 'os', file: '/etc/os-release' },
    { name: 'updates', command: 'apt-get', args: ['--simulate', '-o', 'Debug::NoLocking=true', 'upgrade'] },
    { name: 'ufw', file: '/etc/ufw/ufw.conf' },
    { name: 'firewall', command: 'systemctl', args: ['is-active', 'ufw', 'firewalld', 'nftables'] },
    { name: 'antivirus', command: 'systemctl', args: ['is-active', 'clamav-daemon'] },
  ],
  read: (heard) => {
    const os = textOf(heard, 'os');
    const release = typeof os === 'string' ? os : '';
    return {
      'disk-encryption': { probes: ['disk'], verdict: judgeText(heard, 'disk', diskOf) },
      'screen-lock': { probes: ['lock', 'idle'], verdict: screenOf(heard) },
      os: {
        probes: ['os'],
        product: field(release, 'ID'),
        version: field(release, 'VERSION_ID'),
        title: field(release, 'PRETTY_NAME'),
      },
      updates: {
        probes: ['updates'],
        verdict: judgeText(heard, 'updates', (text) => {
          const pending = /^(\d+) upgraded, /m.exec(text)?.[1];
          return pending === undefined ? null : pending === '0' ? good('0') : bad(pending);
        }),
      },
      firewall: { probes: ['ufw', 'firewall'], verdict: firewallOf(heard) },
      antivirus: {
        probes: ['antivirus'],
        // Most Linux desktops have none, and nothing says that they must.
        verdict: judgeText(heard, 'antivirus', (text) =>
          text.startsWith('active') ? good('ClamAV') : cannotTell('not-offered'),
        ),
      },
    };
  },
};
