/** The register of devices and the check of the very computer the tests run on, through serve. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hear } from '#main/domains/devices/ask-system';
import { digestOf } from '#main/domains/devices/check';
import type { DeviceDraft } from '#shared/domains/devices/model';
import type { Day } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench } from '#test/support/workbench';

const day = (text: string): Day => text as Day;
let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const counter: DeviceDraft = {
  name: 'Counter',
  kind: 'desktop',
  owner: 'Ana',
  product: 'windows-10',
  version: '22H2',
  encrypted: 'no',
  patchedOn: null,
  nextCheckOn: day('2026-12-01'),
  state: 'in-use',
  stateOn: null,
  note: null,
};
const due = async (today: string) =>
  (await bench.ask('today', 'list', { today: day(today) })).items.map(({ kind, state, title }) => [kind, state, title]);

describe('the register', () => {
  it('knows the end of support, and Today says what is past it and what is to be checked', async () => {
    const added = await bench.ask('devices', 'add', counter);
    expect(added).toMatchObject({ endOfLife: { title: 'Windows 10 22H2', ends: '2025-10-14', isPast: true } });
    expect(await due('2026-11-24')).toEqual([
      ['device-past-end', 'overdue', 'Counter (Windows 10 22H2)'],
      ['device-check-due', 'soon', 'Counter'],
    ]);
    expect(await due('2025-10-14')).toContainEqual(['device-end', 'today', 'Counter (Windows 10 22H2)']);
    const { endOfLife: _end, id, revision, ...draft } = added;
    const changed = await bench.ask('devices', 'change', {
      id,
      revision,
      device: { ...draft, product: 'windows-11', version: '25H2', nextCheckOn: null },
    });
    expect(changed).toMatchObject({ revision: 2, endOfLife: { isPast: false, ends: '2027-10-12' } });
    expect((await due('2026-11-24')).map(([kind]) => kind)).toEqual(['device-end']);
    expect(await failureOf(bench.ask('devices', 'change', { id, revision, device: draft }))).toEqual({
      code: 'conflict',
      what: 'device',
    });
  });

  it('wants a day for what was lost or disposed of, which is then due no longer', async () => {
    const { endOfLife: _end, id, revision, ...draft } = await bench.ask('devices', 'add', counter);
    const lost = { ...draft, state: 'lost' } as const;
    expect(await failureOf(bench.ask('devices', 'change', { id, revision, device: lost }))).toMatchObject({
      rule: 'devices.day-needed',
    });
    await bench.ask('devices', 'change', { id, revision, device: { ...lost, stateOn: day('2026-11-20') } });
    expect(await due('2026-11-24')).toEqual([]);
    expect(await bench.ask('devices', 'list', {})).toMatchObject([{ state: 'lost', stateOn: '2026-11-20' }]);
  });

  it('follows the day of who asks', async () => {
    await bench.ask('devices', 'add', counter);
    const [then] = await bench.ask('devices', 'list', { today: day('2025-01-01') });
    expect(then?.endOfLife?.isPast).toBe(false);
  });
});

describe('this computer', () => {
  it('is checked, kept as evidence with its digest in the trail, and compared with the check before', async () => {
    const first = await bench.ask('devices', 'check', {});
    expect(first.answers.map(({ check }) => check)).toEqual([
      'disk-encryption',
      'screen-lock',
      'os-version',
      'updates',
      'firewall',
      'antivirus',
    ]);
    for (const { state, reason, source } of first.answers) {
      expect([state === 'unknown', source !== '']).toEqual([reason !== null, true]);
    }
    expect(first.digest).toBe(digestOf(first.answers));
    const { entries } = await bench.ask('trail', 'list', { event: 'devices.checked', limit: 1 });
    expect(entries[0]).toMatchObject({ stage: 'finished', about: [first.id], facts: { sha256: first.digest } });
    // As if the firewall had been on before.
    const before = first.answers.map((one) =>
      one.check === 'firewall' ? { ...one, state: 'good', detail: 'ufw', reason: null } : one,
    );
    await bench.workbench.write((db) =>
      db.driver.run(
        `insert into posture_snapshots (id, at, by, platform, answers, digest, changed) values ('pos_00000000000000000000', '2026-11-25T09:00:00.000Z', 'owner', 'linux', ?, ?, '[]')`,
        [JSON.stringify(before), first.digest],
      ),
    );
    bench.setNow('2026-11-26T09:00:00.000Z');
    const second = await bench.ask('devices', 'check', {});
    expect(second.changed).toMatchObject([{ check: 'firewall', before: 'good: ufw' }]);
    expect((await bench.ask('devices', 'snapshots', {})).map(({ id }) => id)).toEqual([
      second.id,
      'pos_00000000000000000000',
      first.id,
    ]);
    await expect(
      bench.workbench.write((db) => db.driver.run("update posture_snapshots set digest = ''")),
    ).rejects.toThrow('snapshots never change');
  }, 60_000);
});

describe('asking the system', () => {
  const signal = new AbortController().signal;
  const node = (script: string) => ({ name: 'it', command: process.execPath, args: ['-e', script] });
  it('hears both streams, and words that come with an exit code', async () => {
    expect(await hear([node('console.log(1);console.error(2)')], signal)).toEqual({ it: { text: '1\n2\n' } });
    expect(await hear([node('console.log("inactive");process.exit(3)')], signal)).toEqual({
      it: { text: 'inactive\n' },
    });
    expect(await hear([node('process.exit(3)')], signal)).toEqual({ it: { reason: 'unclear' } });
  });
  it('says why nothing was heard', async () => {
    const locked = join(bench.folder, 'no-program');
    writeFileSync(locked, 'words', { mode: 0o600 });
    expect(await hear([{ name: 'it', command: '/no/such/program', args: [] }], signal)).toEqual({
      it: { reason: 'not-found' },
    });
    expect(await hear([{ name: 'it', file: '/no/such/file' }], signal)).toEqual({ it: { reason: 'not-found' } });
    expect(await hear([{ name: 'it', command: locked, args: [] }], signal)).toEqual({
      it: { reason: 'no-permission' },
    });
  });
  it('waits no longer than its limit', async () => {
    const started = Date.now();
    expect(await hear([node('setTimeout(() => {}, 60_000)')], signal)).toEqual({ it: { reason: 'timed-out' } });
    expect(Date.now() - started).toBeLessThan(30_000);
  }, 40_000);
  it('runs no shell, and hands on no secret of the environment', async () => {
    process.env['STEWARD_PASSPHRASE'] = 'must not be seen';
    try {
      const heard = await hear(
        [
          node('console.log(JSON.stringify([process.env, process.argv]))'),
          { name: 'echo', command: 'echo', args: ['$HOME; id'] },
        ],
        signal,
      );
      expect(JSON.stringify(heard['it'])).not.toContain('must not be seen');
      expect(heard['echo']).toEqual({ text: '$HOME; id\n' });
    } finally {
      delete process.env['STEWARD_PASSPHRASE'];
    }
  });
});
