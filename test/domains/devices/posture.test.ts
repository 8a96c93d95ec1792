/** What the three systems say of themselves, as they say it, and what is made of it. */
import { describe, expect, it } from 'vitest';
import type { PostureAnswer, PostureCheck } from '#shared/domains/devices/model';
import { answersOf, comparePosture, type Said, type SystemRules } from '#shared/domains/devices/posture';
import { linuxRules } from '#shared/domains/devices/posture-linux';
import { macosRules } from '#shared/domains/devices/posture-macos';
import { windowsRules } from '#shared/domains/devices/posture-windows';
import { endOfLifeOf } from '#shared/domains/devices/lifecycle';
import type { Day } from '#shared/kernel/time';
import { packs } from '../../content/harness';

const lifecycles = packs.flatMap((pack) => pack.lifecycles);
const today = '2026-11-24' as Day;

function read(rules: SystemRules, texts: Readonly<Record<string, string | Said>>): Record<PostureCheck, PostureAnswer> {
  const heard = Object.fromEntries(
    Object.entries(texts).map(([name, said]) => [name, typeof said === 'string' ? { text: said } : said]),
  );
  return Object.fromEntries(
    answersOf(rules, heard, lifecycles, today).map((answer) => [answer.check, answer]),
  ) as never;
}
const short = (answers: Record<PostureCheck, PostureAnswer>) =>
  Object.fromEntries(
    Object.values(answers).map(({ check, state, detail, reason }) => [check, [state, detail ?? reason]]),
  );

const osRelease = (id: string, version: string, title: string) =>
  `PRETTY_NAME="${title}"\nNAME="X"\nVERSION_ID="${version}"\nID=${id}\nID_LIKE=debian\n`;
const blocks = (encrypted: boolean) =>
  JSON.stringify({
    blockdevices: [
      { name: 'sda1', type: 'part', mountpoints: ['/boot'] },
      {
        name: 'sda3',
        type: 'part',
        mountpoints: [null],
        children: [
          encrypted
            ? {
                name: 'luks',
                type: 'crypt',
                mountpoints: [null],
                children: [{ name: 'root', type: 'lvm', mountpoints: ['/'] }],
              }
            : { name: 'root', type: 'lvm', mountpoints: ['/'] },
        ],
      },
    ],
  });

describe('Linux', () => {
  const protectedLaptop = {
    disk: blocks(true),
    lock: 'true\n',
    idle: 'uint32 300\n',
    os: osRelease('ubuntu', '24.04', 'Ubuntu 24.04.3 LTS'),
    updates: 'Reading package lists...\n0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n',
    ufw: '# /etc/ufw/ufw.conf\nENABLED=yes\nLOGLEVEL=low\n',
    firewall: 'active\ninactive\ninactive\n',
    antivirus: 'inactive\n',
  };

  it('is good where everything is', () => {
    expect(short(read(linuxRules, protectedLaptop))).toEqual({
      'disk-encryption': ['good', 'dm-crypt'],
      'screen-lock': ['good', '300 s'],
      'os-version': ['good', 'Ubuntu 24.04.3 LTS → 2029-04-30'],
      updates: ['good', '0'],
      firewall: ['good', 'ufw'],
      antivirus: ['unknown', 'not-offered'],
    });
  });

  it('says what is not good', () => {
    expect(
      short(
        read(linuxRules, {
          ...protectedLaptop,
          disk: blocks(false),
          idle: 'uint32 0\n',
          os: osRelease('ubuntu', '20.04', 'Ubuntu 20.04.6 LTS'),
          updates: '17 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.\n',
          ufw: 'ENABLED=no\n',
          antivirus: 'active\n',
        }),
      ),
    ).toEqual({
      'disk-encryption': ['bad', null],
      'screen-lock': ['bad', '0 s'],
      'os-version': ['bad', 'Ubuntu 20.04.6 LTS → 2025-05-31'],
      updates: ['bad', '17'],
      // ufw's service runs, its rules do not.
      firewall: ['bad', 'ufw'],
      antivirus: ['good', 'ClamAV'],
    });
  });

  it('says that it could not tell, and why', () => {
    expect(
      short(
        read(linuxRules, {
          disk: '{"blockdevices":[{"name":"sda","type":"disk","mountpoints":[null]}]}',
          lock: { reason: 'not-found' },
          os: osRelease('arch', 'rolling', 'Arch Linux'),
          updates: { reason: 'timed-out' },
          ufw: { reason: 'no-permission' },
          firewall: 'inactive\ninactive\ninactive\n',
        }),
      ),
    ).toEqual({
      'disk-encryption': ['unknown', 'unclear'],
      'screen-lock': ['unknown', 'not-found'],
      'os-version': ['unknown', 'Arch Linux'],
      updates: ['unknown', 'timed-out'],
      firewall: ['unknown', 'unclear'],
      antivirus: ['unknown', 'not-found'],
    });
    expect(read(linuxRules, { disk: '{ broken' })['disk-encryption'].reason).toBe('unclear');
  });

  it('sees other firewalls, and a lock that is switched off', () => {
    const without = { ...protectedLaptop, ufw: { reason: 'not-found' } as const };
    expect(read(linuxRules, { ...without, firewall: 'inactive\nactive\ninactive\n' }).firewall.detail).toBe(
      'firewalld',
    );
    expect(read(linuxRules, { ...without, firewall: 'inactive\ninactive\nactive\n' }).firewall.detail).toBe('nftables');
    expect(read(linuxRules, { ...protectedLaptop, lock: 'false\n' })['screen-lock'].state).toBe('bad');
  });
});

describe('macOS', () => {
  const mac = {
    disk: 'FileVault is On.\n',
    lock: '2026-11-24 09:00:00.000 sysadminctl[511:1] screenLock delay is 300 seconds\n',
    os: 'ProductName:\t\tmacOS\nProductVersion:\t\t15.7.1\nBuildVersion:\t\t24G231\n',
    updates: '0\n',
    firewall: 'Firewall is enabled. (State = 1)\n',
    gatekeeper: 'assessments enabled\n',
  };
  it('is read from what its own commands print', () => {
    expect(short(read(macosRules, mac))).toEqual({
      'disk-encryption': ['good', 'FileVault'],
      'screen-lock': ['good', '300 seconds'],
      'os-version': ['good', 'macOS 15.7.1'],
      updates: ['good', '0'],
      firewall: ['good', null],
      antivirus: ['good', 'Gatekeeper'],
    });
    expect(
      short(
        read(macosRules, {
          disk: 'FileVault is Off.\n',
          lock: 'sysadminctl[511:1] screenLock is off\n',
          os: 'ProductName:\t\tmacOS\nProductVersion:\t\t12.7.6\n',
          updates: '3\n',
          firewall: 'Firewall is disabled. (State = 0)\n',
          gatekeeper: 'assessments disabled\n',
        }),
      ),
    ).toEqual({
      'disk-encryption': ['bad', 'FileVault'],
      'screen-lock': ['bad', null],
      'os-version': ['bad', 'macOS 12.7.6 → 2024-09-16'],
      updates: ['bad', '3'],
      firewall: ['bad', null],
      antivirus: ['bad', 'Gatekeeper'],
    });
    const unclear = read(macosRules, { ...mac, updates: 'The domain/default pair does not exist\n' });
    expect(unclear.updates).toMatchObject({ state: 'unknown', reason: 'unclear' });
    expect(unclear['disk-encryption'].source).toBe('/usr/bin/fdesetup status');
  });
});

describe('Windows', () => {
  const version = (build: string, display: string) =>
    `\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\n    ProductName    REG_SZ    Windows 10 Pro\n    CurrentBuildNumber    REG_SZ    ${build}\n    DisplayVersion    REG_SZ    ${display}\n    UBR    REG_DWORD    0x1a2b\n`;
  const desktop = (secure: string) =>
    `\nHKEY_CURRENT_USER\\Control Panel\\Desktop\n    ScreenSaveActive    REG_SZ    1\n    ScreenSaverIsSecure    REG_SZ    ${secure}\n    ScreenSaveTimeOut    REG_SZ    600\n`;
  const pc = {
    disk: '1\n',
    screen: desktop('1'),
    policy: 'ERROR: The system was unable to find the specified registry key or value.\n',
    os: version('26200', '25H2'),
    updates: '0\n',
    firewall: 'Domain=True\nPrivate=True\nPublic=True\n',
    antivirus: 'Windows Defender|397568\n',
  };
  it('is read from what its own tools print', () => {
    expect(short(read(windowsRules, pc))).toEqual({
      'disk-encryption': ['good', 'BitLocker'],
      'screen-lock': ['good', '600 s'],
      'os-version': ['good', 'Windows 11 25H2 (26200) → 2027-10-12'],
      updates: ['good', '0'],
      firewall: ['good', null],
      antivirus: ['good', 'Windows Defender'],
    });
  });
  it('says what is not good', () => {
    expect(
      short(
        read(windowsRules, {
          ...pc,
          disk: '2\n',
          os: version('19045', '22H2'),
          updates: '4\n',
          firewall: 'Domain=True\nPrivate=True\nPublic=False\n',
          // On, but its signatures are old.
          antivirus: 'Old Guard|266256\n',
        }),
      ),
    ).toEqual({
      'disk-encryption': ['bad', 'BitLocker'],
      'screen-lock': ['good', '600 s'],
      'os-version': ['bad', 'Windows 10 22H2 (19045) → 2025-10-14'],
      updates: ['bad', '4'],
      firewall: ['bad', 'Public'],
      antivirus: ['bad', 'Old Guard: out of date'],
    });
  });
  it('cannot tell of a screen saver without password, but of a policy', () => {
    expect(read(windowsRules, { ...pc, screen: desktop('0') })['screen-lock'].reason).toBe('unclear');
    const policy = '    InactivityTimeoutSecs    REG_DWORD    0x384\n';
    expect(read(windowsRules, { ...pc, screen: desktop('0'), policy })['screen-lock']).toMatchObject({
      state: 'good',
      detail: '900 s',
    });
    expect(read(windowsRules, { ...pc, disk: '\n' })['disk-encryption'].reason).toBe('unclear');
    expect(read(windowsRules, { ...pc, antivirus: { reason: 'no-permission' } }).antivirus.reason).toBe(
      'no-permission',
    );
  });
  it('prefers one protection that is on and current to others that are off', () => {
    expect(read(windowsRules, { ...pc, antivirus: 'Trial|262144\nWindows Defender|397568\n' }).antivirus).toMatchObject(
      { state: 'good', detail: 'Windows Defender' },
    );
    expect(read(windowsRules, { ...pc, antivirus: 'Trial|262144\n' }).antivirus.state).toBe('bad');
  });
});

describe('questions to the system', () => {
  const all = [linuxRules, macosRules, windowsRules].flatMap(({ probes }) => probes);
  it('are fixed, change nothing, and reach no network', () => {
    expect(all.length).toBeGreaterThan(20);
    const texts = all.map((probe) => ('file' in probe ? probe.file : [probe.command, ...probe.args].join(' ')));
    expect(
      texts.filter((text) => /sudo|https?:|--install|\bset\b|\badd\b|Online=\$true|softwareupdate -l/i.test(text)),
    ).toEqual([]);
    expect(texts.filter((text) => text.includes('apt-get'))).toEqual([
      'apt-get --simulate -o Debug::NoLocking=true upgrade',
    ]);
    for (const rules of [linuxRules, macosRules, windowsRules]) {
      const answers = answersOf(rules, {}, [], today);
      expect(answers).toHaveLength(6);
      expect(answers.filter(({ state, source }) => state !== 'unknown' || source === '')).toEqual([]);
    }
  });
});

describe('two snapshots', () => {
  it('are compared by state and by what was said', () => {
    const answer = (state: 'good' | 'bad', detail: string | null): PostureAnswer => ({
      check: 'updates',
      state,
      detail,
      reason: null,
      source: '',
    });
    expect(comparePosture([answer('good', '0')], [answer('good', '0')])).toEqual([]);
    expect(comparePosture([answer('good', '0')], [answer('bad', '4')])).toEqual([
      { check: 'updates', before: 'good: 0', after: 'bad: 4' },
    ]);
    expect(comparePosture([], [answer('bad', '4')])).toEqual([]);
  });
});

describe('ends of support', () => {
  it('are found by product and the first parts of a version', () => {
    const end = (product: string, version: string, on = today) => endOfLifeOf(lifecycles, product, version, on);
    expect(end('debian', '11')).toMatchObject({ ends: '2026-08-31', isPast: true, confidence: 'secondary' });
    expect(end('debian', '11', '2026-08-31' as Day)?.isPast).toBe(false);
    expect(end('ubuntu', '24.04.1')?.title).toBe('Ubuntu LTS 24.04');
    expect(end('macos', '15.7.1')?.ends).toBeNull();
    expect(end('ios', '1')).toBeNull();
    expect(end('windows-11', '24h2')?.isPast).toBe(true);
    expect(end('beos', '5')).toBeNull();
  });
  it('say where they are from and how sure they are, each product and version once', () => {
    expect(lifecycles.map(({ product }) => product).toSorted()).toEqual([
      'android',
      'debian',
      'ios',
      'macos',
      'ubuntu',
      'windows-10',
      'windows-11',
    ]);
    for (const { versions } of lifecycles)
      expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
    // No maker's own page was read.
    expect(lifecycles.flatMap(({ versions }) => versions).filter(({ confidence }) => confidence === 'read')).toEqual(
      [],
    );
  });
});
